using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>A day on which everything goes wrong now and then that may: refusals, breaks, limits and answers that make no sense.</summary>
public sealed partial class BadDay
{
    private readonly ConcurrentDictionary<string, bool> _refusedOnce = new();

    private BadDay()
    {
    }

    /// <summary>Begins the day.</summary>
    /// <param name="service">The service to misbehave.</param>
    /// <param name="chance">How often it does, from 0 to 1.</param>
    public static void Begin(SandboxService service, double chance)
    {
        ArgumentNullException.ThrowIfNull(service);
        BadDay day = new();
        FaultAction[] faults =
        [
            Fault.With.Status(500, "InternalServerError", "It broke.", retryAfter: "0"),
            Fault.With.Status(503, "ServiceUnavailable", "Not now.", retryAfter: "0"),
            Fault.With.InsufficientStorage(),
            Fault.With.Html(502),
            Fault.With.Reset(),
            Fault.With.ResetAfterWork(),
            Fault.With.Truncate(),
            Fault.With.Break(),
            Fault.With.Drop(),
            Fault.With.DropAfterWork(),
            Fault.With.Hang(TimeSpan.FromMilliseconds(20)),
        ];
        FaultAction[] both = [.. faults, Fault.With.Perform(day.RefuseToken, "ExpiredToken")];

        // More would mean another application at the tenant's limit, and the session would rightly slow down to a crawl.
        service.Faults.On("PATCH", "").Times(4).ByChance(0.01, Fault.With.Throttle("0"), Fault.With.ThrottleNested(0), Fault.With.Throttle());
        service.Faults.OnEnvelopes().Times(4).ByChance(0.05, Fault.With.Throttle("0"));
        service.Faults.On("PATCH", "").ByChance(chance, both);
        service.Faults.OnEnvelopes().ByChance(chance, [.. both, Fault.With.Status(400, "BadRequest", "Invalid batch payload format.")]);
        service.Faults.On("GET", "").ByChance(chance, faults);
        service.IdentityFaults.On("POST", "/token").ByChance(0.02, Fault.With.Status(503, "temporarily_unavailable", "Not now."), Fault.With.Reset());
    }

    // Twice in a row is the end of a run by contract, so no script meets it more than once.
    private Task<SandboxAnswer> RefuseToken(SandboxRequest request, SandboxHandler work, CancellationToken cancellationToken)
    {
        IEnumerable<string> scripts = ScriptAddress().Matches(request.IsEnvelope ? request.Body : request.Path).Select(match => match.Value);
        bool isFirst = scripts.Select(script => _refusedOnce.TryAdd(script, true)).ToArray().All(added => added);
        FaultAction action = isFirst ? Fault.With.ExpiredToken() : Fault.With.Html(502);
        return action.Answer(request, work, cancellationToken);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=/runSummary)")]
    private static partial Regex ScriptAddress();
}
