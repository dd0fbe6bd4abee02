using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>Answers one request wrongly; <paramref name="work"/> does what the service would have done.</summary>
public delegate Task<SandboxAnswer> FaultAction(SandboxRequest request, SandboxHandler work, CancellationToken cancellationToken);

/// <summary>Every kind of fault by name. What is made of one is the subclass's: a rule, or the bare action.</summary>
public abstract class FaultKinds<T>
{
    public abstract T Perform(FaultAction action);

    public T Status(int status, string code, string message, string? retryAfter = null) =>
        Instead(_ => GraphErrors.Of(status, code, message).With("Retry-After", retryAfter));

    public T Throttle(string? retryAfter = null) => Status(429, "TooManyRequests", "Too many requests. Try again later.", retryAfter);

    /// <summary>Intune's own 429: no header, seconds inside the JSON in the message.</summary>
    public T ThrottleNested(int? seconds) =>
        Instead(request => IntuneErrors.Of(request, 429, "TooManyRequests", "Too many requests", seconds));

    public T Html(int status) =>
        Answer(status, "text/html", $"<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>gateway</body></html>");

    public T Redirect(string location, int status = 302) =>
        Answer(status, "text/plain", "", ImmutableDictionary<string, string>.Empty.Add("Location", location));

    public T Answer(int status, string contentType, string body, IReadOnlyDictionary<string, string>? headers = null) =>
        Instead(_ => SandboxAnswer.OfText(status, contentType, body).With(headers ?? ImmutableDictionary<string, string>.Empty));

    /// <summary>The connection is reset before the work is done.</summary>
    public T Reset() => Instead(_ => new SandboxAnswer { Status = 0, Delivery = Delivery.Reset });

    /// <summary>The work is done, and the client doesn't hear of it.</summary>
    public T ResetAfterWork() => AfterWork(answer => answer with { Delivery = Delivery.Reset });

    /// <summary>The work is done; the body is cut in half, though well framed.</summary>
    public T Truncate() => AfterWork(answer => answer with { Delivery = Delivery.Truncated });

    /// <summary>The work is done; the connection ends in the middle of the body.</summary>
    public T Break() => AfterWork(answer => answer with { Delivery = Delivery.Broken });

    /// <summary>Waits, then answers as ever; a client that gives up first finds nothing done.</summary>
    public T Hang(TimeSpan time) => Perform(async (request, work, cancellationToken) =>
    {
        await Task.Delay(time, cancellationToken).ConfigureAwait(false);
        return await work(request, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>The work is done; the answer is 204 unless the work failed.</summary>
    public T NoContent() => AfterWork(answer => answer.Status < 300 ? new SandboxAnswer { Status = 204 } : answer);

    /// <summary>Changes the JSON of the real answer, after the work.</summary>
    public T AfterWrite(Func<JsonObject, JsonObject> change) =>
        AfterWork(answer => answer.Json is null ? answer : answer with { Json = change(answer.Json) });

    public T NextLink(string link) => AfterWrite(page =>
    {
        page["@odata.nextLink"] = link;
        return page;
    });

    private T Instead(Func<SandboxRequest, SandboxAnswer> answer) => Perform((request, _, _) => Task.FromResult(answer(request)));

    private T AfterWork(Func<SandboxAnswer, SandboxAnswer> change) => Perform(async (request, work, cancellationToken) =>
        change(await work(request, cancellationToken).ConfigureAwait(false)));
}

/// <summary>Bare actions: <c>Fault.With.Throttle("0")</c>.</summary>
public sealed class Fault : FaultKinds<FaultAction>
{
    private Fault()
    {
    }

    public static Fault With { get; } = new();

    public override FaultAction Perform(FaultAction action) => action;
}
