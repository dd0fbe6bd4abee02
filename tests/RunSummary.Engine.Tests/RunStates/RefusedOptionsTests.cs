using System;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.RunStates;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;
using static RunSummary.Engine.Tests.RunStates.PageBytes;

namespace RunSummary.Engine.Tests.RunStates;

/// <summary>A service may refuse options of the query.</summary>
public sealed class RefusedOptionsTests
{
    private static readonly Answer Rejected = Answer.Error(400, "BadRequest", "Query option 'Select' is not allowed.");

    [Fact]
    public async Task Where_the_options_are_refused_fewer_are_sent_and_the_session_remembers()
    {
        using GraphBench bench = new();
        StateReader reader = new(bench.Client);
        bench.Graph.Answers(Rejected, Rejected, Answer.Json(200, Page(Device("\"success\""))), Answer.Json(200, Page(Device("\"fail\""))));

        DeviceStateCounts first = await CountAsync(bench, reader);
        DeviceStateCounts second = await CountAsync(bench, reader);

        Assert.Equal((1, 1), (first.Success, second.Error));
        Assert.Equal([States + Select + "&$top=999", States + Select, States, States], bench.Graph.Urls);
    }

    [Fact]
    public async Task A_501_is_a_refusal_as_well_and_is_not_tried_again()
    {
        using GraphBench bench = new(retries: 5);
        bench.Graph.Answers(Answer.Error(501, "NotImplemented", "$top"), Answer.Json(200, Page(Device("\"success\""))));

        Assert.Equal(1, (await CountAsync(bench)).Success);
        Assert.Equal([States + Select + "&$top=999", States + Select], bench.Graph.Urls);
    }

    [Fact]
    public async Task What_one_family_refuses_another_is_asked_for()
    {
        using GraphBench bench = new();
        StateReader reader = new(bench.Client);
        bench.Graph.Answers(Rejected, Answer.Json(200, Page()), Answer.Json(200, Page()));

        await CountAsync(bench, reader);
        await reader.CountDevicesAsync(GraphBench.Script with { Type = DeviceScriptType.PowerShell }, bench.Events, TestContext.Current.CancellationToken);

        Assert.EndsWith("&$top=999", bench.Graph.Urls.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_that_is_not_about_the_options_is_told_and_not_remembered()
    {
        using GraphBench bench = new();
        StateReader reader = new(bench.Client);
        bench.Graph.Answers(Rejected, Rejected, Answer.Error(400, "BadRequest", "Not today."), Answer.Json(200, Page()));

        Failure failure = await GraphBench.FailureOf(CountAsync(bench, reader));
        await CountAsync(bench, reader);

        Assert.Equal(ErrorId.RequestRejected, failure.Id);
        Assert.Contains("Not today.", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(States + Select + "&$top=999", bench.Graph.Urls.Last());
    }
}
