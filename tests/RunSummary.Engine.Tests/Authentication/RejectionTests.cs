using RunSummary.Engine.Authentication;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

/// <summary>Requests that go together with one token, some of which were refused with others.</summary>
public sealed class RejectionTests
{
    private const string Claims = "{}";

    private static readonly AccessToken Older = new("older");
    private static readonly AccessToken Latest = new("latest");

    [Fact]
    public void Without_a_refusal_there_is_none() => Assert.Null(Rejection.Join([null, null], Latest));

    [Fact]
    public void The_token_that_would_be_sent_again_counts_first() => Assert.Equal(
        new Rejection(Latest, Claims: null), Rejection.Join([null, new Rejection(Older, Claims: null), new Rejection(Latest, Claims: null)], Latest));

    [Fact]
    public void Claims_are_demanded_for_all() => Assert.Equal(
        new Rejection(Latest, Claims), Rejection.Join([new Rejection(Older, Claims), new Rejection(Latest, Claims: null)], Latest));

    [Fact]
    public void A_token_that_was_replaced_meanwhile_is_as_good_as_any() =>
        Assert.Equal(new Rejection(Older, Claims), Rejection.Join([null, new Rejection(Older, Claims)], Latest));
}
