using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine;

/// <summary>
/// The port to the engine. It takes plain values and a cancellation token and gives plain values back;
/// whatever goes wrong comes as a <see cref="Errors.FailureException"/>.
/// </summary>
internal interface IEngine
{
    /// <summary>Gets ready for a session, on another thread.</summary>
    void Prepare();

    /// <summary>Signs in and makes a session.</summary>
    Task<IEngineSession> ConnectAsync(ConnectRequest request, IEngineEvents events, CancellationToken cancellationToken);

    /// <summary>Gives the tenants that users of an application signed in to before, as far as their tokens are kept.</summary>
    Task<IReadOnlyList<CachedTenant>> ListCachedTenantsAsync(CloudEnvironment environment, Uri? authority, string clientId);

    /// <summary>Tries whether a report can be written, and leaves nothing behind.</summary>
    void CheckReport(ReportTarget target);

    /// <summary>Writes a report, all of it or nothing. Needs no session.</summary>
    void WriteReport(ScriptReport report, ReportTarget target, CancellationToken cancellationToken);
}
