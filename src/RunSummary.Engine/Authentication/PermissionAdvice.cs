using System;
using System.Linq;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Warns of a token that can do nothing here, or soon may not, before the first command fails.</summary>
internal static class PermissionAdvice
{
    private static readonly string[] Sufficient = [GraphPermissions.ReadWrite, GraphPermissions.Read];

    // What the service asked for until July 2025. Older pages name them still, and nothing says that they are refused.
    private static readonly string[] Older = ["DeviceManagementConfiguration.ReadWrite.All", "DeviceManagementConfiguration.Read.All"];

    public static void Give(TokenClaims claims, IEngineEvents events)
    {
        if (!claims.IsKnown || Among(claims, Sufficient).Length > 0)
        {
            return;
        }

        string grant = Strings.PermissionGrant.With(
            claims.ClientId is { } id ? Strings.PermissionMissing_App.With(PlainText.Shown(id)) : Strings.PermissionMissing_Unknown,
            claims.IsDelegated ? Strings.PermissionMissing_Delegated : Strings.PermissionMissing_Application,
            GraphPermissions.ReadWrite,
            GraphPermissions.Read);
        events.Warning(Among(claims, Older) is { Length: > 0 } older
            ? Strings.PermissionOlder.With(string.Join(", ", older), grant)
            : Strings.PermissionMissing.With(
                claims.Permissions.Count == 0 ? Strings.PermissionMissing_None : string.Join(", ", claims.Permissions.Select(PlainText.Shown)), grant));
    }

    private static string[] Among(TokenClaims claims, string[] known) =>
        [.. known.Where(permission => claims.Permissions.Contains(permission, StringComparer.OrdinalIgnoreCase))];
}
