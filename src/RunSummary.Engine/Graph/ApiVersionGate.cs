using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>
/// Knows which version of Microsoft Graph a session uses. Unless one is given, it begins with v1.0, and goes to beta, once,
/// where the service says that v1.0 doesn't serve the segment. Until an answer has shown which it is, requests go one by one.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A semaphore without a wait handle has nothing to free.")]
internal sealed class ApiVersionGate(string? given)
{
    private const string Stable = "v1.0";
    private const string Beta = "beta";

    private readonly SemaphoreSlim _turn = new(1);
    private readonly object _gate = new();
    private bool _isKnown = given is not null;
    private string _current = given ?? Stable;

    public string Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    private bool IsKnown
    {
        get
        {
            lock (_gate)
            {
                return _isKnown;
            }
        }
    }

    /// <summary>Waits until a request may be sent. Disposing the turn lets the next one in.</summary>
    public async Task<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (IsKnown)
        {
            return new Turn(Current, waiting: null);
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!IsKnown)
        {
            return new Turn(Current, _turn);
        }

        _turn.Release();
        return new Turn(Current, waiting: null);
    }

    /// <summary>Learns from an answer.</summary>
    /// <returns>Whether the request is to be sent again, to the version that is current now.</returns>
    public bool MustRepeat(Turn turn, GraphResponse response, IEngineEvents events)
    {
        if (!LacksSegment(response))
        {
            Learn(response);
            return false;
        }

        if (given is not null || turn.Version == Beta)
        {
            return false;
        }

        if (MoveToBeta())
        {
            events.Verbose(Strings.BetaLine);
        }

        return true;
    }

    private static bool LacksSegment(GraphResponse response) =>
        response.StatusCode is 400 or 404 && GraphError.Read(response.Body).Mentions(GraphError.SegmentMissing);

    // Refusals, limits and failures come before the service looks at the address, so they say nothing about the version.
    private void Learn(GraphResponse response)
    {
        bool tells = response.IsSuccess || (response.StatusCode is >= 400 and < 500 and not (401 or 403 or 408 or 429) && !response.IsHtml);
        if (tells)
        {
            lock (_gate)
            {
                _isKnown = true;
            }
        }
    }

    private bool MoveToBeta()
    {
        lock (_gate)
        {
            bool moved = _current != Beta;
            _current = Beta;
            _isKnown = true;
            return moved;
        }
    }

    /// <summary>Leave to send one request, to one version.</summary>
    internal sealed class Turn(string version, SemaphoreSlim? waiting) : IDisposable
    {
        private SemaphoreSlim? _waiting = waiting;

        public string Version { get; } = version;

        public void Dispose() => Interlocked.Exchange(ref _waiting, null)?.Release();
    }
}
