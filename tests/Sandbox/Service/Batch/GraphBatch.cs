using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary><c>POST /{version}/$batch</c>: each item is asked like a request of its own, in the order given, and answered in any.</summary>
internal sealed class GraphBatch(GraphRouter router, RequestLog log, int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    /// <summary>Logs the items, whatever comes of the batch as a whole, and gives the work that answers it.</summary>
    public SandboxHandler Open(SandboxRequest envelope, SandboxHandler answerItem)
    {
        BatchEnvelope batch = BatchEnvelope.Read(envelope);
        LoggedRequest[] entries = [.. batch.Items.Select(item => log.Add(item.Request))];
        return RefusalException.Caught(async (_, cancellationToken) =>
        {
            router.Admit(envelope);
            return batch.Refusal is null
                ? await AnswerAsync(batch.Items, entries, answerItem, cancellationToken).ConfigureAwait(false)
                : throw batch.Refusal;
        });
    }

    private async Task<SandboxAnswer> AnswerAsync(
        IReadOnlyList<BatchItem> items, LoggedRequest[] entries, SandboxHandler answerItem, CancellationToken cancellationToken)
    {
        List<BatchItemAnswer> answers = new(items.Count);
        for (int index = 0; index < items.Count; index++)
        {
            BatchItem item = items[index];
            SandboxAnswer answer = Deliverable(item, item.Refusal ?? await answerItem(item.Request, cancellationToken).ConfigureAwait(false));
            if (answer.Delivery == Delivery.Whole)
            {
                entries[index].Status = answer.Status;
                answers.Add(new BatchItemAnswer(item.Id, answer));
            }
        }

        return BatchAnswer.Write(Shuffled(answers));
    }

    // An item has no connection of its own to lose: the service in front of it says that it heard nothing in time.
    private static SandboxAnswer Deliverable(BatchItem item, SandboxAnswer answer)
    {
        bool isLost = answer.Delivery is not (Delivery.Whole or Delivery.Dropped);
        return (isLost ? GraphErrors.GatewayTimeout() : answer).Stamped(item.Request);
    }

    private BatchItemAnswer[] Shuffled(List<BatchItemAnswer> answers)
    {
        BatchItemAnswer[] shuffled = [.. answers];
        lock (_lock)
        {
            _random.Shuffle(shuffled);
        }

        return shuffled;
    }
}
