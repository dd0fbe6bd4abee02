using System;
using System.Net;
using RunSummary.Engine.Authentication;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

public sealed class ClientSecretCredentialTests
{
    private const string Tenant = "8f0e7c1d-3b52-4a8e-9d1c-6a5b4c3d2e1f";
    private const string Application = "5d4b0f0e-6f7a-4c63-9b1e-2c8f6f1d7a90";

    [Fact]
    public void It_says_tenant_and_application_before_it_signs_in()
    {
        using ClientSecretCredential credential = Create();

        Assert.Equal((AuthType.ClientSecret, Tenant, Application), (credential.AuthType, credential.TenantId, credential.ClientId));
    }

    [Fact]
    public void It_can_renew() => Assert.True(Create().CanRenew);

    [Theory]
    [InlineData("https://login.microsoftonline.com")]
    [InlineData("https://sts.example:8443")]
    [InlineData("http://localhost:5081")]
    public void It_takes_the_authority(string authority) => Assert.Equal(Tenant, Create(authority: authority).TenantId);

    [Fact]
    public void An_empty_secret_is_AuthenticationFailed() =>
        Assert.Equal(ErrorId.AuthenticationFailed, Assert.Throws<FailureException>(() => Create(secret: "")).Failure.Id);

    [Fact]
    public void A_client_id_that_is_empty_is_AuthenticationFailed() =>
        Assert.Equal(ErrorId.AuthenticationFailed, Assert.Throws<FailureException>(() => Create(clientId: "")).Failure.Id);

    [Fact]
    public void A_tenant_that_is_none_is_AuthenticationFailed_without_the_secret()
    {
        Failure failure = Assert.Throws<FailureException>(() => Create(tenant: "a/b")).Failure;

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
        Assert.DoesNotContain("hush", failure.Detail, StringComparison.Ordinal);
    }

    private static ClientSecretCredential Create(
        string tenant = Tenant,
        string clientId = Application,
        string secret = "hush",
        string authority = "https://login.microsoftonline.com") => new(
            new ClientSecretSignIn(tenant, clientId, new NetworkCredential("", secret).SecurePassword),
            new SignInService(new Uri(authority), new Uri("https://graph.microsoft.com"), Proxy: null));
}
