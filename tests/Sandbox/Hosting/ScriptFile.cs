using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace RunSummary.Sandbox.Hosting;

/// <summary>Runs a script file as the shell's -File does.</summary>
public static class ScriptFile
{
    /// <summary>Runs the file with its arguments (<c>-Name value</c> binds by name); returns its exit code.</summary>
    public static int Run(PowerShellSession session, string path, params IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(session);
        try
        {
            // A script block, unlike a path, hands exit over to the host, and it still knows its $PSScriptRoot.
            ScriptBlock script = ScriptStatements.Parse(path, out _).GetScriptBlock();
            string call = $"param($script) & $script {string.Join(' ', arguments.Select(Argument))}";
            RunOutcome outcome = session.Run(call, new Dictionary<string, object?> { ["script"] = script });
            return outcome switch
            {
                RunOutcome.Completed => 0,
                RunOutcome.Exited => session.Host.ExitCode ?? 0,
                RunOutcome.Stopped => ScriptShow.StoppedExitCode,
                _ => 1,
            };
        }
        catch (RuntimeException invalid)
        {
            session.Show(invalid);
            return 1;
        }
    }

    private static string Argument(string text) =>
        IsParameterName(text) ? text : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    private static bool IsParameterName(string text) =>
        text is ['-', var first, .. var rest] && (char.IsLetter(first) || first == '_') && rest.All(IsNamePart);

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character is '_' or ':';
}
