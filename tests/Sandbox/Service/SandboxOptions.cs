namespace RunSummary.Sandbox.Service;

public sealed record SandboxOptions
{
    /// <summary>Graph's port on 127.0.0.1, 0 for any free one. Identity takes the next port.</summary>
    public int Port { get; init; }

    /// <summary>v1.0 doesn't know the script families, as in the public service.</summary>
    public bool BetaOnly { get; init; }

    public int PageSize { get; init; } = 100;

    /// <summary>For faults by chance and for generated data.</summary>
    public int Seed { get; init; } = 1;
}
