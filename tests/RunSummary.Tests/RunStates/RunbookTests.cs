using System;
using System.Collections.Generic;
using System.Linq;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.RunStates;

/// <summary>The runbooks of the guides, as they are written; what Azure Automation brings is played.</summary>
public sealed class RunbookTests : RunStateCommandTest
{
    internal const string SignIn =
        "$signIn = @{ ClientSecretCredential = $sandbox.Credential; TenantId = $sandbox.TenantId; Authority = $sandbox.Authority; GraphEndpoint = $sandbox.GraphEndpoint; MaximumRetryCount = 0 }";

    // A job is done when it is started, and tells how it ended when it is asked the second time.
    private const string Automation =
        """
        $global:jobs = @()
        $global:earlier = @($global:earlier | Where-Object { $_ })
        function global:Connect-AzAccount([switch] $Identity) { if (-not $Identity) { throw 'Not as the identity.' } }
        function global:Start-Sleep($Seconds) { }
        function global:Start-AzAutomationRunbook($ResourceGroupName, $AutomationAccountName, $Name, $Parameters) {
            try { & $child @Parameters -SignIn $signIn > $null; $status = 'Completed' } catch { $status = 'Failed' }
            $job = [pscustomobject]@{ JobId = "$Name-$($Parameters.PartitionIndex)"; Status = 'Running'; End = $status }
            $global:jobs += $job
            $job
        }
        function global:Get-AzAutomationJob($ResourceGroupName, $AutomationAccountName, $Id, $RunbookName) {
            if ($RunbookName) { $global:earlier; $global:earlier | ForEach-Object { $_.Status = 'Completed' }; return }
            if ($global:earlier | Where-Object Status -NE Completed) { throw 'An earlier child still runs.' }
            $job = $global:jobs | Where-Object JobId -EQ $Id
            [pscustomobject]@{ JobId = $job.JobId; Status = $job.Status }
            $job.Status = $job.End
        }
        """;

    protected override SandboxOptions Options => new() { GeneratedScripts = 10 };

    [Fact]
    public void The_repair_repairs_what_has_drifted_and_says_so()
    {
        IReadOnlyDictionary<Guid, DriftedSummary> drifted = Service.RunStates.Drift(3);

        var repaired = Succeed($"{SignIn}; & '{RepositoryPaths.Example("repair-drift.ps1")}' -SignIn $signIn");

        Assert.Equal(drifted.Keys.Order(), repaired.Select(ScriptOf).Order());
        AssertNoDrift();
    }

    [Fact]
    public void With_WhatIf_it_writes_nothing()
    {
        Service.RunStates.Drift(3);

        Assert.Empty(Succeed($"{SignIn}; & '{RepositoryPaths.Example("repair-drift.ps1")}' -SignIn $signIn -WhatIf"));
        Assert.DoesNotContain(Sent, request => request.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Fact]
    public void It_fails_where_a_script_failed_and_repairs_the_others()
    {
        IReadOnlyDictionary<Guid, DriftedSummary> drifted = Service.RunStates.Drift(3);
        Service.Faults.On(request => request.Path.EndsWith($"{drifted.Keys.First()}/deviceRunStates", StringComparison.Ordinal)).Status(400, "BadRequest", "No.");

        var result = Invoke($"{SignIn}; try {{ & '{RepositoryPaths.Example("repair-drift.ps1")}' -SignIn $signIn 2> $null }} catch {{ \"$_\" }}");

        Assert.Equal("Part 0 of 1: 1 scripts could not be read and 0 not be written.", $"{result.Output[^1]}");
        Assert.Equal(drifted.Count - 1, result.Output.Count - 1);
    }

    [Fact]
    public void It_ends_no_session_of_another_job_in_its_process()
    {
        using PowerShellSession other = OpenShell();
        Lazy<InvocationResult> connected = new(() => other.Invoke(SandboxShell.Connect));
        Service.RunStates.BetweenPages = (_, _) => _ = connected.Value;

        Succeed($"{SignIn}; & '{RepositoryPaths.Example("repair-drift.ps1")}' -SignIn $signIn");
        Assert.True(connected.IsValueCreated);
        Assert.NotEmpty(Succeed("Get-DeviceScript"));
    }

    [Fact]
    public void The_parent_starts_a_child_for_each_part_and_together_they_repair_all()
    {
        Service.RunStates.Drift(3);

        var said = Succeed(Parent("-PartitionCount 3"));

        Assert.Equal(["Repair-Drift-0 Completed", "Repair-Drift-1 Completed", "Repair-Drift-2 Completed"], said.Select(line => line.BaseObject));
        AssertNoDrift();
    }

    [Fact]
    public void A_parent_that_begins_anew_waits_for_the_children_that_still_run()
    {
        Assert.Single(Succeed("$global:earlier = @([pscustomobject]@{ JobId = 'earlier'; Status = 'Running' }, [pscustomobject]@{ JobId = 'old'; Status = 'Failed' }); " + Parent("-PartitionCount 1")));
    }

    [Fact]
    public void The_parent_fails_where_a_child_did()
    {
        Service.Faults.On("GET", "/v1.0/deviceManagement/deviceShellScripts").Status(403, "Forbidden", "No.");

        Assert.StartsWith("2 of 2 parts are not done: Repair-Drift-0, Repair-Drift-1.", $"{FailForGood(Parent("-PartitionCount 2") + " > $null")}", StringComparison.Ordinal);
    }

    private static string Parent(string parameters) =>
        $"{SignIn}; $child = '{RepositoryPaths.Example("repair-drift.ps1")}'; {Automation}; & '{RepositoryPaths.Example("start-repair.ps1")}' -ResourceGroupName group -AutomationAccountName account {parameters}";

    private void AssertNoDrift() => Assert.All(
        Service.Scripts.All, script => Assert.Equal(Service.RunStates.Truth(script.Id).Counts, Service.Scripts.Summary(script.Id)!.Counts));
}
