using System;
using System.Buffers.Binary;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RunSummary.Tests.Isolation;

/// <summary>Makes of an assembly what another release of it would be to whoever loads it: another version, and another file.</summary>
internal static class OtherRelease
{
    public static Version Later { get; } = new(99, 0, 0, 0);

    public static Version Earlier { get; } = new(0, 0, 1, 0);

    public static void Make(string path, Version version)
    {
        byte[] content = File.ReadAllBytes(path);
        (int at, int id) = Find(content);
        foreach (int part in new[] { version.Major, version.Minor, version.Build, version.Revision })
        {
            BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(at), (ushort)part);
            at += sizeof(ushort);
        }

        Guid.NewGuid().TryWriteBytes(content.AsSpan(id));
        File.WriteAllBytes(path, content);
    }

    /// <summary>Gives where the version begins and where the module's own id.</summary>
    private static (int Version, int Id) Find(byte[] content)
    {
        using PEReader file = new(new MemoryStream(content));
        MetadataReader metadata = file.GetMetadataReader();
        int start = file.PEHeaders.MetadataStartOffset;

        // A hash algorithm of four bytes precedes the version; the first of the ids is the module's.
        return (start + metadata.GetTableMetadataOffset(TableIndex.Assembly) + 4, start + metadata.GetHeapMetadataOffset(HeapIndex.Guid));
    }
}
