using System;
using System.IO;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Bulk;

/// <summary>Journals that can't be used, and where they can't be written.</summary>
public sealed class RestoreRefusalTests : BulkTest
{
    private string Restore => $"Restore-DeviceScriptRunSummary '{Journal}' -Confirm:$false";

    [Theory]
    [InlineData("-InputObject $null")]
    [InlineData("-InputObject $nothingYet")]
    public void An_empty_variable_names_no_script_and_nothing_goes_back(string parameter)
    {
        ConnectFast();
        Succeed($"{Update} -JournalPath '{Journal}'", WantedFor(5));
        Service.Requests.Clear();

        AssertError(Fail($"Restore-DeviceScriptRunSummary -JournalPath '{Journal}' -Confirm:$false {parameter}"), "ScriptTypeUnknown", ErrorCategory.InvalidArgument);
        Assert.Empty(Writes);
    }

    [Fact]
    public void A_journal_of_another_tenant_is_refused()
    {
        Record(Service.TenantId, Guid.NewGuid().ToString());

        ErrorRecord error = Fail(Restore);

        AssertError(error, "JournalTenantMismatch", ErrorCategory.SecurityError);
        Assert.Equal(Journal, error.TargetObject);
        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void A_journal_of_another_endpoint_is_refused()
    {
        Record(Service.GraphEndpoint.Authority, "graph.microsoft.com");

        AssertError(Fail(Restore), "JournalTenantMismatch", ErrorCategory.SecurityError);

        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void A_line_that_is_none_of_a_journal_is_named()
    {
        Record("\"entry\":\"outcome\"", "\"entry\":\"income\"");

        ErrorRecord error = Fail(Restore);

        AssertError(error, "JournalInvalid", ErrorCategory.InvalidData);
        Assert.Equal($"'{Journal}' can't be used as a journal. Line 5 is not a line of a journal.", error.ToString());
        Assert.Equal(Journal, error.TargetObject);
        Assert.Empty(Service.Requests.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-such-file.jsonl")]
    public void A_path_that_is_no_file_is_no_journal(string name)
    {
        ConnectFast();

        ErrorRecord error = Fail($"Restore-DeviceScriptRunSummary '{PathOf(name)}' -Confirm:$false");

        AssertError(error, "JournalInvalid", ErrorCategory.InvalidData);
        Assert.Contains(PathOf(name), error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_without_a_run_is_refused()
    {
        ConnectFast();
        File.WriteAllText(Journal, "");

        ErrorRecord error = Fail(Restore);

        AssertError(error, "JournalInvalid", ErrorCategory.InvalidData);
        Assert.EndsWith("It holds no run.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_the_journal_does_not_hold_is_refused()
    {
        Record("", "");
        Guid unknown = Guid.NewGuid();

        ErrorRecord error = Fail($"{Restore} -RunId {unknown}");

        AssertError(error, "JournalInvalid", ErrorCategory.InvalidData);
        Assert.EndsWith($"It holds no run {unknown}.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_of_the_restore_that_cannot_be_written_fails_before_anything_is_sent()
    {
        Record("", "");

        ErrorRecord error = Fail($"{Restore} -NewJournalPath '{PathOf("")}'");

        AssertError(error, "PathNotWritable", ErrorCategory.WriteError);
        Assert.Equal(PathOf(""), error.TargetObject);
        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void A_line_that_a_crash_left_half_written_is_passed_over_with_a_warning()
    {
        int before = Held(Scripts[2]);
        Record("", "");
        File.WriteAllText(Journal, File.ReadAllText(Journal)[..^30]);

        InvocationResult result = Invoke(Restore);

        Assert.Empty(result.AllErrors);
        Assert.Equal("Line 7 of the journal was left half-written and is passed over.", Assert.Single(result.Warning));
        Assert.Equal(3, result.Output.Count);
        Assert.Equal(before, Held(Scripts[2]));
    }

    /// <summary>Records a run over three scripts, changes text in its journal, and forgets what was sent.</summary>
    private void Record(string text, string changed)
    {
        ConnectFast();
        Succeed($"{Update} -JournalPath '{Journal}'", WantedFor(3));
        if (text.Length > 0)
        {
            File.WriteAllText(Journal, File.ReadAllText(Journal).Replace(text, changed, StringComparison.Ordinal));
        }

        Service.Requests.Clear();
    }
}
