using System;

namespace RunSummary.Sandbox.Service;

public sealed record SandboxOptions
{
    /// <summary>Graph's port on 127.0.0.1, 0 for any free one. Identity takes the next port.</summary>
    public int Port { get; init; }

    /// <summary>v1.0 doesn't know the script families, as in the public service.</summary>
    public bool BetaOnly { get; init; }

    public int PageSize { get; init; } = 100;

    /// <summary>Of device and user run states.</summary>
    public int StatePageSize { get; init; } = 1000;

    /// <summary>Summaries drift by this seed from what the states say; null for none that does.</summary>
    public int? DriftSeed { get; init; }

    /// <summary>How often requests go wrong, from 0 to 1.</summary>
    public double BadDay { get; init; }

    /// <summary>How many generated scripts of each family there are besides the few of a fresh tenant.</summary>
    public int GeneratedScripts { get; init; }

    /// <summary>How many generated device states each script has, with a user state for every 200; null for what its summary counts.</summary>
    public int? GeneratedStates { get; init; }

    /// <summary>See <see cref="SandboxService.Latency"/>.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How many writes a window takes; null for no limit.</summary>
    public int? WriteLimit { get; init; }

    /// <summary>How many reads a window takes; null for no limit.</summary>
    public int? ReadLimit { get; init; }

    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For faults by chance, the order of a batch's answers, and generated data.</summary>
    public int Seed { get; init; } = 1;
}
