using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace RunSummary.Sandbox.Hosting;

/// <summary>Shows a script as if someone typed it: comments, each statement at a prompt, and what it prints.</summary>
public sealed class ScriptShow(PowerShellSession session)
{
    public const int StoppedExitCode = 130;

    private readonly PSHostUserInterface _ui = session.Host.UI;

    /// <summary>
    /// Shows the file to its end, past errors; returns the exit code, 1 if it cannot be parsed.
    /// As at any prompt, $PSScriptRoot is empty.
    /// </summary>
    public int Show(string path)
    {
        try
        {
            foreach (ScriptStatements.Statement statement in ScriptStatements.Of(path))
            {
                if (EndedBy(statement) is { } exitCode)
                {
                    return exitCode;
                }
            }

            return 0;
        }
        catch (RuntimeException invalid)
        {
            session.Show(invalid);
            return 1;
        }
    }

    private int? EndedBy(ScriptStatements.Statement statement)
    {
        foreach (string comment in statement.CommentsBefore)
        {
            WriteComment(comment);
        }

        if (statement.Text.Length == 0)
        {
            return null;
        }

        WriteAsTyped(statement.Shown);
        RunOutcome outcome = session.Run(statement.Text);
        EndWithBlankLine();
        return outcome switch
        {
            RunOutcome.Exited => session.Host.ExitCode,
            RunOutcome.Stopped => StoppedExitCode,
            _ => null,
        };
    }

    // Views end with a blank line of their own.
    private void EndWithBlankLine()
    {
        if (!session.Host.EndsWithBlankLine)
        {
            _ui.WriteLine();
        }
    }

    private void WriteComment(string comment)
    {
        using StringReader lines = new(comment);
        while (lines.ReadLine() is { } line)
        {
            _ui.WriteLine(ConsoleColor.DarkGreen, _ui.RawUI.BackgroundColor, line);
        }
    }

    private void WriteAsTyped(string text)
    {
        using StringReader lines = new(text);
        string prompt = PromptText.First;
        while (lines.ReadLine() is { } line)
        {
            _ui.WriteLine(prompt + line);
            prompt = PromptText.Continued;
        }
    }
}
