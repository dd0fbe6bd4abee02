using System;
using RunSummary.Engine.Authentication;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

public sealed class MsalAuthorityTests
{
    private const string Tenant = "8f0e7c1d-3b52-4a8e-9d1c-6a5b4c3d2e1f";

    [Theory]
    [InlineData("https://login.microsoftonline.com", $"https://login.microsoftonline.com/{Tenant}")]
    [InlineData("https://login.microsoftonline.us/", $"https://login.microsoftonline.us/{Tenant}")]
    [InlineData("https://sts.example:8443", $"https://sts.example:8443/{Tenant}")]
    [InlineData("https://[::1]:5081", $"https://[::1]:5081/{Tenant}")]
    public void The_tenant_is_appended(string baseAddress, string expected) =>
        Assert.Equal(expected, MsalAuthority.For(new Uri(baseAddress), Tenant).AbsoluteUri);

    [Theory]
    [InlineData("http://localhost:5081", $"https://localhost:5081/{Tenant}")]
    [InlineData("http://localhost", $"https://localhost:80/{Tenant}")]
    public void An_http_authority_gets_the_scheme_that_MSAL_wants_and_keeps_its_port(string baseAddress, string expected) =>
        Assert.Equal(expected, MsalAuthority.For(new Uri(baseAddress), Tenant).AbsoluteUri);

    [Theory]
    [InlineData("contoso.onmicrosoft.com")]
    [InlineData("sub-domain.contoso.example")]
    public void A_tenant_may_be_named_by_its_domain(string tenant) =>
        Assert.Equal($"https://sts.example/{tenant}", MsalAuthority.For(new Uri("https://sts.example"), tenant).AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("contoso/other")]
    [InlineData("../other")]
    [InlineData("..")]
    [InlineData("contoso?x=y")]
    [InlineData("contoso#x")]
    [InlineData("contoso%2Fother")]
    [InlineData("contoso\n")]
    [InlineData("con toso")]
    [InlineData("contoso\\other")]
    public void What_is_neither_an_id_nor_a_domain_is_AuthenticationFailed(string tenant)
    {
        Failure failure = Assert.Throws<FailureException>(() => MsalAuthority.For(new Uri("https://sts.example"), tenant)).Failure;

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
    }

    [Fact]
    public void The_failure_names_the_tenant()
    {
        Failure failure = Assert.Throws<FailureException>(() => MsalAuthority.For(new Uri("https://sts.example"), "contoso/other")).Failure;

        Assert.Contains("'contoso/other'", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_named_in_plain_characters_and_not_without_end()
    {
        Failure failure = Assert.Throws<FailureException>(
            () => MsalAuthority.For(new Uri("https://sts.example"), "\u001b[31m" + new string('x', 5000))).Failure;

        Assert.True(failure.Detail.Length < 200);
        Assert.DoesNotContain('\u001b', failure.Detail);
    }
}
