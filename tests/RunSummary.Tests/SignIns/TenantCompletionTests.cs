using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>What a tab offers for -TenantId: where users whose tokens are kept have signed in.</summary>
public sealed class TenantCompletionTests : TokenCacheTest
{
    private string Line => $"Connect-RunSummary -Authority {Service.Authority} -TenantId ";

    [Theory]
    [InlineData("")]
    [InlineData("5a4d")]
    [InlineData("'5A4D")]
    [InlineData("ada")]
    public async Task Tenants_of_the_cache_are_offered_by_their_ids_or_users(string word)
    {
        await SignInAsync(Cached);

        CompletionResult tenant = Assert.Single(Offered(Line + word, count: 1));
        Assert.Equal((Service.TenantId, SandboxUser.Ada.UserPrincipalName), (tenant.CompletionText, tenant.ToolTip));
        Assert.Equal($"{Service.TenantId} ({SandboxUser.Ada.UserPrincipalName})", tenant.ListItemText);
    }

    [Theory]
    [InlineData("-UseDeviceCode")]
    [InlineData("-TokenCache CurrentUser")]
    public async Task They_are_offered_with_what_else_is_typed(string more)
    {
        await SignInAsync(Cached);

        Assert.Single(Offered(Line.Replace("-TenantId", $"{more} -TenantId", StringComparison.Ordinal), count: 1));
    }

    [Fact]
    public async Task Nothing_is_asked_of_the_sign_in_service()
    {
        await SignInAsync(Cached);
        Service.IdentityRequests.Clear();

        Offered(Line, count: 1);

        Assert.Empty(Service.IdentityRequests.All);
    }

    [Fact]
    public async Task Other_words_other_clouds_and_other_applications_have_others()
    {
        await SignInAsync(Cached);
        Offered(Line, count: 1);

        Assert.Empty(Offered(Line + "zz"));
        Assert.Empty(Offered("Connect-RunSummary -TenantId "));
        Assert.Empty(Offered(Line.Replace("-TenantId", $"-ClientId {Guid.NewGuid()} -TenantId", StringComparison.Ordinal)));
        Assert.Empty(Offered("Connect-RunSummary -Authority nonsense -TenantId "));
    }

    [Fact]
    public async Task A_cache_that_can_not_be_read_offers_nothing_and_says_nothing()
    {
        await SignInAsync(Cached);
        Offered(Line, count: 1);
        await File.WriteAllTextAsync(CacheFile(), "{ not a cache", TestContext.Current.CancellationToken);

        Assert.Empty(Offered(Line));
    }

    [Fact]
    public void Without_a_cache_nothing_is_offered_and_none_is_made()
    {
        Assert.Empty(Offered(Line));
        Assert.Empty(Directory.GetFiles(Home, "*", SearchOption.AllDirectories));
    }

    /// <summary>What comes depends on what is read in the time that a person waits, so a busy machine is given more than one try.</summary>
    private CompletionResult[] Offered(string line, int count = 0)
    {
        Stopwatch watch = Stopwatch.StartNew();
        CompletionResult[] offered = Complete(line);
        while (offered.Length < count && watch.Elapsed < TimeSpan.FromSeconds(5))
        {
            offered = Complete(line);
        }

        return offered;
    }

    private CompletionResult[] Complete(string line)
    {
        Succeed("$Error.Clear()");
        var matches = Succeed("(TabExpansion2 -inputScript $in -cursorColumn $in.Length).CompletionMatches", line);
        Assert.Equal(0, Assert.Single(Succeed("$Error.Count")).BaseObject);
        return [.. matches.Select(match => (CompletionResult)match.BaseObject).Where(match => match.ResultType == CompletionResultType.ParameterValue)];
    }
}
