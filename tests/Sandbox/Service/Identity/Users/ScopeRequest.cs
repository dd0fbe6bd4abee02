using System;
using System.Collections.Generic;
using System.Linq;

namespace RunSummary.Sandbox.Service;

/// <summary>The parameter 'scope' of a user's sign-in: the API, its permissions, and what concerns the sign-in itself.</summary>
internal sealed record ScopeRequest(string Resource, IReadOnlyList<string> Permissions, IReadOnlyList<string> Standard, IReadOnlyList<string> AsSent)
{
    private const string Graph = "https://graph.microsoft.com";
    private const string Default = ".default";
    private const string OfflineAccess = "offline_access";
    private const string OpenId = "openid";

    private static readonly string[] StandardScopes = [OpenId, "profile", "email", OfflineAccess];

    public bool WantsRefreshToken => Standard.Contains(OfflineAccess, StringComparer.OrdinalIgnoreCase);

    public bool WantsIdToken => Standard.Contains(OpenId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for more than one API.</summary>
    public static ScopeRequest? Read(string scope)
    {
        string[] all = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] asSent = [.. all.Where(word => !IsStandard(word))];
        string[] resources = [.. asSent.Select(Api).Distinct(StringComparer.OrdinalIgnoreCase)];
        return resources.Length > 1 ? null : new ScopeRequest(
            resources.FirstOrDefault() ?? Graph,
            [.. asSent.Select(word => word[(word.LastIndexOf('/') + 1)..])],
            [.. all.Where(IsStandard)],
            asSent);
    }

    public static ScopeRequest Demand(SandboxRequest request, string? scope) =>
        Read(scope ?? throw IdentityErrors.Missing(request, "scope")) ?? throw IdentityErrors.Of(request, 400, "invalid_request", 28000,
            "Provided value for the input parameter scope is not valid because it contains more than one resource.");

    /// <summary>Whether everything that is asked for by name was granted.</summary>
    public bool IsCoveredBy(IReadOnlyList<string> granted) =>
        Permissions.All(permission => permission == Default || granted.Contains(permission, StringComparer.OrdinalIgnoreCase));

    /// <summary>As the answer tells it: all that was granted, and each word that the client sent.</summary>
    public string Answered(IReadOnlyList<string> granted)
    {
        IEnumerable<string> words = [.. AsSent, .. granted.Select(permission => $"{Resource}/{permission}"), .. Standard];
        return string.Join(' ', words.Where(word => word != OfflineAccess).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsStandard(string word) => StandardScopes.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string Api(string word) => word.LastIndexOf('/') is > 0 and int end ? word[..end].TrimEnd('/') : Graph;
}
