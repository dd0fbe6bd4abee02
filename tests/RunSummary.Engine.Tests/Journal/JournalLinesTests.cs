using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Journal;

public sealed class JournalLinesTests : IDisposable
{
    private const string Held = """{"errorDeviceCount":1,"errorUserCount":2,"successDeviceCount":3,"successUserCount":4}""";

    private readonly JournalFile _journal = new();

    [Fact]
    public async Task A_run_begins_with_its_id_time_tenant_and_endpoint()
    {
        using BulkBench bench = new(tokens: new FakeTokens("token-1") { TenantId = "contoso" });
        await bench.RunAsync([BulkBench.Update(0, 5)], _journal.Options);

        JsonObject run = _journal.Entries[0];
        Assert.Equal("run", (string?)run["entry"]);
        Assert.True(Guid.TryParse((string?)run["runId"], out Guid id) && id != Guid.Empty);
        Assert.Equal(TimeSpan.Zero, DateTimeOffset.Parse((string)run["time"]!, System.Globalization.CultureInfo.InvariantCulture).Offset);
        Assert.Equal("contoso", (string?)run["tenantId"]);
        Assert.Equal("https://graph.microsoft.com/", (string?)run["endpoint"]);
        Assert.All(_journal.Entries, entry => Assert.Equal(id.ToString(), (string?)entry["runId"]));
    }

    [Fact]
    public async Task An_intent_has_the_script_the_counts_before_and_those_to_be_sent()
    {
        using BulkBench bench = new();
        ScriptReference script = BulkBench.Script(0) with { Name = "Install Company Portal" };
        await bench.RunAsync([BulkBench.Update(script, GraphBench.Counts(errorDevice: 5, successUser: 0))], _journal.Options);

        JsonObject intent = _journal.Entries[1];
        Assert.Equal(
            ("intent", "Shell", script.Id.ToString(), "Install Company Portal"),
            ((string?)intent["entry"], (string?)intent["scriptType"], (string?)intent["scriptId"], (string?)intent["scriptName"]));
        Assert.Equal(Held, intent["before"]!.ToJsonString());
        Assert.Equal("""{"errorDeviceCount":5,"successUserCount":0}""", intent["values"]!.ToJsonString());
    }

    [Fact]
    public async Task An_outcome_has_the_counts_that_came_back_and_the_request_id()
    {
        using BulkBench bench = new();
        await bench.RunAsync([BulkBench.Update(0, 5)], _journal.Options);

        JsonObject outcome = _journal.Entries[2];
        Assert.Equal("outcome", (string?)outcome["entry"]);
        Assert.Equal("""{"errorDeviceCount":5,"errorUserCount":2,"successDeviceCount":3,"successUserCount":4}""", outcome["returned"]!.ToJsonString());
        Assert.Equal(Answer.RequestId, (string?)outcome["requestId"]);
        Assert.Null(outcome["error"]);
    }

    [Fact]
    public async Task An_outcome_that_failed_has_the_errors_id()
    {
        using BulkBench bench = new();
        bench.Service.Item = (item, _) => item.IsWrite ? Answer.Error(403, "Forbidden", "No.") : null;
        await bench.RunAsync([BulkBench.Update(0, 5)], _journal.Options);

        JsonObject outcome = _journal.Entries[2];
        Assert.Equal(("PermissionDenied", Answer.RequestId), ((string?)outcome["error"], (string?)outcome["requestId"]));
        Assert.Null(outcome["returned"]);
    }

    [Fact]
    public async Task The_counts_before_are_read_in_the_batches_of_the_writes()
    {
        using BulkBench bench = new();
        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(40), _journal.Options);

