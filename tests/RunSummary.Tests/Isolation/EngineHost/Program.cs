using System;
using System.Collections.Generic;
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

        Facts facts = new(arguments.Value("Report"));
        Visits visits = new(arguments, facts);
        foreach (KeyValuePair<string, string> argument in arguments.All)
        {
            await DoAsync(argument.Key, argument.Value, visits, facts).ConfigureAwait(false);
        }

        facts.AddRuntime();
        facts.AddLoadedAssemblies();
    }

    private static Task DoAsync(string name, string value, Visits visits, Facts facts)
    {
        switch (name)
        {
            case "Foreign":
                facts.Add("foreign", LoadForeign(value));
                break;
            case "Page":
                Reports.Write(facts, value);
                break;
            case "Race":
                facts.Add("deaf", Imports.Race(int.Parse(value, CultureInfo.InvariantCulture)));
                break;
            case "Ask":
                facts.Add("asked", Find(value));
                break;
            default:
                return visits.PayAsync(name, value);
        }

        return Task.CompletedTask;
    }

    /// <summary>Loads what another module may load.</summary>
    private static string LoadForeign(string path)
    {
        try
        {
            return Assembly.LoadFrom(path).Location;
        }
        catch (FileLoadException)
        {
            return "refused";
        }
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
