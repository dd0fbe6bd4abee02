using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using RunSummary.Tests.SignIns;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>
/// What examples take for granted: the names of the cloud, a session, variables and files, a person at the browser, and the commands of other
/// modules. So each runs as it is written.
/// </summary>
internal sealed class ExampleWorld : IAsyncDisposable
{
    private readonly IWebProxy _proxyBefore = HttpClient.DefaultProxy;
    private readonly CancellationTokenSource _leaving = new();
    private readonly SandboxService _service;
    private readonly PowerShellSession _shell;
    private readonly SandboxProxy _proxy;
    private readonly Desktop _desktop;
    private readonly Task _browsing;
    private CertificateFiles? _certificates;
    private StoredCertificates? _stored;

    private ExampleWorld(SandboxService service, PowerShellSession shell, SandboxProxy proxy, Action<string, string?> setEnvironment)
    {
        _service = service;
        _shell = shell;
        _proxy = proxy;

        // The way of the browser back to the listener of this process is no business of a proxy.
        HttpClient.DefaultProxy = new WebProxy(proxy.Address) { BypassProxyOnLocal = true };
        _desktop = new Desktop(setEnvironment);
        _browsing = _desktop.AnswerAllAsync(_leaving.Token);
        service.Identity.DeviceCodes.AutoApproveAfter = 1;
        service.Identity.GrantedScopes = [.. service.Identity.GrantedScopes, "DeviceManagementScripts.Read.All"];
        SetEnvironment(setEnvironment);
    }

    /// <summary>The module with the commands of other modules.</summary>
    public static string StandIns { get; } = Path.Combine(AppContext.BaseDirectory, "Docs", "StandIns.psm1");

    /// <summary>The current directory of the prompt.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("runsummary-examples-").FullName;

    public static async Task<ExampleWorld> OpenAsync(SandboxService service, PowerShellSession shell, Action<string, string?> setEnvironment, Example example)
    {
        Assert.SkipUnless(CertificateTrust.ByFile, "The developer certificate doesn't name the clouds.");
        ExampleWorld world = new(service, shell, await SandboxProxy.StartAsync(service), setEnvironment);
        try
        {
            world.Prepare(example);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _browsing;
        Do("Disconnect-RunSummary");
        HttpClient.DefaultProxy = _proxyBefore;
        await _proxy.DisposeAsync();
        _leaving.Dispose();
        _desktop.Dispose();
        _stored?.Dispose();
        _certificates?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Prepare(Example example)
    {
        WriteFiles();
        SetVariables(example.Mentions("-ScriptType Shell") ? Demo.Shell : Demo.Windows);

        // Of one script, some devices haven't answered yet.
        _service.RunStates.Generate(Guid.Parse(Demo.OtherShell), devices: 400, users: 20);
        if (example.Mentions("certificate"))
        {
            AddCertificates();
        }

        Do("$session = Connect-RunSummary -TenantId contoso.onmicrosoft.com -ClientSecretCredential $credential -PassThru");
        if (example.Mentions("run.jsonl"))
        {
            Do("Import-Csv counts.csv | Select-Object -First 2 | Update-DeviceScriptRunSummary -JournalPath run.jsonl");
        }
    }

    private void SetEnvironment(Action<string, string?> set)
    {
        foreach (KeyValuePair<string, string> variable in _service.Identity.ManagedIdentities.AppServiceVariables)
        {
            set(variable.Key, variable.Value);
        }

        set("AZURE_TENANT_ID", _service.TenantId);
        set("AZURE_CLIENT_ID", _service.ClientId);
        set("AZURE_CLIENT_SECRET", _service.ClientSecret);
    }

    private void WriteFiles()
    {
        const string Header = "ScriptType,ScriptId,SuccessDeviceCount,ErrorDeviceCount";
        string[] rows = [$"PowerShell,{Demo.Windows},415,4", $"Shell,{Demo.Shell},120,", $"CustomAttribute,{Demo.Attribute},98,1"];
        File.WriteAllLines(Path.Combine(Folder, "counts.csv"), rows.Prepend(Header));

        // As it comes out of a spreadsheet, with a count that nobody can read.
        File.WriteAllLines(Path.Combine(Folder, "inventory.csv"), rows.Append($"Shell,{Demo.OtherShell},\"1,5\",2").Prepend(Header));
    }

    private void SetVariables(string id)
    {
        PSCredential credential = new(_service.ClientId, new NetworkCredential("", _service.ClientSecret).SecurePassword);
        PSObject application = new();
        application.Properties.Add(new PSNoteProperty("AppId", _service.ClientId));
        Dictionary<string, object> variables = new()
        {
            ["id"] = id,
            ["scriptId"] = id,
            ["tenantId"] = _service.TenantId,
            ["applicationId"] = _service.ClientId,
            ["app"] = application,
            ["credential"] = credential,
            ["contosoCredential"] = credential,
            ["fabrikamCredential"] = credential,
            ["token"] = _service.Tokens.Issue(),
            ["proxy"] = _proxy.Address,
        };
        foreach ((string name, object value) in variables)
        {
            _shell.SetVariable(name, value);
        }

        _shell.Import(StandIns);
        _shell.SetVariable("folder", Folder);
        Do("$ExecutionContext.SessionState.Path.SetLocation($folder)");
    }

    private void AddCertificates()
    {
        _certificates = new CertificateFiles("CN=Intune run summaries");
        _stored = new StoredCertificates(_certificates.Certificate);
        _service.Identity.Certificates.Register(_certificates.Certificate);
        File.Copy(_certificates["locked.pfx"], Path.Combine(Folder, "app.pfx"));
        _shell.SetVariable("certificate", _certificates.Certificate);
        _shell.SetVariable("thumbprint", _certificates.Certificate.Thumbprint);
        _shell.SetVariable("password", new NetworkCredential("", CertificateFiles.Password).SecurePassword);
    }

    private void Do(string script) => Assert.Empty(_shell.Invoke(script).AllErrors);
}
