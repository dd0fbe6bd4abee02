using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RunSummary.Sandbox.Service;

/// <summary>Kestrel on two loopback ports, http and https, without logging and without a hand on Ctrl+C.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly WebApplication _application;

    private readonly ConnectionCount _connections;

    private SandboxHost(WebApplication application, ConnectionCount connections)
    {
        _application = application;
        _connections = connections;
        Ports = [.. application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address))];
    }

    private Uri[] Ports { get; }

    public int HttpPort => Ports.First(address => address.Scheme == Uri.UriSchemeHttp).Port;

    public int HttpsPort => Ports.First(address => address.Scheme == Uri.UriSchemeHttps).Port;

    public int OpenConnections => _connections.Open;

    public static async Task<SandboxHost> StartAsync(int port, RequestDelegate handle, CancellationToken cancellationToken)
    {
        ConnectionCount connections = new();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options => Listen(options, port, connections));
        WebApplication application = builder.Build();
        application.Run(handle);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new SandboxHost(application, connections);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource patience = new(Patience);
        await _application.StopAsync(patience.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static void Listen(KestrelServerOptions options, int port, ConnectionCount connections)
    {
        options.AddServerHeader = false;
        options.Listen(IPAddress.Loopback, port, listen => listen.Use(next => connection => connections.CountAsync(connection, next)));
        options.Listen(IPAddress.Loopback, port == 0 ? 0 : port + 1, listen =>
        {
            listen.Use(next => connection => connections.CountAsync(connection, next));
            if (CertificateTrust.ByFile)
            {
                listen.UseHttps(SandboxCertificate.Instance);
            }
            else
            {
                listen.UseHttps();
            }
        });
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
