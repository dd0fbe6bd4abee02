using System;
using System.Text.RegularExpressions;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Says why no answer came.</summary>
internal static class ConnectionFailures
{
    // The address of a proxy, out of an environment variable for one, may hold a password.
    private static readonly Regex UserInfo = new(@"(?<=://)[^\s/]*@", RegexOptions.CultureInvariant);

    /// <summary>Makes the failure of a connection that couldn't be made or broke.</summary>
    /// <param name="address">The address that was asked.</param>
    /// <param name="exception">What the network said.</param>
    public static Failure Of(Uri address, Exception exception)
    {
        // Where a proxy is what can't be reached, only the outer words name it.
        string reason = exception.GetBaseException().Message;
        bool isElsewhere = exception.Message.StartsWith(reason, StringComparison.Ordinal) && !exception.Message.Contains(address.Authority);
        string harmless = UserInfo.Replace(isElsewhere ? exception.Message : reason, "");
        string detail = Strings.ConnectionBroken.With(address.Authority, harmless.TrimEnd('.', '"'));
        return new Failure(ErrorId.ConnectionFailed, PlainText.OneLine(detail, GraphError.ShownCharacters))
        {
            Cause = UserInfo.IsMatch(exception.ToString()) ? null : exception,
        };
    }
}
