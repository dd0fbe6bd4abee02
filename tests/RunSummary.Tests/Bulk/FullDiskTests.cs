using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Bulk;

/// <summary>A journal on a disk that is soon full, which is there only for a process of its own.</summary>
public sealed class FullDiskTests : BulkTest
{
    private const string Script = """
        param([string] $Endpoint, [string] $Token, [string] $Journal, [string] $Report, [switch] $Singly)
        $ErrorActionPreference = 'Stop'
        Connect-RunSummary -AccessToken $Token -GraphEndpoint $Endpoint -WriteLimit 1000000
        $scripts = Get-DeviceScript -ScriptType Shell
        $out = [Collections.Generic.List[string]]::new()
        try {
            if ($Singly) { foreach ($script in $scripts) { $script | Update-DeviceScriptRunSummary -SuccessDeviceCount 3 -JournalPath $Journal | ForEach-Object { $out.Add($_.ScriptId) } } }
            else { $scripts | Update-DeviceScriptRunSummary -SuccessDeviceCount 3 -JournalPath $Journal | ForEach-Object { $out.Add($_.ScriptId) } }
        }
        catch { $text = "$($_.FullyQualifiedErrorId)`t$($_.CategoryInfo.Category)`t$_" }
        [IO.File]::WriteAllText($Report, "$text`t$out")
        [IO.File]::Copy($Journal, "$Report.jsonl")
        """;

    protected override SandboxOptions Options => new() { GeneratedScripts = 300 };

    [Fact]
    public async Task A_disk_that_fills_up_stops_the_run_and_the_error_says_what_was_and_was_not_sent()
    {
        string[] said = await RunAsync(kibibytes: 64);

        Assert.Contains("run.jsonl' can't be written. ", said[2], StringComparison.Ordinal);
        Match told = Regex.Match(
            said[2], "The run stopped: ([0-9]+) updates were sent and have their outcome in the journal, ([0-9]+) more were under way and have none, and nothing else was sent\\.$");
        int[] updates = [.. told.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture))];
        JournalFile journal = JournalFile.Read(PathOf("said.txt.jsonl"));
        Assert.InRange(updates[0], 1, journal.Outcomes.Count);

        // What waits for an earlier one when the run stops comes out of the journal, with -Resume.
        Assert.InRange(said[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, updates[0]);
        Assert.InRange(Writes.Count, updates[0], updates[0] + updates[1]);
        Assert.InRange(Writes.Count, 1, Scripts.Count - 1);
        Assert.Subset(journal.Intents.Select(JournalFile.ScriptId).ToHashSet(), Writes.Select(ScriptIdOf).ToHashSet());
    }

    [Fact]
    public async Task It_stops_commands_of_one_object_each_just_the_same()
    {
        string[] said = await RunAsync(kibibytes: 8, "-Singly");

        Assert.Contains("run.jsonl' can't be written. ", said[2], StringComparison.Ordinal);
        Assert.InRange(Writes.Count, 1, Scripts.Count - 1);
    }

    /// <summary>Runs it in mount namespace of its own, and gives the error's id, category and message, and the scripts that came out.</summary>
    private async Task<string[]> RunAsync(int kibibytes, params string[] more)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets a test have a small disk.");
        string disk = Directory.CreateDirectory(PathOf("disk")).FullName;
        string script = PathOf("child.ps1");
        await File.WriteAllTextAsync(script, Script, TestContext.Current.CancellationToken);
        string mount = $"mount -t tmpfs -o size={kibibytes}k tmpfs \"$0\" || exit 77; exec \"$@\"";
        string[] child = ["dotnet", typeof(RepositoryPaths).Assembly.Location, "run", script];
        string[] arguments = ["-Endpoint", Service.GraphEndpoint.ToString(), "-Token", Service.Tokens.Issue(), "-Journal", Path.Combine(disk, "run.jsonl"), "-Report", PathOf("said.txt")];
        using Process process = Process.Start(new ProcessStartInfo("unshare", ["-rm", "sh", "-c", mount, disk, .. child, .. arguments, .. more]))!;
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        Assert.SkipWhen(process.ExitCode != 0 && !File.Exists(PathOf("said.txt")), "No disk of its own is allowed here.");
        string[] said = File.ReadAllText(PathOf("said.txt")).Split('\t');
        Assert.StartsWith("PathNotWritable,", said[0], StringComparison.Ordinal);
        Assert.Equal("WriteError", said[1]);
        return said;
    }
}
