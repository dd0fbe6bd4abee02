using System;
using System.Collections.Generic;
using System.Linq;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Sessions;

/// <summary>Looks for everything that is secret in everything that a command gives.</summary>
internal static class SecretHunt
{
    /// <summary>How deep objects are looked into.</summary>
    public const int Depth = 6;

    /// <summary>The fields of a request for a token that nobody else may see.</summary>
    private static readonly string[] SecretFields =
        ["client_secret", "client_assertion", "refresh_token", "code", "device_code", "code_verifier", "assertion", "password"];

    /// <summary>Asserts that none of the service's secrets is in what was given, nor in more text.</summary>
    public static void AssertFindsNone(SandboxService service, InvocationResult given, IEnumerable<string> more, params string[] moreSecrets)
    {
        string text = string.Join(Environment.NewLine, [.. Texts(given), .. more]);
        string[] secrets = [.. SecretsOf(service), .. moreSecrets];

        Assert.NotEmpty(text);
        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(InvocationResult given) =>
    [
        .. given.Output.Select(item => ExpandedText.Of(item, Depth)),
        .. given.AllErrors.Select(error => ExpandedText.Of(error, Depth)),
        .. given.Verbose,
        .. given.Warning,
        .. given.Debug,
        .. given.Information,
    ];

    private static IEnumerable<string> SecretsOf(SandboxService service) =>
    [
        service.ClientSecret,
        service.Identity.ManagedIdentities.IdentityHeader,
        .. service.Tokens.Issued,
        .. service.Identity.RefreshTokens.Issued,
        .. service.IdentityRequests.All.SelectMany(request => FieldsOf(request.Body)),
        .. service.Requests.All.Select(request => request.Header("Authorization")?["Bearer ".Length..]).OfType<string>(),
    ];

    private static IEnumerable<string> FieldsOf(string form)
    {
        System.Collections.Specialized.NameValueCollection fields = System.Web.HttpUtility.ParseQueryString(form);
        return SecretFields.Select(name => fields[name]).OfType<string>().Where(value => value.Length > 0);
    }
}
