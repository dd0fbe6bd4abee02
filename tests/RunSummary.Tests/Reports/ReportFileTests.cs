using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
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
        Assert.Equal([PathOf("a.csv")], Directory.EnumerateFileSystemEntries(Folder));
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(Succeed($"{One} | {Export} $folder/a.csv -PassThru -WhatIf"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
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
