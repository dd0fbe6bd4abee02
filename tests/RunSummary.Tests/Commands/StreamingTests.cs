using System;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Commands;

public sealed class StreamingTests : ConnectedTest
{
    private const string List = "/v1.0/deviceManagement/deviceShellScripts";

    protected override SandboxOptions Options => new() { PageSize = 2 };

    [Fact]
    public void Pages_come_in_order_and_each_script_once()
    {
        Service.Scripts.Seed(5);

        Assert.Equal(
            Service.Scripts.All.OrderBy(script => script.Family).Select(script => script.DisplayName),
            Succeed("Get-DeviceScript").Select(script => Value(script, "DisplayName")));
        Assert.Equal(5 + 4 + 4, Sent.Count);
    }

    [Fact]
    public void The_first_script_is_out_before_the_second_page_is_there()
    {
        Service.Faults.On(request => request.Query.Contains("skiptoken", StringComparison.Ordinal)).Hang(TimeSpan.FromMinutes(1));

        InvocationResult result = Invoke("do { Get-DeviceScript -ScriptType Shell | ForEach-Object { $_; break } } while ($false)");

        Assert.Equal("Install Company Portal", Value(Assert.Single(result.Output)!, "DisplayName"));
        Assert.Empty(result.AllErrors);
    }

    [Theory]
    [InlineData("do { Get-DeviceScript -ScriptType Shell | ForEach-Object { $_; break } } while ($false)")]
    [InlineData("try { Get-DeviceScript -ScriptType Shell | ForEach-Object { $_; throw 'enough' } } catch { }")]
    [InlineData("try { Get-DeviceScript -ScriptType Shell -ErrorAction Stop | ForEach-Object { $_; Get-DeviceScript -ScriptId $missing -ErrorAction Stop } } catch { }")]
    public void A_downstream_that_has_enough_ends_the_reading(string script)
    {
        Service.Scripts.Seed(500);

        Assert.Single(Succeed(script));
        Succeed("Get-DeviceScript -ScriptId $shell > $null; [System.Threading.Thread]::Sleep(300)");

        // One more may have been on its way; a reading that went on would have come to the end by now.
        Assert.InRange(Lists(), 1, 50);
    }

    [Fact]
    public void A_slow_downstream_holds_the_reading_back()
    {
        Service.Scripts.Seed(500);
        Shell.SetVariable("asked", (Func<int>)Lists);

        var asked = Succeed("Get-DeviceScript -ScriptType Shell | ForEach-Object { if (++$count -le 3) { [System.Threading.Thread]::Sleep(200); $asked.Invoke() } }");
        Assert.Equal(3, asked.Count);
        Assert.All(asked, pages => Assert.True((int)pages.BaseObject < 50, $"{pages} of 252 pages were read."));
        Assert.Equal(252, Lists());
    }

    [Fact]
    public void A_page_that_fails_ends_its_family_after_the_scripts_before_it()
    {
        Service.Faults.On(request => request.Query.Contains("skiptoken", StringComparison.Ordinal)).Status(400, "BadRequest", "Skip token is not valid.");

        var result = Invoke("Get-DeviceScript -ScriptType Shell, CustomAttribute");
        Assert.Equal(["Install Company Portal", "Enable FileVault", "Battery cycle count", "Last full backup"], result.Output.Select(script => Value(script!, "DisplayName")));
        AssertError(Assert.Single(result.AllErrors), "RequestRejected", ErrorCategory.InvalidArgument);
    }

    [Fact]
    public void A_next_link_that_leads_back_is_an_error()
    {
        Service.Faults.On("GET", List).NextLink($"{Service.GraphEndpoint.AbsoluteUri.TrimEnd('/')}{List}?$skiptoken=cGxhY2U6MA%3D%3D");

        var result = Invoke("Get-DeviceScript -ScriptType Shell");
        AssertError(Assert.Single(result.AllErrors), "ResponseInvalid", ErrorCategory.InvalidResult);
        Assert.True(Sent.Count <= 3, string.Join(' ', Sent));
    }

    [Theory]
    [InlineData("{\"value\":{}}")]
    [InlineData("{}")]
    [InlineData("{\"value\":[{\"displayName\":\"no id\"}]}")]
    [InlineData("{\"value\":[1]}")]
    [InlineData("{\"value\":[null]}")]
    public void A_page_that_makes_no_sense_is_an_error(string body)
    {
        Service.Faults.On("GET", List).Answer(200, "application/json", body);

        AssertError(FailAndGoOn("Get-DeviceScript -ScriptType Shell"), "ResponseInvalid", ErrorCategory.InvalidResult);
    }

    private int Lists() => Service.Requests.All.Count(request => request.Path == List);
}
