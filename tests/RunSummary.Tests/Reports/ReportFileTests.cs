using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Reports;

/// <summary>What becomes of the file, and of what was there before.</summary>
public sealed class ReportFileTests : ReportTest
{
    private const string One = "@{ ScriptType = 2; ScriptId = $shell; ErrorDeviceCount = 1 }";

    [Theory]
    [InlineData("a.csv", "", "ScriptType,")]
    [InlineData("a.JSON", "", "{")]
    [InlineData("a.md", "", "# ")]
    [InlineData("a.html", "", "<!DOCTYPE html>")]
    [InlineData("a", "", "<!DOCTYPE html>")]
    [InlineData("a.html", "-As Markdown", "# ")]
    [InlineData("a.md", "-As csv", "ScriptType,")]
    public void The_extension_says_the_form_unless_As_does(string name, string parameters, string begin) =>
        Assert.StartsWith(begin, Write(One, name, parameters), StringComparison.Ordinal);

    [Fact]
    public void PassThru_gives_the_file_and_nothing_else_is_left_beside_it()
    {
        Assert.Empty(Succeed($"{One} | {Export} $folder/a.csv"));

        FileInfo file = Assert.IsType<FileInfo>(Assert.Single(Succeed($"{One} | {Export} $folder/a.csv -PassThru")).BaseObject);
        Assert.Equal(PathOf("a.csv"), file.FullName);
        Assert.Equal("a.csv", Assert.Single(Succeed($"({One} | {Export} $folder/a.csv -PassThru).PSChildName")).BaseObject);
        Assert.Equal([PathOf("a.csv")], Directory.EnumerateFileSystemEntries(Folder));
    }

