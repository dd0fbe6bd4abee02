using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Reads a collection page by page, following the links that the service gives, on its own host only.</summary>
internal sealed class Pager(GraphClient client, string path)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private GraphRequest? _next = new(HttpMethod.Get, path);

    /// <summary>Gives the items of the next page, or null after the last.</summary>
    public async Task<IReadOnlyList<T>?> NextAsync<T>(Func<JsonElement, T> readItem, IEngineEvents events, CancellationToken cancellationToken)
    {
        if (_next is not { } request)
        {
            return null;
        }

        GraphAnswer<Page<T>> answer = await client
            .SendAsync(request, response => Page<T>.Read(response.Body, readItem), events, cancellationToken)
            .ConfigureAwait(false);
        _next = answer.Value.NextLink is { } link ? Follow(link, answer.Facts) : null;
        return answer.Value.Items;
    }

    private GraphRequest Follow(string link, HttpFacts facts)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out Uri? address) || !_read.Add(address.AbsoluteUri))
        {
            throw Fail(ErrorId.ResponseInvalid, Strings.NextLinkLoops, PlainText.OneLine(link, GraphError.ShownCharacters), facts);
        }

        return GraphHttp.IsSameHost(address, client.Endpoint)
            ? new GraphRequest(HttpMethod.Get, path) { Absolute = address }
            : throw Fail(ErrorId.EndpointNotSecure, Strings.EndpointNotSecure_Host, address.Host, facts);
    }

    private static FailureException Fail(ErrorId id, string format, string argument, HttpFacts facts) =>
        new(new Failure(id, format.With(argument)) { Http = facts });

    private sealed record Page<TItem>(IReadOnlyList<TItem> Items, string? NextLink)
    {
        public static Page<TItem> Read(byte[] body, Func<JsonElement, TItem> readItem)
        {
            JsonElement json = GraphJson.Parse(body);
            return json.TryGetProperty("value", out JsonElement items) && items.ValueKind == JsonValueKind.Array
                ? new Page<TItem>([.. items.EnumerateArray().Select(readItem)], json.Text("@odata.nextLink"))
                : throw AnswerException.Property("value");
        }
    }
}
