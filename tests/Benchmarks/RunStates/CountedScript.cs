using System;
using System.Threading.Tasks;
using RunSummary.Benchmarks.Updates;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>The script whose device run states all contenders count, with the same token, from the same service.</summary>
internal sealed record CountedScript(Workload Service)
{
    public string Id => Service.ScriptIds[0];

    public Uri States => new(Service.Version, $"deviceManagement/deviceShellScripts/{Id}/deviceRunStates");

    public static async Task<CountedScript> FindAsync(SandboxProcess sandbox) => new(await Workload.ListAsync(sandbox, count: 1));

    public string[] ToArguments() => [Service.Endpoint.AbsoluteUri, Service.AccessToken, Id];

    public static CountedScript FromArguments(string[] arguments) => new(new Workload(new Uri(arguments[0]), arguments[1], [arguments[2]]));
}
