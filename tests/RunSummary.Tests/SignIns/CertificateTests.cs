using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

public sealed class CertificateTests : SignInTest
{
    private readonly CertificateFiles _files = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Service.Identity.Certificates.Register(_files.Certificate);
        Shell.SetVariable("certificate", _files.Certificate);
        Shell.SetVariable("folder", _files.Folder);
        Shell.SetVariable("password", CertificateFiles.Password);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _files.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("-Certificate $certificate")]
    [InlineData("-CertificatePath \"$folder/plain.pfx\"")]
    [InlineData("-CertificatePath \"$folder/locked.pfx\" -CertificatePassword $password")]
    [InlineData("-CertificatePath \"$folder/locked.pfx\" -CertificatePassword ([System.Net.NetworkCredential]::new('', $password).SecurePassword)")]
    [InlineData("-CertificatePath \"$folder/plain.pem\"")]
    [InlineData("-CertificatePath \"$folder/locked.pem\" -CertificatePassword $password")]
    [InlineData("-CertificatePath \"$folder/plain.pem\" -CertificatePassword $password")]
    public void It_signs_in(string certificate)
    {
        Succeed($"Connect-RunSummary {App} {certificate} {Here}");

        AssertSignedIn("ClientCertificate");
        SignIn signIn = Assert.Single(SignIns);
        Assert.Equal((ClientCredentialKind.Certificate, null), (signIn.Credential, signIn.Error));
        Assert.Empty(signIn.CertificateChain);
    }

    [Fact]
    public void A_path_is_taken_from_the_prompts_own_location()
    {
        Succeed($"$null = $ExecutionContext.SessionState.Path.SetLocation($folder); Connect-RunSummary {App} -CertificatePath ./plain.pfx {Here}");

        AssertSignedIn("ClientCertificate");
    }

    [Fact]
    public void The_certificate_goes_along_where_it_is_wanted()
    {
        Service.Identity.Certificates.Clear();
        Service.Identity.Certificates.RegisterSubject(_files.Certificate.Subject, _files.Certificate);
        AssertRefused($"Connect-RunSummary {App} -Certificate $certificate {Here}", "AADSTS700027");

        Succeed($"Connect-RunSummary {App} -Certificate $certificate -SendCertificateChain {Here}");
        AssertSignedIn("ClientCertificate");
        Assert.Equal([_files.Certificate.Thumbprint], SignIns[^1].CertificateChain);
    }

    [Theory]
    [InlineData("-CertificateThumbprint {0}")]
    [InlineData("-CertificateThumbprint ' {1} '")]
    [InlineData("-CertificateSubject '{2}'")]
    [InlineData("-CertificateSubject 'runsummary STORE test'")]
    public void One_of_the_store_is_found_by_thumbprint_or_subject(string parameters)
    {
        using RSA key = RSA.Create(2048);
        using StoredCertificates store = new(
            CertificateFiles.Make(StoredCertificates.Subject, key, ageInDays: 10),
            CertificateFiles.Make(StoredCertificates.Subject, key, ageInDays: 30, lastsForDays: -1),
            CertificateFiles.Make(StoredCertificates.Subject, key, ageInDays: 5),
            CertificateFiles.Make("CN=Other RunSummary store test", key, ageInDays: 1));
        X509Certificate2 newest = store.Certificates[2];
        Service.Identity.Certificates.Clear();
        Service.Identity.Certificates.Register(newest);
        string spaced = string.Join(' ', newest.Thumbprint.Chunk(2).Select(pair => new string(pair)));

        Succeed($"Connect-RunSummary {App} {string.Format(null, parameters, newest.Thumbprint, spaced, StoredCertificates.Subject)} {Here}");
        AssertSignedIn("ClientCertificate");
    }

    [Theory]
    [InlineData("-CertificateThumbprint 0000000000000000000000000000000000000000", "0000000000000000000000000000000000000000")]
    [InlineData("-CertificateSubject CN=Nobody", "CN=Nobody")]
    [InlineData("-CertificatePath \"$folder/missing.pfx\"", "missing.pfx")]
    [InlineData("-CertificatePath $folder", "can't be read")]
    [InlineData("-CertificatePath \"$folder/locked.pfx\"", "password")]
    [InlineData("-CertificatePath \"$folder/locked.pfx\" -CertificatePassword hunter2", "password")]
    [InlineData("-CertificatePath \"$folder/locked.pem\"", "password")]
    [InlineData("-CertificatePath \"$folder/locked.pem\" -CertificatePassword hunter2", "password")]
    [InlineData("-CertificatePath \"$folder/public.cer\"", "no private key")]
    [InlineData("-CertificatePath \"$folder/public.pem\"", "password is wrong or missing")]
    [InlineData("-CertificatePath \"$folder/text.pfx\"", "neither a PFX nor a PEM")]
    [InlineData("-CertificatePath \"$folder/empty.pfx\"", "neither a PFX nor a PEM")]
    [InlineData("-CertificatePath \"$folder/elliptic.pfx\"", "isn't an RSA")]
    [InlineData("-CertificatePath Variable:folder", "not a path of the file system")]
    [InlineData("-CertificatePath Nowhere:file", "Nowhere")]
    [InlineData("-Certificate ([System.Security.Cryptography.X509Certificates.X509Certificate2]::new($certificate.RawData))", "no private key")]
    [InlineData("-Certificate (& { $gone = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new(\"$folder/plain.pfx\"); $gone.Dispose(); $gone })", "disposed of")]
    public void What_can_not_sign_is_CertificateInvalid_before_anything_is_sent(string certificate, string words)
    {
        ErrorRecord error = AssertConnectFails(
            $"Connect-RunSummary {App} {certificate} {Here}", "CertificateInvalid", ErrorCategory.SecurityError, words);

        Assert.DoesNotContain("hunter2", $"{error} {error.Exception}", StringComparison.Ordinal);
        Assert.Empty(Service.IdentityRequests.All);
    }

    [Fact]
    public void A_certificate_that_the_application_does_not_have_is_refused_in_the_words_of_the_service()
    {
        Service.Identity.Certificates.Clear();

        AssertRefused($"Connect-RunSummary {App} -Certificate $certificate {Here}", "AADSTS700027");
    }

    [Fact]
    public void One_that_has_run_out_is_refused_in_the_words_of_the_service()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 old = CertificateFiles.Make("CN=old", key, ageInDays: 30, lastsForDays: -1);
        Service.Identity.Certificates.Register(old);
        Shell.SetVariable("old", old);

        AssertRefused($"Connect-RunSummary {App} -Certificate $old {Here}", "AADSTS700027", "expired");
    }

    [Theory]
    [InlineData("-TenantId nowhere.example -ClientId $sandbox.TenantId", "AADSTS90002")]
    [InlineData("-TenantId $sandbox.TenantId -ClientId 11111111-2222-3333-4444-555555555555", "AADSTS700016")]
    public void A_tenant_or_an_application_that_there_is_not_is_refused_in_the_words_of_the_service(string who, string code) =>
        AssertRefused($"Connect-RunSummary {who} -Certificate $certificate {Here}", code);

    [Fact]
    public void The_callers_own_certificate_is_left_to_the_caller()
    {
        Succeed($"Connect-RunSummary {App} -Certificate $certificate {Here}; Disconnect-RunSummary");

        using RSA? key = _files.Certificate.GetRSAPrivateKey();
        Assert.NotNull(key);
        Assert.NotEmpty(key.SignData([1], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public void One_that_can_not_sign_any_more_when_the_token_is_renewed_is_CertificateInvalid()
    {
        Succeed($"$global:own = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new(\"$folder/plain.pfx\"); Connect-RunSummary {App} -Certificate $own {Here}; $own.Dispose()");
        Service.Tokens.RevokeAll();

        AssertError(FailForGood(Update), "CertificateInvalid", ErrorCategory.SecurityError);
    }

    [Fact]
    public void Tokens_are_renewed_with_it()
    {
        Succeed($"Connect-RunSummary {App} -CertificatePath \"$folder/plain.pfx\" {Here}");
        File.Delete(_files["plain.pfx"]);
        Service.Tokens.RevokeAll();

        AssertSignedIn("ClientCertificate");
        Assert.Equal(2, SignIns.Count);
    }
}
