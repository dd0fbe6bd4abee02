namespace RunSummary;

/// <summary>A Microsoft cloud: decides the Graph address, the sign-in address and the scope of tokens.</summary>
public enum CloudEnvironment
{
    /// <summary>The worldwide cloud, GCC included: graph.microsoft.com.</summary>
    Global,

    /// <summary>US Government L4 (GCC High): graph.microsoft.us.</summary>
    USGov,

    /// <summary>US Government L5 (DoD): dod-graph.microsoft.us.</summary>
    USGovDoD,

    /// <summary>China, operated by 21Vianet: microsoftgraph.chinacloudapi.cn.</summary>
    China,
}
