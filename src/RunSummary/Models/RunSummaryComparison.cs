namespace RunSummary;

/// <summary>
/// A script's measured run summary beside the recorded one. The counts under their own names are the measured ones, so that the object
/// updates the record as it is.
/// </summary>
public sealed class RunSummaryComparison : MeasuredRunSummary
{
    /// <summary>The recorded number of devices on which the script failed; null where the record has none.</summary>
    public int? RecordedErrorDeviceCount { get; set; }

    /// <summary>The recorded number of users for whom the script failed; null where the record has none.</summary>
    public int? RecordedErrorUserCount { get; set; }

    /// <summary>The recorded number of devices on which the script succeeded; null where the record has none.</summary>
    public int? RecordedSuccessDeviceCount { get; set; }

    /// <summary>The recorded number of users for whom the script succeeded; null where the record has none.</summary>
    public int? RecordedSuccessUserCount { get; set; }

    /// <summary>Measured less recorded; null where the record has none.</summary>
    public int? ErrorDeviceCountDifference => ErrorDeviceCount - RecordedErrorDeviceCount;

    /// <summary>Measured less recorded; null where the record has none.</summary>
    public int? ErrorUserCountDifference => ErrorUserCount - RecordedErrorUserCount;

    /// <summary>Measured less recorded; null where the record has none.</summary>
    public int? SuccessDeviceCountDifference => SuccessDeviceCount - RecordedSuccessDeviceCount;

    /// <summary>Measured less recorded; null where the record has none.</summary>
    public int? SuccessUserCountDifference => SuccessUserCount - RecordedSuccessUserCount;

    /// <summary>Whether any of the four recorded counts isn't the measured one.</summary>
    public bool HasDrift =>
        ErrorDeviceCountDifference != 0 || ErrorUserCountDifference != 0 || SuccessDeviceCountDifference != 0 || SuccessUserCountDifference != 0;
}
