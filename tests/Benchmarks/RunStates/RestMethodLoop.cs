using System.Collections;
using System.Linq;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>A script that follows the links with Invoke-RestMethod and counts in a hashtable, as one writes it by hand.</summary>
internal sealed class RestMethodLoop(EngineShell shell, CountedScript script) : IStateCounter
{
    private const string Loop = """
        param($client, $uri)
        $counts = @{}
        while ($uri) {
            $page = $client.Get($uri)
            foreach ($state in $page.value) { $counts[$state.runState]++ }
            $uri = $page.'@odata.nextLink'
        }
        $counts
        """;

    private readonly RestMethod _client = new(script.Service.Client());

    public string Name => "Invoke-RestMethod and a hashtable";

    public void Prepare()
    {
        // The client stays the same.
    }

    public Task<Tally> CountAsync() => Task.Run(() =>
    {
        Hashtable counts = (Hashtable)shell.Run(Loop, _client, script.States.AbsoluteUri).Single().BaseObject;
        Tally known = new(Of("success"), Of("fail") + Of("scriptError"), Of("pending"), Of("notApplicable"), Unknown: 0, Latest: null);
        return known with { Unknown = counts.Values.Cast<int>().Sum() - known.Total };

        int Of(string state) => (int)(counts[state] ?? 0);
    });

    public void Dispose() => _client.Dispose();
}
