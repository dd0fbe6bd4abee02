using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunStates;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.RunStates;

/// <summary>Makes pages of states, and feeds them to their reader in pieces, as a network would.</summary>
internal static class PageBytes
{
    public const string States = "https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts/" + GraphBench.ScriptId + "/deviceRunStates";
    public const string Select = "?$select=runState,lastStateUpdateDateTime";

    /// <summary>Counts the device states that recorded answers hold; as a session of its own where no reader is given.</summary>
    public static Task<DeviceStateCounts> CountAsync(GraphBench bench, StateReader? reader = null) =>
        (reader ?? new StateReader(bench.Client)).CountDevicesAsync(GraphBench.Script, bench.Events, TestContext.Current.CancellationToken);

    public static string Page(params string[] items) => $$"""{"@odata.context":"c","value":[{{string.Join(",", items)}}]}""";

    public static string Device(string state, string more = "") => $$"""{"id":"1","runState":{{state}}{{more}}}""";

    public static StreamedPage<TItems> Read<TItems>(string json)
        where TItems : class, IPageItems, new() => Read<TItems>(Encoding.UTF8.GetBytes(json), []);

    /// <summary>Reads bytes that arrive in pieces, cut before each of some places.</summary>
    public static StreamedPage<TItems> Read<TItems>(byte[] bytes, IEnumerable<int> cuts)
        where TItems : class, IPageItems, new()
    {
        StreamedPage<TItems> page = new(new TItems());
        int from = 0;
        foreach (int end in cuts.Order().Append(bytes.Length))
        {
            from += page.Read(bytes.AsSpan(from, end - from), isLast: false);
        }

        from += page.Read(bytes.AsSpan(from), isLast: true);
        return page;
    }
}
