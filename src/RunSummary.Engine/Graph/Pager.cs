using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Reads a collection page by page, following the links that the service gives, on its own host only.</summary>
/// <param name="client">Sends the requests.</param>
/// <param name="first">The request of the first page.</param>
internal sealed class Pager(GraphClient client, GraphRequest first)
{
    /// <summary>More than any tenant has; what goes on after them leads nowhere.</summary>
    private const int MaximumPages = 20_000;

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private HttpFacts? _facts;
    private string? _nextLink;

    /// <summary>Gives the items of the next page, or null after the last.</summary>
    public async Task<IReadOnlyList<T>?> NextAsync<T>(Func<JsonElement, T> readItem, IEngineEvents events, CancellationToken cancellationToken)
    {
        if (Next() is not { } request)
        {
            return null;
        }

        ListedPage<T> page = await SendAsync(
            request, response => ListedPage<T>.Read(response.Body, readItem), events, cancellationToken).ConfigureAwait(false);
        return page.Items;
    }

    /// <summary>
    /// Gives what the items of the next page come to, or null after the last. A page that breaks off is read again into new items.
    /// </summary>
    public async Task<TItems?> StreamAsync<TItems>(Func<TItems> newItems, IEngineEvents events, CancellationToken cancellationToken)
        where TItems : class, IPageItems
    {
        if (Next() is not { } request)
        {
            return null;
        }

        StreamedPage<TItems>? page = null;
        GraphRequest streamed = request with { NewBodyReader = () => page = new StreamedPage<TItems>(newItems()) };
        await SendAsync(streamed, _ => page!, events, cancellationToken).ConfigureAwait(false);
        return page!.Items;
    }

    private GraphRequest? Next() =>
        _facts is null ? first
        : _nextLink is null ? null
        : Follow(_nextLink, _facts);

    private async Task<TPage> SendAsync<TPage>(
        GraphRequest request, Func<GraphResponse, TPage> read, IEngineEvents events, CancellationToken cancellationToken)
        where TPage : IPage
    {
        GraphAnswer<TPage> answer = await client.SendAsync(request, read, events, cancellationToken).ConfigureAwait(false);
        _read.Add((request.Absolute ?? client.AddressOf(request.Path)).AbsoluteUri);
        _nextLink = answer.Value.NextLink;
        _facts = answer.Facts;
        return answer.Value;
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

        if (_read.Count >= MaximumPages)
        {
            throw Fail(ErrorId.ResponseInvalid, Strings.NextLinkEndless, MaximumPages, facts);
        }

        return GraphHttp.IsSameHost(address, client.Endpoint)
            ? first with { Absolute = address }
            : throw Fail(ErrorId.EndpointNotSecure, Strings.EndpointNotSecure_Host, address.Host, facts);
    }

    private static FailureException Fail(ErrorId id, string format, object argument, HttpFacts facts) =>
        new(new Failure(id, format.With(argument)) { Http = facts });
}
