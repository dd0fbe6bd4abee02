using System;
using System.Linq;
using Microsoft.Identity.Client;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Tells where nobody could answer a browser window.</summary>
internal static class Interactivity
{
    private const string NonInteractive = "noninteractive";
    private const int ShortestAbbreviation = 4;

    /// <summary>Says what stands in the way, or null where nothing does.</summary>
    /// <param name="application">What is to open the browser.</param>
    /// <param name="isHostAttended">Whether the host has somebody in front of it, so that the command line doesn't count.</param>
    public static string? Obstacle(IPublicClientApplication application, bool isHostAttended) =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AZUREPS_HOST_ENVIRONMENT")) ? Strings.InteractionRequired_Runbook
        : !isHostAttended && Environment.GetCommandLineArgs().Any(IsNonInteractive) ? Strings.InteractionRequired_NonInteractive
        : !Environment.UserInteractive || !application.IsUserInteractive() ? Strings.InteractionRequired_NoSession
        : null;

    // As PowerShell reads it: with one dash or two, or a slash, and abbreviated.
    private static bool IsNonInteractive(string argument)
    {
        string name = argument.TrimStart('-', '/');
        return name.Length < argument.Length
            && name.Length >= ShortestAbbreviation
            && NonInteractive.StartsWith(name, StringComparison.OrdinalIgnoreCase);
    }
}
