using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Packaging;

/// <summary>The tests that share a package.</summary>
[CollectionDefinition]
public sealed class PackedOnce : ICollectionFixture<BuiltPackage>;

/// <summary>The package of the module as built.</summary>
public sealed class BuiltPackage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("RunSummary").FullName;

    public string File { get; private set; } = "";

    /// <summary>What a module folder has after an installation, with forward slashes.</summary>
    public IReadOnlyList<string> ModuleFiles { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        File = await PackAsync("once", RepositoryPaths.ModuleFolder);
        using ZipArchive zip = ZipFile.OpenRead(File);
        ModuleFiles = [.. zip.Entries.Select(entry => entry.FullName).Where(IsOfModule).Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public XElement Nuspec()
    {
        using Stream nuspec = new MemoryStream(Read("RunSummary.nuspec"));
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    public byte[] Read(string entry)
    {
        using ZipArchive zip = ZipFile.OpenRead(File);
        using Stream content = zip.GetEntry(entry)!.Open();
        using MemoryStream bytes = new();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Packs a copy of the module that lies in another folder and was written at another time.</summary>
    public async Task<string> PackCopyAsync()
    {
        string copy = Path.Combine(_folder, "copy");
        foreach (string path in Directory.GetFiles(RepositoryPaths.ModuleFolder, "*", SearchOption.AllDirectories).Reverse())
        {
            string target = Path.Combine(copy, Path.GetRelativePath(RepositoryPaths.ModuleFolder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(path, target);
            System.IO.File.SetLastWriteTimeUtc(target, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        return await PackAsync("again", copy);
    }

    private async Task<string> PackAsync(string name, string module)
    {
        string output = Path.Combine(_folder, name);
        using Process dotnet = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["pack", Path.Combine(RepositoryPaths.Root, "src", "RunSummary.Package"), "--no-build", "--nologo", "--output", output, $"-p:ModuleFolder={module}/"])
        {
            RedirectStandardOutput = true,
        })!;
        string said = await dotnet.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dotnet.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(dotnet.ExitCode == 0, said);
        return Assert.Single(Directory.GetFiles(output));
    }

    private static bool IsOfModule(string entry) =>
        entry is not ("RunSummary.nuspec" or "[Content_Types].xml" or "_rels/.rels") && !entry.StartsWith("package/", StringComparison.Ordinal);
}
