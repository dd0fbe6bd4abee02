using System;
using System.Linq;
using System.Reflection;
using System.Threading;
using RunSummary.Engine;

namespace RunSummary.EngineHost;

/// <summary>Runspaces that import the module and remove it at the same time.</summary>
internal static class Imports
{
    private const int Runspaces = 4;

    /// <summary>Has each do so again and again.</summary>
    /// <returns>How often nobody listened for what the engine depends on, though there was an import.</returns>
    public static int Race(int rounds)
    {
        _ = EnginePort.Engine;
        FieldInfo listening = Listening();
        using Barrier start = new(Runspaces);
        int deaf = 0;
        Thread[] runspaces = [.. Enumerable.Range(0, Runspaces).Select(_ => new Thread(Work))];
        Array.ForEach(runspaces, runspace => runspace.Start());
        Array.ForEach(runspaces, runspace => runspace.Join());
        return deaf;

        void Work()
        {
            start.SignalAndWait();
            for (int round = 0; round < rounds; round++)
            {
                EnginePort.ModuleImported();
                if (!(bool)listening.GetValue(null)!)
                {
                    Interlocked.Increment(ref deaf);
                }

                EnginePort.ModuleRemoved();
            }
        }
    }

    // Asking for an assembly doesn't tell: Mono gives what is loaded without asking anybody.
    private static FieldInfo Listening() => AppDomain.CurrentDomain.GetAssemblies()
        .Single(assembly => assembly.GetName().Name == "RunSummary.Loader")
        .GetType("RunSummary.Loader.EngineLoader", throwOnError: true)!
        .GetField("_listening", BindingFlags.NonPublic | BindingFlags.Static)!;
}
