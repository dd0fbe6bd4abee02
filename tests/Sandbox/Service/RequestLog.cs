using System;
using System.Collections.Generic;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>A request as it was received.</summary>
public sealed record LoggedRequest(SandboxRequest Request, DateTimeOffset ReceivedAt)
{
    private int _status;

    public string Method => Request.Method;

    public string Path => Request.Path;

    public string Query => Request.Query;

    public IReadOnlyDictionary<string, string> Headers => Request.Headers;

    public string Body => Request.Body;

    /// <summary>The request-id of the batch that it came in; null for a request of its own.</summary>
    public string? EnvelopeId => Request.Envelope?.RequestId;

    public bool InBatch => Request.InBatch;

    public bool IsEnvelope => Request.IsEnvelope;

    /// <summary>The kind of fault that was drawn for it.</summary>
    public string? Fault => Request.Fault;

    /// <summary>0 while unanswered, and for good when the connection was reset or a batch's answer left it out.</summary>
    public int Status
    {
        get => Volatile.Read(ref _status);
        internal set => Volatile.Write(ref _status, value);
    }

    public string? Header(string name) => Request.Header(name);
}

/// <summary>The newest requests in the order in which they came; a batch is followed by its items.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly Queue<LoggedRequest> _requests = new();

    /// <summary>0 switches the log off.</summary>
    public int Capacity { get; set; } = 50_000;

    public IReadOnlyList<LoggedRequest> All
    {
        get
        {
            lock (_lock)
            {
                return _requests.ToArray();
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }

    internal LoggedRequest Add(SandboxRequest request)
    {
        LoggedRequest entry = new(request, DateTimeOffset.UtcNow);
        if (Capacity == 0)
        {
            return entry;
        }

        lock (_lock)
        {
            _requests.Enqueue(entry);
            while (_requests.Count > Capacity)
            {
                _requests.Dequeue();
            }
        }

        return entry;
    }
}
