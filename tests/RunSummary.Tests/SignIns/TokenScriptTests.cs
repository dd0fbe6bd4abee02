using System;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>Tokens from a script block.</summary>
public sealed class TokenScriptTests : SignInTest
{
    /// <summary>A block with a pipeline and cmdlets in it.</summary>
    private const string Desk = "{ 1 | ForEach-Object { [RunSummary.Tests.SignIns.TokenDesk]::Issue() } | Where-Object { $_ } }";

    private const string SignIn = "Connect-RunSummary -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0 -AccessToken";

    protected override SandboxOptions Options => new() { PageSize = 2, GeneratedScripts = 30 };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        TokenDesk.Open(() => Service.Tokens.Issue());
    }

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
    public void It_is_asked_again_when_the_token_is_near_its_end()
    {
        TokenDesk.Open(() => Service.Tokens.Issue(TimeSpan.FromSeconds(6)));
        Succeed($"{SignIn} {Desk}; {Update}");
        Thread.Sleep(TimeSpan.FromSeconds(3.2));

        Assert.Single(Succeed(Update));
        Assert.True(TokenDesk.Asked > 1);
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
    public void In_the_middle_of_a_pipeline_whose_commands_share_a_thread_nothing_is_lost()
    {
        Succeed($"{SignIn} {Desk}");
        int pages = 0;
        Service.Faults.On(request =>
        {
            // Once: a request that is refused twice is the end, and rightly so.
            if (request.Method == "GET" && Interlocked.Increment(ref pages) == 20)
            {
                Service.Tokens.RevokeAll();
            }

            return false;
        }).Status(500, "never", "Never.");

        int updated = Succeed("Get-DeviceScript | Update-DeviceScriptRunSummary -ErrorUserCount 6").Count;
        Assert.Equal(Service.Scripts.All.Count, updated);
        Assert.True(TokenDesk.Asked > 1);
    }

    [Fact]
    public void It_runs_on_the_pipeline_thread()
    {
        Succeed($"{SignIn} {Desk}");

        Assert.Equal([(int)Invoke("[Environment]::CurrentManagedThreadId").Values[0]!], TokenDesk.Threads);
    }

    [Theory]
    [InlineData("1..6 | ForEach-Object -Parallel { Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId 7a1c0011-5b1e-4c0a-9d61-2f6c0de50011 -ErrorUserCount $_ } -ThrottleLimit 3", 6)]
    [InlineData("Get-DeviceScript -ScriptType Shell | ForEach-Object -Parallel { $_ | Update-DeviceScriptRunSummary -ErrorUserCount 6 } -ThrottleLimit 3", 33)]
    public void It_works_in_parallel_runspaces_as_well(string script, int count)
    {
        Succeed($"{SignIn} {Desk}");
        Service.Tokens.RevokeAll();

        Assert.Equal(count, Succeed(script).Count);
        Assert.True(TokenDesk.Asked > 1);
    }

    [Fact]
    public async Task It_works_while_the_runspace_that_connected_is_busy()
    {
        Succeed($"{SignIn} {Desk}");
        Service.Tokens.RevokeAll();
        using PowerShellSession other = OpenShell();
        Prepare(other);

        Task<InvocationResult> busy = Task.Run(() => Shell.Invoke("while ($true) { [System.Threading.Thread]::Sleep(5) }"));
        InvocationResult result = await Task.Run(() => other.Invoke(Update));
        Shell.Stop();
        await busy;
        Assert.Empty(result.AllErrors);
        Assert.Single(result.Output);
    }

    [Fact]
    public async Task It_works_after_the_runspace_that_connected_is_gone()
    {
        using (PowerShellSession other = OpenShell())
        {
            Assert.Empty(other.Invoke($"{SignIn} {Desk}").AllErrors);
        }

        Service.Tokens.RevokeAll();
        Assert.Single(await Task.Run(() => Succeed(Update)));
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

    [Theory]
    [InlineData(SignIn + " { while ($true) { [System.Threading.Thread]::Sleep(5) } }")]
    [InlineData(SignIn + " { $global:blocked ??= 0; if ($global:blocked++) { while ($true) { [System.Threading.Thread]::Sleep(5) } }; $sandbox.AccessToken }; $revoke.Invoke(); " + Update)]
    public async Task Ctrl_C_ends_a_block_that_hangs(string script)
    {
        Shell.SetVariable("revoke", (Action)Service.Tokens.RevokeAll);
        Task<InvocationResult> running = Task.Run(() => Shell.Invoke(script));
        await Task.Delay(1500, TestContext.Current.CancellationToken);

        Stopwatch watch = Stopwatch.StartNew();
        Shell.Stop();
        Assert.True((await running).WasStopped);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
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

    [Fact]
    public void A_name_completion_that_would_need_the_block_offers_nothing_and_says_nothing()
    {
        Succeed($"{SignIn} {Desk}");
        Service.Tokens.RevokeAll();

        Assert.Empty(Invoke("(TabExpansion2 'Get-DeviceScript -Name Inst' 27).CompletionMatches").AllErrors);
        Assert.Equal(1, TokenDesk.Asked);
    }
}
