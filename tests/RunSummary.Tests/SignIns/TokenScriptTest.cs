using System.Threading.Tasks;

namespace RunSummary.Tests.SignIns;

/// <summary>What tests of tokens from a script block share.</summary>
public abstract class TokenScriptTest : SignInTest
{
    /// <summary>A block with a pipeline and cmdlets in it.</summary>
    protected const string Desk = "{ 1 | ForEach-Object { [RunSummary.Tests.SignIns.TokenDesk]::Issue() } | Where-Object { $_ } }";

    protected const string SignIn = "Connect-RunSummary -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0 -AccessToken";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        TokenDesk.Open(() => Service.Tokens.Issue());
    }
}
