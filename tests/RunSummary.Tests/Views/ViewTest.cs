using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Views;

/// <summary>A test of what Out-Default writes to a screen of 80 columns, in UTF-8 unless the test says otherwise.</summary>
public abstract class ViewTest : ConnectedTest
{
    private readonly Utf8Console _console = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _console.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void SetSummary(string script, int succeeded, int failed) =>
        Service.Scripts.SetSummary(Guid.Parse(script), new SummaryCounts(succeeded, failed, 112, 4));

    /// <summary>Asserts what is on the screen, but for empty lines and blanks at the end of lines.</summary>
    protected void AssertShows(string command, string expected) => Assert.Equal(Lines(expected), Lines(Show(command)));

    protected string Show(string command, bool colour = false)
    {
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen, Width = 80, Colour = colour });
        Prepare(shell);
        shell.Invoke($"{command} | Out-Default");
        return screen.ToString();
    }

    protected static IEnumerable<string> Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
    }
}
