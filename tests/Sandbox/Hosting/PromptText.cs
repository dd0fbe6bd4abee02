namespace RunSummary.Sandbox.Hosting;

internal static class PromptText
{
    public const string First = "PS> ";

    public const string Continued = ">> ";
}
