using System;
using System.Linq;
using RunSummary.Engine;

namespace RunSummary.Binding;

/// <summary>Gathers the counts to write: what the parameters say, else the object, else the run summary expanded in it.</summary>
internal static class CountBinder
{
    /// <exception cref="Errors.FailureException">A count isn't a whole number from 0 to 2147483647.</exception>
    public static RunSummaryCounts Bind(Func<string, object?> parameter, InputProperties input)
    {
        InputProperties? expanded = input.Get("RunSummary") is { } summary ? InputProperties.Of(summary) : null;

        // The counts of a user's state go by the same names, but are that user's devices.
        InputProperties? own = input.TypeNames.Contains(typeof(DeviceScriptUserState).FullName) ? null : input;
        return RunSummaryCounts.Read(name =>
            CountReader.Read(name, parameter(name))
            ?? CountReader.Read(name, own?.Get(name))
            ?? CountReader.Read(name, expanded?.Get(name)));
    }
}
