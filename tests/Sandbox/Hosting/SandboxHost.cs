using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace RunSummary.Sandbox.Hosting;

/// <summary>A PowerShell host over a reader and a writer.</summary>
public sealed class SandboxHost : PSHost
{
    private readonly ConcurrentQueue<ProgressRecord> _progress = new();
    private readonly HostUserInterface _ui;

    public SandboxHost(HostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _ui = new HostUserInterface(options, _progress);
    }

    public HostOptions Options { get; }

    /// <summary>Set once a script or a person says <c>exit</c>.</summary>
    public int? ExitCode { get; private set; }

    public IReadOnlyCollection<ProgressRecord> Progress => _progress;

    public override string Name => Options.Name;

    public override Version Version { get; } = typeof(SandboxHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => _ui;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This host has no nested prompts.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This host has no nested prompts.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    internal void ForgetExit() => ExitCode = null;

    internal bool EndsWithBlankLine => _ui.EndsWithBlankLine;

    internal LineInput Lines => _ui.Lines;
}
