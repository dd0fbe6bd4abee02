using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Bulk;

/// <summary>What the user sees of a run, and is asked.</summary>
public sealed class ScreenTests : BulkTest
{
    [Fact]
    public void No_to_all_sends_nothing_further()
    {
        ConnectFast();
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Input = new StringReader("Y\nN\nY\nL\n"), Output = screen });

        InvocationResult result = shell.Invoke(
            "param($in) $in | Update-DeviceScriptRunSummary -Confirm", new Dictionary<string, object?> { ["in"] = WantedFor(40) });

        Assert.Equal([10_000, 10_002], Counts(result.Output));
        Assert.Empty(result.AllErrors);
        Assert.Equal([Scripts[0].Id, Scripts[2].Id], Writes.Select(ScriptIdOf).Order().OrderBy(id => Scripts[0].Id != id));
        Assert.Contains("Set SuccessDeviceCount = 10000", screen.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(35, "", "35 run summaries would be written.")]
    [InlineData(10, "", "35 run summaries would be written. 35 writes take at least 60 s at the session's limit of 10 in 20 s.")]
    [InlineData(10, "-SkipUnchanged", "At most 35 run summaries would be written. 35 writes take at least 60 s at the session's limit of 10 in 20 s.")]
    [InlineData(100, "-SkipUnchanged", "At most 35 run summaries would be written.")]
    [InlineData(100, "-JournalPath run.jsonl -Resume", "At most 35 run summaries would be written.")]
    [InlineData(100, "-JournalPath run.jsonl", "35 run summaries would be written.")]
    public void WhatIf_ends_with_how_many_would_be_written_and_how_long_that_takes(int limit, string parameters, string total)
    {
        Connect($"-WriteLimit {limit}");
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });

        InvocationResult result = shell.Invoke(
            $"param($in) $in | Update-DeviceScriptRunSummary {parameters} -WhatIf", new Dictionary<string, object?> { ["in"] = WantedFor(35) });

        string[] lines = screen.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Empty(result.Output);
        Assert.Equal(36, lines.Length);
        Assert.Equal($"What if: {total}", lines[^1]);
        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void A_run_in_which_objects_failed_ends_with_one_warning_that_counts_them()
    {
        ConnectFast();
        foreach (SandboxScript gone in Scripts.Take(3).ToArray())
        {
            Service.Scripts.Remove(gone.Id);
        }

        PSObject[] wanted = [.. WantedFor(20), Wanted(Scripts[30], "many"), Wanted(new SandboxScript { Family = ScriptFamily.Shell, DisplayName = "" }, 1)];

        Assert.Equal("2 of 22 failed: 1 CountInvalid, 1 ScriptNotFound.", Assert.Single(Invoke(Update, wanted).Warning));
    }

    [Fact]
    public void A_run_without_failures_and_a_single_failure_need_no_warning()
    {
        ConnectFast();

        Assert.Empty(Invoke(Update, WantedFor(30)).Warning);
        Assert.Empty(Invoke(Update, new[] { Wanted(Scripts[0], "many") }).Warning);
    }

    [Fact]
    public void Progress_shows_how_far_the_run_is_and_ends_with_it()
    {
        ConnectFast();
        Service.Latency = TimeSpan.FromMilliseconds(400);
        using PowerShellSession shell = OpenShell(new HostOptions { CollectProgress = true });

        shell.Invoke(
            "param($in) $in | Update-DeviceScriptRunSummary -ThrottleLimit 1", new Dictionary<string, object?> { ["in"] = WantedFor(60) });

        ProgressRecord[] shown = [.. shell.Host.Progress.Where(record => record.Activity == "Update-DeviceScriptRunSummary")];
        Assert.Equal(ProgressRecordType.Completed, shown[^1].RecordType);
        Assert.Contains(shown, record => record.StatusDescription.Contains(" of 60 done, 0 failed, ", StringComparison.Ordinal));
        Assert.Contains(shown, record => record.PercentComplete is > 0 and <= 100);
        Assert.Single(shown.Select(record => record.ActivityId).Distinct());
    }

    [Fact]
    public void Progress_says_until_when_it_waits_for_the_service()
    {
        ConnectFast();
        Service.Faults.OnEnvelopes().Once().Throttle("2");
        using PowerShellSession shell = OpenShell(new HostOptions { CollectProgress = true });

        shell.Invoke(
            "param($in) $in | Update-DeviceScriptRunSummary -ThrottleLimit 1", new Dictionary<string, object?> { ["in"] = WantedFor(60) });

        Assert.Contains(shell.Host.Progress, record => record.StatusDescription.Contains("waiting for the service until ", StringComparison.Ordinal));
    }

    [Fact]
    public void Verbose_gives_one_line_for_each_batch()
    {
        ConnectFast();

        IReadOnlyList<string> lines = Invoke(Update + " -Verbose", WantedFor(60)).Verbose;

        string[] batches = [.. lines.Where(line => line.StartsWith("Batch of ", StringComparison.Ordinal))];
        Assert.Equal(3, batches.Length);
        Assert.All(batches, line => Assert.Matches(@"^Batch of 20 PATCH: 20 × 200 after \d+ ms \(request-id of the batch: [0-9a-f-]{36}\)\.$", line));
        Assert.Equal(Envelopes.Select(envelope => envelope.Request.RequestId).Order(), batches.Select(line => line[^38..^2]).Order());
    }

    [Fact]
    public void Verbose_says_of_a_batch_whether_it_reads_and_which_ids_its_failed_items_have()
    {
        ConnectFast();
        PSObject[] wanted = WantedFor(20);
        Service.Scripts.Remove(Scripts[3].Id);

        IReadOnlyList<string> lines = Invoke("$in | Get-DeviceScriptRunSummary -Verbose", wanted).Verbose;

        string line = Assert.Single(lines, line => line.StartsWith("Batch of 20 ", StringComparison.Ordinal));
        string failed = Assert.Single(Reads, read => read.Status == 404).Request.RequestId;
        Assert.Matches($@"^Batch of 20 GET: 19 × 200, 1 × 404 after \d+ ms \(request-id of the batch: {Assert.Single(Envelopes).Request.RequestId}; of the failed items: {failed}\)\.$", line);
    }

    [Fact]
    public void A_slow_reader_of_the_output_hears_of_a_wait_that_is_long_over()
    {
        ConnectFast();
        Service.Latency = TimeSpan.FromMilliseconds(300);
        Service.Faults.OnEnvelopes().Skip(1).Once().Throttle("1");

        InvocationResult result = Invoke(
            Update + " -ThrottleLimit 1 | ForEach-Object { if (-not $slept) { $slept = $true; [Threading.Thread]::Sleep(4000) }; $_ }", WantedFor(60));

        Assert.Empty(result.AllErrors);
        Assert.Equal(60, result.Output.Count);
    }
}
