using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace RunSummary.Sandbox.Service;

/// <summary>From an address to what answers there.</summary>
internal sealed partial class GraphRouter(SandboxOptions options, ScriptStore store, RunStateStore states, GraphAccess access, ServiceLimits limits)
{
    private readonly GraphResource[] _resources =
    [
        ScriptList.Resource(store, options.PageSize),
        ScriptItem.Resource(store),
        RunSummaryResource.Resource(store),
        .. new RunStateList(store, states, options.StatePageSize).Resources,
    ];

    public SandboxAnswer Answer(SandboxRequest request)
    {
        string[] segments = Segments(request);
        string version = Version(segments);
        IssuedToken token = access.Authenticate(request);
        limits.Demand(request);
        GraphCall call = new(request, version, Family(version, segments), segments[3..]);
        GraphResource resource = _resources.FirstOrDefault(candidate => candidate.Matches(call.Rest)) ?? throw GraphErrors.UnknownSegment(call.Rest[^1]);
        GraphAccess.Demand(token, request);
        return resource.Answer(call);
    }

    /// <summary>What is asked of a batch as a whole.</summary>
    public void Admit(SandboxRequest envelope)
    {
        Version(Segments(envelope));
        access.Authenticate(envelope);
    }

    private static string[] Segments(SandboxRequest request) =>
        KeyInParentheses().Replace(request.Path, "/$1").Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static string Version(string[] segments) =>
        segments.FirstOrDefault() is "v1.0" or "beta"
            ? segments[0]
            : throw new RefusalException(GraphErrors.Of(404, "ResourceNotFound", $"Invalid version: {segments.FirstOrDefault()}"));

    private FamilyNames Family(string version, string[] segments)
    {
        string area = segments.ElementAtOrDefault(1) ?? "";
        if (!string.Equals(area, "deviceManagement", StringComparison.OrdinalIgnoreCase))
        {
            throw GraphErrors.UnknownSegment(area);
        }

        string segment = segments.ElementAtOrDefault(2) ?? throw GraphErrors.UnknownSegment(area);
        bool served = !(options.BetaOnly && version == "v1.0");
        return served && FamilyNames.BySegment(segment) is FamilyNames names ? names : throw GraphErrors.UnknownSegment(segment);
    }

    [GeneratedRegex(@"\('([^'/]*)'\)")]
    private static partial Regex KeyInParentheses();
}
