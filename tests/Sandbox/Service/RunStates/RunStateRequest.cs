using System;
using System.Text;

namespace RunSummary.Sandbox.Service;

/// <summary>A request for a page of states, and how it is answered.</summary>
internal sealed record RunStateRequest(GraphCall Call, Guid ScriptId, string Segment, ODataQuery Query)
{
    public SandboxAnswer Answer<TState>(int pageSize, StatePage<TState> page)
    {
        string context = Call.Context($"('{ScriptId}')/{Segment}{Query.Projection}");
        PooledBuffer written = page.Write(Query.Token.After, Query.Top ?? pageSize, context, Link);
        return GraphCall.Ok(written.Written, written);
    }

    public SandboxAnswer Answer(string[] rawPages)
    {
        int number = Query.Token.Page;
        return number <= rawPages.Length
            ? GraphCall.Ok(Encoding.UTF8.GetBytes(rawPages[number - 1].Replace("{next}", Link(number), StringComparison.Ordinal)))
            : throw SkipToken.Invalid();
    }

    private string Link(long after) => $"{Call.Address}/{ScriptId}/{Segment}?{Query.NextPage(after)}";
}
