using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>A request whose family is known; <paramref name="Rest"/> holds the segments after the family's.</summary>
internal sealed record GraphCall(SandboxRequest Request, string Version, FamilyNames Names, IReadOnlyList<string> Rest)
{
    private const string ODataJson = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private static readonly SandboxAnswer OkAnswer = new SandboxAnswer { Status = 200, ContentType = ODataJson }.With("OData-Version", "4.0");

    public ScriptFamily Family => Names.Family;

    public string Address => $"{Request.Root}/{Version}/deviceManagement/{Names.Segment}";

    public string Context(string suffix) => $"{Request.Root}/{Version}/$metadata#deviceManagement/{Names.Segment}{suffix}";

    public static SandboxAnswer Ok(JsonObject json) => OkAnswer with { Json = json };

    public static SandboxAnswer Ok(ReadOnlyMemory<byte> json, IDisposable? lease = null) => OkAnswer with { Utf8Json = json, Lease = lease };

    /// <summary>The script that the address names; refuses what isn't an id and what isn't there.</summary>
    public SandboxScript Script(ScriptStore store)
    {
        if (!Guid.TryParseExact(Rest[0], "D", out Guid id))
        {
            throw IntuneErrors.BadRequest(Request, $"Invalid script id '{Rest[0]}'");
        }

        SandboxScript? script = store.Find(id);
        return script?.Family == Family ? script : throw IntuneErrors.NotFound(Request);
    }
}
