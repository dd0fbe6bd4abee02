namespace RunSummary.Sandbox.Service;

/// <summary>How an application showed that it is itself.</summary>
public enum ClientCredentialKind
{
    /// <summary>It didn't: a public client.</summary>
    None,

    Secret,

    Certificate,

    Federated,
}
