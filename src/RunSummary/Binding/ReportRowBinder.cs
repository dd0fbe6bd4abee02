using System;
using System.Globalization;
using System.Management.Automation;
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
            ? throw new FailureException(ErrorId.NoCountsSupplied, "")
            : new ReportRow(script, counts) { Measured = Measured(input), Recorded = Recorded(input) };
    }

    /// <summary>Gives a failure the words of a report, where its own are of writing to the service.</summary>
    public static Failure InWords(Failure failure) => failure.Id switch
    {
        ErrorId.NoCountsSupplied => failure with { Message = Strings.NoCountsSupplied_Report, Action = failure.Action ?? Strings.NoCountsSupplied_ReportAction },
        ErrorId.CountInvalid => failure with { Message = Strings.CountInvalid_Report, Action = Strings.CountInvalid_ReportAction },
        _ => failure,
    };

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
        // A copy out of CliXml, which keeps the properties alone.
        PSObject copy => Time(copy.Properties[nameof(DateTimeOffset.UtcDateTime)]?.Value),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => time,
        _ => null,
    };
}
