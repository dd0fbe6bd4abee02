using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.RunStates;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;
using static RunSummary.Engine.Tests.RunStates.PageBytes;

namespace RunSummary.Engine.Tests.RunStates;

public sealed class CountingTests
{
    private const string Users = "https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts/" + GraphBench.ScriptId + "/userRunStates";

    [Fact]
    public async Task What_the_count_needs_is_all_that_is_asked_for()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Page()), Answer.Json(200, Page()));

        await CountAsync(bench);
        await new StateReader(bench.Client).CountUsersAsync(GraphBench.Script, bench.Events, TestContext.Current.CancellationToken);

        Assert.Equal([States + Select + "&$top=999", Users + "?$select=successDeviceCount,errorDeviceCount&$top=999"], bench.Graph.Urls);
    }

    [Fact]
    public async Task All_pages_are_counted()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(
            Answer.Json(200, Linked("?$skiptoken=2", "\"success\"", "\"fail\"")), Answer.Json(200, Linked("?$skiptoken=3")), Answer.Json(200, Page(Device("\"success\""))));

        DeviceStateCounts counts = await CountAsync(bench);

        Assert.Equal((2, 1, 3), (counts.Success, counts.Error, counts.Total));
        Assert.Equal([States + "?$skiptoken=2", States + "?$skiptoken=3"], bench.Graph.Urls.Skip(1));
    }

    [Fact]
    public async Task A_page_that_breaks_off_is_read_again_and_not_counted_twice()
    {
        using GraphBench bench = new(retries: 2);
        bench.Graph.Answers(Answer.Json(200, Linked("?$skiptoken=2", "\"success\"")));
        bench.Graph.Answers(_ => BreaksOff(Page(Device("\"fail\""), Device("\"fail\""))));
        bench.Graph.Answers(Answer.Json(200, Page(Device("\"fail\""), Device("\"fail\""))[..^4]), Answer.Json(200, Page(Device("\"fail\""), Device("\"fail\""))));

        DeviceStateCounts counts = await CountAsync(bench);

        Assert.Equal((1, 2, 3), (counts.Success, counts.Error, counts.Total));
        Assert.Equal(4, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task A_page_that_never_makes_sense_is_ResponseInvalid()
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Answers(Answer.Json(200, """{"value":[{"runState":1}]}"""), Answer.Json(200, """{"value":[{"runState":1}]}"""));

        Failure failure = await GraphBench.FailureOf(CountAsync(bench));

        Assert.Equal((ErrorId.ResponseInvalid, 2), (failure.Id, failure.Http!.Attempts));
    }

    [Fact]
    public async Task A_script_that_is_gone_between_two_pages_is_ScriptNotFound()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Linked("?$skiptoken=2", "\"success\"")), Answer.Error(404, "ResourceNotFound", "Not found."));

        Assert.Equal(ErrorId.ScriptNotFound, (await GraphBench.FailureOf(CountAsync(bench))).Id);
    }

    [Theory]
    [InlineData("https://evil.example/x", nameof(ErrorId.EndpointNotSecure))]
    [InlineData(States + "?$skiptoken=2", nameof(ErrorId.ResponseInvalid))]
    public async Task A_link_that_leads_away_or_back_ends_the_count(string link, string expected)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Linked("?$skiptoken=2", "\"success\"")), Answer.Json(200, $$"""{"@odata.nextLink":"{{link}}","value":[]}"""));

        Assert.Equal(expected, (await GraphBench.FailureOf(CountAsync(bench))).Id.ToString());
        Assert.Equal(2, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task Pages_without_end_come_to_one()
    {
        using EndlessPages pages = new();
        using GraphBench bench = new(network: pages);

        Failure failure = await GraphBench.FailureOf(CountAsync(bench));

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Equal(20_000, pages.Count);
    }

    [Fact]
    public async Task A_page_larger_than_any_honest_one_is_refused_without_holding_it()
    {
        using GraphBench bench = new();
        using ScriptedStream body = new(long.MaxValue);
        bench.Graph.Answers(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });

        Failure failure = await GraphBench.FailureOf(CountAsync(bench));

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.InRange(body.Given, 32L << 20, 33L << 20);
    }

    [Fact]
    public async Task A_text_larger_than_any_buffer_is_passed_over()
    {
        using GraphBench bench = new();
        string wordy = $$"""{"resultMessage":"{{new string('x', 1 << 20)}}","runState":"fail"}""";
        bench.Graph.Answers(Answer.Json(200, Page(Device("\"success\""), wordy, Device("\"success\""))));

        DeviceStateCounts counts = await CountAsync(bench);

        Assert.Equal((2, 1, 3), (counts.Success, counts.Error, counts.Total));
    }

    private static string Linked(string query, params string[] states) =>
        $$"""{"@odata.nextLink":"{{States}}{{query}}","value":[{{string.Join(",", states.Select(state => Device(state)))}}]}""";

    private static HttpResponseMessage BreaksOff(string body) =>
        new(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream(Encoding.UTF8.GetBytes(body)[..^3])) };

    /// <summary>Gives its bytes and then fails.</summary>
    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("The response ended prematurely.");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer, offset, count));
    }

    /// <summary>A service that always has one more page.</summary>
    private sealed class EndlessPages : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Answer.Json(200, Linked($"?$skiptoken={++Count}")).ToMessage(request));
    }
}
