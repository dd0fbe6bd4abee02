using System;
using System.Collections.Generic;
using System.Linq;

namespace RunSummary.Engine;

/// <summary>What Microsoft Graph calls a family: the segment of its address, its type, and the type's name in the Graph SDK.</summary>
internal sealed record ScriptFamily(DeviceScriptType Type, string Segment, string TypeName)
{
    /// <summary>The type of the summaries, which isn't a script's.</summary>
    public const string RunSummaryTypeName = "deviceManagementScriptRunSummary";

    public static IReadOnlyList<ScriptFamily> All { get; } =
    [
        new(DeviceScriptType.PowerShell, "deviceManagementScripts", "deviceManagementScript"),
        new(DeviceScriptType.Shell, "deviceShellScripts", "deviceShellScript"),
        new(DeviceScriptType.CustomAttribute, "deviceCustomAttributeShellScripts", "deviceCustomAttributeShellScript"),
    ];

    /// <summary>What the Graph SDK calls the id of a script of the family.</summary>
    public string IdName { get; } = char.ToUpperInvariant(TypeName[0]) + TypeName.Substring(1) + "Id";

    /// <summary>The types to look in: those that are named, each once, or all where none is.</summary>
    public static IEnumerable<DeviceScriptType> TypesIn(IReadOnlyCollection<DeviceScriptType> named) =>
        named.Count > 0 ? named.Distinct() : All.Select(family => family.Type);

    public static ScriptFamily Of(DeviceScriptType type) => All.First(family => family.Type == type);

    public static ScriptFamily? WithTypeName(string typeName) =>
        All.FirstOrDefault(family => string.Equals(family.TypeName, typeName, StringComparison.OrdinalIgnoreCase));

    public static ScriptFamily? WithSegment(string segment) =>
        All.FirstOrDefault(family => string.Equals(family.Segment, segment, StringComparison.OrdinalIgnoreCase));
}
