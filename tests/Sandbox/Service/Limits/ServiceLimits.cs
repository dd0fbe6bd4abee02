using System;
using System.Globalization;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>What the service takes of the one app in the one tenant; settable while it runs.</summary>
public sealed class ServiceLimits
{
    private long _windowTicks;

    internal ServiceLimits(SandboxOptions options)
    {
        Window = options.Window;
        Writes = new RequestLimit(options.WriteLimit);
        Reads = new RequestLimit(options.ReadLimit);
    }

    public TimeSpan Window
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _windowTicks));
        set => Interlocked.Exchange(ref _windowTicks, value.Ticks);
    }

    public RetryAfterForm RetryAfter { get; set; }

    /// <summary>Of POST, PUT, PATCH and DELETE; a batch as a whole is none of them, each of its items is.</summary>
    public RequestLimit Writes { get; }

    public RequestLimit Reads { get; }

    internal void Demand(SandboxRequest request)
    {
        RequestLimit limit = request.Method == "GET" ? Reads : Writes;
        if (limit.Take(Window) is TimeSpan wait)
        {
            throw new RefusalException(Refusal(request, wait));
        }
    }

    private SandboxAnswer Refusal(SandboxRequest request, TimeSpan wait)
    {
        int seconds = (int)Math.Ceiling(wait.TotalSeconds);
        return RetryAfter switch
        {
            RetryAfterForm.Seconds => GraphErrors.TooManyRequests(seconds.ToString(CultureInfo.InvariantCulture)),
            RetryAfterForm.Date => GraphErrors.TooManyRequests(WholeSecond(DateTimeOffset.UtcNow + wait).ToString("R", CultureInfo.InvariantCulture)),
            RetryAfterForm.Nested => IntuneErrors.TooManyRequests(request, seconds),
            _ => GraphErrors.TooManyRequests(),
        };
    }

    // Rounded up, so that there is room at the time told.
    private static DateTimeOffset WholeSecond(DateTimeOffset time) =>
        time.AddTicks((TimeSpan.TicksPerSecond - (time.Ticks % TimeSpan.TicksPerSecond)) % TimeSpan.TicksPerSecond);
}
