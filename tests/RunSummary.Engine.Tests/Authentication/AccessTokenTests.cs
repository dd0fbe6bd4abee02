using System;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

public sealed class AccessTokenTests
{
    private static readonly DateTimeOffset Said = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Its_text_form_does_not_hold_the_token()
    {
        AccessToken token = new("secret-token");

        Assert.DoesNotContain("secret-token", token.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", $"{token}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_expiry_that_the_sign_in_service_says_wins() =>
        Assert.Equal(Said, new AccessToken(Jwt.Of("""{"exp":1772445600}"""), Said).ExpiresOn);

    [Fact]
    public void Without_it_the_tokens_own_counts() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), new AccessToken(Jwt.Of("""{"exp":1772445600}""")).ExpiresOn);

    [Fact]
    public void An_opaque_token_has_no_known_expiry() => Assert.Null(new AccessToken("opaque").ExpiresOn);
}
