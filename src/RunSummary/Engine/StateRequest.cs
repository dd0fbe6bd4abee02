using System.Collections.Generic;

namespace RunSummary.Engine;

/// <summary>Which run states to list.</summary>
/// <param name="Script">The script.</param>
/// <param name="Kind">Whose states.</param>
/// <param name="RunStates">The run states of devices that are wanted, case aside; all where it is empty.</param>
internal sealed record StateRequest(ScriptReference Script, RunStateKind Kind, IReadOnlyCollection<string> RunStates);
