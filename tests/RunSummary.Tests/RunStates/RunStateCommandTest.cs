using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;

namespace RunSummary.Tests.RunStates;

/// <summary>A test of the commands that read run states.</summary>
public abstract class RunStateCommandTest : ConnectedTest
{
    protected const string States = "/v1.0/deviceManagement/deviceShellScripts/" + Demo.Shell + "/deviceRunStates";

    protected static readonly Guid Script = Guid.Parse(Demo.Shell);

    protected override SandboxOptions Options => new() { StatePageSize = 50 };

    /// <summary>The four counts of an output, as the sandbox has them.</summary>
    protected static SummaryCounts Counts(PSObject output, string prefix = "") => new(
        Number(output, prefix + "SuccessDeviceCount"), Number(output, prefix + "ErrorDeviceCount"), Number(output, prefix + "SuccessUserCount"), Number(output, prefix + "ErrorUserCount"));

    protected static int Number(PSObject output, string name) => (int)Value(output, name)!;

    protected static Guid ScriptOf(PSObject output) => Guid.Parse((string)Value(output, "ScriptId")!);

    protected IEnumerable<SandboxScript> AllScripts => Service.Scripts.All.OrderBy(script => script.Family);

    protected int PagesOf(string address) => Service.Requests.All.Count(request => request.Path == address);

    protected static DeviceState Device(string? runState) => new() { Id = Guid.NewGuid().ToString(), RunState = runState };
}
