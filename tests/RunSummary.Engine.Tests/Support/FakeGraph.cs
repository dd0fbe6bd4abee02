using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace RunSummary.Engine.Tests.Support;

/// <summary>Stands for the network: gives recorded answers in their order and keeps the requests.</summary>
internal sealed class FakeGraph : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly List<SentRequest> _sent = [];
    private int _inFlight;

    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    public IEnumerable<string> Urls => Sent.Select(request => request.Url);

    /// <summary>The largest number of requests that waited for their answers at one time.</summary>
    public int PeakInFlight { get; private set; }

    public void Answers(params Answer[] answers) => Array.ForEach(answers, answer => Answers(answer.ToMessage));

    public void Answers(Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        Answers((request, _) => Task.FromResult(answer(request)));

    public void Answers(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_gate)
        {
            _answers.Enqueue(answer);
        }
    }

    /// <summary>Lets a request wait for its answer until the test gives leave.</summary>
    public HeldAnswer Holds(Answer answer)
    {
        HeldAnswer held = new(answer);
        Answers(held.GiveAsync);
        return held;
    }

    /// <summary>Lets requests end without an answer.</summary>
    public void Throws(Func<Exception> failure, int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            Answers((_, _) => Task.FromException<HttpResponseMessage>(failure()));
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest sent = await SentRequest.OfAsync(request, cancellationToken);
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? answer;
        lock (_gate)
        {
            _sent.Add(sent);
            PeakInFlight = Math.Max(PeakInFlight, ++_inFlight);
            Assert.True(_answers.TryDequeue(out answer), $"No answer is recorded for {sent.Method} {sent.Url}.");
        }

        try
        {
            return await answer(request, cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                _inFlight--;
            }
        }
    }
}
