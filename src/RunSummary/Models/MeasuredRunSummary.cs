using System;

namespace RunSummary;

/// <summary>
/// A script's run summary as its run states have it. A device with <c>success</c> is a success, one with <c>fail</c> or <c>scriptError</c>
/// an error. A user with an error on any device is an error, one with a success and no error a success.
/// </summary>
public class MeasuredRunSummary : DeviceScriptRunSummary
{
    /// <summary>The number of devices that haven't run the script yet.</summary>
    public int Pending { get; set; }

    /// <summary>The number of devices that the script doesn't apply to.</summary>
    public int NotApplicable { get; set; }

    /// <summary>The number of devices whose state is unknown, null, or a value that this version doesn't know.</summary>
    public int Unknown { get; set; }

    /// <summary>The number of devices in any state.</summary>
    public int Total { get; set; }

    /// <summary>When the newest device state came in, UTC; null where none says when.</summary>
    public DateTimeOffset? LatestState { get; set; }
}
