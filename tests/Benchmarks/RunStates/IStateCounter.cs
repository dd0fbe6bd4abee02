using System;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>A way to count the device run states of a script.</summary>
internal interface IStateCounter : IDisposable
{
    string Name { get; }

    /// <summary>Does what isn't measured.</summary>
    void Prepare();

    Task<Tally> CountAsync();
}
