using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>Makes TLS clients trust the sandbox without switching any check off.</summary>
public static class CertificateTrust
{
    private const string BundleVariable = "SSL_CERT_FILE";

    private static readonly Lock Once = new();
    private static bool _done;

    /// <summary>Linux trusts a certificate by file; Windows and macOS use the ASP.NET Core developer certificate, which names no cloud.</summary>
    public static bool ByFile => OperatingSystem.IsLinux();

    /// <summary>Must be called before the first use of TLS in the process; its child processes trust the sandbox too.</summary>
    public static void TrustInThisProcess()
    {
        lock (Once)
        {
            if (_done)
            {
                return;
            }

            if (ByFile)
            {
                TrustByFile();
            }
            else
            {
                TrustDeveloperCertificate();
            }

            _done = true;
        }
    }

    public static void WritePem(string path) => File.WriteAllText(path, SandboxCertificate.Instance.ExportCertificatePem() + "\n");

    private static void TrustByFile()
    {
        string folder = Directory.CreateTempSubdirectory("runsummary-sandbox-").FullName;
        string path = Path.Combine(folder, "certificate.pem");
        string? trustedBefore = Environment.GetEnvironmentVariable(BundleVariable);
        WritePem(path);
        if (File.Exists(trustedBefore))
        {
            File.AppendAllText(path, File.ReadAllText(trustedBefore));
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);

        // .NET reads the variable with the native getenv, which doesn't see managed changes.
        if (SetNativeVariable(BundleVariable, path, 1) != 0)
        {
            throw new InvalidOperationException($"Could not set {BundleVariable}.");
        }

        Environment.SetEnvironmentVariable(BundleVariable, path);
    }

    private static void TrustDeveloperCertificate()
    {
        if (RunDeveloperCertificates("--check --trust") != 0 && RunDeveloperCertificates("--trust") != 0)
        {
            throw new InvalidOperationException("The developer certificate isn't trusted: run 'dotnet dev-certs https --trust'.");
        }
    }

    private static int RunDeveloperCertificates(string arguments)
    {
        using Process process = Process.Start("dotnet", $"dev-certs https {arguments}");
        process.WaitForExit();
        return process.ExitCode;
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetNativeVariable(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string value,
        int overwrite);
}
