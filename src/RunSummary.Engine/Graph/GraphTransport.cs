using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Sends one request once and reads the whole answer, both within a bound of time and size.</summary>
internal sealed class GraphTransport(HttpClient http) : IDisposable
{
    private const int UsualBodyBytes = 8 * 1024;

    /// <exception cref="GraphFaultException">No answer came, or one that breaks off or is too large.</exception>
    public async Task<GraphResponse> SendAsync(GraphRequest request, Uri address, AccessToken token, CancellationToken cancellationToken)
    {
        string clientRequestId = Guid.NewGuid().ToString("D");
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(RetryPolicy.TryTimeout);
        using HttpRequestMessage message = ToMessage(request, address, token, clientRequestId);
        try
        {
            using HttpResponseMessage answer = await http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token)
                .ConfigureAwait(false);
            return await ReadAsync(request, answer, address, clientRequestId, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fault(new Failure(ErrorId.ConnectionFailed, Strings.TimedOut.With(RetryPolicy.TryTimeout.TotalSeconds)), clientRequestId);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Fault(ConnectionFailures.Of(address, exception), clientRequestId);
        }
        catch (InvalidOperationException exception)
        {
            // What the redirect handler throws at a redirect without end.
            throw Fault(new Failure(ErrorId.ResponseInvalid, PlainText.OneLine(exception.Message, GraphError.ShownCharacters)), clientRequestId);
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage ToMessage(GraphRequest request, Uri address, AccessToken token, string clientRequestId)
    {
        HttpRequestMessage message = new(request.Method, address);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.Add("client-request-id", clientRequestId);
        if (request.WriteBody is { } writeBody)
        {
            message.Content = ToContent(writeBody);
        }

        return message;
    }

    private static ByteArrayContent ToContent(Action<Utf8JsonWriter> writeBody)
    {
        using MemoryStream body = new(UsualBodyBytes);
        using (Utf8JsonWriter json = new(body, new JsonWriterOptions { SkipValidation = true }))
        {
            writeBody(json);
        }

        // The buffer outlives its stream, and spares a copy.
        ByteArrayContent content = new(body.GetBuffer(), 0, (int)body.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static async Task<GraphResponse> ReadAsync(
        GraphRequest request, HttpResponseMessage answer, Uri address, string clientRequestId, CancellationToken cancellationToken)
    {
        GraphResponse response = new((int)answer.StatusCode, default)
        {
            RequestId = answer.Headers.TryGetValues("request-id", out var ids) ? PlainText.Shown(ids.First()) : null,
            ClientRequestId = clientRequestId,
            RetryAfter = RetryAfter.Read(answer.Headers),
            ClaimsChallenge = (int)answer.StatusCode == 401 ? ClaimsChallenge.Read(answer.Headers) : null,
            Date = answer.Headers.Date,
            Address = address,
            Location = answer.Headers.Location,
        };
        try
        {
            if (response.IsSuccess && request.NewBodyReader is { } newReader)
            {
                await BoundedBody.ReadAsync(answer.Content, newReader(), cancellationToken).ConfigureAwait(false);
                return response;
            }

            return response with { Body = await BoundedBody.ReadAsync(answer.Content, cancellationToken).ConfigureAwait(false) };
        }
        catch (Exception exception) when (BoundedBody.IsUnreadable(exception))
        {
            string detail = PlainText.OneLine(exception.Message, GraphError.ShownCharacters);
            throw new GraphFaultException(GraphFaults.Unreadable(response, new AnswerException(detail)));
        }
    }

    private static GraphFaultException Fault(Failure failure, string clientRequestId) =>
        new(new GraphFault(failure with { Http = new HttpFacts { ClientRequestId = clientRequestId } }, IsTransient: true));
}
