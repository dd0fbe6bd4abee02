# Windows and macOS want to trust a certificate before they sign with it.
Describe 'The signature of the package' -Skip:(-not $IsLinux) {
    BeforeAll {
        # The functions of build.ps1 alone: the rest of it builds.
        $parsed = [Management.Automation.Language.Parser]::ParseFile((Resolve-Path "$PSScriptRoot/../../build.ps1"), [ref] $null, [ref] $null)
        $functions = $parsed.FindAll({ $args[0] -is [Management.Automation.Language.FunctionDefinitionAst] }, $false)
        . ([scriptblock]::Create($functions.Extent.Text -join "`n"))

        $key = [Security.Cryptography.RSA]::Create(3072)
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=Test', $key, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $usages = [Security.Cryptography.OidCollection]::new()
        $null = $usages.Add('1.3.6.1.5.5.7.3.3')
        $request.CertificateExtensions.Add([Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]::new($usages, $true))
        $certificate = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(1))
        [IO.File]::WriteAllBytes("$TestDrive/signing.pfx", $certificate.Export('Pfx', 'a password'))

        function Get-SignedPackage {
            $package = "$TestDrive/$([guid]::NewGuid()).nupkg"
            Set-Content "$TestDrive/RunSummary.nuspec" '<package><metadata><id>RunSummary</id><version>0.1.0</version><authors>x</authors><description>x</description></metadata></package>'
            Compress-Archive "$TestDrive/RunSummary.nuspec" "$package.zip" -PassThru | Rename-Item -NewName $package
            Add-PackageSignature $package
            $zip = [IO.Compression.ZipFile]::OpenRead($package)
            try { $zip.Entries.Name } finally { $zip.Dispose() }
        }
    }

    AfterEach { $env:RUNSUMMARY_SIGNING_CERTIFICATE = $env:RUNSUMMARY_SIGNING_PASSWORD = $null }

    It 'is made where there is a certificate' {
        $env:RUNSUMMARY_SIGNING_CERTIFICATE = "$TestDrive/signing.pfx"
        $env:RUNSUMMARY_SIGNING_PASSWORD = 'a password'
        Get-SignedPackage | Should -Contain '.signature.p7s'
    }

    It 'is left out where there is none' {
        Get-SignedPackage | Should -Be 'RunSummary.nuspec'
    }

    It 'fails with a wrong password' {
        $env:RUNSUMMARY_SIGNING_CERTIFICATE = "$TestDrive/signing.pfx"
        $env:RUNSUMMARY_SIGNING_PASSWORD = 'another'
        { Get-SignedPackage } | Should -Throw "*can't be signed*"
    }
}
