using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Benchmarks.Updates;

namespace RunSummary.Benchmarks.ColdStart;

/// <summary>
/// A sign-in and one update against a C# program with the same libraries. Each is a process of its own, timed from its start to its exit,
/// and what neither can change is taken off: here the engine's start up to where a module of one cmdlet is imported, there the runtime's
/// start. The ratio with all of the import is told as well.
/// </summary>
internal static class ColdStartBenchmark
{
    private const double Target = 1.25;

    // Until the sandbox's code and the disk's cache are warm.
    private const int WarmUps = 2;

    public static async Task RunAsync(int rounds)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(scripts: 1, latency: 0);
        using SandboxCertificate certificate = await SandboxCertificate.ReadAsync(sandbox.Authority);
        ShortRun run = await ToShortRunAsync(sandbox);
        Console.WriteLine($"""
            After Import-Module, Connect-RunSummary with a client secret and one Update-DeviceScriptRunSummary in the hosted engine,
            System.Management.Automation {Built.Version(typeof(System.Management.Automation.PSObject).Assembly)}, against Microsoft.Identity.Client {Built.Version(typeof(Microsoft.Identity.Client.IAccount).Assembly)}
            and Microsoft.Graph.Core {Built.Version(typeof(Microsoft.Graph.GraphClientFactory).Assembly)} in a C# program; each in a fresh process; {rounds} of each, by turns.

            """);

        string[] verbs = [ModuleChild.Verb, ModuleChild.EmptyModuleVerb, ModuleChild.EmptyVerb, ProgramChild.Verb, ProgramChild.EmptyVerb];
        List<double>[] measured = [.. verbs.Select(_ => new List<double>())];
        for (int round = -WarmUps; round < rounds; round++)
        {
            for (int index = 0; index < verbs.Length; index++)
            {
                ChildRun child = await Child.RunAsync([verbs[index], .. run.ToArguments()], certificate.Variable);
                if (round >= 0)
                {
                    measured[index].Add(child.Taken.TotalMilliseconds);
                }
            }
        }

        Print(measured[0], measured[1], measured[2], measured[3], measured[4]);
    }

    private static void Print(List<double> module, List<double> emptyModule, List<double> engine, List<double> program, List<double> nothing)
    {
        double ours = Numbers.Median(module) - Numbers.Median(emptyModule);
        double withAll = Numbers.Median(module) - Numbers.Median(engine);
        double bare = Numbers.Median(program) - Numbers.Median(nothing);
        Console.WriteLine($"RunSummary in the engine  {Numbers.Spread(module)}");
        Console.WriteLine($"the engine, empty module  {Numbers.Spread(emptyModule)}");
        Console.WriteLine($"the engine, empty script  {Numbers.Spread(engine)}");
        Console.WriteLine($"C# program                {Numbers.Spread(program)}");
        Console.WriteLine($"empty C# program          {Numbers.Spread(nothing)}");
        Console.WriteLine();
        Console.WriteLine($"less an empty module      {ours:F1} ms, the C# program {bare:F1} ms");
        Console.WriteLine($"ratio                     {Numbers.AtMost(ours / bare, Target, "F2")}");
        Console.WriteLine($"less an empty script      {withAll:F1} ms, ratio {withAll / bare:F3}");
    }

    private static async Task<ShortRun> ToShortRunAsync(SandboxProcess sandbox)
    {
        Workload workload = await Workload.ListAsync(sandbox, count: 1);
        Uri graph = new UriBuilder(sandbox.Authority) { Host = sandbox.Endpoint.Host }.Uri;
        return new ShortRun(graph, sandbox.Authority, sandbox.TenantId, workload.ScriptIds[0]);
    }
}
