using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>
/// Reads of which family an object says it is: in ScriptType, in <c>@odata.type</c>, in the <c>@odata.context</c> of a single answer,
/// by the name of its Graph SDK type, or by that of the property with its id.
/// </summary>
internal static class FamilyReader
{
    private const string ODataPrefix = "microsoft.graph.";
    private const string SdkPrefix = "Microsoft.Graph.";

    // All of them by name, since Select-Object keeps that of the last derived type alone.
    private static readonly string[] OwnKeyTypes =
    [
        typeof(DeviceScriptRunSummary).FullName!,
        typeof(MeasuredRunSummary).FullName!,
        typeof(RunSummaryComparison).FullName!,
        typeof(DeviceScriptDeviceState).FullName!,
        typeof(DeviceScriptUserState).FullName!,
    ];

    private static readonly Regex ContextSegment = new(@"#deviceManagement/(\w+)", RegexOptions.CultureInvariant);

    private static readonly Regex SdkTypeName = new(
        @"^Microsoft\.Graph\.(Beta\.)?PowerShell\.Models\.(I?MicrosoftGraph)(?<type>\w+?)\d*$", RegexOptions.CultureInvariant);

    /// <summary>Gives the family that the object names, or null where it names none.</summary>
    /// <exception cref="FailureException">It names a family that doesn't exist, one that isn't supported, or two at once.</exception>
    public static DeviceScriptType? Read(InputProperties input)
    {
        (string Source, DeviceScriptType Type)[] named = [.. Named(input)];
        foreach ((string source, DeviceScriptType type) in named.Where(one => one.Type != named[0].Type))
        {
            throw new FailureException(
                ErrorId.ScriptTypeMismatch, Strings.ScriptTypeMismatch_Types.With(named[0].Source, named[0].Type, source, type));
        }

        return named.Length > 0 ? named[0].Type : null;
    }

    /// <summary>Says whether the object is a run summary or a run state, whose Id is its own key.</summary>
    public static bool HasOwnKey(InputProperties input) =>
        input.TypeNames.Any(OwnKeyTypes.Contains)
        || IsSummaryName(SdkName(input))
        || IsSummaryName(ODataName(input))
        || input.GetText("@odata.context")?.IndexOf("/runSummary", StringComparison.OrdinalIgnoreCase) >= 0;

    // Graph's own name comes first: what it excludes must not be sent anywhere, whatever else the object says.
    private static IEnumerable<(string Source, DeviceScriptType Type)> Named(InputProperties input)
    {
        if (GraphTypeName(input) is { } typeName)
        {
            yield return (Strings.GraphType, Supported(typeName));
        }

        if (ReadScriptType(input) is { } type)
        {
            yield return ("ScriptType", type);
        }

        foreach (ScriptFamily family in ScriptFamily.All.Where(family => input.GetText(family.IdName) is not null))
        {
            yield return (family.IdName, family.Type);
        }
    }

    private static string? GraphTypeName(InputProperties input) =>
        new[] { ODataName(input), SdkName(input), ContextName(input) }.FirstOrDefault(name => name is not null && !IsSummaryName(name));

    private static DeviceScriptType Supported(string typeName) =>
        ScriptFamily.WithTypeName(typeName)?.Type
        ?? throw new FailureException(ErrorId.ScriptTypeNotSupported, Strings.ScriptTypeNotSupported_Type.With(PlainText.Shown(typeName)));

    private static string? ODataName(InputProperties input)
    {
        string? type = input.GetText("@odata.type");
        return type?.TrimStart('#') is { } text && text.StartsWith(ODataPrefix, StringComparison.OrdinalIgnoreCase)
            ? text.Substring(ODataPrefix.Length)
            : type;
    }

    /// <summary>The type behind the segment in the context that Graph sends with a single object instead of its type.</summary>
    private static string? ContextName(InputProperties input) =>
        input.GetText("@odata.context") is { } context && ContextSegment.Match(context) is { Success: true } match
            ? ScriptFamily.WithSegment(match.Groups[1].Value)?.TypeName ?? match.Groups[1].Value
            : null;

    private static string? SdkName(InputProperties input) =>
        input.TypeNames
            .Where(name => name.StartsWith(SdkPrefix, StringComparison.Ordinal))
            .Select(name => SdkTypeName.Match(name))
            .FirstOrDefault(match => match.Success)?.Groups["type"].Value;

    private static bool IsSummaryName(string? typeName) =>
        string.Equals(typeName, ScriptFamily.RunSummaryTypeName, StringComparison.OrdinalIgnoreCase);

    private static DeviceScriptType? ReadScriptType(InputProperties input)
    {
        object? value = input.Get("ScriptType");
        if (InputProperties.Plain(value) is DeviceScriptType type && (type == default || ScriptFamily.All.Any(family => family.Type == type)))
        {
            return type == default ? null : type;
        }

        // JSON keeps the enumeration's number, CSV and remoting its name.
        return InputProperties.Text(value) is { } text
            ? ScriptFamily.All.FirstOrDefault(family => Names(family.Type, text))?.Type
                ?? throw new FailureException(ErrorId.ScriptTypeUnknown, Strings.ScriptTypeUnknown_Value.With(PlainText.Shown(text)))
            : null;
    }

    private static bool Names(DeviceScriptType type, string text) =>
        string.Equals(type.ToString(), text, StringComparison.OrdinalIgnoreCase)
        || ((int)type).ToString(CultureInfo.InvariantCulture) == text;
}
