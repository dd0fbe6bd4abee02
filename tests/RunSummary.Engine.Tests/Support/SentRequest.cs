using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine.Tests.Support;

/// <summary>A request as it would have gone onto the wire.</summary>
internal sealed record SentRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    public string Url => Address.AbsoluteUri;

    public string? BodyText => Body is null ? null : Encoding.UTF8.GetString(Body);

    public string? Authorization => Headers.GetValueOrDefault("Authorization");

    public string? ClientRequestId => Headers.GetValueOrDefault("client-request-id");

    public static async Task<SentRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Dictionary<string, string> headers = request.Headers.NonValidated
            .Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        byte[]? body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return new SentRequest(request.Method.Method, request.RequestUri!, headers, body);
    }
}
