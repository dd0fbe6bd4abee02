using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class StatusTests
{
    private const string NoRoute = "No method match route template";

    [Theory]
    [InlineData(400, nameof(ErrorId.RequestRejected))]
    [InlineData(401, nameof(ErrorId.AuthenticationFailed))]
    [InlineData(402, nameof(ErrorId.RequestRejected))]
    [InlineData(403, nameof(ErrorId.PermissionDenied))]
    [InlineData(404, nameof(ErrorId.ScriptNotFound))]
    [InlineData(405, nameof(ErrorId.UpdateNotSupported))]
    [InlineData(409, nameof(ErrorId.RequestRejected))]
    [InlineData(412, nameof(ErrorId.RequestRejected))]
    [InlineData(415, nameof(ErrorId.RequestRejected))]
    [InlineData(422, nameof(ErrorId.RequestRejected))]
    [InlineData(429, nameof(ErrorId.Throttled))]
    [InlineData(500, nameof(ErrorId.ServiceUnavailable))]
    [InlineData(502, nameof(ErrorId.ServiceUnavailable))]
    [InlineData(503, nameof(ErrorId.ServiceUnavailable))]
    [InlineData(504, nameof(ErrorId.ServiceUnavailable))]
    [InlineData(507, nameof(ErrorId.ServiceUnavailable))]
    public async Task Each_status_has_its_failure(int status, string id)
    {
        Failure failure = await FailureAsync(Answer.Error(status, "SomeCode", "Some words."));

        Assert.Equal(id, failure.Id.ToString());
    }

    [Theory]
    [InlineData(401, nameof(ErrorId.AuthenticationFailed))]
    [InlineData(429, nameof(ErrorId.Throttled))]
    [InlineData(502, nameof(ErrorId.ServiceUnavailable))]
    [InlineData(503, nameof(ErrorId.ServiceUnavailable))]
    [InlineData(400, nameof(ErrorId.ResponseInvalid))]
    [InlineData(403, nameof(ErrorId.ResponseInvalid))]
    [InlineData(404, nameof(ErrorId.ResponseInvalid))]
    public async Task A_page_of_a_gateway_has_its_failure(int status, string id)
    {
        Failure failure = await FailureAsync(Answer.Html(status));

        Assert.Equal(id, failure.Id.ToString());
    }

    [Theory]
    [InlineData(400, nameof(ErrorId.RequestRejected))]
    [InlineData(403, nameof(ErrorId.PermissionDenied))]
    [InlineData(404, nameof(ErrorId.ScriptNotFound))]
    [InlineData(405, nameof(ErrorId.UpdateNotSupported))]
    [InlineData(503, nameof(ErrorId.ServiceUnavailable))]
    public async Task The_status_alone_is_enough(int status, string id)
    {
        Failure failure = await FailureAsync(Answer.Empty(status));

        Assert.Equal(id, failure.Id.ToString());
        Assert.Equal($"HTTP {status}.", failure.Detail);
    }

    [Fact]
    public async Task A_404_for_a_list_is_RequestRejected()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Error(404, "NotFound", "Not here."));

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Equal(ErrorId.RequestRejected, failure.Id);
    }

    [Fact]
    public async Task A_404_for_a_script_that_is_read_is_ScriptNotFound()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Error(404, "NotFound", "Not here."));

        Failure failure = await GraphBench.FailureOf(bench.ReadScriptAsync());

        Assert.Equal(ErrorId.ScriptNotFound, failure.Id);
    }

    [Fact]
    public async Task No_route_in_the_code_is_UpdateNotSupported()
    {
        Failure failure = await FailureAsync(Answer.Error(400, NoRoute, "No OData route exists that match template ~/singleton."));

        Assert.Equal(ErrorId.UpdateNotSupported, failure.Id);
    }

    [Fact]
    public async Task No_route_in_the_message_is_UpdateNotSupported()
    {
        Failure failure = await FailureAsync(Answer.Error(400, "BadRequest", $"{NoRoute} here."));

        Assert.Equal(ErrorId.UpdateNotSupported, failure.Id);
    }

    [Fact]
    public async Task No_route_in_the_JSON_that_Intune_puts_into_the_message_is_UpdateNotSupported()
    {
        Failure failure = await FailureAsync(Answer.IntuneError(400, "BadRequest", NoRoute));

        Assert.Equal(ErrorId.UpdateNotSupported, failure.Id);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(415)]
    public async Task What_another_try_would_not_change_is_sent_once(int status)
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(Answer.Error(status, "SomeCode", "Some words."));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Single(bench.Graph.Sent);
        Assert.Equal(1, failure.Http!.Attempts);
    }

    [Fact]
    public async Task No_route_is_sent_once()
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(Answer.Error(400, NoRoute, "No OData route exists."));

        await bench.FailingUpdateAsync();

        Assert.Single(bench.Graph.Sent);
    }

    private static async Task<Failure> FailureAsync(Answer answer)
    {
        using GraphBench bench = new(tokens: new FakeTokens("token-1") { CanRenew = false });
        bench.Graph.Answers(answer);
        return await bench.FailingUpdateAsync();
    }
}
