using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RunSummary.Tests.Isolation;

/// <summary>What an assembly is called and what it refers to, read without loading it.</summary>
internal sealed record AssemblyFile(AssemblyName Name, IReadOnlyList<AssemblyName> References)
{
    public string SimpleName => Name.Name!;

    public static AssemblyFile Read(string path) => TryRead(path) ?? throw new BadImageFormatException("It isn't an assembly.", path);

    /// <summary>Reads every assembly of a folder, and of the folders in it where told so.</summary>
    public static IEnumerable<AssemblyFile> ReadFolder(string folder, SearchOption depth = SearchOption.TopDirectoryOnly) =>
        Directory.EnumerateFiles(folder, "*.dll", depth).Select(TryRead).OfType<AssemblyFile>();

    /// <summary>Whether a request for the name can be met by this file: its own version or an older one is asked for.</summary>
    public bool Meets(AssemblyName wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return string.Equals(SimpleName, wanted.Name, StringComparison.OrdinalIgnoreCase)
            && Name.Version >= wanted.Version
            && (Name.GetPublicKeyToken() ?? []).SequenceEqual(wanted.GetPublicKeyToken() ?? []);
    }

    // Among .NET Framework's own there are libraries and modules that aren't assemblies.
    private static AssemblyFile? TryRead(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        if (!file.HasMetadata || file.GetMetadataReader() is not { IsAssembly: true } metadata)
        {
            return null;
        }

        return new AssemblyFile(
            metadata.GetAssemblyDefinition().GetAssemblyName(),
            [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())]);
    }
}
