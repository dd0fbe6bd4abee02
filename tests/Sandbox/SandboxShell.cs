using System.Collections.Generic;
using System.Management.Automation;
using System.Net;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;

namespace RunSummary.Sandbox;

/// <summary>Opens the PowerShell engine on this console with the module imported and $sandbox telling how to connect.</summary>
public static class SandboxShell
{
    /// <summary>What a user types to connect to the sandbox; also the beginning of the quick start.</summary>
    public const string Connect =
        "Connect-RunSummary -ClientSecretCredential $sandbox.Credential -TenantId $sandbox.TenantId -Authority $sandbox.Authority -GraphEndpoint $sandbox.GraphEndpoint";

    public static int Demo(SandboxService service, string path) => Open(service, session => new ScriptShow(session).Show(path));

    public static int Run(SandboxService service, string path, IReadOnlyList<string> arguments) =>
        Open(service, session => ScriptFile.Run(session, path, arguments));

    public static int Prompt(SandboxService service) => Open(service, session =>
    {
        session.Run(Connect);
        return new Repl(session).Run();
    });

    /// <summary>Gives what scripts find in $sandbox.</summary>
    public static PSObject Describe(SandboxService service)
    {
        PSObject sandbox = new();
        sandbox.Properties.Add(new PSNoteProperty("GraphEndpoint", service.GraphEndpoint));
        sandbox.Properties.Add(new PSNoteProperty("Authority", service.Authority));
        sandbox.Properties.Add(new PSNoteProperty("TenantId", service.TenantId));
        sandbox.Properties.Add(new PSNoteProperty("Credential", new PSCredential(service.ClientId, new NetworkCredential("", service.ClientSecret).SecurePassword)));
        sandbox.Properties.Add(new PSNoteProperty("AccessToken", service.Tokens.Issue()));
        sandbox.Properties.Add(new PSNoteProperty("AzureHosts", AzureHosts(service.Identity.ManagedIdentities)));
        return sandbox;
    }

    /// <summary>The environment variables by which each kind of Azure host is known.</summary>
    private static Dictionary<string, IReadOnlyDictionary<string, string>> AzureHosts(ManagedIdentities identities) => new()
    {
        ["AppService"] = identities.AppServiceVariables,
        ["VirtualMachine"] = identities.VirtualMachineVariables,
        ["CloudShell"] = identities.CloudShellVariables,
        ["Arc"] = identities.ArcVariables,
    };

    private static int Open(SandboxService service, System.Func<PowerShellSession, int> use)
    {
        using ConsoleTerminal terminal = new();
        using PowerShellSession session = new(new SessionOptions { Host = terminal.Options, ModulePath = [RepositoryPaths.ModulePath] });
        session.SetVariable("sandbox", Describe(service));
        session.Import(RepositoryPaths.Manifest);
        terminal.Interrupts(session);
        return use(session);
    }
}
