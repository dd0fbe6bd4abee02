using System;
using System.Management.Automation;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary>Asks before each write, and says at the end of -WhatIf how many there would be.</summary>
internal sealed class WritePrompt
{
    // Had from the resources once, not for each object.
    private readonly string _action = Strings.WhatIfAction;
    private readonly string _question = Strings.WhatIfQuestion + "\n";
    private readonly string _caption = Strings.WhatIfCaption;
    private int _whatIfCount;

    /// <summary>Says whether a script's summary is to be written.</summary>
    public bool Ask(PSCmdlet cmdlet, ErrorSubject script, string operation)
    {
        string action = _action.With(operation, script.Text);
        bool isConfirmed = cmdlet.ShouldProcess(
            action, _question + action, _caption, out ShouldProcessReason reason);
        _whatIfCount += reason == ShouldProcessReason.WhatIf ? 1 : 0;
        return isConfirmed;
    }

    /// <summary>Says how many -WhatIf found, and how long they take where the session's limit holds them up.</summary>
    /// <param name="cmdlet">The command that asked.</param>
    /// <param name="session">The session that would write.</param>
    /// <param name="isAtMost">Whether only the service or a journal knows which of them are left out.</param>
    public void ShowTotal(PSCmdlet cmdlet, IEngineSession session, bool isAtMost)
    {
        if (_whatIfCount < 2)
        {
            return;
        }

        string total = (isAtMost ? Strings.WhatIfAtMost : Strings.WhatIfTotal).With(_whatIfCount);
        TimeSpan time = session.TimeToWrite(_whatIfCount);
        string line = time > TimeSpan.Zero
            ? $"{total} {Strings.WhatIfTime.With(_whatIfCount, time.TotalSeconds, session.WriteLimit)}"
            : total;

        // Asked only to be shown in the way of the lines before it.
        cmdlet.ShouldProcess(line, line, caption: "");
    }
}
