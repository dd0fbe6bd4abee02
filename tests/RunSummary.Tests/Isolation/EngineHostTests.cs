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
    private const string Json = "System.Text.Json";

    // The application of the module for users, which every tenant knows.
    private const string CommandLineTools = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

    private const string Net8 = "net8.0";
    private const string Framework = "net472";

    private static readonly string OlderMsal = BuildPaths.InPackage(Msal, "4.61.3", Path.Combine("lib", "net462", Msal + ".dll"));

    // One that ships and that nothing here needs, so that nobody has loaded it.
    private static readonly AssemblyName Ours = AssemblyFile.Read(Path.Combine(BuildPaths.Shipped(Framework), "Azure.Core.dll")).Name;
    private static readonly AssemblyName Another = new(Ours.FullName) { Version = new Version(1, 1, 1, 1) };

    private readonly CertificateFiles _certificates = new();

    private SandboxService _service = null!;

    private string Secret => $"Secret={_service.ClientSecret}";

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
        Report report = await RunAsync(Net8, Everything());

        Assert.StartsWith(".NET 8.", Assert.Single(report.Values("runtime")), StringComparison.Ordinal);
        AssertWorked(report, "6");
        AssertOursAreBeside(report, OlderMsal, Net8);
        Assert.Equal(["nowhere", "nowhere"], report.Values("asked"));
        Assert.Equal([Msal, "RunSummary", "RunSummary.Loader"], report.LoadedIn("Default").Where(IsOursByName(Net8)).Select(assembly => assembly.Name).Order());
    }

    [Fact]
    public async Task It_works_on_NET_Framework_or_Mono()
    {
        Report report = await RunAsync(Framework, Everything());

        // .NET Framework can't read PEM files.
        AssertWorked(report, "CertificateInvalid");
        AssertOursAreBeside(report, OlderMsal, Framework);
        Assert.Equal(["nowhere", Path.Combine(BuildPaths.Shipped(Framework), "Azure.Core.dll")], report.Values("asked"));
    }

    [Theory]
    [InlineData(Net8)]
    [InlineData(Framework)]
    public Task An_older_MSAL_may_come_after_ours(string framework) => AssertBesideAsync(framework, OlderMsal, isFirst: false);

    [Theory]
    [InlineData(Net8, true)]
    [InlineData(Net8, false)]
    [InlineData(Framework, true)]
    [InlineData(Framework, false)]
    public async Task A_newer_MSAL_may_come_before_ours_and_after(string framework, bool isFirst)
    {
        using TemporaryCopy newer = new(BuildPaths.Shipped(framework));
        OtherRelease.Make(newer[Msal + ".dll"], OtherRelease.Later);
        await AssertBesideAsync(framework, newer[Msal + ".dll"], isFirst);
    }

    [Fact]
    public async Task A_newer_System_Text_Json_is_refused_by_NET_8_and_its_own_serves()
    {
        Report report = await RunAsync(Net8, $"Foreign={BuildPaths.InPackage(Json, "11.0.0", Path.Combine("lib", "netstandard2.0", Json + ".dll"))}", Secret, Secret);

        Assert.Equal("refused", Assert.Single(report.Values("foreign")));
        Assert.Equal(["Secret 1", "Secret 2"], Outcomes(report));
        Assert.True(Assert.Single(report.Loaded, assembly => assembly.Name == Json).IsIn(Path.Combine(BuildPaths.EngineHost, Net8)));
    }

    [Fact]
    public async Task Imports_and_removals_at_once_leave_the_engine_with_what_it_depends_on()
    {
        Report report = await RunAsync(Framework, "Race=100000");

        Assert.Equal("0", Assert.Single(report.Values("deaf")));
    }

    [Fact]
    public async Task An_engine_that_is_missing_is_told_there_as_well()
    {
        using TemporaryCopy copy = new(RepositoryPaths.ModuleFolder);
        File.Delete(copy[Path.Combine(Framework, "RunSummary.Engine.dll")]);

        Report report = await RunWithAsync(copy.Folder, Framework, "Token=any");

        Assert.Equal(["Token", "ModuleIncomplete"], Assert.Single(report.Rows("outcome"))[..2]);
    }

    private static IEnumerable<string> Outcomes(Report report) => report.Rows("outcome").Select(row => $"{row[0]} {row[1]}");

    private static void AssertWorked(Report report, string pem)
    {
        Assert.Equal(["Token 1", "Secret 2", "Secret AuthenticationFailed", "DeviceCode 4", "Certificate 5", $"Certificate {pem}"], Outcomes(report));
        Assert.Equal("True", Assert.Single(report.Values("report")));
    }

    private static void AssertOursAreBeside(Report report, string theirs, string framework)
    {
        Assert.Equal(theirs, Assert.Single(report.Values("foreign")));
        IEnumerable<string> fromModule = report.Loaded.Where(assembly => assembly.IsIn(BuildPaths.Shipped(framework))).Select(assembly => assembly.Name);
        Assert.Empty(new[] { Msal, "Microsoft.Graph.Core", "Microsoft.Kiota.Abstractions", "RunSummary.Engine" }.Except(fromModule));
    }

    private static Func<LoadedAssembly, bool> IsOursByName(string framework)
    {
        HashSet<string> names = ["RunSummary", .. BuildPaths.ShippedNames(framework)];
        return assembly => names.Contains(assembly.Name) && !assembly.IsIn(Path.Combine(BuildPaths.EngineHost, framework));
    }

    private async Task AssertBesideAsync(string framework, string theirs, bool isFirst)
    {
        string foreign = $"Foreign={theirs}";
        Report report = await RunAsync(framework, isFirst ? [foreign, Secret, Secret] : [Secret, foreign, Secret]);

        Assert.Equal(["Secret 1", "Secret 2"], Outcomes(report));
        AssertOursAreBeside(report, theirs, framework);
    }

    private string[] Everything() =>
    [
        $"Foreign={OlderMsal}",
        $"Token={_service.Tokens.Issue()}",
        Secret,
        "Secret=wrong",
        $"DeviceCode={CommandLineTools}",
        $"Certificate={_certificates["locked.pfx"]}",
        $"Certificate={_certificates["locked.pem"]}",
        $"Page={_certificates["report.html"]}",
        .. new[] { Another, Ours }.Select(name => $"Ask={name.FullName}"),
    ];

    private Task<Report> RunAsync(string framework, params string[] doings) => RunWithAsync(RepositoryPaths.ModuleFolder, framework, doings);

    private Task<Report> RunWithAsync(string module, string framework, params string[] doings)
    {
        Assert.SkipUnless(framework == Net8 || EngineHost.HasFramework, "Neither .NET Framework nor a whole Mono is on this machine.");
        return Report.OfAsync(report => EngineHost.RunAsync(framework,
        [
            $"Module={module}",
            $"Report={report}",
            $"Graph={_service.GraphEndpoint}",
            $"Authority={_service.Authority}",
            $"Tenant={_service.TenantId}",
            $"Client={_service.ClientId}",
            $"Password={CertificateFiles.Password}",
            .. doings,
        ]));
    }
}
