using System;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>Decides whether a token may be sent to an address.</summary>
internal static class SecureAddress
{
    /// <summary>Gives the address for a message, without the parts that may hold a secret.</summary>
    public static string Show(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : "";

    /// <summary>Says what is wrong with a base address, or null where nothing is.</summary>
    /// <param name="address">The address.</param>
    /// <param name="mayHavePath">Whether a path is part of it; MSAL takes a path of a sign-in service for the tenant.</param>
    public static string? Problem(Uri address, bool mayHavePath)
    {
        if (!address.IsAbsoluteUri)
        {
            return Strings.EndpointNotSecure_Relative;
        }

        bool isSecure = address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
        if (!isSecure)
        {
            return Strings.EndpointNotSecure_Scheme;
        }

        bool isBase = (address.UserInfo + address.Query + address.Fragment).Length == 0 && (mayHavePath || address.AbsolutePath == "/");
        return isBase ? null : Strings.EndpointNotSecure_NotBase;
    }
}
