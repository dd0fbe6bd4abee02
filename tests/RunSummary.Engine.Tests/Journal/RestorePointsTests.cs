using System;
using System.Collections.Generic;
using System.Linq;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Journal;

public sealed class RestorePointsTests : IDisposable
{
    private const string Held = "\"errorDeviceCount\":1,\"errorUserCount\":2,\"successDeviceCount\":3,\"successUserCount\":4";

    private readonly JournalFile _journal = new();

    [Fact]
    public void A_script_goes_back_to_what_was_before_the_runs_first_write()
    {
        _journal.Write(
            JournalFile.Run(),
            JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5),
            JournalFile.Intent(0, before: 5, value: 6), JournalFile.Outcome(0, 6));

        RestorePoint point = Assert.Single(Read());

        Assert.Equal(GraphBench.Counts(errorDevice: 1), point.Before);
        Assert.Equal(GraphBench.Counts(errorDevice: 6), point.Written);
    }

    [Fact]
    public void Only_the_counts_that_the_run_wrote_go_back_each_to_its_own_oldest_value()
    {
        _journal.Write(
            JournalFile.Run(),
            JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5),
            JournalFile.Intent(0, "\"errorDeviceCount\":5,\"errorUserCount\":2,\"successUserCount\":4", "\"successUserCount\":9"));

        RestorePoint point = Assert.Single(Read());

        Assert.Equal(GraphBench.Counts(errorDevice: 1, successUser: 4), point.Before);
        Assert.Equal(GraphBench.Counts(errorDevice: 5, successUser: 9), point.Written);
    }

    [Theory]
    [InlineData(nameof(ErrorId.ConnectionFailed))]
    [InlineData(nameof(ErrorId.ServiceUnavailable))]
    [InlineData(nameof(ErrorId.ResponseInvalid))]
    [InlineData(nameof(ErrorId.ScriptNotFound))]
    [InlineData(nameof(ErrorId.PermissionDenied))]
    [InlineData(nameof(ErrorId.UpdateNotSupported))]
    [InlineData(nameof(ErrorId.RequestRejected))]
    public void What_was_sent_may_have_been_written_by_an_earlier_try_whatever_the_last_one_came_to(string error)
    {
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5), JournalFile.Failed(0, 5, error));

        RestorePoint point = Assert.Single(Read());

        Assert.Equal(GraphBench.Counts(errorDevice: 1), point.Before);
        Assert.Equal(GraphBench.Counts(errorDevice: 5), point.Written);
    }

    [Fact]
    public void A_refusal_takes_an_earlier_write_of_the_same_script_nothing_away()
    {
        _journal.Write(
            JournalFile.Run(),
            JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5),
            JournalFile.Intent(0, before: 5, value: 6), JournalFile.Failed(0, 6, nameof(ErrorId.RequestRejected)));

        Assert.Equal(GraphBench.Counts(errorDevice: 5), Assert.Single(Read()).Confirmed);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(9, null)]
    public void A_write_without_an_outcome_is_confirmed_by_what_is_read_before_the_next(int held, int? confirmed)
    {
        _journal.Write(
            JournalFile.Run(),
            JournalFile.Intent(0, before: 1, value: 5), JournalFile.Failed(0, 5, nameof(ErrorId.ConnectionFailed)),
            JournalFile.Intent(0, before: held, value: 6), JournalFile.Failed(0, 6, nameof(ErrorId.RequestRejected)));

        Assert.Equal(GraphBench.Counts(errorDevice: confirmed), Assert.Single(Read()).Confirmed);
    }

    [Fact]
    public void What_somebody_else_wrote_between_two_writes_is_not_the_runs()
    {
        _journal.Write(
            JournalFile.Run(),
            JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5),
            JournalFile.Intent(0, "\"errorDeviceCount\":9,\"errorUserCount\":2", "\"errorUserCount\":7"),
            JournalFile.Outcome(0, 9).Replace("\"values\":{\"errorDeviceCount\":9}", "\"values\":{\"errorUserCount\":7}", StringComparison.Ordinal));

        Assert.Equal(5, Assert.Single(Read()).Written.ErrorDeviceCount);
    }

    [Fact]
    public void What_was_under_way_at_the_end_is_put_back()
    {
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, Held, "\"errorUserCount\":7"));

        RestorePoint point = Assert.Single(Read());

        Assert.Equal(GraphBench.Counts(errorUser: 2), point.Before);
        Assert.Equal(GraphBench.Counts(errorUser: 7), point.Written);
    }

    [Fact]
    public void What_the_service_made_of_a_write_is_what_it_must_still_hold()
    {
        _journal.Write(
            JournalFile.Run(),
            JournalFile.Intent(0, before: 1, value: 5),
            JournalFile.Outcome(0, 4).Replace("\"values\":{\"errorDeviceCount\":4}", "\"values\":{\"errorDeviceCount\":5}", StringComparison.Ordinal));

        Assert.Equal(GraphBench.Counts(errorDevice: 4), Assert.Single(Read()).Written);
    }

    [Fact]
    public void Scripts_come_in_the_order_in_which_they_were_first_written()
    {
        _journal.Write(
            JournalFile.Run(),
            JournalFile.Intent(2, before: 1, value: 5), JournalFile.Intent(0, before: 1, value: 5), JournalFile.Intent(1, before: 1, value: 5),
            JournalFile.Outcome(2, 5), JournalFile.Intent(2, before: 5, value: 6));

        Assert.Equal([BulkBench.Script(2), BulkBench.Script(0), BulkBench.Script(1)], Read().Select(point => point.Script));
    }

    [Fact]
    public void The_last_run_is_meant_where_none_is_named()
    {
        string last = WriteTwoRuns();

        Assert.Equal(GraphBench.Counts(errorDevice: 5), Assert.Single(Read()).Before);
        Assert.Equal(GraphBench.Counts(errorDevice: 5), Assert.Single(Read(runId: Guid.Parse(last))).Before);
    }

    [Fact]
    public void An_earlier_run_can_be_named()
    {
        WriteTwoRuns();

        Assert.Equal(GraphBench.Counts(errorDevice: 1), Assert.Single(Read(runId: Guid.Parse(JournalFile.RunId))).Before);
    }

    [Fact]
    public void A_run_that_is_not_there_is_JournalInvalid_and_named()
    {
        WriteTwoRuns();
        Guid other = Guid.NewGuid();

        Failure failure = Assert.Throws<FailureException>(() => Read(runId: other)).Failure;

        Assert.Equal(ErrorId.JournalInvalid, failure.Id);
        Assert.Contains(other.ToString(), failure.Detail, StringComparison.Ordinal);
    }

    public void Dispose() => _journal.Dispose();

    private string WriteTwoRuns()
    {
        string last = Guid.NewGuid().ToString();
        _journal.Write(
            JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5),
            JournalFile.Run(last), JournalFile.Intent(0, before: 5, value: 6, last), JournalFile.Outcome(0, 6, last));
        return last;
    }

    private IReadOnlyList<RestorePoint> Read(Guid? runId = null)
    {
        using BulkBench bench = new();
        return bench.Session.ReadRestorePoints(_journal.Path, runId, bench.Events);
    }
}
