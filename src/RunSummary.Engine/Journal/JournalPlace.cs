using System;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Journal;

/// <summary>Keeps what was written for one tenant from being used in another.</summary>
internal static class JournalPlace
{
    /// <exception cref="FailureException">The run was written for another tenant or endpoint than the session's.</exception>
    public static void Require(RunEntry run, RunSummaryContext session)
    {
        // A token that doesn't say its tenant leaves the endpoint alone to judge by.
        bool isSameTenant = run.TenantId is null || session.TenantId is null
            || string.Equals(run.TenantId, session.TenantId, StringComparison.OrdinalIgnoreCase);
        if (!isSameTenant || !IsSameAddress(run.Endpoint, session.GraphEndpoint))
        {
            throw new FailureException(
                ErrorId.JournalTenantMismatch,
                Strings.JournalTenantMismatch_Places.With(Describe(run.TenantId, run.Endpoint), Describe(session.TenantId, session.GraphEndpoint)));
        }
    }

    private static bool IsSameAddress(Uri one, Uri other) =>
        string.Equals(one.AbsoluteUri.TrimEnd('/'), other.AbsoluteUri.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string Describe(string? tenant, Uri endpoint) => Strings.JournalPlace.With(tenant ?? "?", endpoint.Authority);
}
