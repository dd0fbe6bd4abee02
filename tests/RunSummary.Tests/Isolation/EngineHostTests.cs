using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.SignIns;
using Xunit;

namespace RunSummary.Tests.Isolation;

/// <summary>The engine as shipped on the runtimes that no PowerShell here brings.</summary>
public sealed class EngineHostTests : IAsyncLifetime
{
    private const string Msal = "Microsoft.Identity.Client";

    // The application of the module for users, which every tenant knows.
    private const string CommandLineTools = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

    private const string NoFramework = "Neither .NET Framework nor a whole Mono is on this machine.";

    private static readonly string OlderMsal = BuildPaths.InPackage(Msal, "4.61.3", Path.Combine("lib", "net462", Msal + ".dll"));

    // One that ships and that nothing here needs, so that nobody has loaded it.
    private static readonly AssemblyName Ours = AssemblyFile.Read(Path.Combine(BuildPaths.Shipped("net472"), "Azure.Core.dll")).Name;
    private static readonly AssemblyName Another = new(Ours.FullName) { Version = new Version(1, 1, 1, 1) };

    private readonly CertificateFiles _certificates = new();

    private SandboxService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await SandboxService.StartAsync(ct: TestContext.Current.CancellationToken);
        _service.Identity.DeviceCodes.AutoApproveAfter = 1;
        _service.Identity.Certificates.Register(_certificates.Certificate);
    }

    public ValueTask DisposeAsync()
    {
        _certificates.Dispose();
        return _service.DisposeAsync();
    }

    [Fact]
    public async Task It_works_on_NET_8()
    {
        Report report = await RunAsync(EngineHost.RunOnNet8Async);

        Assert.StartsWith(".NET 8.", Assert.Single(report.Values("runtime")), StringComparison.Ordinal);
        AssertWorked(report, "6");
        AssertOursAreBesideTheOlder(report, "net8.0");
        Assert.Equal(["nowhere", "nowhere"], report.Values("asked"));
        Assert.Equal([Msal, "RunSummary", "RunSummary.Loader"], report.LoadedIn("Default").Where(IsOursByName("net8.0")).Select(assembly => assembly.Name).Order());
    }

    [Fact]
    public async Task It_works_on_NET_Framework_or_Mono()
    {
        Assert.SkipUnless(EngineHost.HasFramework, NoFramework);
        Report report = await RunAsync(EngineHost.RunOnFrameworkAsync);

        // .NET Framework can't read PEM files.
        AssertWorked(report, "CertificateInvalid");
        AssertOursAreBesideTheOlder(report, "net472");
        Assert.Equal(["nowhere", Path.Combine(BuildPaths.Shipped("net472"), "Azure.Core.dll")], report.Values("asked"));
    }

    [Fact]
    public async Task An_engine_that_is_missing_is_told_there_as_well()
    {
        Assert.SkipUnless(EngineHost.HasFramework, NoFramework);
        using TemporaryCopy copy = new(RepositoryPaths.ModuleFolder);
        File.Delete(copy[Path.Combine("net472", "RunSummary.Engine.dll")]);

        Report report = await Report.OfAsync(file => EngineHost.RunOnFrameworkAsync(
            [$"Module={copy.Folder}", $"Report={file}", $"Graph={_service.GraphEndpoint}", $"Authority={_service.Authority}", "Token=any"]));

        Assert.Equal(["Token", "ModuleIncomplete"], Assert.Single(report.Rows("outcome"))[..2]);
    }

    private static void AssertWorked(Report report, string pem)
    {
        Assert.Equal(
            ["Token 1", "Secret 2", "Secret AuthenticationFailed", "DeviceCode 4", "Certificate 5", $"Certificate {pem}"],
            report.Rows("outcome").Select(row => $"{row[0]} {row[1]}"));
        Assert.Equal("True", Assert.Single(report.Values("report")));
    }

    private static void AssertOursAreBesideTheOlder(Report report, string framework)
    {
        Assert.Equal(OlderMsal, report.Loaded.First(assembly => assembly.Name == Msal).Path);
        IEnumerable<string> fromModule = report.Loaded.Where(assembly => assembly.IsIn(BuildPaths.Shipped(framework))).Select(assembly => assembly.Name);
        Assert.Empty(new[] { Msal, "Microsoft.Graph.Core", "Microsoft.Kiota.Abstractions", "RunSummary.Engine" }.Except(fromModule));
    }

    private static Func<LoadedAssembly, bool> IsOursByName(string framework)
    {
        HashSet<string> names = ["RunSummary", .. BuildPaths.ShippedNames(framework)];
        return assembly => names.Contains(assembly.Name) && !assembly.IsIn(Path.Combine(BuildPaths.EngineHost, framework));
    }

    private Task<Report> RunAsync(Func<IEnumerable<string>, Task> runtime) => Report.OfAsync(report => runtime(
    [
        $"Module={RepositoryPaths.ModuleFolder}",
        $"Report={report}",
        .. new[] { Another, Ours }.Select(name => $"Ask={name.FullName}"),
        $"Page={_certificates["report.html"]}",
        $"Foreign={OlderMsal}",
        $"Graph={_service.GraphEndpoint}",
        $"Authority={_service.Authority}",
        $"Tenant={_service.TenantId}",
        $"Client={_service.ClientId}",
        $"Token={_service.Tokens.Issue()}",
        $"Secret={_service.ClientSecret}",
        "Secret=wrong",
        $"DeviceCode={CommandLineTools}",
        $"Password={CertificateFiles.Password}",
        $"Certificate={_certificates["locked.pfx"]}",
        $"Certificate={_certificates["locked.pem"]}",
    ]));
}
