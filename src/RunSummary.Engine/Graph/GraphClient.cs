using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Sends requests to Microsoft Graph: with a token, to the session's version, again where that helps.</summary>
internal sealed class GraphClient(Uri endpoint, HttpClient http, ITokenSource tokens, ApiVersionGate versions, RetryPolicy retries) : IDisposable
{
    private readonly GraphTransport _transport = new(http);

    /// <summary>The base address of Microsoft Graph, without a version.</summary>
    public Uri Endpoint { get; } = endpoint;

    /// <summary>Gives the full address of a path in the version that is current.</summary>
    public Uri AddressOf(string path) => AddressOf(path, versions.Current);

    /// <summary>Sends a request until an answer can be read or no further try is allowed.</summary>
    /// <exception cref="FailureException">What the last try came to.</exception>
    public async Task<GraphAnswer<T>> SendAsync<T>(
        GraphRequest request, Func<GraphResponse, T> read, IEngineEvents events, CancellationToken cancellationToken)
    {
        TimeSpan waited = TimeSpan.Zero;
        for (int tries = 1; ; tries++)
        {
            GraphFault fault;
            try
            {
                GraphResponse response = await TryAsync(request, events, cancellationToken).ConfigureAwait(false);
                return new GraphAnswer<T>(Read(request, response, read), GraphFaults.Facts(response, code: null) with { Attempts = tries });
            }
            catch (GraphFaultException exception)
            {
                fault = exception.Fault;
            }

            TimeSpan? wait = fault.IsTransient ? retries.NextWait(tries, waited, fault.RetryAfter) : null;
            if (wait is not { } next)
            {
                throw new FailureException(Final(fault, tries));
            }

            events.Verbose(Strings.RetryLine.With(
                request.Method, request.Path, fault.Failure.Detail, tries + 1, retries.MaximumTries, next.TotalSeconds));
            await retries.WaitAsync(next, cancellationToken).ConfigureAwait(false);
            waited += next;
        }
    }

    public void Dispose() => _transport.Dispose();

    private Uri AddressOf(string path, string version) => new($"{Endpoint.AbsoluteUri.TrimEnd('/')}/{version}/{path}");

    private Failure Final(GraphFault fault, int tries)
    {
        Failure failure = fault.Failure with { Http = fault.Failure.Http! with { Attempts = tries } };
        if (!fault.IsTransient || tries >= retries.MaximumTries || fault.RetryAfter is not { } wait)
        {
            return failure;
        }

        string tooLong = Strings.RetryWaitTooLong.With(wait.TotalSeconds, RetryPolicy.MaximumTotalWait.TotalMinutes);
        return failure with { Detail = failure.Detail + " " + tooLong };
    }

    private static T Read<T>(GraphRequest request, GraphResponse response, Func<GraphResponse, T> read)
    {
        if (GraphFaults.Of(request, response) is { } fault)
        {
            throw new GraphFaultException(fault);
        }

        try
        {
            return read(response);
        }
        catch (AnswerException exception)
        {
            throw new GraphFaultException(GraphFaults.Unreadable(response, exception));
        }
    }

    /// <summary>Sends a request once as the user sees it: a refused token and a wrong version don't count.</summary>
    private async Task<GraphResponse> TryAsync(GraphRequest request, IEngineEvents events, CancellationToken cancellationToken)
    {
        AccessToken? rejected = null;
        while (true)
        {
            // The token comes before the turn, so that nobody waits in line for a sign-in.
            AccessToken token = await tokens.GetTokenAsync(rejected, cancellationToken).ConfigureAwait(false);
            using ApiVersionGate.Turn turn = await versions.EnterAsync(cancellationToken).ConfigureAwait(false);
            GraphResponse response = await SendAsync(request, turn.Version, token, events, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == 401 && rejected is null && tokens.CanRenew)
            {
                rejected = token;
            }
            else if (request.Absolute is not null || !versions.MustRepeat(turn, response, events))
            {
                return response;
            }
        }
    }

    private async Task<GraphResponse> SendAsync(
        GraphRequest request, string version, AccessToken token, IEngineEvents events, CancellationToken cancellationToken)
    {
        Uri address = request.Absolute ?? AddressOf(request.Path, version);
        Stopwatch watch = Stopwatch.StartNew();
        GraphResponse response = await _transport.SendAsync(request, address, token, cancellationToken).ConfigureAwait(false);
        events.Verbose(Strings.RequestLine.With(
            request.Method, address.AbsolutePath, response.StatusCode, watch.ElapsedMilliseconds, response.RequestId));
        return response;
    }
}
