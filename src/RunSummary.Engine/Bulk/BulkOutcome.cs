using RunSummary.Errors;

namespace RunSummary.Engine.Bulk;

/// <summary>What came of a request in the end. A write that the service changed has both a failure and what it returned.</summary>
internal sealed record BulkOutcome(DeviceScriptRunSummary? Summary, Failure? Failure, string? RequestId = null);
