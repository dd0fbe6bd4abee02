using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class TransportTests
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public async Task A_broken_connection_is_ConnectionFailed_after_the_last_try()
    {
        using GraphBench bench = new(retries: 2);
        bench.Graph.Throws(() => new HttpRequestException("Connection refused"), times: 3);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.ConnectionFailed, failure.Id);
        Assert.Equal(3, failure.Http!.Attempts);
        Assert.Equal(2, bench.Waits.Count);
    }

    [Fact]
    public async Task A_broken_connection_can_be_followed_by_an_answer()
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Throws(() => new HttpRequestException("Connection reset"));
        bench.Graph.Answers(Answer.Json(200, Recorded.Summary));

        DeviceScriptRunSummary summary = await bench.UpdateAsync();

        Assert.Equal(41, summary.SuccessDeviceCount);
    }

    [Fact]
    public async Task ConnectionFailed_names_the_address_and_the_innermost_reason()
    {
        using GraphBench bench = new("https://graph.example:8443/base");
        bench.Graph.Throws(() => new HttpRequestException("Outer.", new IOException("The certificate is not trusted.")));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal("graph.example:8443: The certificate is not trusted.", failure.Detail);
        Assert.IsType<HttpRequestException>(failure.Cause);
    }

    [Fact]
    public async Task ConnectionFailed_has_a_client_request_id_and_no_status()
    {
        using GraphBench bench = new();
        bench.Graph.Throws(() => new HttpRequestException("Connection refused"));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(bench.Graph.Sent[0].ClientRequestId, failure.Http!.ClientRequestId);
        Assert.Null(failure.Http.StatusCode);
        Assert.Null(failure.Http.RequestId);
    }

    // 100 s aren't waited for: what the client gives after them is a cancellation that isn't the caller's.
    [Fact]
    public async Task A_cancellation_that_is_not_the_callers_is_ConnectionFailed()
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Throws(() => new TaskCanceledException(), times: 2);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.ConnectionFailed, failure.Id);
        Assert.Equal(2, failure.Http!.Attempts);
    }

    [Fact]
    public async Task A_body_that_never_comes_is_ConnectionFailed()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(_ => WithBody(new ScriptedStream(0, () => new TaskCanceledException())));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.ConnectionFailed, failure.Id);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_a_cancellation()
    {
        using GraphBench bench = new(retries: 0);
        using CancellationTokenSource cancellation = new();
        HeldAnswer held = bench.Graph.Holds(Answer.Empty(204));
        Task<DeviceScriptRunSummary> update = bench.UpdateAsync(cancellation: cancellation.Token);
        await held.Arrived;

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update);
        Assert.Single(bench.Graph.Sent);
    }

    [Fact]
    public async Task The_callers_cancellation_while_the_body_comes_stays_a_cancellation()
    {
        using GraphBench bench = new(retries: 0);
        using CancellationTokenSource cancellation = new();
        bench.Graph.Answers(_ => WithBody(new ScriptedStream(10, () =>
        {
            cancellation.Cancel();
            return new OperationCanceledException(cancellation.Token);
        })));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.UpdateAsync(cancellation: cancellation.Token));
        Assert.Single(bench.Graph.Sent);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_ResponseInvalid_after_the_last_try()
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Answers(_ => WithBody(new ScriptedStream(10, () => new IOException("The response ended prematurely."))));
        bench.Graph.Answers(_ => WithBody(new ScriptedStream(10, () => new IOException("The response ended prematurely."))));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Equal("The response ended prematurely.", failure.Detail);
        Assert.Equal(2, failure.Http!.Attempts);
    }

    [Fact]
    public async Task A_body_of_more_than_32_MiB_is_ResponseInvalid()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(_ => WithBody(new ScriptedStream((32 * Mebibyte) + 1)));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Contains("32 MiB", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        using GraphBench bench = new();
        using ScriptedStream body = new(long.MaxValue);
        bench.Graph.Answers(_ => WithBody(body));

        await bench.FailingUpdateAsync();

        Assert.InRange(body.Given, 1, 33 * Mebibyte);
    }

    [Fact]
    public async Task A_list_of_many_MiB_is_read()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(null, new string('x', 8 * Mebibyte))));

        string name = Assert.Single(await bench.ListAsync());

        Assert.Equal(8 * Mebibyte, name.Length);
    }

    private static HttpResponseMessage WithBody(Stream body) => new() { Content = new StreamContent(body) };
}
