#if NET
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace RunSummary.Loader;

public static partial class EngineLoader
{
    private static readonly EngineLoadContext Context = new();

    public static partial Assembly LoadEngine() =>
        Context.LoadFromAssemblyName(new AssemblyName(EngineName));

    public static partial void Release()
    {
        // A load context is private: nothing in the process was changed.
    }

    private sealed class EngineLoadContext() : AssemblyLoadContext("RunSummary")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            // What isn't beside the engine (the module's root, the framework) is shared with the default context.
            string path = Path.Combine(EngineFolder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
#endif
