using System.IO;
using System.Reflection;

namespace RunSummary.Loader;

/// <summary>
/// Loads the engine and everything that it drags in so that no other module meets our assemblies, nor we theirs.
/// The module's root finds this type by name, so that it needs no reference to it.
/// </summary>
public static partial class EngineLoader
{
    private const string EngineName = "RunSummary.Engine";

    private static readonly string EngineFolder = Path.GetDirectoryName(typeof(EngineLoader).Assembly.Location)!;

    /// <summary>Loads the engine, once a process.</summary>
    /// <returns>The engine's assembly.</returns>
    /// <exception cref="FileNotFoundException">The engine isn't beside the loader: the module's folder isn't whole.</exception>
    public static partial Assembly LoadEngine();

    /// <summary>Takes back whatever loading changed in the process. The engine can be loaded again afterwards.</summary>
    public static partial void Release();
}
