using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Tests.Isolation;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>What isn't needed for the sign-in at hand isn't loaded. Each is a process of its own.</summary>
public sealed class LoadedForSignInTests
{
    private const string Msal = "Microsoft.Identity.Client";
    private const string Cache = "Microsoft.Identity.Client.Extensions.Msal";

    [Fact]
    public async Task A_token_needs_no_MSAL() =>
        Assert.DoesNotContain(await LoadedAsync("Token"), name => name.StartsWith(Msal, System.StringComparison.Ordinal));

    [Fact]
    public async Task A_client_secret_needs_MSAL_and_no_token_cache()
    {
        HashSet<string> loaded = await LoadedAsync("Secret");

        Assert.Contains(Msal, loaded);
        Assert.DoesNotContain(Cache, loaded);
    }

    private static async Task<HashSet<string>> LoadedAsync(string way)
    {
        Report report = await ChildShell.RunAsync("LoadedForSignIn.ps1", "-Way", way);

        Assert.Equal(["6"], report.Values("updated"));
        return [.. report.LoadedIn("RunSummary").Select(assembly => assembly.Name)];
    }
}
