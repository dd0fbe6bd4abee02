namespace RunSummary.Sandbox.Service;

/// <summary>What Graph calls the ways a run can end.</summary>
public static class RunStateNames
{
    public const string Unknown = "unknown";

    public const string Success = "success";

    public const string Fail = "fail";

    public const string ScriptError = "scriptError";

    public const string Pending = "pending";

    public const string NotApplicable = "notApplicable";

    /// <summary>What a service may say some day.</summary>
    public const string Future = "unknownFutureValue";

    internal static bool IsError(string? runState) => runState is Fail or ScriptError;
}
