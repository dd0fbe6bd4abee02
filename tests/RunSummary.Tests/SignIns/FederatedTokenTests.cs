using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

public sealed class FederatedTokenTests : SignInTest
{
    private const string Subject = "repo:contoso/intune:ref:refs/heads/main";
    private const string Desk = "{ 1 | ForEach-Object { [RunSummary.Tests.SignIns.TokenDesk]::Issue() } }";

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Service.Identity.FederatedCredentials.Add(Subject);
        TokenDesk.Open(() => Service.Identity.Issuer.Assertion(Subject));
        await File.WriteAllTextAsync(_file, Service.Identity.Issuer.Assertion(Subject) + "\n", TestContext.Current.CancellationToken);
        Shell.SetVariable("file", _file);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_file);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("-FederatedTokenFile $file")]
    [InlineData("-FederatedToken " + Desk)]
    public void It_signs_in(string way)
    {
        Succeed($"Connect-RunSummary {App} {way} {Here}");

        AssertSignedIn("FederatedToken");
        Assert.Equal(ClientCredentialKind.Federated, Assert.Single(SignIns).Credential);
    }

    [Fact]
    public async Task The_file_is_read_anew_for_each_sign_in()
    {
        Succeed($"Connect-RunSummary {App} -FederatedTokenFile $file {Here}");
        Service.Tokens.RevokeAll();
        string next = Service.Identity.Issuer.Assertion(Subject);
        await File.WriteAllTextAsync(_file, next, TestContext.Current.CancellationToken);

        Assert.Single(Succeed(Update));
        Assert.Contains(next, Service.IdentityRequests.All.Last(request => request.Method == "POST").Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_can_not_be_read_for_a_moment_leaves_the_token_that_is_still_good()
    {
        Service.Identity.RefreshIn = TimeSpan.Zero;
        Succeed($"Connect-RunSummary {App} -FederatedTokenFile $file {Here}");
        File.Delete(_file);

        InvocationResult result = Invoke($"{Update} -Verbose");
        Assert.Empty(result.AllErrors);
        Assert.Contains(result.Verbose, line => line.Contains("can't be renewed now", StringComparison.Ordinal));
    }

    [Fact]
    public void The_block_is_called_anew_for_each_assertion()
    {
        Succeed($"Connect-RunSummary {App} -FederatedToken {Desk} {Here}");
        Assert.Single(Succeed(Update));
        Assert.Equal(1, TokenDesk.Asked);
        Service.Tokens.RevokeAll();
        Assert.Single(Succeed(Update));
        Assert.Equal(2, TokenDesk.Asked);
    }

    [Fact]
    public void The_block_works_in_parallel_runspaces_and_in_a_pipeline_whose_commands_share_a_thread()
    {
        Succeed($"Connect-RunSummary {App} -FederatedToken {Desk} {Here}");
        Service.Tokens.RevokeAll();
        Assert.Equal(4, Succeed("1..4 | ForEach-Object -Parallel { Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId 7a1c0011-5b1e-4c0a-9d61-2f6c0de50011 -ErrorUserCount $_ }").Count);
        Service.Tokens.RevokeAll();
        Assert.Equal(Service.Scripts.All.Count, Succeed("Get-DeviceScript | Update-DeviceScriptRunSummary -ErrorUserCount 6").Count);
    }

    [Theory]
    [InlineData("-FederatedTokenFile \"$file.missing\"", "Could not find")]
    [InlineData("-FederatedTokenFile Variable:file", "not a path of the file system")]
    [InlineData("-FederatedToken { throw 'no luck today' }", "no luck today")]
    [InlineData("-FederatedToken { }", "gave nothing")]
    [InlineData("-FederatedToken { '' }", "empty")]
    public void What_gives_no_assertion_is_AuthenticationFailed_before_anything_is_sent(string way, string words)
    {
        AssertRefused($"Connect-RunSummary {App} {way} {Here}", words);

        Assert.Empty(Service.IdentityRequests.All);
    }

    [Fact]
    public void An_assertion_for_another_subject_is_refused_in_the_words_of_the_service()
    {
        TokenDesk.Open(() => Service.Identity.Issuer.Assertion("repo:contoso/intune:pull_request"));

        AssertRefused($"Connect-RunSummary {App} -FederatedToken {Desk} {Here}", "AADSTS7002");
    }

    [Fact]
    public void An_assertion_that_ran_out_is_refused_in_the_words_of_the_service()
    {
        TokenDesk.Open(() => Service.Identity.Issuer.Assertion(Subject, TimeSpan.FromMinutes(-10)));

        ErrorRecord error = AssertRefused($"Connect-RunSummary {App} -FederatedToken {Desk} {Here}", "AADSTS700024");
        Assert.DoesNotContain(Service.Identity.Issuer.Url + "/", error.ToString(), StringComparison.Ordinal);
    }
}
