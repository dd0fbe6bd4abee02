using System;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>Tokens from a script block: what it may give, and when it is asked.</summary>
public sealed class TokenScriptTests : TokenScriptTest
{
    [Fact]
    public void It_is_asked_once_while_the_token_is_good()
    {
        Succeed($"{SignIn} {Desk}");
        Assert.Single(Succeed(Update));
        Assert.Single(Succeed(Update));

        Assert.Equal(1, TokenDesk.Asked);
        Assert.Equal("AccessToken", Value(Context, "AuthType")!.ToString());
    }

    [Theory]
    [InlineData("{ $sandbox.AccessToken }")]
    [InlineData("{ [System.Net.NetworkCredential]::new('', $sandbox.AccessToken).SecurePassword }")]
    [InlineData("{ 'to nowhere' > $null; $sandbox.AccessToken }")]
    public void It_may_give_text_or_a_SecureString_and_use_the_variables_around_it(string block)
    {
        Succeed($"{SignIn} {block}");

        AssertSignedIn("AccessToken");
    }

    [Fact]
    public async Task It_is_asked_again_when_the_token_is_near_its_end()
    {
        TokenDesk.Open(() => Service.Tokens.Issue(ShortLife));
        Succeed($"{SignIn} {Desk}");

        await UntilAsync(() => Succeed(Read).Count == 1 && TokenDesk.Asked > 1);
        Assert.DoesNotContain(Service.Requests.All, request => request.Status == 401);
    }

    [Fact]
    public void It_is_asked_again_when_the_token_is_refused()
    {
        Succeed($"{SignIn} {Desk}");
        Service.Tokens.RevokeAll();

        Assert.Single(Succeed(Update));
        Assert.Equal(2, TokenDesk.Asked);
    }

    [Fact]
    public void The_same_token_again_ends_the_command()
    {
        Succeed($"{SignIn} {{ $sandbox.AccessToken }}");
        Service.Tokens.RevokeAll();

        AssertError(FailForGood(Update), "AuthenticationFailed", ErrorCategory.AuthenticationError);
        Assert.Single(Sent);
    }

    [Fact]
    public async Task A_block_that_fails_before_the_token_runs_out_leaves_the_token_that_is_still_good()
    {
        TokenDesk.Open(() => TokenDesk.Asked == 1 ? Service.Tokens.Issue(ShortLife) : throw new InvalidOperationException("no luck today"));
        Succeed($"{SignIn} {Desk}");

        InvocationResult result = null!;
        await UntilAsync(() => (result = Invoke($"{Read} -Verbose")).AllErrors.Count == 0 && TokenDesk.Asked > 1);
        Assert.Single(result.Output);
        Assert.Contains(result.Verbose, line => line.Contains("can't be renewed now", StringComparison.Ordinal) && line.Contains("no luck today", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ throw 'no luck today' }", "no luck today")]
    [InlineData("{ Get-Nothing }", "Get-Nothing")]
    [InlineData("{ }", "gave nothing")]
    [InlineData("{ 'a'; 'b' }", "2 values")]
    [InlineData("{ 42 }", "of type Int32")]
    [InlineData("{ $null }", "gave nothing")]
    [InlineData("{ '' }", "empty")]
    [InlineData("{ 'Bearer x' }", "no token has")]
    public void A_block_that_gives_no_token_is_refused(string block, string words)
    {
        ErrorRecord error = AssertRefused($"{SignIn} {block}", words);

        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_token_that_ran_out_already_is_refused()
    {
        TokenDesk.Open(() => Service.Tokens.Issue(TimeSpan.FromMinutes(-1)));

        AssertRefused($"{SignIn} {Desk}", "ran out");
    }

    [Fact]
    public void A_second_session_with_a_block_of_its_own_asks_that_one()
    {
        Succeed($"$global:one = {SignIn} {Desk} -PassThru; {SignIn} {{ $sandbox.AccessToken }}");
        Assert.Single(Succeed(Update));
        Assert.Equal(1, TokenDesk.Asked);
        Service.Tokens.RevokeAll();
        Assert.Single(Succeed($"{Update} -Session $one"));
        Assert.Equal(2, TokenDesk.Asked);
    }
}
