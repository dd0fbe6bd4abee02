using System;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Errors;

namespace RunSummary.Engine.RunStates;

/// <summary>
/// The query options for a collection of states. The service may refuse some: then fewer are sent, in the end none, and the session
/// remembers with how many it had success.
/// </summary>
/// <param name="options">What makes the pages as they are wanted; empty for none.</param>
internal sealed class StateQuery(string options)
{
    /// <summary>The most that Microsoft Graph takes in general.</summary>
    private const string PageSize = "$top=999";

    private volatile int _refused;

    /// <summary>Asks with the options that the service is known to take, and with fewer where it refuses them.</summary>
    /// <param name="filter">A filter to send as long as nothing is refused; null for none.</param>
    /// <param name="askAsync">Asks, with what is to follow the path.</param>
    /// <exception cref="FailureException">What came of asking, without options in the end.</exception>
    public async Task<T> AskAsync<T>(string? filter, Func<string, Task<T>> askAsync)
    {
        string[] tries = [.. new[] { Join(options, PageSize, filter), Join(options), "" }.Distinct()];
        for (int refused = Math.Min(_refused, tries.Length - 1); ; refused++)
        {
            try
            {
                T answer = await askAsync(tries[refused]).ConfigureAwait(false);
                _refused = refused;
                return answer;
            }
            catch (FailureException exception) when (exception.Failure.Id == ErrorId.RequestRejected && refused < tries.Length - 1)
            {
                // Fewer options, then.
            }
        }
    }

    private static string Join(params string?[] options)
    {
        string joined = string.Join("&", options.Where(option => !string.IsNullOrEmpty(option)));
        return joined.Length > 0 ? "?" + joined : "";
    }
}
