using System.Collections.Generic;

namespace RunSummary.Sandbox.Hosting;

public sealed record SessionOptions
{
    public HostOptions Host { get; init; } = new();

    /// <summary>Folders whose modules load by themselves; replaces PSModulePath for the whole process.</summary>
    public IReadOnlyList<string>? ModulePath { get; init; }
}