        Assert.Equal([20, 20, 20, 20], bench.Service.Sizes);
        Assert.Equal(["GET", "PATCH", "GET", "PATCH"], bench.Service.Sent.Select(sent => ServiceItem.Of(sent)[0].Method));
        BulkBench.AssertWritten(BulkBench.Updates(40), outcomes);
    }

    [Fact]
    public async Task Intents_are_on_disk_before_their_request_is_sent()
    {
        using BulkBench bench = new();
        bench.Service.Arrives = (sent, _) =>
        {
            ServiceItem[] items = ServiceItem.Of(sent);
            IEnumerable<string> intended = Of("intent").Select(entry => (string)entry["scriptId"]!);
            Assert.All(items.Where(item => item.IsWrite), item => Assert.Contains(item.ScriptId.ToString(), intended));
            Assert.All(items.Where(item => !item.IsWrite), item => Assert.DoesNotContain(item.ScriptId.ToString(), intended));
            return Task.CompletedTask;
        };

        await bench.RunAsync(BulkBench.Updates(41), _journal.Options);

        Assert.Equal(41, Of("intent").Count());
    }

    [Fact]
    public async Task An_outcome_is_on_disk_before_the_object_is_given_out()
    {
        using BulkBench bench = new();
        int given = 0;
        (IRunSummaryRun run, Task work) = bench.Start(
            outcome =>
            {
                given++;
                Assert.Contains(outcome.Request.Script!.Id.ToString(), Of("outcome").Select(entry => (string)entry["scriptId"]!));
            },
            _journal.Options);
        Array.ForEach(BulkBench.Updates(41), run.Add);
        run.Complete();
        await BulkBench.Ends(work);

        Assert.Equal(41, given);
        Assert.Equal(41, Of("outcome").Count());
    }

    [Fact]
    public async Task What_is_sent_again_has_one_intent_and_one_outcome()
    {
        using BulkBench bench = new(retries: 2);
        bench.Service.Item = (item, time) => item.IsWrite && time <= 2 ? Answer.Empty(503) : null;

        await bench.RunAsync(BulkBench.Updates(3), _journal.Options);

        Assert.Equal((3, 3), (Of("intent").Count(), Of("outcome").Count()));
        Assert.Equal(3, bench.Service.Items.Count(item => !item.IsWrite));
    }

    [Fact]
    public async Task What_cannot_be_read_before_is_not_written_and_not_in_the_journal()
    {
        using BulkBench bench = new();
        bench.Service.Item = (item, _) => item.ScriptId == BulkBench.Script(1).Id ? Answer.Error(404, "NotFound", "No.") : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(3), _journal.Options);

        BulkBench.AssertWritten(BulkBench.Updates(3), outcomes, except: 1);
        Assert.Equal(ErrorId.ScriptNotFound, outcomes[1].Failure!.Id);
        Assert.DoesNotContain(bench.Service.Writes, write => write.ScriptId == BulkBench.Script(1).Id);
        Assert.Equal((2, 2), (Of("intent").Count(), Of("outcome").Count()));
    }

    [Fact]
    public async Task A_path_that_cannot_be_written_fails_before_anything_is_sent()
    {
        using BulkBench bench = new();
        RunOptions folder = _journal.Options with { JournalPath = _journal.Folder };
        RunOptions nowhere = _journal.Options with { JournalPath = Path.Combine(_journal.Folder, "no", "run.jsonl") };

        Assert.Equal(ErrorId.PathNotWritable, (await GraphBench.FailureOf(bench.RunAsync(BulkBench.Updates(2), folder))).Id);
        Assert.Equal(ErrorId.PathNotWritable, (await GraphBench.FailureOf(bench.RunAsync(BulkBench.Updates(2), nowhere))).Id);
        Assert.Empty(bench.Service.Sent);
    }

    [Fact]
    public async Task On_Unix_only_the_owner_may_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        using BulkBench bench = new();

        await bench.RunAsync(BulkBench.Updates(1), _journal.Options);

        Assert.Equal(JournalFile.OwnerOnly, JournalFile.Mode(_journal.Path));
    }

    public void Dispose() => _journal.Dispose();

    private IEnumerable<JsonObject> Of(string entry) => _journal.Entries.Where(line => (string?)line["entry"] == entry);
}
