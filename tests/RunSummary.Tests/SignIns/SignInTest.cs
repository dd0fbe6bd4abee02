using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>What tests of the ways to sign in share. Each begins without a session.</summary>
public abstract class SignInTest : ConnectedTest
{
    /// <summary>What every sign-in against the sandbox is given.</summary>
    protected const string Here = "-Authority $sandbox.Authority -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0";

    /// <summary>One read, which says that the session works.</summary>
    protected const string Read = "Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell";

    /// <summary>One update.</summary>
    protected const string Update = "Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 6";

    /// <summary>How long tokens last that a test sees renewed: at half of it, and with as much to spare.</summary>
    protected static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(20);

    /// <summary>Long enough for what comes soon, however slow the machine.</summary>
    protected static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly List<(string Name, string? Value)> _variables = [];

    /// <summary>An application's tenant and id.</summary>
    protected string App => $"-TenantId {Service.TenantId} -ClientId {Service.ClientId}";

    /// <summary>The sign-ins that the identity service has seen.</summary>
    protected IReadOnlyList<SignIn> SignIns => Service.Identity.SignIns.All;

    protected PSObject Context => Assert.Single(Succeed("Get-RunSummaryContext"));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Succeed("Disconnect-RunSummary");
        Service.Identity.SignIns.Clear();
        Service.IdentityRequests.Clear();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _variables.Reverse();
        _variables.ForEach(variable => Environment.SetEnvironmentVariable(variable.Name, variable.Value));
        GC.SuppressFinalize(this);
    }

    /// <summary>Sets an environment variable until the test is over.</summary>
    protected void SetEnvironment(string name, string? value)
    {
        _variables.Add((name, Environment.GetEnvironmentVariable(name)));
        Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>Waits for what the module or the sandbox does by itself.</summary>
    protected static async Task UntilAsync(Func<bool> condition)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Soon, "It never came to that.");
            await Task.Delay(10);
        }
    }

    /// <summary>Presses Ctrl+C, and asserts that it ends what runs.</summary>
    protected async Task AssertStopsAsync(Task<InvocationResult> running)
    {
        ArgumentNullException.ThrowIfNull(running);
        Shell.Stop();
        Assert.True((await running.WaitAsync(Soon, TestContext.Current.CancellationToken)).WasStopped);
    }

    /// <summary>Asserts that the session can be used, and how it signed in.</summary>
    protected void AssertSignedIn(string authType)
    {
        Assert.Equal(authType, Value(Context, "AuthType")!.ToString());
        Assert.Single(Succeed(Update));
    }

    /// <summary>Asserts that a sign-in fails with one terminating error, and leaves no session.</summary>
    protected ErrorRecord AssertConnectFails(string connect, string id, ErrorCategory category, params string[] words)
    {
        ErrorRecord error = FailForGood(connect);
        AssertError(error, id, category);
        Assert.All(words, word => Assert.Contains(word, error.ToString(), StringComparison.Ordinal));
        Assert.Empty(Succeed("Get-RunSummaryContext"));
        return error;
    }

    protected ErrorRecord AssertRefused(string connect, params string[] words) =>
        AssertConnectFails(connect, "AuthenticationFailed", ErrorCategory.AuthenticationError, words);

    protected ErrorRecord AssertNeedsPerson(string connect, params string[] words)
    {
        ErrorRecord error = AssertConnectFails(connect, "InteractionRequired", ErrorCategory.AuthenticationError, words);
        Assert.All(
            ["-UseDeviceCode", "-Identity", "-CertificateThumbprint", "-ClientSecretCredential", "-FederatedTokenFile", "-AccessToken"],
            way => Assert.Contains(way, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal));
        return error;
    }
}
