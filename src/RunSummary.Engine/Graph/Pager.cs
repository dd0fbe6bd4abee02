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
    private HttpFacts? _facts;
    private string? _nextLink;

    /// <summary>Gives the items of the next page, or null after the last.</summary>
    public async Task<IReadOnlyList<T>?> NextAsync<T>(Func<JsonElement, T> readItem, IEngineEvents events, CancellationToken cancellationToken)
    {
        if (_facts is not null && _nextLink is null)
        {
            return null;
        }

        GraphRequest request = _facts is null ? new GraphRequest(HttpMethod.Get, path) : Follow(_nextLink!, _facts);

        GraphAnswer<Page<T>> answer = await client
            .SendAsync(request, response => Page<T>.Read(response.Body, readItem), events, cancellationToken)
            .ConfigureAwait(false);
        _read.Add((request.Absolute ?? client.AddressOf(path)).AbsoluteUri);
        _nextLink = answer.Value.NextLink;
        _facts = answer.Facts;
        return answer.Value.Items;
    }

    private GraphRequest Follow(string link, HttpFacts facts)
    {
        string shown = PlainText.OneLine(link, GraphError.ShownCharacters);
        if (!Uri.TryCreate(link, UriKind.Absolute, out Uri? address) || address.IsFile)
        {
            throw Fail(ErrorId.ResponseInvalid, Strings.NextLinkInvalid, shown, facts);
        }

        if (_read.Contains(address.AbsoluteUri))
        {
            throw Fail(ErrorId.ResponseInvalid, Strings.NextLinkLoops, shown, facts);
        }

        return GraphHttp.IsSameHost(address, client.Endpoint)
            ? new GraphRequest(HttpMethod.Get, path) { Absolute = address }
            : throw Fail(ErrorId.EndpointNotSecure, Strings.EndpointNotSecure_Host, address.Host, facts);
    }

    private static FailureException Fail(ErrorId id, string format, string argument, HttpFacts facts) =>
        new(new Failure(id, format.With(argument)) { Http = facts });

    private sealed record Page<TItem>(IReadOnlyList<TItem> Items, string? NextLink)
    {
        public static Page<TItem> Read(ReadOnlyMemory<byte> body, Func<JsonElement, TItem> readItem)
        {
            JsonElement json = GraphJson.Parse(body);
            return json.TryGetProperty("value", out JsonElement items) && items.ValueKind == JsonValueKind.Array
                ? new Page<TItem>([.. items.EnumerateArray().Select(readItem)], json.Text("@odata.nextLink"))
                : throw AnswerException.Property("value");
        }
    }
}
