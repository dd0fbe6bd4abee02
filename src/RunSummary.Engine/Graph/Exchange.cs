using System;
using RunSummary.Engine.Authentication;

namespace RunSummary.Engine.Graph;

/// <summary>
/// One HTTP request and its answer, and what it was sent with. While it isn't disposed, and the session's version isn't known,
/// no other request is sent.
/// </summary>
internal sealed class Exchange(GraphResponse response, AccessToken token, bool canRenewToken, ApiVersionGate versions, ApiVersionGate.Turn turn) : IDisposable
{
    public GraphResponse Response { get; } = response;

    /// <summary>How long the answer took.</summary>
    public TimeSpan Elapsed { get; init; }

    public AccessToken Token { get; } = token;

    public bool CanRenewToken { get; } = canRenewToken;

    /// <summary>Learns the version from an answer, the whole one or that of an item, and says whether it must be asked for again.</summary>
    public bool MustRepeat(GraphResponse answer, IEngineEvents events) => versions.MustRepeat(turn, answer, events);

    public void Dispose() => turn.Dispose();
}
