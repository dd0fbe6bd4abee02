using System;
using RunSummary.Engine.Authentication;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>What came of one try: a value, a failure, or a wait before the next try.</summary>
internal readonly record struct AttemptResult<T>(GraphAnswer<T>? Answer, Failure? Failure, TimeSpan? Again);

/// <summary>
/// One request on its way to an outcome: counts the tries, and decides after each what comes next. It doesn't matter whether the
/// request went alone or in a batch.
/// </summary>
internal sealed class Attempts<T>(GraphRequest request, Func<GraphResponse, T> read, RetryPolicy retries)
{
    private TimeSpan _waited;

    public GraphRequest Request { get; } = request;

    /// <summary>How many times the request was sent.</summary>
    public int Tries { get; private set; }

    /// <summary>The token that the service refused last time; when a fresh one is refused as well, that is the end.</summary>
    public Rejection? Rejected { get; private set; }

    /// <summary>Whether the request must go alone, since its batch was refused as a whole.</summary>
    public bool IsAlone { get; private set; }

    public AttemptResult<T> Judge(Exchange exchange, GraphResponse response, IEngineEvents events)
    {
        if (response.StatusCode == 401 && exchange.CanRenewToken && (Rejected is null || IsNewChallenge(response)))
        {
            Rejected = new Rejection(exchange.Token, response.ClaimsChallenge);
            return Now();
        }

        Rejected = response.StatusCode == 401 ? Rejected : null;
        if (Request.Absolute is null && exchange.MustRepeat(response, events))
        {
            return Now();
        }

        Tries++;
        if (GraphFaults.Of(Request, response, exchange.CanRenewToken) is { } fault)
        {
            return Judge(fault, events);
        }

        try
        {
            return new AttemptResult<T>(new GraphAnswer<T>(read(response), GraphFaults.Facts(response, code: null, Tries)), null, null);
        }
        catch (AnswerException exception)
        {
            return Judge(GraphFaults.Unreadable(response, exception), events);
        }
    }

    /// <summary>Decides after a try of which no answer came.</summary>
    public AttemptResult<T> Broken(GraphFault fault, IEngineEvents events)
    {
        Tries++;
        return Judge(fault, events);
    }

    /// <summary>Decides after the batch was refused as a whole: that says nothing about this request.</summary>
    public AttemptResult<T> Refused()
    {
        IsAlone = true;
        return Now();
    }

    // A token that only ran out is replaced by one that may still lack claims.
    private bool IsNewChallenge(GraphResponse response) => response.ClaimsChallenge is not null && Rejected is { Claims: null };

    private static AttemptResult<T> Now() => new(null, null, TimeSpan.Zero);

    private AttemptResult<T> Judge(GraphFault fault, IEngineEvents events)
    {
        TimeSpan? wait = fault.IsTransient ? retries.NextWait(Tries, _waited, fault.RetryAfter) : null;
        if (wait is not { } next)
        {
            return new AttemptResult<T>(null, Final(fault), null);
        }

        events.Verbose(Strings.RetryLine.With(
            Request.Method, Request.Path, fault.Failure.Detail, Tries + 1, retries.MaximumTries, next.TotalSeconds));
        _waited += next;
        return new AttemptResult<T>(null, null, next);
    }

    private Failure Final(GraphFault fault)
    {
        // The tries of a sign-in were counted where it was made.
        Failure failure = fault.Failure.Http is { } http ? fault.Failure with { Http = http with { Attempts = Math.Max(http.Attempts, Tries) } } : fault.Failure;
        return fault.IsTransient ? retries.Last(failure, Tries, fault.RetryAfter) : failure;
    }
}
