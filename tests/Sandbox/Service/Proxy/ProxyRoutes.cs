using System;
using System.Net;

namespace RunSummary.Sandbox.Service;

/// <summary>Leads the names of the clouds to the sandbox, and lets nothing leave the machine.</summary>
internal sealed class ProxyRoutes(IPEndPoint sandbox)
{
    /// <summary>Gives the place on this machine; null where there is none. No name is ever resolved.</summary>
    public IPEndPoint? Find(ProxyTarget target)
    {
        if (target is { IsTunnel: true, Port: CloudHosts.Port } && CloudHosts.Names.Contains(target.Host))
        {
            return sandbox;
        }

        if (target.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return new IPEndPoint(IPAddress.Loopback, target.Port);
        }

        return IPAddress.TryParse(target.Host, out IPAddress? address) && IPAddress.IsLoopback(address)
            ? new IPEndPoint(address, target.Port)
            : null;
    }
}
