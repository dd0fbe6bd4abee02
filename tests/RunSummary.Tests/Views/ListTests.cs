using System;
using System.Linq;
using Xunit;

namespace RunSummary.Tests.Views;

public sealed class ListTests : ViewTest
{
    [Fact]
    public void The_context_shows_what_counts() => Assert.Equal(
        [
            "Environment    : Global",
            $"GraphEndpoint  : {Service.GraphEndpoint}",
            $"Authority      : {Service.Authority}",
            $"TenantId       : {Service.TenantId}",
            $"ClientId       : {Service.ClientId}",
            "Account        :",
            "AuthType       : ClientSecret",
            "Scopes         : {DeviceManagementScripts.ReadWrite.All}",
            "ApiVersion     : v1.0",
        ],
        Lines(Show("Get-RunSummaryContext")).Where(line => !line.StartsWith("TokenExpiresOn : ", StringComparison.Ordinal)));
}
