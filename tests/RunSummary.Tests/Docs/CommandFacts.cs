using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace RunSummary.Tests.Docs;

/// <summary>What the code says of a command, in the words of its page.</summary>
internal sealed class CommandFacts(CmdletInfo command)
{
    private const string None = "None";

    private readonly object _instance = Activator.CreateInstance(command.ImplementingType)!;

    public IEnumerable<HelpParameter> Parameters => command.Parameters.Values
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
        .Select(parameter => new HelpParameter
        {
            Name = parameter.Name,
            Type = parameter.ParameterType.ToString(),
            DefaultValue = Default(parameter),
            SupportsWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            Aliases = [.. parameter.Aliases],
            AcceptedValues = [.. Accepted(parameter)],
            ParameterSets = [.. Sets(parameter.Name)],
        });

    private IEnumerable<HelpParameterSet> Sets(string parameter) =>
        from set in command.ParameterSets
        from bound in set.Parameters
        where bound.Name == parameter
        select new HelpParameterSet
        {
            Name = set.Name,
            Position = bound.Position < 0 ? "Named" : bound.Position.ToString(CultureInfo.InvariantCulture),
            IsRequired = bound.IsMandatory,
            ValueFromPipeline = bound.ValueFromPipeline,
            ValueFromPipelineByPropertyName = bound.ValueFromPipelineByPropertyName,
        };

    /// <summary>What the property holds before anything is bound.</summary>
    private string Default(ParameterMetadata parameter)
    {
        // -WhatIf and -Confirm are PowerShell's.
        if (command.ImplementingType.GetProperty(parameter.Name) is not { } property)
        {
            return bool.FalseString;
        }

        string text = property.GetValue(_instance) switch
        {
            SwitchParameter given => $"{given.IsPresent}",
            string one => one,
            IEnumerable several => string.Join(", ", several.Cast<object>()),
            { } value when value.GetType().IsEnum && !Enum.IsDefined(value.GetType(), value) => "",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.Length == 0 ? None : text;
    }

    private static IEnumerable<string> Accepted(ParameterMetadata parameter)
    {
        Type element = parameter.ParameterType.GetElementType() ?? parameter.ParameterType;
        Type type = Nullable.GetUnderlyingType(element) ?? element;
        return type.IsEnum
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name)
            : parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues);
    }
}
