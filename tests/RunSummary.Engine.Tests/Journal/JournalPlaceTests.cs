using System;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Journal;

public sealed class JournalPlaceTests : IDisposable
{
    private readonly JournalFile _journal = new();

    [Theory]
    [InlineData("contoso", "contoso")]
    [InlineData("CONTOSO", "contoso")]
    [InlineData(null, "contoso")]
    [InlineData("contoso", null)]
    [InlineData(null, null)]
    public void The_same_tenant_or_one_that_is_not_known_is_taken(string? journal, string? session)
    {
        Begin(JournalFile.Run(tenant: journal));

        using BulkBench bench = new(tokens: new FakeTokens("token-1") { TenantId = session });
        Assert.Single(bench.Session.ReadRestorePoints(_journal.Path, runId: null, bench.Events));
    }

    [Fact]
    public void Another_tenant_is_refused_and_both_are_named()
    {
        Begin(JournalFile.Run(tenant: "fabrikam"));

        AssertRefused("contoso", "fabrikam");
    }

    [Theory]
    [InlineData("https://graph.microsoft.us/", null)]
    [InlineData("https://graph.microsoft.com:8443/", null)]
    [InlineData("http://graph.microsoft.com/", null)]
    [InlineData("https://graph.microsoft.us/", "contoso")]
    public void Another_endpoint_is_refused_whatever_the_tenant(string endpoint, string? tenant)
    {
        Begin(JournalFile.Run(tenant: tenant, endpoint: endpoint));

        AssertRefused("contoso", new Uri(endpoint).Authority);
    }

    [Fact]
    public void The_tenant_of_a_given_token_is_read_from_the_token()
    {
        Begin(JournalFile.Run(tenant: "fabrikam"));

        using BulkBench bench = new(tokens: new FakeTokens(Jwt.Of("""{"tid":"contoso"}""")));
        bench.Bench.Tokens.GetTokenAsync(rejected: null, bench.Events, TestContext.Current.CancellationToken);
        Assert.Equal(
            ErrorId.JournalTenantMismatch,
            Assert.Throws<FailureException>(() => bench.Session.ReadRestorePoints(_journal.Path, runId: null, bench.Events)).Failure.Id);
    }

    [Fact]
    public async Task A_journal_of_another_tenant_cannot_be_resumed_and_is_left_as_it_is()
    {
        Begin(JournalFile.Run(tenant: "fabrikam"));
        string[] before = _journal.Lines;
        using BulkBench bench = new(tokens: new FakeTokens("token-1") { TenantId = "contoso" });

        Failure failure = await GraphBench.FailureOf(bench.RunAsync(BulkBench.Updates(2), _journal.Resume));

        Assert.Equal(ErrorId.JournalTenantMismatch, failure.Id);
        Assert.Empty(bench.Service.Sent);
        Assert.Equal(before, _journal.Lines);
    }

    [Fact]
    public void Only_the_run_that_is_meant_must_be_of_this_place()
    {
        Begin(JournalFile.Run(tenant: "fabrikam"));
        string last = Guid.NewGuid().ToString();
        _journal.Append(JournalFile.Run(last, tenant: "contoso") + "\n" + JournalFile.Intent(0, before: 1, value: 5, last) + "\n");

        using BulkBench bench = new(tokens: new FakeTokens("token-1") { TenantId = "contoso" });
        Assert.Single(bench.Session.ReadRestorePoints(_journal.Path, runId: null, bench.Events));
    }

    public void Dispose() => _journal.Dispose();

    private void Begin(string run) => _journal.Write(run, JournalFile.Intent(0, before: 1, value: 5));

    private void AssertRefused(string tenant, string named)
    {
        using BulkBench bench = new(tokens: new FakeTokens("token-1") { TenantId = tenant });
        Failure failure = Assert.Throws<FailureException>(() => bench.Session.ReadRestorePoints(_journal.Path, runId: null, bench.Events)).Failure;
        Assert.Equal(ErrorId.JournalTenantMismatch, failure.Id);
        Assert.Contains(named, failure.Detail, StringComparison.Ordinal);
        Assert.Contains(tenant, failure.Detail, StringComparison.Ordinal);
    }
}
