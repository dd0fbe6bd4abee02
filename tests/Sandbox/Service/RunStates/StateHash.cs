using System;
using System.Runtime.InteropServices;

namespace RunSummary.Sandbox.Service;

/// <summary>Chance without a memory: the same number for the same key and place, in any order.</summary>
internal static class StateHash
{
    public static ulong Key(int seed, Guid scriptId)
    {
        ReadOnlySpan<ulong> halves = MemoryMarshal.Cast<Guid, ulong>(new ReadOnlySpan<Guid>(in scriptId));
        return Of(Of((ulong)seed, (long)halves[0]), (long)halves[1]);
    }

    // SplitMix64.
    public static ulong Of(ulong key, long index)
    {
        ulong mixed = key + (((ulong)index + 1) * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    public static Guid Id(ulong key, long index)
    {
        ReadOnlySpan<ulong> halves = [Of(key, index), Of(~key, index)];
        return MemoryMarshal.Read<Guid>(MemoryMarshal.AsBytes(halves));
    }
}
