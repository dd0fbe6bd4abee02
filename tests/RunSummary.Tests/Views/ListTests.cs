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
            $"TenantId       : {Service.TenantId}",
            "Account        :",
            $"ClientId       : {Service.ClientId}",
            "AuthType       : ClientSecret",
            "Scopes         : {DeviceManagementScripts.ReadWrite.All}",
            "ApiVersion     : v1.0",
        ],
        Lines(Show("Get-RunSummaryContext")).Where(line => !line.StartsWith("TokenExpiresOn : ", StringComparison.Ordinal)));
}
