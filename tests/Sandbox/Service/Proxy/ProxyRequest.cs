namespace RunSummary.Sandbox.Service;

/// <summary>What a proxy was asked.</summary>
/// <param name="Method">CONNECT for a tunnel, or the method of a plain http request.</param>
/// <param name="Target">Host and port, as host:port.</param>
/// <param name="Authorized">Whether it carried the credential, or none is demanded.</param>
/// <param name="ProxyAuthorization">The header of that name as sent; null without one.</param>
public sealed record ProxyRequest(string Method, string Target, bool Authorized, string? ProxyAuthorization);
