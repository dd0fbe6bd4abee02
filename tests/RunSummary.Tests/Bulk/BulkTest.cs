using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;

namespace RunSummary.Tests.Bulk;

/// <summary>A test of runs over many scripts, with a folder of its own for journals.</summary>
public abstract class BulkTest : ModuleTest
{
    protected const string Update = "$in | Update-DeviceScriptRunSummary";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    protected string Journal => PathOf("run.jsonl");

    protected override SandboxOptions Options => new() { GeneratedScripts = 100 };

    /// <summary>One family's scripts: those of a fresh tenant, and the generated ones.</summary>
    protected IReadOnlyList<SandboxScript> Scripts => Service.Scripts.Of(ScriptFamily.Shell);

    /// <summary>The writes that the service received, alone or in batches.</summary>
    protected IReadOnlyList<LoggedRequest> Writes => [.. Service.Requests.All.Where(request => request.Method == "PATCH")];

    protected IReadOnlyList<LoggedRequest> Reads => [.. Service.Requests.All.Where(request => request.Method == "GET")];

    protected IReadOnlyList<LoggedRequest> Envelopes => [.. Service.Requests.All.Where(request => request.IsEnvelope)];

    public override async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the path of a file in the test's own folder.</summary>
    protected string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Connects without a limit that a test would feel.</summary>
    protected void ConnectFast(string more = "") => Connect($"-WriteLimit 1000000 {more}");

    /// <summary>What a user pipes: a script and the count to write.</summary>
    protected static PSObject Wanted(SandboxScript script, object successDevices)
    {
        ArgumentNullException.ThrowIfNull(script);
        PSObject wanted = new();
        wanted.Properties.Add(new PSNoteProperty("ScriptType", script.Family.ToString()));
        wanted.Properties.Add(new PSNoteProperty("ScriptId", script.Id.ToString()));
        wanted.Properties.Add(new PSNoteProperty("SuccessDeviceCount", successDevices));
        return wanted;
    }

    /// <summary>For the first scripts: each gets a count of its own, from a number on.</summary>
    protected PSObject[] WantedFor(int count, int from = 10_000) =>
        [.. Scripts.Take(count).Select((script, index) => Wanted(script, from + index))];

    protected int Held(SandboxScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Service.Scripts.Summary(script.Id)!.Counts.SuccessDevices;
    }

    /// <summary>What the service holds for the first scripts.</summary>
    protected int[] HeldBy(int count) => [.. Scripts.Take(count).Select(Held)];

    protected static int[] Counts(IEnumerable<PSObject?> output) =>
        [.. output.Select(summary => (int)summary!.Properties["SuccessDeviceCount"].Value)];

    protected static Guid ScriptIdOf(LoggedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Guid.Parse(request.Path.Split('/')[^2]);
    }
}
