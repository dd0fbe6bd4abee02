using System.Collections.Generic;
using System.Linq;

namespace RunSummary.Engine.Authentication;

/// <summary>A token that the service refused and that must not come again.</summary>
/// <param name="Token">The token.</param>
/// <param name="Claims">The claims that the next one must be asked for with (a claims challenge); null for none.</param>
internal sealed record Rejection(AccessToken Token, string? Claims)
{
    /// <summary>Makes one of several, so that the next token serves all of them; null where there is none.</summary>
    /// <param name="rejections">The rejections, some of them null.</param>
    /// <param name="latest">The token that the session would send again, unless it is among them.</param>
    public static Rejection? Join(IReadOnlyCollection<Rejection?> rejections, AccessToken? latest)
    {
        Rejection? first = rejections.FirstOrDefault(rejection => rejection?.Token.IsSameAs(latest) == true) ?? rejections.FirstOrDefault(rejection => rejection is not null);
        return first is null ? null : first with { Claims = rejections.Select(rejection => rejection?.Claims).FirstOrDefault(claims => claims is not null) };
    }
}
