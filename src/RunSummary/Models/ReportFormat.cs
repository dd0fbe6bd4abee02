namespace RunSummary;

/// <summary>The form of a report's file.</summary>
public enum ReportFormat
{
    /// <summary>One page that stands for itself, with a chart and a table that sorts and filters.</summary>
    Html,

    /// <summary>A row a script, for spreadsheets; Update-DeviceScriptRunSummary takes it back.</summary>
    Csv,

    /// <summary>The totals and the scripts, for programs.</summary>
    Json,

    /// <summary>For pull requests and chats.</summary>
    Markdown,
}
