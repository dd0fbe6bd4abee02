using System;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>Gathers the counts to write: what the parameters say, else the object, else the run summary expanded in it.</summary>
internal static class CountBinder
{
    /// <exception cref="FailureException">
    /// A count isn't a whole number from 0 to 2147483647, or the counts aren't a script's.
    /// </exception>
    public static RunSummaryCounts Bind(Func<string, object?> parameter, InputProperties input)
    {
        // A state of a user has counts under the same names, by whichever way it came here.
        if (input.Has(nameof(DeviceScriptUserState.UserPrincipalName)))
        {
            throw new FailureException(new Failure(ErrorId.NoCountsSupplied, "") { Action = Strings.NoCountsSupplied_UserState });
        }

        InputProperties? expanded = input.Get("RunSummary") is { } summary ? InputProperties.Of(summary) : null;
        return RunSummaryCounts.Read(name =>
            CountReader.Read(name, parameter(name))
            ?? CountReader.Read(name, input.Get(name))
            ?? CountReader.Read(name, expanded?.Get(name)));
    }
}
