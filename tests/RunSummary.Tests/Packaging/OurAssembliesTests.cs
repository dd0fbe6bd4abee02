using System;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using RunSummary.Sandbox;
using Xunit;
using AssemblyFile = RunSummary.Tests.Isolation.AssemblyFile;

namespace RunSummary.Tests.Packaging;

public sealed class OurAssembliesTests
{
    public static TheoryData<string> Ours =>
    [
        "RunSummary.dll",
        "net8.0/RunSummary.Engine.dll",
        "net8.0/RunSummary.Loader.dll",
        "net472/RunSummary.Engine.dll",
        "net472/RunSummary.Loader.dll",
    ];

    [Theory]
    [MemberData(nameof(Ours))]
    public void Its_version_is_that_of_the_manifest(string file) =>
        Assert.Equal(Manifest.Text("ModuleVersion"), AssemblyFile.Read(PathOf(file)).Name.Version!.ToString(3));

    [Theory]
    [MemberData(nameof(Ours))]
    public void Its_symbols_are_within_and_name_no_folder_of_the_machine(string file)
    {
        using PEReader assembly = new(File.OpenRead(PathOf(file)));
        DebugDirectoryEntry entry = Assert.Single(assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        MetadataReader symbols = provider.GetMetadataReader();
        string[] sources = [.. symbols.Documents.Select(document => symbols.GetString(symbols.GetDocument(document).Name))];

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.StartsWith("/_/", source, StringComparison.Ordinal));
    }

    private static string PathOf(string file) => Path.Combine(RepositoryPaths.ModuleFolder, file);
}
