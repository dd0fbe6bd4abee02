using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace RunSummary.Sandbox.Service;

/// <summary>What an address leads to.</summary>
internal sealed record Site(SandboxHandler Answer, RequestLog Log, Func<TimeSpan> Latency);

/// <summary>The only place that knows ASP.NET: HTTP to plain values and back.</summary>
internal sealed class HttpEdge(Func<HttpRequest, Site> chooseSite, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        Site site = chooseSite(context.Request);
        try
        {
            SandboxRequest request = await ReadAsync(context.Request, ended.Token).ConfigureAwait(false);
            LoggedRequest entry = site.Log.Add(request);
            SandboxAnswer answer = await site.Answer(request, ended.Token).ConfigureAwait(false);
            using IDisposable? lease = answer.Lease;
            await Task.Delay(site.Latency(), ended.Token).ConfigureAwait(false);
            entry.Status = answer.Delivery == Delivery.Reset ? 0 : answer.Status;
            await WriteAsync(context, answer).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }

    private static async Task<SandboxRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using StreamReader reader = new(request.Body, Encoding.UTF8);
        string path = request.Path.Value ?? "/";
        return new SandboxRequest
        {
            Method = request.Method,
            Root = $"{request.Scheme}://{request.Host}",
            Path = path,
            IsEnvelope = BatchEnvelope.IsAddressed(request.Method, path),
            Query = request.QueryString.Value ?? "",
            Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    private static async Task WriteAsync(HttpContext context, SandboxAnswer answer)
    {
        if (answer.Delivery == Delivery.Reset)
        {
            Reset(context);
            return;
        }

        ReadOnlyMemory<byte> body = answer.BodyBytes();
        int sent = answer.Delivery == Delivery.Whole ? body.Length : body.Length / 2;
        WriteHead(context.Response, answer, answer.Delivery == Delivery.Broken ? body.Length : sent);
        if (sent > 0)
        {
            await context.Response.Body.WriteAsync(body[..sent]).ConfigureAwait(false);
        }

        if (answer.Delivery == Delivery.Broken)
        {
            await context.Response.Body.FlushAsync().ConfigureAwait(false);
            context.Abort();
        }
    }

    private static void WriteHead(HttpResponse response, SandboxAnswer answer, int length)
    {
        response.StatusCode = answer.Status;
        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            response.Headers[header.Key] = header.Value;
        }

        if (answer.Status != StatusCodes.Status204NoContent)
        {
            response.ContentType = answer.ContentType;
            response.ContentLength = length;
        }
    }

    private static void Reset(HttpContext context)
    {
        // Without lingering, closing sends RST instead of FIN.
        Socket? socket = context.Features.Get<IConnectionSocketFeature>()?.Socket;
        socket?.Close(0);
        context.Abort();
    }
}
