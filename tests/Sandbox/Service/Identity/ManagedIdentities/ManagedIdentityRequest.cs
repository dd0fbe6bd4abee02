using System.Collections.Specialized;
using System.Web;

namespace RunSummary.Sandbox.Service;

/// <summary>Whose token is wanted, and for what; the parameters are named a little differently everywhere.</summary>
internal sealed class ManagedIdentityRequest
{
    private readonly NameValueCollection _values;

    public ManagedIdentityRequest(SandboxRequest source)
    {
        Source = source;
        _values = HttpUtility.ParseQueryString(source.Method == "POST" ? source.Body : source.Query);
    }

    public SandboxRequest Source { get; }

    public string? ApiVersion => this["api-version"];

    public string? Resource => this["resource"]?.TrimEnd('/');

    public string? ClientId => this["client_id"];

    public string? ObjectId => this["object_id"] ?? this["principal_id"];

    public string? ResourceId => this["mi_res_id"] ?? this["msi_res_id"];

    public bool HasMetadataHeader => string.Equals(Source.Header("Metadata"), "true", System.StringComparison.OrdinalIgnoreCase);

    private string? this[string name] => _values[name] is { Length: > 0 } value ? value : null;
}
