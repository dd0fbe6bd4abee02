using System;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary>Work on a stream of scripts, driven from the pipeline thread, which writes what comes of it in the order of the input.</summary>
internal interface ICommandRun : IDisposable
{
    /// <summary>Takes one more script, and writes what has come meanwhile.</summary>
    void Add(RunRequest request);

    /// <summary>Takes an object that names no script, for its place in the order.</summary>
    void AddFailed(Failure failure, ErrorSubject subject);

    /// <summary>Waits for what comes of all of them.</summary>
    void Finish();
}
