namespace RunSummary.Sandbox.Service;

/// <summary>On how many devices of a user a script ran well or not; null is served as null.</summary>
public readonly record struct UserState
{
    public string? Id { get; init; }

    public string? UserPrincipalName { get; init; }

    public int? SuccessDeviceCount { get; init; }

    public int? ErrorDeviceCount { get; init; }
}
