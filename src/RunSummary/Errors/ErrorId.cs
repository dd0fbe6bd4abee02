namespace RunSummary.Errors;

/// <summary>What can go wrong. The name is the first part of FullyQualifiedErrorId and the key of its texts in Strings.resx.</summary>
internal enum ErrorId
{
    NotConnected,
    InteractionRequired,
    CertificateInvalid,
    TokenCacheUnavailable,
    HostNotSupported,
    AuthenticationFailed,
    EndpointNotSecure,
    ParameterConflict,
    ScriptTypeUnknown,
    ScriptTypeMismatch,
    ScriptTypeNotSupported,
    ScriptIdInvalid,
    NoCountsSupplied,
    CountInvalid,
    ScriptNotFound,
    PermissionDenied,
    UpdateNotSupported,
    RequestRejected,
    Throttled,
    ServiceUnavailable,
    ConnectionFailed,
    ResponseInvalid,
    WriteNotKept,
    PathNotWritable,
    FileExists,
    JournalInvalid,
    JournalTenantMismatch,
    RestoreConflict,
}
