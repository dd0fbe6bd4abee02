namespace RunSummary;

/// <summary>The form of a report's file.</summary>
public enum ReportFormat
{
    /// <summary>A row a script, for spreadsheets; Update-DeviceScriptRunSummary takes it back.</summary>
    Csv,

    /// <summary>The totals and the scripts, for programs.</summary>
    Json,

    /// <summary>For pull requests and chats.</summary>
    Markdown,
}
