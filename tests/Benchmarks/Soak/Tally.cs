using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using RunSummary.Errors;

namespace RunSummary.Benchmarks.Soak;

/// <summary>What became of the rounds of all runspaces.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _errors = new();
    private readonly ConcurrentDictionary<SoakWork, bool> _succeeded = new();
    private int _rounds;

    public int Rounds => Volatile.Read(ref _rounds);

    public void Add(SoakWork work, IReadOnlyCollection<string> errors)
    {
        foreach (string error in errors)
        {
            _errors.AddOrUpdate(error, 1, (_, count) => count + 1);
        }

        if (errors.SequenceEqual(work.Errors))
        {
            _succeeded[work] = true;
        }

        Interlocked.Increment(ref _rounds);
    }

    /// <summary>Says whether each work succeeded at least once, and all errors are the module's own. It has to be loaded.</summary>
    public bool IsSound()
    {
        Console.WriteLine("Errors: " + string.Join(", ", _errors.OrderByDescending(error => error.Value).Select(error => $"{error.Value} × {error.Key}")));
        string[] foreign = [.. _errors.Keys.Except(Enum.GetNames<ErrorId>())];
        string[] failed = [.. SoakWork.All.Except(_succeeded.Keys).Select(work => work.Script)];
        Array.ForEach(foreign, error => Console.WriteLine($"MISSED: {error} isn't an error of the module's own."));
        Array.ForEach(failed, script => Console.WriteLine($"MISSED: never succeeded: {script}"));
        return foreign.Length == 0 && failed.Length == 0;
    }
}
