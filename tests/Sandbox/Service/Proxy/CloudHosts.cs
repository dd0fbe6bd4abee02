using System;
using System.Collections.Generic;

namespace RunSummary.Sandbox.Service;

/// <summary>The names of Microsoft's clouds that the sandbox stands in for, behind its proxy.</summary>
internal static class CloudHosts
{
    public const int Port = 443;

    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "graph.microsoft.com",
        "graph.microsoft.us",
        "dod-graph.microsoft.us",
        "microsoftgraph.chinacloudapi.cn",
        "login.microsoftonline.com",
        "login.microsoftonline.us",
        "login.chinacloudapi.cn",

        // Where MSAL sends the requests for tokens of login.chinacloudapi.cn.
        "login.partner.microsoftonline.cn",
    };
}
