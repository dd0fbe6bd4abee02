using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace RunSummary.Sandbox.Service;

/// <summary>A local Microsoft Graph and Microsoft Entra ID with one tenant, one app of its own and a few scripts, in memory.</summary>
public sealed class SandboxService : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly SandboxOptions _options;
    private long _latencyTicks;
    private SandboxHost? _host;

    private SandboxService(SandboxOptions options)
    {
        _options = options;
        Scripts = new ScriptStore(options.Seed);
        Scripts.Seed(options.GeneratedScripts);
        RunStates = new RunStateStore(Scripts, options.Seed);
        if (options.GeneratedStates is int devices)
        {
            RunStates.GenerateAll(devices);
        }

        if (options.DriftSeed is int drift)
        {
            RunStates.Drift(drift);
        }

        Faults = new FaultPlan(options.Seed);
        IdentityFaults = new FaultPlan(options.Seed);
        Tokens = new TokenIssuer();
        Identity = new SandboxIdentity(() => GraphEndpoint);
        Limits = new ServiceLimits(options);
        Latency = options.Latency;
        if (options.BadDay > 0)
        {
            BadDay.Begin(this, options.BadDay);
        }
    }

    /// <summary>Self-signed, for localhost, 127.0.0.1 and the clouds behind a <see cref="SandboxProxy"/>, one per process.</summary>
    public static X509Certificate2 Certificate => SandboxCertificate.Instance;

    public Uri GraphEndpoint => new($"http://127.0.0.1:{Host.HttpPort}");

    /// <summary>The same Graph over https.</summary>
    public Uri SecureGraphEndpoint => Authority;

    public Uri Authority => new($"https://localhost:{Host.HttpsPort}");

    public string TenantId { get; } = SandboxTenant.Id;

    public string ClientId { get; } = SandboxApplication.Own.ClientId;

    public string ClientSecret { get; } = SandboxApplication.OwnSecret;

    public ScriptStore Scripts { get; }

    /// <summary>On which devices, and for which users, the scripts have run.</summary>
    public RunStateStore RunStates { get; }

    /// <summary>How many connections clients hold open, to Graph and to the identity service.</summary>
    public int OpenConnections => Host.OpenConnections;

    /// <summary>What Graph received.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>What the identity service received.</summary>
    public RequestLog IdentityRequests { get; } = new();

    public FaultPlan Faults { get; }

    public FaultPlan IdentityFaults { get; }

    public TokenIssuer Tokens { get; }

    /// <summary>Who may sign in, and how.</summary>
    public SandboxIdentity Identity { get; }

    public ServiceLimits Limits { get; }

    /// <summary>Added to each Graph answer, once for a batch as a whole.</summary>
    public TimeSpan Latency
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _latencyTicks));
        set => Interlocked.Exchange(ref _latencyTicks, value.Ticks);
    }

    private SandboxHost Host => _host ?? throw new ObjectDisposedException(nameof(SandboxService));

    public static async Task<SandboxService> StartAsync(SandboxOptions? options = null, CancellationToken ct = default)
    {
        SandboxService service = new(options ?? new SandboxOptions());
        HttpEdge edge = new(service.Sites(), service._stopping.Token);
        service._host = await SandboxHost.StartAsync(service._options.Port, edge.HandleAsync, ct).ConfigureAwait(false);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _host, null) is SandboxHost host)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
            await host.DisposeAsync().ConfigureAwait(false);
            _stopping.Dispose();
        }
    }

    private Func<HttpRequest, Site> Sites()
    {
        GraphRouter router = new(_options, Scripts, RunStates, new GraphAccess(Tokens), Limits);
        Site graph = new(new GraphSite(router, Faults, new GraphBatch(router, Requests, _options.Seed)).AnswerAsync, Requests, () => Latency);
        Site identity = new(IdentitySite.Of(Identity, Tokens, IdentityFaults).AnswerAsync, IdentityRequests, () => TimeSpan.Zero);
        return request => IsIdentity(request) ? identity : graph;
    }

    private static bool IsIdentity(HttpRequest request) => request.IsHttps
        ? !request.Path.StartsWithSegments("/v1.0") && !request.Path.StartsWithSegments("/beta")
        : ManagedIdentitySite.IsAddressed(request.Path.Value ?? "");
}