    [Theory]
    [InlineData("", "-WhatIf")]
    [InlineData("$WhatIfPreference = $true; ", "")]
    public void WhatIf_writes_nothing_not_even_to_try(string before, string parameter)
    {
        DateTime time = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Directory.SetLastWriteTimeUtc(Folder, time);

        Assert.Empty(Succeed($"{before}{One} | {Export} $folder/a.csv -PassThru {parameter}"));

        Assert.Equal(time, Directory.GetLastWriteTimeUtc(Folder));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Theory]
    [InlineData(One, "Write a report on 1 script")]
    [InlineData($"{One}, {One}", "Write a report on 2 scripts")]
    public void WhatIf_says_on_how_many_scripts(string input, string operation)
    {
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });
        Prepare(shell);
        shell.SetVariable("folder", Folder);

        shell.Invoke($"{input} | {Export} $folder/a.csv -WhatIf");

        Assert.Equal($"What if: Performing the operation \"{operation}\" on target \"{PathOf("a.csv")}\".", screen.ToString().Trim());
    }

    [Fact]
    public void NoClobber_leaves_a_file_as_it_is()
    {
        File.WriteAllText(PathOf("a.csv"), "mine");

        AssertError(FailForGood($"{One} | {Export} $folder/a.csv -NoClobber"), "FileExists", ErrorCategory.ResourceExists);

        Assert.Equal("mine", File.ReadAllText(PathOf("a.csv")));
        Assert.StartsWith("ScriptType,", Write(One, "b.csv", "-NoClobber"), StringComparison.Ordinal);
    }

    [Fact]
    public void NoClobber_leaves_a_file_that_came_meanwhile_too()
    {
        ErrorRecord error = FailForGood($"& {{ {One}; [IO.File]::WriteAllText(\"$folder/a.csv\", 'mine') }} | {Export} $folder/a.csv -NoClobber");

        AssertError(error, "FileExists", ErrorCategory.ResourceExists);
        Assert.Equal("mine", Assert.Single(Directory.EnumerateFiles(Folder).Select(File.ReadAllText)));
    }

    [Fact]
    public void A_read_only_file_is_overwritten_with_Force_alone()
    {
        File.WriteAllText(PathOf("a.csv"), "mine");
        File.SetAttributes(PathOf("a.csv"), FileAttributes.ReadOnly);

        ErrorRecord error = FailForGood($"{One} | {Export} $folder/a.csv");

        AssertError(error, "PathNotWritable", ErrorCategory.WriteError);
        Assert.Equal($"'{PathOf("a.csv")}' can't be written. It is read-only. -Force overwrites it all the same.", error.ToString());
        Assert.StartsWith("ScriptType,", Write(One, "a.csv", "-Force"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_link_leads_to_is_written_and_the_link_stays(bool exists)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link takes a privilege.");
        Directory.CreateDirectory(PathOf("web"));
        if (exists)
        {
            File.WriteAllText(PathOf("web/a.csv"), "old");
        }

        File.CreateSymbolicLink(PathOf("a.csv"), PathOf("web/a.csv"));

        Assert.StartsWith("ScriptType,", Write(One, "a.csv"), StringComparison.Ordinal);
        Assert.Equal(PathOf("web/a.csv"), File.ResolveLinkTarget(PathOf("a.csv"), returnFinalTarget: false)?.FullName);
        Assert.Equal([PathOf("web/a.csv")], Directory.EnumerateFiles(PathOf("web")));
        Assert.StartsWith("ScriptType,", File.ReadAllText(PathOf("web/a.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$folder", "It is a folder.")]
    [InlineData("$folder/none/a.csv", "Its folder does not exist.")]
    [InlineData("Env:/a.csv", "")]
    public void A_path_that_is_no_use_is_told_before_anything_is_read(string path, string why)
    {
        ErrorRecord error = FailForGood($"& {{ $global:read = $true; {One} }} | {Export} {path}");

        AssertError(error, "PathNotWritable", ErrorCategory.WriteError);
        Assert.EndsWith(why, error.ToString(), StringComparison.Ordinal);
        Assert.Null(Assert.Single(Invoke("$global:read").Output));
    }

    [Fact]
    public void A_folder_that_takes_no_file_is_told_before_anything_is_read()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no folder that refuses a file of root's too.");

        ErrorRecord error = FailForGood($"& {{ $global:read = $true; {One} }} | {Export} /proc/self/a.csv");

        AssertError(error, "PathNotWritable", ErrorCategory.WriteError);
        Assert.StartsWith("'/proc/self/a.csv' can't be written. ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", error.ToString(), StringComparison.Ordinal);
        Assert.Null(Assert.Single(Invoke("$global:read").Output));
    }

    [Fact]
    public void A_file_that_is_overwritten_keeps_its_rights()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps them itself.");
        Write(One, "a.csv");

#pragma warning disable CA1416 // Skipped on Windows.
        foreach (UnixFileMode mode in (UnixFileMode[])[UnixFileMode.UserRead | UnixFileMode.UserWrite, (UnixFileMode)0b110_110_110])
        {
            File.SetUnixFileMode(PathOf("a.csv"), mode);
            Write(One, "a.csv");
            Assert.Equal(mode, File.GetUnixFileMode(PathOf("a.csv")));
        }
#pragma warning restore CA1416
    }

    [Fact]
    public void A_file_that_somebody_has_open_is_told_before_anything_is_read()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Elsewhere another file can take its place.");
        using FileStream file = new(PathOf("a.csv"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);

        AssertError(FailForGood($"& {{ $global:read = $true; {One} }} | {Export} $folder/a.csv"), "PathNotWritable", ErrorCategory.WriteError);
        Assert.Null(Assert.Single(Invoke("$global:read").Output));
    }

    [Fact]
    public void A_full_disk_is_PathNotWritable()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full.");

        AssertError(FailForGood($"{One} | {Export} /dev/full -As Markdown"), "PathNotWritable", ErrorCategory.WriteError);
        Assert.True(File.Exists("/dev/full"));
    }

    [Fact]
    public void What_ends_the_pipeline_leaves_what_was_there()
    {
        File.WriteAllText(PathOf("a.csv"), "mine");

        Invoke($"& {{ {One}; throw 'no' }} | {Export} $folder/a.csv");

        Assert.Equal("mine", Assert.Single(Directory.EnumerateFiles(Folder).Select(File.ReadAllText)));
    }
}
