using System;

namespace RunSummary.Benchmarks.ColdStart;

/// <summary>What both sides do: sign in with a client secret, and write one script's counts. Graph and sign-in are two hosts, as in the cloud.</summary>
internal sealed record ShortRun(Uri Graph, Uri Authority, string TenantId, string ScriptId)
{
    // Those of the sandbox's one application.
    public const string ClientId = "5a4db0f0-0000-4000-8000-00000000f002";
    public const string ClientSecret = "not-a-secret~sandbox-only";

    public string[] ToArguments() => [Graph.AbsoluteUri, Authority.AbsoluteUri, TenantId, ScriptId];

    public static ShortRun FromArguments(string[] arguments) =>
        new(new Uri(arguments[0]), new Uri(arguments[1]), arguments[2], arguments[3]);
}
