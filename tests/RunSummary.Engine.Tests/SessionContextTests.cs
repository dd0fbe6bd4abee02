using System;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests;

public sealed class SessionContextTests
{
    [Fact]
    public void Before_a_token_came_the_context_says_what_the_caller_named()
    {
        using GraphBench bench = new("https://graph.example/base", tokens: new FakeTokens("token-1") { TenantId = "t", ClientId = "c" });

        RunSummaryContext context = bench.Session.GetContext();

        Assert.Equal(("t", "c", AuthType.ClientSecret), (context.TenantId, context.ClientId, context.AuthType));
        Assert.Equal("https://graph.example/base", context.GraphEndpoint.AbsoluteUri);
        Assert.Empty(context.Scopes);
        Assert.Null(context.TokenExpiresOn);
    }

    [Fact]
    public async Task What_the_token_says_wins()
    {
        string token = Jwt.Of("""{"tid":"tid","appid":"app","upn":"zoe@contoso.example","scp":"A B","exp":1772445600}""");
        using GraphBench bench = new(tokens: new FakeTokens(token) { TenantId = "contoso.example", ClientId = "c" });
        bench.Graph.Answers(Answer.Empty(204));
        await bench.UpdateAsync();

        RunSummaryContext context = bench.Session.GetContext();

        Assert.Equal(("tid", "app", "zoe@contoso.example"), (context.TenantId, context.ClientId, context.Account));
        Assert.Equal(["A", "B"], context.Scopes);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), context.TokenExpiresOn);
    }

    [Fact]
    public async Task No_property_holds_the_token()
    {
        using GraphBench bench = new(tokens: new FakeTokens("secret-token"));
        bench.Graph.Answers(Answer.Empty(204));
        await bench.UpdateAsync();

        RunSummaryContext context = bench.Session.GetContext();

        Assert.DoesNotContain(
            typeof(RunSummaryContext).GetProperties().Select(property => property.GetValue(context)?.ToString()),
            text => text?.Contains("secret-token", StringComparison.Ordinal) == true);
    }
}
