using System;

namespace RunSummary.Engine;

/// <summary>The addresses of a Microsoft cloud.</summary>
internal sealed record CloudEndpoints(Uri GraphEndpoint, Uri Authority)
{
    public static CloudEndpoints Of(CloudEnvironment environment) => environment switch
    {
        CloudEnvironment.Global => new(new("https://graph.microsoft.com"), new("https://login.microsoftonline.com")),
        CloudEnvironment.USGov => new(new("https://graph.microsoft.us"), new("https://login.microsoftonline.us")),
        CloudEnvironment.USGovDoD => new(new("https://dod-graph.microsoft.us"), new("https://login.microsoftonline.us")),
        CloudEnvironment.China => new(new("https://microsoftgraph.chinacloudapi.cn"), new("https://login.chinacloudapi.cn")),
        _ => throw new ArgumentOutOfRangeException(nameof(environment), environment, message: null),
    };
}
