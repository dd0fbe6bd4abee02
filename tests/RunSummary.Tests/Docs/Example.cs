using System;
using System.Collections.Generic;
using System.Management.Automation.Language;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>A block of PowerShell in a page, and what the comment before it says of it.</summary>
internal sealed record Example(string Page, int Line, string Text)
{
    /// <summary>From <c>&lt;!-- not run: reason --&gt;</c>.</summary>
    public string? WhyNotRun { get; init; }

    /// <summary>From <c>&lt;!-- ends in: ErrorId --&gt;</c>.</summary>
    public string? ErrorId { get; init; }

    public string Place => $"{Page}:{Line}";

    public ScriptBlockAst Parse()
    {
        ScriptBlockAst script = Parser.ParseInput(Text, out _, out ParseError[] errors);
        Assert.True(errors.Length == 0, $"{Place}: {string.Join(Environment.NewLine, (IEnumerable<ParseError>)errors)}");
        return script;
    }

    public bool Mentions(string text) => Text.Contains(text, StringComparison.OrdinalIgnoreCase);
}
