using System.Management.Automation;

namespace RunSummary.Benchmarks.EmptyModule;

/// <summary>The least that a binary module can offer.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothingCommand : PSCmdlet
{
}
