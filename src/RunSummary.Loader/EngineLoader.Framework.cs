#if NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace RunSummary.Loader;

public static partial class EngineLoader
{
    private static readonly object Gate = new();

    private static readonly Lazy<Dictionary<string, string>> ShippedPaths = new(() =>
        Directory.EnumerateFiles(EngineFolder, "*.dll")
            .Concat([Path.Combine(EngineFolder, "..", "RunSummary.dll")])
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), Path.GetFullPath, StringComparer.OrdinalIgnoreCase));

    private static bool _listening;

    public static partial Assembly LoadEngine()
    {
        lock (Gate)
        {
            if (!_listening)
            {
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
                _listening = true;
            }
        }

        return Assembly.LoadFrom(Path.Combine(EngineFolder, EngineName + ".dll"));
    }

    public static partial void Release()
    {
        lock (Gate)
        {
            AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
            _listening = false;
        }
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs args)
    {
        AssemblyName wanted = new(args.Name);
        if (!ShippedPaths.Value.TryGetValue(wanted.Name, out string? path))
        {
            return null;
        }

        // Another module that asks for another version of the same name isn't ours to answer.
        bool isOurs = IsShipped(args.RequestingAssembly)
            || string.Equals(wanted.FullName, AssemblyName.GetAssemblyName(path).FullName, StringComparison.Ordinal);
        return isOurs ? Assembly.LoadFrom(path) : null;
    }

    private static bool IsShipped(Assembly? requesting) =>
        requesting is { IsDynamic: false } && ShippedPaths.Value.ContainsValue(requesting.Location);
}
#endif
