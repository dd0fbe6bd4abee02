using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Errors;

namespace RunSummary.Engine.RunStates;

/// <summary>
/// The query options for a collection of states, from those that make the pages as they are wanted to none: the service may refuse some.
/// </summary>
/// <param name="options">What to ask for, the best first.</param>
internal sealed class StateQuery(params string[] options)
{
    /// <summary>The most that Microsoft Graph takes in general.</summary>
    private const string PageSize = "$top=999";

    // Which of the tries worked last for a family, when the filter is left aside.
    private readonly ConcurrentDictionary<DeviceScriptType, int> _worked = new();

    /// <summary>Asks with the options that the service is known to take, and with fewer where it refuses them.</summary>
    /// <param name="type">The family: what one refuses, another may take.</param>
    /// <param name="filter">A filter to send as long as nothing is refused; null for none.</param>
    /// <param name="askAsync">Asks, with what is to follow the path.</param>
    /// <exception cref="FailureException">What came of asking, without options in the end.</exception>
    public async Task<T> AskAsync<T>(DeviceScriptType type, string? filter, Func<string, Task<T>> askAsync)
    {
        string[] tries = [.. Tries().Distinct()];
        int next = _worked.TryGetValue(type, out int worked) ? worked : 0;
        string? withFilter = filter is null ? null : Join(options[0], PageSize, filter);
        while (true)
        {
            try
            {
                T answer = await askAsync(withFilter ?? tries[next]).ConfigureAwait(false);
                _worked[type] = next;
                return answer;
            }
            catch (FailureException exception) when (IsRefusal(exception.Failure) && (withFilter is not null || next < tries.Length - 1))
            {
                next += withFilter is null ? 1 : 0;
                withFilter = null;
            }
        }
    }

    private IEnumerable<string> Tries() => [Join(options[0], PageSize), .. options.Select(option => Join(option)), ""];

    // A service may answer either to an option that it doesn't know.
    private static bool IsRefusal(Failure failure) => failure.Id == ErrorId.RequestRejected || failure.Http?.StatusCode == GraphFaults.NotImplemented;

    private static string Join(params string[] options)
    {
        string joined = string.Join("&", options.Where(option => option.Length > 0));
        return joined.Length > 0 ? "?" + joined : "";
    }
}
