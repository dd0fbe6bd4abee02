using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using System.Web;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>The sandbox refuses a wrong proof, so that sign-ins that work there prove that the module's are right.</summary>
public sealed class SandboxProofTests : SignInTest
{
    private const string RedirectUri = "http://localhost:1";
    private const string Scope = "https://graph.microsoft.com/DeviceManagementScripts.ReadWrite.All";
    private const string Verifier = "a-verifier-that-is-long-enough-for-the-standard";

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly CertificateFiles _files = new();

    private string Root => $"{Service.Authority}{Service.TenantId}/oauth2/v2.0";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _client.Dispose();
        _files.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(Verifier, HttpStatusCode.OK, "access_token")]
    [InlineData(Verifier + "x", HttpStatusCode.BadRequest, "AADSTS50148")]
    public async Task A_code_is_redeemed_with_the_verifier_of_its_challenge_alone(string verifier, HttpStatusCode status, string words) =>
        await AssertAnswerAsync(status, words, new()
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Service.ClientId,
            ["redirect_uri"] = RedirectUri,
            ["code"] = await CodeAsync(),
            ["code_verifier"] = verifier,
        });

    [Theory]
    [InlineData(true, HttpStatusCode.OK, "access_token")]
    [InlineData(false, HttpStatusCode.Unauthorized, "AADSTS700027")]
    public async Task An_assertion_is_accepted_with_the_signature_of_the_certificate_that_it_names_alone(bool isSignedByIt, HttpStatusCode status, string words)
    {
        Service.Identity.Certificates.Register(_files.Certificate);
        using RSA own = _files.Certificate.GetRSAPrivateKey()!;
        using RSA other = RSA.Create(2048);

        await AssertAnswerAsync(status, words, new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Service.ClientId,
            ["scope"] = "https://graph.microsoft.com/.default",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = Assertion(isSignedByIt ? own : other),
        });
    }

    private async Task<string> CodeAsync()
    {
        string challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        using HttpResponseMessage answer = await _client.GetAsync(
            new Uri($"{Root}/authorize?client_id={Service.ClientId}&response_type=code&redirect_uri={RedirectUri}&scope={Scope}&code_challenge={challenge}&code_challenge_method=S256"),
            TestContext.Current.CancellationToken);
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
    }

    private string Assertion(RSA key)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        string content = Encode(new { alg = "RS256", typ = "JWT", x5t = Base64Url.EncodeToString(_files.Certificate.GetCertHash()) }) + "." + Encode(new
        {
            aud = $"{Root}/token",
            iss = Service.ClientId,
            sub = Service.ClientId,
            jti = Guid.NewGuid(),
            nbf = now.ToUnixTimeSeconds(),
            exp = now.AddMinutes(10).ToUnixTimeSeconds(),
        });
        return $"{content}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private async Task AssertAnswerAsync(HttpStatusCode status, string words, Dictionary<string, string> form)
    {
        using FormUrlEncodedContent content = new(form);
        using HttpResponseMessage answer = await _client.PostAsync(new Uri($"{Root}/token"), content, TestContext.Current.CancellationToken);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(status, answer.StatusCode);
    }
}
