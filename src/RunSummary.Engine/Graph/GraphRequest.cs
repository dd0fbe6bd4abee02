using System;
using System.Net.Http;
using System.Text.Json;

namespace RunSummary.Engine.Graph;

/// <summary>A request as a value, so that it can be sent any number of times and always whole.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The address below the version, without a leading slash.</param>
internal sealed record GraphRequest(HttpMethod Method, string Path)
{
    /// <summary>An address that the service gave, to be used as it is; it has its version already.</summary>
    public Uri? Absolute { get; init; }

    /// <summary>Writes the JSON body; null for none.</summary>
    public Action<Utf8JsonWriter>? WriteBody { get; init; }

    /// <summary>Makes what takes the body of a success as it arrives, anew for each try; null to have it whole in the answer.</summary>
    public Func<IBodyReader>? NewBodyReader { get; init; }

    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>Whether the address names a script, so that a 404 means that it isn't there.</summary>
    public bool IsForScript { get; init; }
}
