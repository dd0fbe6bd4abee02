using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Commands;

/// <summary>A test that begins connected, with the ids of the demo scripts at hand and nothing in the request log.</summary>
public abstract class ConnectedTest : ModuleTest
{
    protected virtual string ConnectParameters => "-MaximumRetryCount 0";

    /// <summary>What Graph was asked for, in order, whether alone or in a batch: "PATCH /v1.0/…".</summary>
    protected IReadOnlyList<string> Sent => [.. Service.Requests.All.Where(request => !request.IsEnvelope).Select(request => $"{request.Method} {request.Path}")];

    /// <summary>The counts of each update, in order, as the JSON had them: "errorDeviceCount=3 successUserCount=0".</summary>
    protected IReadOnlyList<string> SentCounts =>
        [.. Service.Requests.All.Where(request => request.Method == "PATCH").Select(request => Counts(request.Body))];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Connect(ConnectParameters);
        Prepare(Shell);
        Service.Requests.Clear();
    }

    /// <summary>Sets the variables that scripts of the tests use.</summary>
    protected static void Prepare(PowerShellSession shell)
    {
        shell.SetVariable("windows", Demo.Windows);
        shell.SetVariable("shell", Demo.Shell);
        shell.SetVariable("otherShell", Demo.OtherShell);
        shell.SetVariable("attribute", Demo.Attribute);
        shell.SetVariable("missing", Demo.Missing);
    }

    /// <summary>Gives a property of the one object that came out.</summary>
    protected static object? Value(PSObject output, string name) => output.Properties[name]?.Value;

    /// <summary>Gives what was piped as the target, without PowerShell's wrapper.</summary>
    protected static object? Target(ErrorRecord error) => error.TargetObject is PSObject { BaseObject: not PSCustomObject } wrapped
        ? wrapped.BaseObject
        : error.TargetObject;

    protected static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>What came in the order in which it came, with errors among it: a script's id for an output, an id for an error.</summary>
    protected IReadOnlyList<string> Outcomes(string script, object? input = null)
    {
        InvocationResult result = Invoke($"{script} 2>&1", input);
        Assert.Null(result.Terminating);
        return [.. result.Output.Select(item => item!.BaseObject is ErrorRecord error ? Id(error) : $"{Value(item, "ScriptId")}")];
    }

    /// <summary>Runs what must end with a terminating error and give nothing else, and returns the error.</summary>
    protected ErrorRecord FailForGood(string script, object? input = null)
    {
        InvocationResult result = Invoke($"try {{ {script} }} catch {{ $_ }}", input);
        Assert.Empty(result.AllErrors);
        return Assert.IsType<ErrorRecord>(Assert.Single(result.Values));
    }

    /// <summary>Runs what must give one error that isn't terminating and nothing else, and returns the error.</summary>
    protected ErrorRecord FailAndGoOn(string script, object? input = null)
    {
        InvocationResult result = Invoke($"try {{ {script} }} catch {{ 'terminating' }}", input);
        Assert.Empty(result.Output);
        return Assert.Single(result.AllErrors);
    }

    /// <summary>Runs an update that must succeed, and asserts that exactly this was sent.</summary>
    protected void AssertSends(string script, string address, string counts, object? input = null)
    {
        Service.Requests.Clear();
        Assert.Single(Succeed(script, input));
        Assert.Equal([$"PATCH {address}"], Sent);
        Assert.Equal([counts], SentCounts);
    }

    private static string Counts(string body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        return string.Join(' ', json.RootElement.EnumerateObject()
            .Where(property => property.Name != "@odata.type")
            .Select(property => $"{property.Name}={property.Value.GetRawText()}"));
    }
}
