using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Sends requests to Microsoft Graph: with a token, to the session's version, within its pace, again where that helps.</summary>
internal sealed class GraphClient(
    Uri endpoint, HttpClient http, ITokenSource tokens, ApiVersionGate versions, RetryPolicy retries, SessionPace pace, IClock clock) : IDisposable
{
    private readonly GraphTransport _transport = new(http);

    /// <summary>The base address of Microsoft Graph, without a version.</summary>
    public Uri Endpoint { get; } = endpoint;

    public RetryPolicy Retries { get; } = retries;

    public SessionPace Pace { get; } = pace;

    public IClock Clock { get; } = clock;

    /// <summary>Gives the full address of a path in the version that is current.</summary>
    public Uri AddressOf(string path) => AddressOf(path, versions.Current);

    /// <summary>Sends a request until an answer can be read or no further try is allowed.</summary>
    /// <exception cref="FailureException">What the last try came to.</exception>
    public async Task<GraphAnswer<T>> SendAsync<T>(
        GraphRequest request, Func<GraphResponse, T> read, IEngineEvents events, CancellationToken cancellationToken)
    {
        Attempts<T> attempts = new(request, read, Retries);
        while (true)
        {
            AttemptResult<T> result = await TryAsync(attempts, events, cancellationToken).ConfigureAwait(false);

            if (result.Answer is { } answer)
            {
                return answer;
            }

            if (result.Failure is { } failure)
            {
                throw new FailureException(failure);
            }

            await Clock.DelayAsync(result.Again!.Value, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request once.</summary>
    /// <param name="attempts">The request.</param>
    /// <param name="token">What to send it with.</param>
    /// <param name="permit">The leave to send it.</param>
    /// <param name="events">Hears of it.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public async Task<AttemptResult<T>> TryAsync<T>(
        Attempts<T> attempts, AccessToken token, Pacer.Permit permit, IEngineEvents events, CancellationToken cancellationToken)
    {
        try
        {
            using Exchange exchange = await ExchangeAsync(attempts.Request, token, cancellationToken).ConfigureAwait(false);
            GraphResponse response = exchange.Response;
            events.Verbose(Strings.RequestLine.With(
                attempts.Request.Method, response.Address!.AbsolutePath, response.StatusCode, exchange.Elapsed.TotalMilliseconds, response.RequestId));
            AttemptResult<T> result = attempts.Judge(exchange, response, events);
            NoteThrottling(permit, [response], [result]);
            return result;
        }
        catch (GraphFaultException exception)
        {
            return attempts.Broken(exception.Fault, events);
        }
    }

    /// <summary>Makes one HTTP request.</summary>
    /// <exception cref="GraphFaultException">No answer came, or one that breaks off or is too large.</exception>
    public async Task<Exchange> ExchangeAsync(GraphRequest request, AccessToken token, CancellationToken cancellationToken)
    {
        ApiVersionGate.Turn turn = await versions.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Uri address = request.Absolute ?? AddressOf(request.Path, turn.Version);
            Stopwatch watch = Stopwatch.StartNew();
            GraphResponse response = await _transport.SendAsync(request, address, token, cancellationToken).ConfigureAwait(false);
            return new Exchange(response, token, tokens.CanRenew, versions, turn) { Elapsed = watch.Elapsed };
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>The token that was given last.</summary>
    public AccessToken? LatestToken => tokens.Latest;

    /// <summary>
    /// Gets a token. That comes before leave to send and before the turn: it may take long, and nobody is to wait for a sign-in of others.
    /// </summary>
    /// <exception cref="GraphFaultException">There is none to be had.</exception>
    public async Task<AccessToken> GetTokenAsync(Rejection? rejected, IEngineEvents events, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.GetTokenAsync(rejected, events, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException exception)
        {
            // The sign-in service has its bad moments too. Where it was asked again already, that is enough.
            Failure failure = exception.Failure;
            throw new GraphFaultException(new GraphFault(failure, SignInFailures.MayPass(failure) && !failure.IsFinal, failure.RetryAfter));
        }
    }

    private async Task<AttemptResult<T>> TryAsync<T>(Attempts<T> attempts, IEngineEvents events, CancellationToken cancellationToken)
    {
        AccessToken token;
        try
        {
            token = await GetTokenAsync(attempts.Rejected, events, cancellationToken).ConfigureAwait(false);
        }
        catch (GraphFaultException exception)
        {
            return attempts.Broken(exception.Fault, events);
        }

        using Pacer.Permit permit = await Pace.For(attempts.Request).AcquireAsync(1, events, cancellationToken).ConfigureAwait(false);
        return await TryAsync(attempts, token, permit, events, cancellationToken).ConfigureAwait(false);
    }

    private Uri AddressOf(string path, string version) => new($"{Endpoint.AbsoluteUri.TrimEnd('/')}/{version}/{path}");

    /// <summary>Pauses the whole session for as long as those that were refused with a 429 wait, within the bound of all waits.</summary>
    public void NoteThrottling<T>(Pacer.Permit permit, IReadOnlyList<GraphResponse?> answers, IReadOnlyList<AttemptResult<T>> results)
    {
        TimeSpan? longest = null;
        for (int index = 0; index < answers.Count; index++)
        {
            if (answers[index] is { StatusCode: 429 } answer && (results[index].Again ?? answer.RetryAfter) is { } wait)
            {
                longest = longest > wait ? longest : wait;
            }
        }

        if (longest is { } pause)
        {
            TimeSpan bounded = pause < RetryPolicy.MaximumTotalWait ? pause : RetryPolicy.MaximumTotalWait;
            permit.Throttled(bounded);
            Pace.Pause(bounded);
        }
    }

    public void Dispose() => _transport.Dispose();
}
