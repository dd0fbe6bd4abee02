using System;

namespace RunSummary.Sandbox.Service;

/// <summary>Ids that need be unique, not secret: <see cref="Guid.NewGuid"/> asks the system each time.</summary>
internal static class RequestIds
{
    public static string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
