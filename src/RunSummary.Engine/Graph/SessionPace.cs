using System;

namespace RunSummary.Engine.Graph;

/// <summary>A session's pacers: the service counts writes apart, and much more strictly, than everything else.</summary>
internal sealed record SessionPace(Pacer Reads, Pacer Writes)
{
    private const int ReadLimit = 2000;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    public static SessionPace Create(int writeLimit) => new(
        new Pacer(ReadLimit, Window, SystemClock.Instance),
        new Pacer(writeLimit, Window, SystemClock.Instance));

    /// <summary>Lets nothing be sent for a time.</summary>
    public void Pause(TimeSpan time)
    {
        Reads.Pause(time);
        Writes.Pause(time);
    }

    public Pacer For(GraphRequest request) => request.IsRead ? Reads : Writes;
}
