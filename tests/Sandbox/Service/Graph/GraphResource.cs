using System;
using System.Collections.Generic;
using System.Linq;

namespace RunSummary.Sandbox.Service;

/// <summary>One kind of address under a family, with its verbs.</summary>
internal sealed class GraphResource(Func<IReadOnlyList<string>, bool> matches)
{
    private readonly Dictionary<string, Func<GraphCall, SandboxAnswer>> _verbs = new(StringComparer.OrdinalIgnoreCase);

    public bool Matches(IReadOnlyList<string> rest) => matches(rest);

    public GraphResource On(string verb, Func<GraphCall, SandboxAnswer> answer)
    {
        _verbs.Add(verb, answer);
        return this;
    }

    public SandboxAnswer Answer(GraphCall call) =>
        _verbs.TryGetValue(call.Request.Method, out Func<GraphCall, SandboxAnswer>? answer)
            ? answer(call)
            : throw new RefusalException(GraphErrors.Of(405, "UnknownError", "Method not allowed").With("Allow", Allowed()));

    private string Allowed() => string.Join(", ", _verbs.Keys.Order());
}
