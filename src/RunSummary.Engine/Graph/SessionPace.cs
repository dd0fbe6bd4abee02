using System;
using System.Net.Http;

namespace RunSummary.Engine.Graph;

/// <summary>A session's pacers: the service counts writes apart, and much more strictly, than everything else.</summary>
internal sealed record SessionPace(Pacer Reads, Pacer Writes)
{
    /// <summary>The service's limit of writes in a window, for one application in one tenant.</summary>
    public const int DefaultWriteLimit = 200;

    private const int ReadLimit = 2000;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    public static SessionPace Create(int writeLimit) => new(
        new Pacer(ReadLimit, Window, SystemClock.Instance),
        new Pacer(writeLimit, Window, SystemClock.Instance));

    public Pacer For(GraphRequest request) => request.Method == HttpMethod.Get ? Reads : Writes;
}
