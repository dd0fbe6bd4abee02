using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text.RegularExpressions;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>
/// Reads the properties of a piped object of any origin by name, case aside: an object's, a dictionary's, or the Graph SDK's
/// AdditionalProperties.
/// </summary>
internal sealed class InputProperties
{
    private const string AdditionalProperties = "AdditionalProperties";

    private static readonly Regex OfCopy = new(@"^(Deserialized\.|Selected\.|CSV:)+", RegexOptions.CultureInvariant);

    private readonly PSObject? _input;
    private readonly IDictionary? _dictionary;
    private readonly IDictionary? _additional;

    private InputProperties(object? input)
    {
        _input = input is null ? null : PSObject.AsPSObject(input);
        _dictionary = _input?.BaseObject as IDictionary;
        _additional = Own(AdditionalProperties, out object? additional) ? Plain(additional) as IDictionary : null;
    }

    /// <summary>The object itself, without PowerShell's wrapper; a custom object stays as it is.</summary>
    public object? Value => Plain(_input);

    public static InputProperties Of(object? input) => new(input);

    /// <summary>Takes PowerShell's wrapper off a value; a custom object stays as it is.</summary>
    public static object? Plain(object? value) =>
        ReferenceEquals(value, AutomationNull.Value) ? null
        : value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>
    /// The type names that PowerShell knows the object by. Copies from other processes and files, and what Select-Object made, go by the
    /// name of the original.
    /// </summary>
    public IEnumerable<string> TypeNames => _input?.TypeNames.Select(name => OfCopy.Replace(name, "")) ?? [];

    public bool Has(string name) => Find(name, out _);

    public object? Get(string name) => Find(name, out object? value) ? value : null;

    /// <summary>The property's text, trimmed; null where it is absent, null or blank.</summary>
    public string? GetText(string name) => Text(Get(name));

    /// <summary>The text of a value, trimmed; null where it is null or blank, or has none to give.</summary>
    public static string? Text(object? value)
    {
        string? text = Read(() => Convert.ToString(value, CultureInfo.InvariantCulture))?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Runs code of the object's, which may throw whatever it likes. What can't be read says as much as what isn't there.</summary>
    public static T? Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not PipelineStoppedException)
        {
            return null;
        }
    }

    /// <summary>Gives words for an object that names no script: its name where it has one, and its type.</summary>
    public string Describe()
    {
        if (_input is null)
        {
            return "$null";
        }

        string type = TypeNames.FirstOrDefault()?.Split('.').Last() ?? nameof(Object);
        string? name = Value is ValueType or string
            ? Text(Value)
            : GetText("DisplayName") ?? GetText("ScriptName") ?? GetText("ScriptId") ?? GetText("Id");
        return name is null ? type : $"{type} '{PlainText.Shown(name)}'";
    }

    private bool Find(string name, out object? value) => Own(name, out value) || In(_additional, name, out value);

    private bool Own(string name, out object? value)
    {
        if (_dictionary is not null)
        {
            return In(_dictionary, name, out value);
        }

        PSPropertyInfo? property = _input?.Properties[name];
        value = property is null ? null : Read(() => property.Value);
        return property is not null;
    }

    private static bool In(IDictionary? dictionary, string name, out object? value)
    {
        object? key = Read(() => dictionary?.Keys.Cast<object>()
            .FirstOrDefault(key => string.Equals(key as string, name, StringComparison.OrdinalIgnoreCase)));
        value = key is null ? null : Read(() => dictionary![key]);
        return key is not null;
    }
}
