using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Graph;
using RunSummary.Resources;

namespace RunSummary.Engine.Bulk;

/// <summary>Sends requests of one kind, one as it is and more as a batch, once, and says what came of each.</summary>
internal sealed class BatchSender(GraphClient client)
{
    /// <summary>Sends a group.</summary>
    /// <param name="group">1 to 20 requests that all read or all write.</param>
    /// <param name="token">What to send them with.</param>
    /// <param name="permit">The leave to send them.</param>
    /// <param name="events">Hears of each HTTP request.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <returns>The results, in the order of the group.</returns>
    public async Task<AttemptResult<T>[]> SendAsync<T>(
        IReadOnlyList<Attempts<T>> group, AccessToken token, Pacer.Permit permit, IEngineEvents events, CancellationToken cancellationToken)
    {
        if (group.Count == 1)
        {
            return [await client.TryAsync(group[0], token, permit, events, cancellationToken).ConfigureAwait(false)];
        }

        GraphRequest[] requests = [.. group.Select(item => item.Request)];
        GraphRequest envelope = new(HttpMethod.Post, "$batch") { WriteBody = json => BatchJson.Write(json, requests) };
        try
        {
            using Exchange exchange = await client.ExchangeAsync(envelope, token, cancellationToken).ConfigureAwait(false);
            return Judge(group, exchange, permit, events);
        }
        catch (GraphFaultException exception)
        {
            return Lost(group, exception.Fault, events);
        }
    }

    /// <summary>Says of each request that no answer came.</summary>
    public static AttemptResult<T>[] Lost<T>(IReadOnlyList<Attempts<T>> group, GraphFault fault, IEngineEvents events)
    {
        if (group.Count > 1)
        {
            events.Verbose(Strings.BatchLostLine.With(group.Count, group[0].Request.Method, fault.Failure.Detail));
        }

        return [.. group.Select(item => item.Broken(fault, events))];
    }

    private AttemptResult<T>[] Judge<T>(
        IReadOnlyList<Attempts<T>> group, Exchange exchange, Pacer.Permit permit, IEngineEvents events)
    {
        GraphResponse whole = exchange.Response;
        // What is denied, busy or broken is so for each item; any other refusal is the batch's own.
        bool isRefusedWhole = !whole.IsSuccess && !whole.IsRedirect && whole.StatusCode is not (401 or 403 or 429 or >= 500);
        GraphResponse?[] answers = whole.IsSuccess ? ReadItems(whole, group.Count) : [.. group.Select(_ => whole)];
        AttemptResult<T>[] results =
        [
            .. group.Select((item, index) => isRefusedWhole ? item.Refused()
                : answers[index] is { } answer ? item.Judge(exchange, answer, events)
                : item.Broken(LeftOut(whole), events)),
        ];
        client.NoteThrottling(permit, answers, results);
        events.Verbose(BatchText.Describe(group[0].Request.Method, exchange, answers));
        return results;
    }

    private static GraphResponse?[] ReadItems(GraphResponse whole, int count)
    {
        try
        {
            return BatchJson.Read(whole, count);
        }
        catch (AnswerException exception)
        {
            throw new GraphFaultException(GraphFaults.Unreadable(whole, exception));
        }
    }

    private static GraphFault LeftOut(GraphResponse whole) => GraphFaults.Unreadable(whole, new AnswerException(Strings.AnswerLeavesOut));
}
