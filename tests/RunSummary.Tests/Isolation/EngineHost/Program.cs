using System;
using System.Globalization;
using System.IO;
using System.Reflection;
using System.Threading.Tasks;

namespace RunSummary.EngineHost;

/// <summary>Works at a sandbox through the engine of a module, which isn't in PowerShell for once.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        Arguments arguments = new(args);

        // As PowerShell: the module's root comes from its folder, and only when it is needed.
        AppDomain.CurrentDomain.AssemblyResolve += (_, asked) => new AssemblyName(asked.Name).Name == "RunSummary"
            ? Assembly.LoadFrom(Path.Combine(arguments.Value("Module"), "RunSummary.dll"))
            : null;

        // What another module may have loaded before.
        foreach (string path in arguments.Values("Foreign"))
        {
            Assembly.LoadFrom(path);
        }

        Facts facts = new(arguments.Value("Report"));
        await Visits.PayAsync(arguments, facts).ConfigureAwait(false);
        foreach (string page in arguments.Values("Page"))
        {
            Reports.Write(facts, page);
        }

        foreach (string rounds in arguments.Values("Race"))
        {
            facts.Add("deaf", Imports.Race(int.Parse(rounds, CultureInfo.InvariantCulture)));
        }

        foreach (string name in arguments.Values("Ask"))
        {
            facts.Add("asked", Find(name));
        }

        facts.AddRuntime();
        facts.AddLoadedAssemblies();
    }

    /// <summary>Asks as an assembly that isn't the module's.</summary>
    private static string Find(string name)
    {
        try
        {
            return Assembly.Load(name).Location;
        }
        catch (IOException)
        {
            return "nowhere";
        }
    }
}
