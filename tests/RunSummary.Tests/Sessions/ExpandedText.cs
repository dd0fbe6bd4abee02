using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text;

namespace RunSummary.Tests.Sessions;

/// <summary>All the text that can be read off an object: its own, and that of its properties down to a depth.</summary>
internal sealed class ExpandedText
{
    private const int MaximumItems = 200;

    private readonly StringBuilder _text = new();
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    public static string Of(object? value, int depth)
    {
        ExpandedText expanded = new();
        expanded.Add(value, depth);
        return expanded._text.ToString();
    }

    private void Add(object? value, int depth)
    {
        object? plain = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        _text.Append(plain).AppendLine();
        if (depth == 0 || plain is null or ValueType or string || IsOfTheEngine(plain) || !_seen.Add(plain))
        {
            return;
        }

        AddItems(plain, depth);
        foreach (PSPropertyInfo property in PSObject.AsPSObject(value!).Properties)
        {
            Add(Read(() => property.Value), depth - 1);
        }

    }

    private void AddItems(object value, int depth)
    {
        int items = 0;
        if (value is IEnumerable list and not string)
        {
            foreach (object? item in list)
            {
                if (items++ == MaximumItems)
                {
                    return;
                }

                Add(item is DictionaryEntry entry ? $"{entry.Key} {entry.Value}" : item, depth - 1);
            }
        }
    }

    // Commands, modules, syntax trees and assemblies lead to the whole process.
    private static bool IsOfTheEngine(object value) => value is CommandInfo or PSModuleInfo or Ast or Assembly or Module or MemberInfo;

    private static object? Read(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is GetValueException or TargetInvocationException or NotSupportedException)
        {
            return null;
        }
    }
}
