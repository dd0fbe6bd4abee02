using System;
using System.Text.RegularExpressions;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>What failures of the sign-in service have in common.</summary>
internal static class SignInFailures
{
    /// <summary>The header with the id by which the service finds a request.</summary>
    public const string RequestIdHeader = "x-ms-request-id";

    private static readonly Regex ServiceCode = new(@"AADSTS\d+", RegexOptions.CultureInvariant);

    /// <summary>Whether another try may help.</summary>
    public static bool MayPass(Failure failure) =>
        failure.Id is ErrorId.Throttled or ErrorId.ServiceUnavailable or ErrorId.ConnectionFailed or ErrorId.ResponseInvalid;

    /// <summary>The failure of an answer that is none. Its own words stay unsaid: they may hold a token.</summary>
    public static Failure Unreadable() => new(ErrorId.ResponseInvalid, Strings.SignInAnswerUnreadable) { Action = Strings.ResponseInvalid_SignInAction };

    /// <summary>Gives the service's own words, which begin with their code, without the general advice that MSAL wraps them in.</summary>
    public static string Explain(string message)
    {
        int start = message.IndexOf("AADSTS", StringComparison.Ordinal);
        return PlainText.OneLine(start < 0 ? message : message.Substring(start), GraphError.ShownCharacters);
    }

    /// <summary>The service's code in its words; null where there is none.</summary>
    public static string? CodeIn(string? words) => words is not null && ServiceCode.Match(words) is { Success: true } match ? match.Value : null;
}
