namespace RunSummary.Sandbox.Hosting;

public enum RunOutcome
{
    Completed,

    /// <summary>A terminating error ended it; it was shown.</summary>
    Failed,

    Stopped,

    /// <summary>It said <c>exit</c>; the code is in <see cref="SandboxHost.ExitCode"/>.</summary>
    Exited,
}
