using System;
using System.Management.Automation;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary>What happens when a runspace imports the module and when it removes it.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly Version OldestCore = new(7, 4);

    /// <summary>Refuses a PowerShell that the module doesn't support.</summary>
    public void OnImport()
    {
        RequireSupported(typeof(PSObject).Assembly.GetName().Version);
        EnginePort.ModuleImported();
    }

    /// <summary>Gives back what the module changed in the process.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => EnginePort.ModuleRemoved();

    // Windows PowerShell's assembly is 3.0 in all its versions; that it is 5.1 is required by the manifest.
    private static void RequireSupported(Version engine)
    {
        if (engine.Major >= 6 && engine < OldestCore)
        {
            string detail = Strings.HostNotSupported_Version.With(engine.ToString(2), OldestCore);
            ErrorRecord record = ErrorFactory.Create(
                new Failure(ErrorId.HostNotSupported, detail),
                new ErrorSubject(nameof(RunSummary), engine, ErrorScope.Command),
                permission: "");
            throw new RuntimeException(record.Exception.Message, record.Exception, record);
        }
    }
}
