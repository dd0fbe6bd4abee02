using System;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

public sealed class TokenClaimsTests
{
    private const string Application =
        """
        {"aud":"https://graph.microsoft.com","exp":1772445600,"appid":"5d4b0f0e-6f7a-4c63-9b1e-2c8f6f1d7a90","tid":"8f0e7c1d-3b52-4a8e-9d1c-6a5b4c3d2e1f","roles":["DeviceManagementScripts.Read.All","DeviceManagementScripts.ReadWrite.All"],"idtyp":"app"}
        """;

    private const string User =
        """
        {"exp":1772445600,"appid":"14d82eec-204b-4c2f-b7e8-296a70dab67e","tid":"8f0e7c1d-3b52-4a8e-9d1c-6a5b4c3d2e1f","upn":"zoë@contoso.example","scp":"DeviceManagementScripts.ReadWrite.All User.Read"}
        """;

    [Fact]
    public void An_applications_token_says_tenant_and_application()
    {
        TokenClaims claims = TokenClaims.Read(Jwt.Of(Application));

        Assert.Equal("8f0e7c1d-3b52-4a8e-9d1c-6a5b4c3d2e1f", claims.TenantId);
        Assert.Equal("5d4b0f0e-6f7a-4c63-9b1e-2c8f6f1d7a90", claims.ClientId);
        Assert.Null(claims.Account);
    }

    [Fact]
    public void An_applications_permissions_are_its_roles() =>
        Assert.Equal(
            ["DeviceManagementScripts.Read.All", "DeviceManagementScripts.ReadWrite.All"], TokenClaims.Read(Jwt.Of(Application)).Permissions);

    [Fact]
    public void The_expiry_is_in_UTC() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), TokenClaims.Read(Jwt.Of(Application)).ExpiresOn);

    [Fact]
    public void A_users_token_says_the_account() => Assert.Equal("zoë@contoso.example", TokenClaims.Read(Jwt.Of(User)).Account);

    [Fact]
    public void A_users_permissions_are_its_scopes() =>
        Assert.Equal(["DeviceManagementScripts.ReadWrite.All", "User.Read"], TokenClaims.Read(Jwt.Of(User)).Permissions);

    [Fact]
    public void A_token_of_version_2_names_application_and_account_otherwise()
    {
        TokenClaims claims = TokenClaims.Read(Jwt.Of("""{"azp":"14d82eec-204b-4c2f-b7e8-296a70dab67e","preferred_username":"zoe@contoso.example"}"""));

        Assert.Equal("14d82eec-204b-4c2f-b7e8-296a70dab67e", claims.ClientId);
        Assert.Equal("zoe@contoso.example", claims.Account);
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("EwBwA8l6BAAURSN+FHlDW5xN74t6GzbtsBBeBUYAAQ==")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d.e")]
    [InlineData("..")]
    public void An_opaque_token_says_nothing(string token) => AssertNothing(token);

    [Theory]
    [InlineData("not*base64")]
    [InlineData("eyJ0aWQiOiJ")]
    [InlineData("A")]
    public void A_payload_in_broken_base64_says_nothing(string segment) => AssertNothing(Jwt.OfSegment(segment));

    [Theory]
    [InlineData("{\"tid\":\"8f0e")]
    [InlineData("not JSON")]
    [InlineData("[\"tid\"]")]
    [InlineData("\"tid\"")]
    [InlineData("null")]
    public void A_payload_that_is_no_JSON_object_says_nothing(string payload) => AssertNothing(Jwt.Of(payload));

    [Theory]
    [InlineData("253402300800")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void An_expiry_out_of_range_is_unknown_and_the_rest_is_read(string exp)
    {
        TokenClaims claims = TokenClaims.Read(Jwt.Of($$"""{"exp":{{exp}},"tid":"t"}"""));

        Assert.Null(claims.ExpiresOn);
        Assert.Equal("t", claims.TenantId);
    }

    [Fact]
    public void The_last_second_that_can_be_held_is_read() =>
        Assert.Equal(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero), TokenClaims.Read(Jwt.Of("""{"exp":253402300799}""")).ExpiresOn);

    [Fact]
    public void Claims_of_another_type_are_unknown()
    {
        TokenClaims claims = TokenClaims.Read(Jwt.Of("""{"tid":1,"appid":["a"],"upn":null,"roles":"r","scp":7}"""));

        Assert.Equal((null, null, null), (claims.TenantId, claims.ClientId, claims.Account));
        Assert.Empty(claims.Permissions);
    }

    private static void AssertNothing(string token)
    {
        TokenClaims claims = TokenClaims.Read(token);

        Assert.Equal((null, null, null, null), (claims.TenantId, claims.ClientId, claims.Account, claims.ExpiresOn));
        Assert.Empty(claims.Permissions);
    }
}
