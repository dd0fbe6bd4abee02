using System;
using System.Linq;
using System.Management.Automation.Language;
using System.Text;

namespace RunSummary.Sandbox.Hosting;

/// <summary>A plain interactive prompt over the session's host.</summary>
public sealed class Repl(PowerShellSession session)
{
    /// <summary>Reads and runs until <c>exit</c> or the end of input; returns the exit code.</summary>
    public int Run()
    {
        while (true)
        {
            if (ReadStatement(out string text) && Runs(text))
            {
                continue;
            }

            return session.Host.ExitCode ?? 0;
        }
    }

    private bool Runs(string text) => string.IsNullOrWhiteSpace(text) || session.Run(text) != RunOutcome.Exited;

    /// <summary>False at the end of input; empty text when the input was cancelled.</summary>
    private bool ReadStatement(out string text)
    {
        StringBuilder lines = new();
        text = "";
        try
        {
            do
            {
                string? line = session.Host.Lines.Ask(lines.Length == 0 ? PromptText.First : PromptText.Continued);
                if (line is null)
                {
                    text = lines.ToString();
                    return lines.Length > 0;
                }

                lines.AppendLine(line);
            }
            while (IsIncomplete(lines.ToString()));

            text = lines.ToString();
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C drops what was typed so far.
        }

        return true;
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
