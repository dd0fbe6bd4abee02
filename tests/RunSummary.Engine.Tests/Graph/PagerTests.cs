using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class PagerTests
{
    private const string First = "https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts";
    private const string Second = First + "?$skiptoken=2";
    private const string Third = First + "?$skiptoken=3";

    [Fact]
    public async Task Pages_are_read_in_their_order()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(
            Answer.Json(200, Recorded.Page(Second, "a", "b")), Answer.Json(200, Recorded.Page(Third, "c")), Answer.Json(200, Recorded.Page(null, "d")));

        List<string> names = await bench.ListAsync();

        Assert.Equal(["a", "b", "c", "d"], names);
        Assert.Equal([First, Second, Third], bench.Graph.Urls);
    }

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts?$skiptoken=a%2Bb%2F%3D&x=%C3%BC")]
    [InlineData("https://graph.microsoft.com/beta/elsewhere/list?$top=5&$skip=5")]
    public async Task A_link_is_used_as_it_is(string link)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(link, "a")), Answer.Json(200, Recorded.Page(null, "b")));

        await bench.ListAsync();

        Assert.Equal(link, bench.Graph.Sent[1].Url);
    }

    [Fact]
    public async Task A_link_is_read_by_GET_with_the_token()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(Second, "a")), Answer.Json(200, Recorded.Page(null, "b")));

        await bench.ListAsync();

        Assert.Equal(("GET", "Bearer token-1"), (bench.Graph.Sent[1].Method, bench.Graph.Sent[1].Authorization));
    }

    [Fact]
    public async Task An_empty_page_in_the_middle_is_not_the_end()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(
            Answer.Json(200, Recorded.Page(Second, "a")), Answer.Json(200, Recorded.Page(Third)), Answer.Json(200, Recorded.Page(null, "b")));

        Assert.Equal(["a", "b"], await bench.ListAsync());
    }

    [Fact]
    public async Task A_list_without_items_is_empty()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(null)));

        Assert.Empty(await bench.ListAsync());
    }

    [Fact]
    public async Task A_link_that_is_null_is_the_end()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, """{"value":[],"@odata.nextLink":null}"""));

        Assert.Empty(await bench.ListAsync());
    }

    [Fact]
    public async Task The_next_page_is_not_read_before_the_last_item_is_taken()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(Second, "a", "b")), Answer.Json(200, Recorded.Page(null, "c")));
        List<(string Name, int Sent)> taken = [];
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource leave = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Task list = bench.Session.ListScriptsAsync(DeviceScriptType.Shell, TakeAsync, bench.Events, TestContext.Current.CancellationToken);
        await arrived.Task.WaitAsync(GraphBench.Patience, TestContext.Current.CancellationToken);
        Assert.Equal([("a", 1)], taken);
        leave.SetResult();
        await list;

        Assert.Equal([("a", 1), ("b", 1), ("c", 2)], taken);

        Task TakeAsync(DeviceScript script)
        {
            taken.Add((script.DisplayName!, bench.Graph.Sent.Count));
            arrived.TrySetResult();
            return leave.Task;
        }
    }

    [Fact]
    public async Task Where_an_item_is_not_taken_nothing_more_is_read()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(Second, "a", "b")));

        await Assert.ThrowsAsync<TimeoutException>(() => bench.Session.ListScriptsAsync(
            DeviceScriptType.Shell, _ => throw new TimeoutException(), bench.Events, TestContext.Current.CancellationToken));

        Assert.Single(bench.Graph.Sent);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":"none"}""")]
    [InlineData("[]")]
    public async Task A_page_without_its_items_is_ResponseInvalid(string body)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, body));

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
    }

    [Fact]
    public async Task A_later_page_is_tried_again_by_itself()
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(Second, "a")), Answer.Empty(503), Answer.Json(200, Recorded.Page(null, "b")));

        Assert.Equal(["a", "b"], await bench.ListAsync());
        Assert.Equal([First, Second, Second], bench.Graph.Urls);
    }

    [Fact]
    public async Task A_missing_segment_moves_a_list_to_beta()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.SegmentMissing(), Answer.Json(200, Recorded.Page(null, "a")));

        Assert.Equal(["a"], await bench.ListAsync());
        Assert.Equal(First.Replace("v1.0", "beta", StringComparison.Ordinal), bench.Graph.Urls.Last());
    }
}
