using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>Every kind of fault by name. What is made of one is the subclass's: a rule, or the bare action.</summary>
/// <remarks>Aimed at an item of a batch, whatever concerns the connection comes out as a 504 of the item.</remarks>
public abstract class FaultKinds<T>
{
    private static readonly SandboxAnswer NoAnswer = new() { Status = 0, Delivery = Delivery.Reset };

    public abstract T Perform(FaultAction action);

    public T Perform(FaultWork work, string kind = "Custom") => Perform(new FaultAction(kind, work));

    public T Status(int status, string code, string message, string? retryAfter = null) =>
        Instead(_ => GraphErrors.Of(status, code, message).With("Retry-After", retryAfter), $"Status {status}");

    public T Throttle(string? retryAfter = null) => Instead(_ => GraphErrors.TooManyRequests(retryAfter));

    /// <summary>Intune's own 429: no header, seconds inside the JSON in the message.</summary>
    public T ThrottleNested(int? seconds) => Instead(request => IntuneErrors.TooManyRequests(request, seconds));

    /// <summary>The token was good when the request left.</summary>
    public T ExpiredToken() => Instead(_ => GraphAccess.ExpiredToken());

    /// <summary>The token was good when the request left, and Graph wants one with these claims (JSON).</summary>
    public T ClaimsChallenge(string claims) => Instead(_ => GraphAccess.ClaimsChallenge(claims));

    /// <summary>A refusal of the identity service, in its own form.</summary>
    public T SignInError(int status, string error, int code, string text) =>
        Instead(request => IdentityErrors.Of(request, status, error, code, text).Answer, $"SignInError {code}");

    /// <summary>507, as for a batch that the service finds too much.</summary>
    public T InsufficientStorage() =>
        Instead(_ => GraphErrors.Of(507, "InsufficientStorage", "The batch request could not be processed because it is too complex."));

    public T Html(int status) => Instead(
        _ => SandboxAnswer.OfText(status, "text/html", $"<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>gateway</body></html>"),
        $"Html {status}");

    public T Redirect(string location, int status = 302) =>
        Instead(_ => SandboxAnswer.OfText(status, "text/plain", "").With("Location", location));

    public T Answer(int status, string contentType, string body, IReadOnlyDictionary<string, string>? headers = null) =>
        Instead(_ => SandboxAnswer.OfText(status, contentType, body).With(headers ?? ImmutableDictionary<string, string>.Empty), $"Answer {status}");

    /// <summary>The connection is reset before the work is done.</summary>
    public T Reset() => Instead(_ => NoAnswer);

    /// <summary>The work is done, and the client doesn't hear of it.</summary>
    public T ResetAfterWork() => AfterWork(answer => answer with { Delivery = Delivery.Reset });

    /// <summary>The work is done; the body is cut in half, though well framed.</summary>
    public T Truncate() => AfterWork(answer => answer with { Delivery = Delivery.Truncated });

    /// <summary>The work is done; the connection ends in the middle of the body.</summary>
    public T Break() => AfterWork(answer => answer with { Delivery = Delivery.Broken });

    /// <summary>The batch's answer leaves the item out, and the work isn't done; a reset for what isn't an item.</summary>
    public T Drop() => Perform((request, _, _) => Task.FromResult(Dropped(NoAnswer, request)), nameof(Drop));

    /// <summary>The batch's answer leaves the item out, though the work is done; a reset for what isn't an item.</summary>
    public T DropAfterWork() => Perform(
        async (request, work, cancellationToken) => Dropped(await work(request, cancellationToken).ConfigureAwait(false), request),
        nameof(DropAfterWork));

    /// <summary>Waits, then answers as ever; a client that gives up first finds nothing done.</summary>
    public T Hang(TimeSpan time) => Perform(
        async (request, work, cancellationToken) =>
        {
            if (request.InBatch)
            {
                return NoAnswer;
            }

            await Task.Delay(time, cancellationToken).ConfigureAwait(false);
            return await work(request, cancellationToken).ConfigureAwait(false);
        },
        nameof(Hang));

    /// <summary>The work is done; the answer is 204 unless the work failed.</summary>
    public T NoContent() => AfterWork(answer => answer.Status < 300 ? new SandboxAnswer { Status = 204 } : answer);

    /// <summary>Changes the JSON of the real answer, after the work.</summary>
    public T AfterWrite(Func<JsonObject, JsonObject> change) =>
        AfterWork(answer => answer.ReadJson() is JsonObject json ? answer with { Json = change(json), Utf8Json = null } : answer);

    public T NextLink(string link) => AfterWrite(page =>
    {
        page["@odata.nextLink"] = link;
        return page;
    });

    private static SandboxAnswer Dropped(SandboxAnswer answer, SandboxRequest request) =>
        answer with { Delivery = request.InBatch ? Delivery.Dropped : Delivery.Reset };

    private T Instead(Func<SandboxRequest, SandboxAnswer> answer, [CallerMemberName] string kind = "") =>
        Perform((request, _, _) => Task.FromResult(answer(request)), kind);

    private T AfterWork(Func<SandboxAnswer, SandboxAnswer> change, [CallerMemberName] string kind = "") => Perform(
        async (request, work, cancellationToken) => change(await work(request, cancellationToken).ConfigureAwait(false)),
        kind);
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
