using System;
using System.Globalization;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>Reads of a piped object what a report says of its script.</summary>
internal static class ReportRowBinder
{
    private const string RecordedPrefix = "Recorded";

    /// <exception cref="FailureException">The object has no counts, or one that isn't a whole number from 0 to 2147483647.</exception>
    public static ReportRow Bind(ScriptReference script, InputProperties input)
    {
        RunSummaryCounts counts = CountBinder.Bind(_ => null, input);
        return counts.IsEmpty
            ? throw new FailureException(new Failure(ErrorId.NoCountsSupplied, "") { Action = Strings.NoCountsSupplied_Report })
            : new ReportRow(script, counts) { Measured = Measured(input), Recorded = Recorded(input) };
    }

    private static MeasuredStates? Measured(InputProperties input)
    {
        // Total and Unknown alone may mean anything.
        if (InputProperties.Text(input.Get(nameof(MeasuredRunSummary.Pending))) is null)
        {
            return null;
        }

        return new MeasuredStates(
            Read(nameof(MeasuredRunSummary.Pending)),
            Read(nameof(MeasuredRunSummary.NotApplicable)),
            Read(nameof(MeasuredRunSummary.Unknown)),
            Read(nameof(MeasuredRunSummary.Total)),
            Time(input.Get(nameof(MeasuredRunSummary.LatestState))));

        int? Read(string name) => CountReader.Read(name, input.Get(name));
    }

    private static RunSummaryCounts? Recorded(InputProperties input)
    {
        RunSummaryCounts recorded = RunSummaryCounts.Read(name => CountReader.Read(RecordedPrefix + name, input.Get(RecordedPrefix + name)));
        return recorded.IsEmpty && input.GetText(nameof(RunSummaryComparison.HasDrift)) is null ? null : recorded;
    }

    // Only shown: what a spreadsheet made of it is no reason to leave the script out.
    private static DateTimeOffset? Time(object? value) => InputProperties.Plain(value) switch
    {
        DateTimeOffset time => time,
        DateTime time => new DateTimeOffset(time.ToUniversalTime()),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => time,
        _ => null,
    };
}
