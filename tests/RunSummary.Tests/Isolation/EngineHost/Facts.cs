using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
#if NET
using System.Runtime.Loader;
#endif

namespace RunSummary.EngineHost;

/// <summary>A line per fact, its parts separated by tabs, as the scripts of the tests write them.</summary>
internal sealed class Facts(string path)
{
    public void Add(params object?[] parts) => File.AppendAllText(path, string.Join("\t", parts) + "\n");

    public void AddRuntime() => Add("runtime", RuntimeInformation.FrameworkDescription);

    public void AddLoadedAssemblies()
    {
        foreach (Assembly assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!assembly.IsDynamic)
            {
                AssemblyName name = assembly.GetName();
#if NET
                string? context = AssemblyLoadContext.GetLoadContext(assembly)?.Name;
#else
                string context = AppDomain.CurrentDomain.FriendlyName;
#endif
                Add("loaded", context, name.Name, name.Version, assembly.Location);
            }
        }
    }
}
