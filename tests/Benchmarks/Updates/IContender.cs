using System;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>A way to write many run summaries.</summary>
internal interface IContender : IDisposable
{
    string Name { get; }

    /// <summary>Writes all of the workload and gives how many writes succeeded.</summary>
    Task<int> UpdateAsync();
}
