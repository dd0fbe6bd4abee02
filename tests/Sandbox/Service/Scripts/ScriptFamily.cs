using System;
using System.Linq;

namespace RunSummary.Sandbox.Service;

public enum ScriptFamily
{
    PowerShell,
    Shell,
    CustomAttribute,
}

/// <summary>What Graph calls a family.</summary>
internal sealed record FamilyNames(ScriptFamily Family, string Segment, string TypeName)
{
    private static readonly FamilyNames[] All =
    [
        new(ScriptFamily.PowerShell, "deviceManagementScripts", "microsoft.graph.deviceManagementScript"),
        new(ScriptFamily.Shell, "deviceShellScripts", "microsoft.graph.deviceShellScript"),
        new(ScriptFamily.CustomAttribute, "deviceCustomAttributeShellScripts", "microsoft.graph.deviceCustomAttributeShellScript"),
    ];

    public static FamilyNames? BySegment(string segment) =>
        All.FirstOrDefault(names => string.Equals(names.Segment, segment, StringComparison.OrdinalIgnoreCase));
}
