using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>How PowerShell would bind a command as it is written, without running it.</summary>
internal sealed class ExampleBinding
{
    private readonly CommandAst _written;
    private readonly CommandInfo _command;
    private readonly List<ParameterMetadata> _named = [];
    private int _positional;
    private bool _isSplatted;

    public ExampleBinding(CommandAst written, CommandInfo command)
    {
        _written = written;
        _command = command;
        ReadElements();
    }

    /// <summary>An abbreviation works today and means something else once there is one parameter more.</summary>
    public static ParameterMetadata Known(CommandParameterAst parameter, CommandInfo command)
    {
        Assert.True(
            command.Parameters.TryGetValue(parameter.ParameterName, out ParameterMetadata? known), $"{parameter.Parent.Extent.Text}: there is no parameter {parameter.ParameterName}.");
        return known;
    }

    private bool HasInput => _written.Parent is PipelineAst pipeline && pipeline.PipelineElements[0] != _written;

    public void AssertBinds() => Assert.True(
        _command.ParameterSets.Any(Fits), $"{_written.Extent.Text}: no parameter set has {string.Join(", ", _named.Select(parameter => parameter.Name))} and what else it needs.");

    private void ReadElements()
    {
        ParameterMetadata? waiting = null;
        foreach (CommandElementAst element in _written.CommandElements.Skip(1))
        {
            if (element is CommandParameterAst parameter)
            {
                ParameterMetadata known = Known(parameter, _command);
                _named.Add(known);
                waiting = known.SwitchParameter || parameter.Argument is not null ? null : known;
            }
            else if (element is VariableExpressionAst { Splatted: true })
            {
                _isSplatted = true;
            }
            else
            {
                _positional += waiting is null ? 1 : 0;
                waiting = null;
            }
        }

        Assert.True(waiting is null, $"{_written.Extent.Text}: {waiting?.Name} lacks its value.");
    }

    private bool Fits(CommandParameterSetInfo set)
    {
        HashSet<string> named = [.. _named.Select(parameter => parameter.Name)];
        CommandParameterInfo[] open = [.. set.Parameters.Where(parameter => !named.Contains(parameter.Name))];
        return named.All(name => set.Parameters.Any(parameter => parameter.Name == name))
            && open.Count(parameter => parameter.Position >= 0) >= _positional
            && (_isSplatted || open.All(parameter => !parameter.IsMandatory || IsBoundOtherwise(parameter)));
    }

    private bool IsBoundOtherwise(CommandParameterInfo parameter) =>
        (HasInput && (parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName))
        || (parameter.Position >= 0 && parameter.Position < _positional);
}
