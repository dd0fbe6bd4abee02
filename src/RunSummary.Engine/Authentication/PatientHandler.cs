using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>
/// Sends a request of MSAL's again where the sign-in service has a bad moment. What then still is a failure never reaches MSAL, which
/// would remember it for the whole process and answer later requests out of its memory.
/// </summary>
internal sealed class PatientHandler(RetryPolicy retries, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly RetryPolicy OnlyOnce = new(maximumRetries: 0);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        MsalCall? call = MsalCall.Current;
        RetryPolicy policy = call is { IsEarly: true } ? OnlyOnce : retries;
        byte[]? body = request.Content is { } content ? (await BoundedBody.ReadAsync(content, cancellationToken).ConfigureAwait(false)).ToArray() : null;
        TimeSpan waited = TimeSpan.Zero;
        call?.Answered?.Invoke();
        for (int tries = 1; ; tries++)
        {
            (HttpResponseMessage? answer, Failure? failure) = await TryAsync(request, body, cancellationToken).ConfigureAwait(false);
            call?.Tries = tries;
            if (failure is null)
            {
                return answer!;
            }

            TimeSpan? wait = SignInFailures.MayPass(failure) ? policy.NextWait(tries, waited, failure.RetryAfter) : null;
            if (wait is not { } next)
            {
                throw new FailureException(Final(failure, policy, tries));
            }

            call?.Events.Verbose(Strings.SignInRetryLine.With(failure.Detail, tries + 1, policy.MaximumTries, next.TotalSeconds));
            await SystemClock.Instance.DelayAsync(next, cancellationToken).ConfigureAwait(false);
            waited += next;
        }
    }

    private static Failure Final(Failure failure, RetryPolicy policy, int tries)
    {
        Failure last = SignInFailures.MayPass(failure) ? policy.Last(failure, tries, failure.RetryAfter) : failure;
        return last with { Http = (failure.Http ?? new HttpFacts()) with { Attempts = tries }, IsFinal = true };
    }

    private async Task<(HttpResponseMessage? Answer, Failure? Failure)> TryAsync(HttpRequestMessage request, byte[]? body, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(RetryPolicy.TryTimeout);
        using HttpRequestMessage copy = Copy(request, body);
        try
        {
            HttpResponseMessage answer = await base.SendAsync(copy, patience.Token).ConfigureAwait(false);
            return await JudgeAsync(copy.RequestUri!, answer, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Failure late = new(ErrorId.ConnectionFailed, Strings.TimedOut.With(RetryPolicy.TryTimeout.TotalSeconds));
            return (null, late with { Http = SignInAnswers.Facts(request) });
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (null, ConnectionFailures.Of(copy.RequestUri!, exception) with { Http = SignInAnswers.Facts(request) });
        }
    }

    private static async Task<(HttpResponseMessage? Answer, Failure? Failure)> JudgeAsync(
        Uri address, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        bool isForMsal = false;
        try
        {
            ReadOnlyMemory<byte>? body = await ReadAsync(answer.Content, cancellationToken).ConfigureAwait(false);
            Failure? failure = SignInAnswers.Judge(address, answer, body);
            isForMsal = failure is null;
            return isForMsal ? (ForMsal(answer, body!.Value), null) : (null, failure);
        }
        finally
        {
            if (!isForMsal)
            {
                answer.Dispose();
            }
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await BoundedBody.ReadAsync(content, cancellationToken, MsalHttp.MaximumAnswerMebibytes).ConfigureAwait(false);
        }
        catch (Exception exception) when (BoundedBody.IsUnreadable(exception))
        {
            return null;
        }
    }

    private static HttpResponseMessage ForMsal(HttpResponseMessage answer, ReadOnlyMemory<byte> body)
    {
        answer.Content.Dispose();
        answer.Content = new ByteArrayContent(body.ToArray());

        // Else MSAL would answer out of its memory for so long.
        answer.Headers.RetryAfter = null;
        return answer;
    }

    // What was sent once can't be sent again.
    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[]? body)
    {
        HttpRequestMessage copy = new(request.Method, request.RequestUri);
        Copy(request.Headers, copy.Headers);
        if (body is not null)
        {
            copy.Content = new ByteArrayContent(body);
            Copy(request.Content!.Headers, copy.Content.Headers);
        }

        return copy;
    }

    private static void Copy(HttpHeaders from, HttpHeaders to)
    {
        foreach (KeyValuePair<string, IEnumerable<string>> header in from)
        {
            to.TryAddWithoutValidation(header.Key, header.Value);
        }
    }
}
