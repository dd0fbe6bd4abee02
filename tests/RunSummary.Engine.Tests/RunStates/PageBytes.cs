using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.Tests.RunStates;

/// <summary>Feeds a page to its reader in pieces, as a network would.</summary>
internal static class PageBytes
{
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
