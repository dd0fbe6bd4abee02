using System.Net;
using System.Security;

namespace RunSummary.Binding;

/// <summary>Takes a secret from text or from a SecureString.</summary>
internal static class Secrets
{
    /// <summary>Gives the secret, or null where the value can't be one.</summary>
    public static SecureString? Read(object? value) => InputProperties.Plain(value) switch
    {
        string text => new NetworkCredential("", text).SecurePassword,
        SecureString secure => secure,
        _ => null,
    };
}
