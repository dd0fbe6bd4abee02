using System;
using System.Net;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

public sealed class GivenTokenCredentialTests
{
    [Theory]
    [InlineData("opaque")]
    [InlineData("EwBwA8l6BAAURSN+FHlDW5xN74t6GzbtsBBeBUYAAQ==")]
    [InlineData("a-b_c~d.e/f")]
    public async Task A_token_is_given_as_it_came(string value) => Assert.Equal(value, (await GetAsync(value)).Value);

    [Fact]
    public async Task A_token_that_has_not_run_out_is_given()
    {
        string value = ExpiringAt(DateTimeOffset.UtcNow.AddMinutes(5));

        Assert.Equal(value, (await GetAsync(value)).Value);
    }

    [Fact]
    public async Task A_token_that_ran_out_is_AuthenticationFailed()
    {
        Failure failure = await GraphBench.FailureOf(GetAsync(ExpiringAt(new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero))));

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
        Assert.Equal("The access token ran out at 2020-01-02 03:04:05Z.", failure.Detail);
    }

    [Fact]
    public void An_empty_token_is_AuthenticationFailed()
    {
        Failure failure = Assert.Throws<FailureException>(() => Create("")).Failure;

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
    }

    [Theory]
    [InlineData("Bearer secret")]
    [InlineData("secret\r\nX-Other: 1")]
    [InlineData(" secret")]
    [InlineData("secret\n")]
    [InlineData("\"secret\"")]
    [InlineData("sécret")]
    public void A_malformed_token_is_AuthenticationFailed_and_is_not_shown(string value)
    {
        Failure failure = Assert.Throws<FailureException>(() => Create(value)).Failure;

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
        Assert.DoesNotContain("cret", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void It_cannot_renew() => Assert.False(Create("opaque").CanRenew);

    [Fact]
    public void Tenant_and_application_are_left_to_the_token()
    {
        using GivenTokenCredential credential = Create("opaque");

        Assert.Equal((AuthType.AccessToken, null, null), (credential.AuthType, credential.TenantId, credential.ClientId));
    }

    private static GivenTokenCredential Create(string value) =>
        new(new AccessTokenSignIn(new NetworkCredential("", value).SecurePassword));

    private static Task<AccessToken> GetAsync(string value) => GetAsync(Create(value));

    private static async Task<AccessToken> GetAsync(GivenTokenCredential credential) =>
        await credential.AcquireAsync(claims: null, isEarly: false, new RecordedEvents(), TestContext.Current.CancellationToken);

    private static string ExpiringAt(DateTimeOffset time) => Jwt.Of($$"""{"exp":{{time.ToUnixTimeSeconds()}}}""");
}
