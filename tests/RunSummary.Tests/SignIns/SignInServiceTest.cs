using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>What tests of a sign-in service that fails share.</summary>
public abstract class SignInServiceTest : SignInTest
{
    /// <summary>The same as <see cref="SignInTest.Here"/>, with three tries in all.</summary>
    protected const string Patient = "-Authority $sandbox.Authority -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 2";

    protected const string Secret = "-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential";

    protected IEnumerable<LoggedRequest> TokenRequests => Service.IdentityRequests.All.Where(request => request.Path.EndsWith("/token", StringComparison.Ordinal));

    /// <summary>Asserts the facts of the request that failed; the ids must be those that the last request had.</summary>
    protected void AssertFacts(ErrorRecord error, int status, string? code, int attempts)
    {
        ArgumentNullException.ThrowIfNull(error);
        object? Fact(string name) => Value(PSObject.AsPSObject(error.Exception), name);
        LoggedRequest last = TokenRequests.Last();
        Assert.Equal((status, code, attempts), ((int?)Fact("StatusCode"), (string?)Fact("Code"), (int)Fact("Attempts")!));
        Assert.Equal(last.Request.RequestId, Fact("RequestId"));
        Assert.Equal(last.Header("client-request-id"), Fact("ClientRequestId"));
    }
}
