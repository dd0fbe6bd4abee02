using System;
using System.IO;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

public sealed class MsalFailuresTests
{
    private const string BadSecret =
        "A configuration issue is preventing authentication - check the error message from the server for details. Original exception: "
        + "AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 0f6b8f1a Correlation ID: 7d6b2f5e";

    [Theory]
    [InlineData(400, nameof(ErrorId.AuthenticationFailed))]
    [InlineData(401, nameof(ErrorId.AuthenticationFailed))]
    [InlineData(429, nameof(ErrorId.Throttled))]
    [InlineData(500, nameof(ErrorId.ServiceUnavailable))]
    [InlineData(503, nameof(ErrorId.ServiceUnavailable))]
    public async Task Each_status_of_the_sign_in_service_has_its_failure(int status, string id)
    {
        Failure failure = await FailureAsync(new MsalServiceException("some_error", "Some words.", status));

        Assert.Equal(id, failure.Id.ToString());
    }

    [Fact]
    public async Task A_silent_call_that_needs_the_user_is_InteractionRequired_and_another_is_not()
    {
        MsalUiRequiredException exception = new("invalid_grant", "AADSTS50076: Use multi-factor authentication.");

        Assert.Equal(ErrorId.InteractionRequired, (await FailureAsync(exception, About with { IsSilent = true })).Id);
        Failure refused = await FailureAsync(exception, About with { Action = "Do this." });
        Assert.Equal((ErrorId.AuthenticationFailed, "Do this."), (refused.Id, refused.Action));
        Assert.StartsWith("AADSTS50076", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_the_sign_in_service_holds_status_and_code()
    {
        Failure failure = await FailureAsync(new MsalServiceException("temporarily_unavailable", "Some words.", 503) { CorrelationId = "c-1" });

        Assert.Equal((503, "temporarily_unavailable", "c-1"), (failure.Http!.StatusCode, failure.Http.Code, failure.Http.ClientRequestId));
        Assert.Equal(1, failure.Http.Attempts);
    }

    [Fact]
    public async Task A_refusal_holds_them_too_with_the_services_own_code_and_the_tries_that_were_made()
    {
        Failure failure = await FailureAsync(new MsalServiceException("invalid_client", BadSecret, 401), About with { Tries = 3 });

        Assert.Equal((401, "AADSTS7000215", 3), (failure.Http!.StatusCode, failure.Http.Code, failure.Http.Attempts));
    }

    [Fact]
    public async Task An_answer_that_MSAL_can_not_read_is_ResponseInvalid_without_its_words()
    {
        Exception[] nonsense =
        [
            new JsonException("secret-body"),
            new FormatException("secret-body"),
            new CryptographicException("secret-body"),
            new InvalidOperationException("secret-body"),
            new MsalServiceException(MsalError.NonParsableOAuthError, "secret-body", 400),
            new MsalServiceException(MsalError.ManagedIdentityResponseParseFailure, "secret-body", 200),
            new MsalClientException(MsalError.AccessTokenTypeMissing, "secret-body"),
        ];
        foreach (Exception exception in nonsense)
        {
            FailureException thrown = await Assert.ThrowsAsync<FailureException>(() => TranslateAsync(exception));
            Assert.Equal(ErrorId.ResponseInvalid, thrown.Failure.Id);
            Assert.DoesNotContain("secret-body", $"{thrown} {thrown.Failure}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_that_fails_is_CertificateInvalid_where_a_certificate_signs() =>
        Assert.Equal(ErrorId.CertificateInvalid, (await FailureAsync(new CryptographicException(), About with { IsSigned = true })).Id);

    [Fact]
    public async Task The_services_own_words_are_shown_from_their_code_on()
    {
        Failure failure = await FailureAsync(new MsalServiceException("invalid_client", BadSecret, 401));

        Assert.Equal("AADSTS7000215: Invalid client secret provided.  Trace ID: 0f6b8f1a Correlation ID: 7d6b2f5e", failure.Detail);
    }

    [Fact]
    public async Task What_MSAL_itself_refuses_is_AuthenticationFailed_in_its_words()
    {
        Failure failure = await FailureAsync(new MsalClientException("some_error", "The authority is not valid."));

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
        Assert.Equal("The authority is not valid.", failure.Detail);
    }

    [Fact]
    public async Task MSALs_own_exception_is_not_passed_on()
    {
        FailureException exception = await Assert.ThrowsAsync<FailureException>(
            () => TranslateAsync(new MsalServiceException("invalid_client", BadSecret, 401)));

        Assert.Null(exception.InnerException);
        Assert.Null(exception.Failure.Cause);
    }

    [Fact]
    public async Task A_timeout_is_ConnectionFailed()
    {
        Failure failure = await FailureAsync(new MsalServiceException(MsalError.RequestTimeout, "Request to the endpoint timed out."));

        Assert.Equal(ErrorId.ConnectionFailed, failure.Id);
    }

    [Fact]
    public async Task A_broken_connection_is_ConnectionFailed_and_names_address_and_reason()
    {
        Failure failure = await FailureAsync(new HttpRequestException("Outer.", new IOException("Connection refused")));

        Assert.Equal(ErrorId.ConnectionFailed, failure.Id);
        Assert.Equal("sts.example:8443: Connection refused.", failure.Detail);
    }

    [Fact]
    public async Task A_cancellation_stays_one() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => TranslateAsync(new OperationCanceledException()));

    [Fact]
    public async Task A_result_is_passed_on() =>
        Assert.Equal(7, await MsalFailures.TranslateAsync(About, () => Task.FromResult(7)));

    [Fact]
    public void An_argument_that_MSAL_refuses_is_AuthenticationFailed()
    {
        Failure failure = Assert.Throws<FailureException>(
            () => MsalFailures.Translate<int>(() => throw new ArgumentException("The client id must not be empty."))).Failure;

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
        Assert.Equal("The client id must not be empty.", failure.Detail);
    }

    [Fact]
    public void A_result_of_a_plain_call_is_passed_on() => Assert.Equal(7, MsalFailures.Translate(() => 7));

    private static MsalCall About => new(new Uri("https://sts.example:8443/base"), NoEvents.Instance);

    private static Task<Failure> FailureAsync(Exception exception, MsalCall? about = null) => GraphBench.FailureOf(TranslateAsync(exception, about));

    private static Task<int> TranslateAsync(Exception exception, MsalCall? about = null) =>
        MsalFailures.TranslateAsync(about ?? About, () => Task.FromException<int>(exception));
}
