using System;
using RunSummary.Resources;

namespace RunSummary.Engine;

/// <summary>Which script. The name is what the input called it, if it did.</summary>
internal sealed record ScriptReference(DeviceScriptType Type, Guid Id, string? Name = null)
{
    /// <summary>Gives words for a message: <c>Shell script 'Install Company Portal' (1c50…)</c>.</summary>
    public override string ToString() => Name is null ? $"{Type} script {Id}" : $"{Type} script '{PlainText.Shown(Name)}' ({Id})";
}
