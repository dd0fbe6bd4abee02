using System;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>Reads answers over a session, down to what sends its requests.</summary>
internal static class ExchangeReading
{
    /// <summary>Follows a link to the next page, which is nowhere but on the host of the first.</summary>
    public static object? NextLink(byte[] bytes)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(JsonEncodedText.Encode(Encoding.UTF8.GetString(bytes)).ToString(), "a")), Answer.Json(200, Recorded.Page(null, "b")));
        object names = Result(bench.ListAsync());
        Assert.All(bench.Graph.Sent, request => Assert.Equal(("https", "graph.microsoft.com", 443), (request.Address.Scheme, request.Address.Host, request.Address.Port)));
        return names;
    }

    /// <summary>Reads a body that is compressed, as a whole and as it arrives.</summary>
    /// <param name="open">Decompresses as the platform's own handler does.</param>
    public static Func<byte[], object?> Compressed(Func<Stream, Stream> open) => bytes =>
    {
        using GraphBench bench = new();
        bench.Graph.Answers(_ => new HttpResponseMessage { Content = new StreamContent(open(new MemoryStream(bytes))) });
        bench.Graph.Answers(_ => new HttpResponseMessage { Content = new StreamContent(open(new MemoryStream(bytes))) });
        Result(bench.ListAsync());
        return Result(RunStates.PageBytes.CountAsync(bench));
    };

    // All is at hand, so that nothing is left to other threads.
    private static T Result<T>(Task<T> work)
    {
        Assert.True(work.IsCompleted);
        return work.GetAwaiter().GetResult();
    }
}
