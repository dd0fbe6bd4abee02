using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Bulk;

public sealed class OrderTests : BulkTest
{
    private const long Mebibyte = 1024 * 1024;

    [Fact]
    public void Output_has_the_order_of_the_input_whatever_order_the_answers_have()
    {
        ConnectFast();
        PSObject[] wanted = [.. Service.Scripts.All.Reverse().Select((script, index) => Wanted(script, index))];

        IReadOnlyList<PSObject> written = Succeed(Update, wanted);
        IReadOnlyList<PSObject> read = Succeed("$in | Get-DeviceScriptRunSummary", wanted);

        Assert.Equal(Enumerable.Range(0, wanted.Length), Counts(written));
        Assert.Equal(Enumerable.Range(0, wanted.Length), Counts(read));
    }

    [Fact]
    public void Errors_stand_in_the_place_of_their_input()
    {
        ConnectFast();
        Service.Scripts.Remove(Scripts[7].Id);
        PSObject[] wanted = [.. WantedFor(30), Wanted(Scripts[40], "many"), Wanted(Scripts[41], 5)];
        PSObject lost = wanted[3];
        lost.Properties["ScriptId"].Value = Guid.NewGuid().ToString();

        IReadOnlyList<PSObject?> outcomes = Invoke(Update + " 2>&1", wanted).Output;

        Assert.Equal(wanted.Length, outcomes.Count);
        ErrorRecord notFound = Assert.IsType<ErrorRecord>(outcomes[3]!.BaseObject);
        AssertError(notFound, "ScriptNotFound", ErrorCategory.ObjectNotFound);
        Assert.Same(lost, notFound.TargetObject);
        AssertError(Assert.IsType<ErrorRecord>(outcomes[30]!.BaseObject), "CountInvalid", ErrorCategory.InvalidData);
        Assert.Equal(2, outcomes.Count(outcome => outcome!.BaseObject is ErrorRecord));
    }

    [Fact]
    public void Output_begins_before_the_input_ends()
    {
        ConnectFast();

        // Whoever pipes goes on until something has come out, or for a good while.
        IReadOnlyList<PSObject> output = Succeed(
            "$seen = [Collections.Generic.List[object]]::new(); $given = 0; "
            + "& { foreach ($one in $in) { $one; $script:given++; if ($script:given -gt 40) { if ($seen.Count) { break }; [Threading.Thread]::Sleep(100) } } } "
            + "| Update-DeviceScriptRunSummary | ForEach-Object { $seen.Add($_) }; $seen.Count; $script:given",
            WantedFor(100));

        Assert.Equal(output[1].BaseObject, output[0].BaseObject);
        Assert.InRange((int)output[1].BaseObject, 41, 99);
    }

    [Fact]
    public void Of_several_updates_of_one_script_the_last_wins_and_no_two_travel_together()
    {
        ConnectFast("-MaximumRetryCount 20");
        Service.Faults.OnItems("PATCH").ByChance(0.2, Fault.With.Status(503, "ServiceUnavailable", "Not now.", retryAfter: "0"));
        SandboxScript[] few = [.. Scripts.Take(7)];
        PSObject[] wanted = [.. Enumerable.Range(0, 210).Select(number => Wanted(few[number % few.Length], number))];

        Assert.Equal(Enumerable.Range(0, 210), Counts(Succeed(Update, wanted)));

        Assert.Equal(Enumerable.Range(203, 7), few.Select(Held));
        Assert.All(Writes.Where(write => write.InBatch).GroupBy(write => write.EnvelopeId), batch =>
            Assert.Equal(batch.Count(), batch.Select(ScriptIdOf).Distinct().Count()));
    }

    [Fact]
    public void A_hundred_thousand_objects_take_hardly_more_memory_than_a_thousand()
    {
        ConnectFast();
        Service.Requests.Capacity = 0;

        long few = PeakOf(1_000);
        long many = PeakOf(100_000);

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Peak of 1,000: {few / (double)Mebibyte:0.0} MiB; of 100,000: {many / (double)Mebibyte:0.0} MiB."));
        Assert.InRange(many - few, long.MinValue, 64 * Mebibyte);
    }

    /// <summary>Pipes updates of all scripts over and over, and gives the most memory that was held meanwhile.</summary>
    private long PeakOf(int count) => (long)Assert.Single(Succeed(
        "$peak = 0L; $number = 0; "
        + $"& {{ for ($sent = 0; $sent -lt {count}; $sent++) {{ @{{ ScriptType = 'Shell'; ScriptId = $in[$sent % $in.Count]; SuccessDeviceCount = $sent }} }} }} "
        + "| Update-DeviceScriptRunSummary | ForEach-Object { if ($number++ % 500 -eq 0) { $peak = [Math]::Max($peak, [GC]::GetTotalMemory($true)) } }; "
        + $"if ($number -ne {count}) {{ throw \"$number came out\" }}; $peak",
        Scripts.Select(script => script.Id).ToArray())).BaseObject;
}
