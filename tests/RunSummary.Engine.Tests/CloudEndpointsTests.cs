using RunSummary.Engine.Authentication;
using Xunit;

namespace RunSummary.Engine.Tests;

public sealed class CloudEndpointsTests
{
    [Theory]
    [InlineData(CloudEnvironment.Global, "https://graph.microsoft.com/", "https://login.microsoftonline.com/", "https://graph.microsoft.com/.default")]
    [InlineData(CloudEnvironment.USGov, "https://graph.microsoft.us/", "https://login.microsoftonline.us/", "https://graph.microsoft.us/.default")]
    [InlineData(CloudEnvironment.USGovDoD, "https://dod-graph.microsoft.us/", "https://login.microsoftonline.us/", "https://dod-graph.microsoft.us/.default")]
    [InlineData(CloudEnvironment.China, "https://microsoftgraph.chinacloudapi.cn/", "https://login.chinacloudapi.cn/", "https://microsoftgraph.chinacloudapi.cn/.default")]
    public void Each_cloud_has_its_own_addresses(CloudEnvironment environment, string graph, string authority, string scope)
    {
        CloudEndpoints endpoints = CloudEndpoints.Of(environment);

        Assert.Equal(graph, endpoints.GraphEndpoint.AbsoluteUri);
        Assert.Equal(authority, endpoints.Authority.AbsoluteUri);
        Assert.Equal(scope, new SignInService(endpoints.Authority, endpoints.GraphEndpoint, Proxy: null).DefaultScope);
    }
}
