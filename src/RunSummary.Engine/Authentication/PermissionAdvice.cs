using System;
using System.Linq;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Warns of a token that can do nothing here, before the first command fails.</summary>
internal static class PermissionAdvice
{
    private const string ReadWrite = "DeviceManagementScripts.ReadWrite.All";
    private const string Read = "DeviceManagementScripts.Read.All";

    // The service goes on accepting those that older pages name.
    private static readonly string[] Sufficient =
        [ReadWrite, Read, "DeviceManagementConfiguration.ReadWrite.All", "DeviceManagementConfiguration.Read.All"];

    public static void Give(TokenClaims claims, IEngineEvents events)
    {
        if (!claims.IsKnown || claims.Permissions.Any(permission => Sufficient.Contains(permission, StringComparer.OrdinalIgnoreCase)))
        {
            return;
        }

        events.Warning(Strings.PermissionMissing.With(
            claims.Permissions.Count == 0 ? Strings.PermissionMissing_None : string.Join(", ", claims.Permissions.Select(PlainText.Shown)),
            claims.ClientId is { } id ? Strings.PermissionMissing_App.With(PlainText.Shown(id)) : Strings.PermissionMissing_Unknown,
            claims.IsDelegated ? Strings.PermissionMissing_Delegated : Strings.PermissionMissing_Application,
            ReadWrite,
            Read));
    }
}
