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

    /// <summary>0 while unanswered, and for good when the connection was reset.</summary>
    public int Status
    {
        get => Volatile.Read(ref _status);
        internal set => Volatile.Write(ref _status, value);
    }

    public string? Header(string name) => Request.Header(name);
}

/// <summary>The newest requests in the order in which they came.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly Queue<LoggedRequest> _requests = new();

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
