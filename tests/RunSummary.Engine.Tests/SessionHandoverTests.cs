using RunSummary.Commands;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests;

public sealed class SessionHandoverTests
{
    [Fact]
    public void A_session_that_is_taken_stays_open()
    {
        using SessionHandover handover = new();
        using GraphBench bench = new();
        RunSummarySession session = new(bench.Session);
        handover.Give(session);

        Assert.Same(session, handover.Take());
        handover.Dispose();
        Assert.True(session.IsConnected);
        Assert.False(bench.Tokens.IsDisposed);
    }

    [Fact]
    public void One_that_nobody_took_is_closed()
    {
        using SessionHandover handover = new();
        using GraphBench bench = new();
        RunSummarySession session = new(bench.Session);
        handover.Give(session);

        handover.Dispose();
        Assert.False(session.IsConnected);
        Assert.True(bench.Tokens.IsDisposed);
    }

    [Fact]
    public void One_that_comes_too_late_is_closed()
    {
        using SessionHandover handover = new();
        using GraphBench bench = new();
        RunSummarySession session = new(bench.Session);
        handover.Dispose();

        handover.Give(session);
        Assert.False(session.IsConnected);
        Assert.True(bench.Tokens.IsDisposed);
    }
}
