using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

// The module has one default session a process, so tests that use it take turns.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace RunSummary.Tests;

/// <summary>A test over the real PowerShell engine with the module imported, and a sandbox of its own.</summary>
public abstract class ModuleTest : IAsyncLifetime
{
    protected SandboxService Service { get; private set; } = null!;

    protected PowerShellSession Shell { get; private set; } = null!;

    protected virtual SandboxOptions Options => new();

    /// <summary>Runs before anything in the process has used TLS.</summary>
    [ModuleInitializer]
    public static void TrustSandbox() => CertificateTrust.TrustInThisProcess();

    public virtual async ValueTask InitializeAsync()
    {
        Service = await SandboxService.StartAsync(Options, TestContext.Current.CancellationToken);
        Shell = OpenShell();
    }

    public virtual async ValueTask DisposeAsync()
    {
        Shell.Invoke("Disconnect-RunSummary");
        Shell.Dispose();
        await Service.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens one more runspace, with the module imported and $sandbox set.</summary>
    protected PowerShellSession OpenShell(HostOptions? host = null)
    {
        PowerShellSession shell = new(new SessionOptions { Host = host ?? new HostOptions(), ModulePath = [RepositoryPaths.ModulePath] });
        shell.SetVariable("sandbox", SandboxShell.Describe(Service));
        shell.Import(RepositoryPaths.Manifest);
        return shell;
    }

    /// <summary>Connects with the sandbox's client secret and more parameters as written.</summary>
    protected void Connect(string more = "") => Succeed($"{SandboxShell.Connect} {more}");

    protected InvocationResult Invoke(string script, object? input = null) =>
        Shell.Invoke("param($in) " + script, new Dictionary<string, object?> { ["in"] = input });

    /// <summary>Runs what must give no error, and returns its output.</summary>
    protected IReadOnlyList<PSObject> Succeed(string script, object? input = null)
    {
        InvocationResult result = Invoke(script, input);
        Assert.True(result.AllErrors.Count == 0, string.Join(Environment.NewLine, result.AllErrors.Select(error => $"{error.FullyQualifiedErrorId}: {error}")));
        return [.. result.Output.Select(value => value!)];
    }

    /// <summary>Runs what must give exactly one error and nothing else, and returns the error.</summary>
    protected ErrorRecord Fail(string script, object? input = null)
    {
        InvocationResult result = Invoke(script, input);
        Assert.Empty(result.Output);
        return Assert.Single(result.AllErrors);
    }

    /// <summary>Asserts the id and the category that the contract gives to a failure.</summary>
    protected static void AssertError(ErrorRecord error, string id, ErrorCategory category)
    {
        ArgumentNullException.ThrowIfNull(error);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }
}
