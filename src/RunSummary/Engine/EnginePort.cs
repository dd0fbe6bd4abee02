using System;
using System.IO;
using System.Reflection;
using System.Threading.Tasks;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine;

/// <summary>Loads the engine when the first command needs it. Until then none of its dependencies is in the process.</summary>
internal static class EnginePort
{
    private static readonly Lazy<Type> LoaderType = new(FindLoader);
    private static readonly Lazy<IEngine> LoadedEngine = new(LoadEngine);

    // Of two runspaces, one that imports and one that removes, the later has to have the last word in the loader too.
    private static readonly object Gate = new();
    private static int _imports;
    private static bool _isLoaded;

    public static IEngine Engine => LoadedEngine.Value;

    /// <summary>Loads the engine and gets it ready on another thread. What fails there, fails again where it is used.</summary>
    public static void Prepare() => _ = Task.Run(() => Engine.Prepare());

    /// <summary>Does again what the last removal undid, where the engine is in the process already.</summary>
    public static void ModuleImported()
    {
        lock (Gate)
        {
            if (++_imports == 1 && _isLoaded)
            {
                Call("LoadEngine");
            }
        }
    }

    /// <summary>Undoes what loading changed in the process, once no runspace has the module any more.</summary>
    public static void ModuleRemoved()
    {
        lock (Gate)
        {
            if (--_imports == 0 && _isLoaded)
            {
                Call("Release");
            }
        }
    }

    /// <summary>Whether an assembly couldn't be loaded. Other files are named by their paths.</summary>
    public static bool LacksAssembly(Exception exception) => exception.GetBaseException() switch
    {
        FileNotFoundException { FileName: { } file } => IsAssembly(file),
        FileLoadException { FileName: { } file } => IsAssembly(file),
        BadImageFormatException => true,
        _ => false,
    };

    public static FailureException Incomplete(Exception exception)
    {
        Exception cause = exception.GetBaseException();
        return new FailureException(new Failure(ErrorId.ModuleIncomplete, Strings.ModuleIncomplete_File.With(cause.Message.Trim())) { Cause = cause });
    }

    private static bool IsAssembly(string file) => file.IndexOf(", Version=", StringComparison.Ordinal) >= 0;

    private static IEngine LoadEngine()
    {
        Assembly engine = LoadAssembly();

        // Files may have been replaced since the import: parts of two versions don't know each other.
        Version imported = typeof(EnginePort).Assembly.GetName().Version;
        Version found = engine.GetName().Version;
        if (found != imported)
        {
            throw new FailureException(ErrorId.ModuleIncomplete, Strings.ModuleIncomplete_Version.With(imported.ToString(3), found.ToString(3)));
        }

        return (IEngine)Activator.CreateInstance(engine.GetType("RunSummary.Engine.GraphEngine", throwOnError: true)!)!;
    }

    private static Assembly LoadAssembly()
    {
        try
        {
            lock (Gate)
            {
                Assembly engine = (Assembly)Call("LoadEngine")!;
                _isLoaded = true;
                return engine;
            }
        }
        catch (Exception exception) when (exception.GetBaseException() is IOException or BadImageFormatException)
        {
            throw Incomplete(exception);
        }
    }

    private static object? Call(string method) => LoaderType.Value.GetMethod(method)!.Invoke(null, null);

    private static Type FindLoader()
    {
        bool isFramework = typeof(object).Assembly.GetName().Name == "mscorlib";
        string moduleFolder = Path.GetDirectoryName(typeof(EnginePort).Assembly.Location)!;
        string loader = Path.Combine(moduleFolder, isFramework ? "net472" : "net8.0", "RunSummary.Loader.dll");
        return Assembly.LoadFrom(loader).GetType("RunSummary.Loader.EngineLoader", throwOnError: true)!;
    }
}
