using System;
using System.Linq;
using System.Reflection;
using System.Threading;
using RunSummary.Engine;

namespace RunSummary.EngineHost;

/// <summary>A runspace that removes the module while another imports it.</summary>
internal static class Imports
{
    /// <summary>Does so again and again, with one import left each time.</summary>
    /// <returns>After how many of the rounds nobody listened for what the engine depends on.</returns>
    public static int Race(int rounds)
    {
        _ = EnginePort.Engine;
        EnginePort.ModuleImported();
        FieldInfo listening = Listening();
        int deaf = 0;
        using Barrier round = new(2, _ => deaf += (bool)listening.GetValue(null)! ? 0 : 1);
        Thread other = new(() => Repeat(rounds, round, EnginePort.ModuleRemoved));
        other.Start();
        Repeat(rounds, round, EnginePort.ModuleImported);
        other.Join();
        return deaf;
    }

    private static void Repeat(int rounds, Barrier round, Action act)
    {
        for (int count = 0; count < rounds; count++)
        {
            act();
            round.SignalAndWait();
        }
    }

    // Asking for an assembly doesn't tell: Mono gives what is loaded without asking anybody.
    private static FieldInfo Listening() => AppDomain.CurrentDomain.GetAssemblies()
        .Single(assembly => assembly.GetName().Name == "RunSummary.Loader")
        .GetType("RunSummary.Loader.EngineLoader", throwOnError: true)!
        .GetField("_listening", BindingFlags.NonPublic | BindingFlags.Static)!;
}
