using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Service;

public sealed class RunStatePagesTests : RunStateTest
{
    private static readonly string[] DeviceNames = ["id", "runState", "resultMessage", "lastStateUpdateDateTime", "errorCode", "errorDescription"];
    private static readonly string[] UserNames = ["id", "userPrincipalName", "successDeviceCount", "errorDeviceCount"];

    protected override SandboxOptions Options => new() { StatePageSize = 50 };

    [Fact]
    public async Task A_page_holds_whole_states_and_an_absolute_link_to_the_next()
    {
        JsonObject page = await GetAsync(Address(Devices));

        Assert.Equal(["@odata.context", "@odata.nextLink", "value"], Names(page));
        Assert.EndsWith($"/v1.0/$metadata#deviceManagement/deviceShellScripts('{Demo.Shell}')/deviceRunStates", (string?)page["@odata.context"], StringComparison.Ordinal);
        Assert.StartsWith($"{Service.GraphEndpoint}v1.0/deviceManagement/deviceShellScripts/{Demo.Shell}/deviceRunStates?$skiptoken=", Next(page), StringComparison.Ordinal);
        Assert.Equal(50, Items(page).Count());
        Assert.All(Items(page), item => Assert.Equal(DeviceNames, Names(item)));
        Assert.All(Items(page), item => Assert.EndsWith("Z", (string?)item["lastStateUpdateDateTime"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_users_does_too() =>
        Assert.All(await ItemsAsync(Address(Users)), item => Assert.Equal(UserNames, Names(item)));

    [Theory]
    [InlineData(Devices, 1)]
    [InlineData(Devices, 49)]
    [InlineData(Devices, 1000)]
    [InlineData(Users, 7)]
    public async Task Pages_of_any_size_hold_each_state_once(string segment, int top)
    {
        List<JsonObject> whole = await ItemsAsync(Address(segment));
        List<JsonObject> pages = await PagesAsync(Address(segment, $"?$top={top}"));

        Assert.Equal((whole.Count + top - 1) / top, pages.Count);
        Assert.Equal(whole.Select(item => item.ToJsonString()), pages.SelectMany(Items).Select(item => item.ToJsonString()));
        Assert.Equal(whole.Count, whole.Select(item => (string?)item["id"]).Distinct().Count());
    }

    [Theory]
    [InlineData("deviceManagementScripts", Demo.Windows, "Windows")]
    [InlineData("deviceShellScripts", Demo.Shell, "macOS")]
    [InlineData("deviceCustomAttributeShellScripts", Demo.Attribute, "macOS")]
    public async Task Expanding_adds_the_device(string family, string script, string system)
    {
        JsonObject page = await GetAsync(Address(Devices, "?$expand=managedDevice", script, family));

        Assert.All(Items(page), item =>
        {
            JsonObject device = item["managedDevice"]!.AsObject();
            Assert.Equal(["id", "deviceName", "userPrincipalName", "operatingSystem"], Names(device));
            Assert.Equal(system, (string?)device["operatingSystem"]);
            Assert.EndsWith($":{device["id"]}", (string?)item["id"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Selecting_cuts_the_state_and_the_device_on_each_page()
    {
        List<JsonObject> pages = await PagesAsync(Address(Devices, "?$select=runState,errorCode&$expand=managedDevice($select=id,deviceName)"));

        Assert.True(pages.Count > 1);
        Assert.EndsWith("/deviceRunStates(runState,errorCode,managedDevice(id,deviceName))", (string?)pages[0]["@odata.context"], StringComparison.Ordinal);
        Assert.All(pages.SelectMany(Items), item =>
        {
            Assert.Equal(["runState", "errorCode", "managedDevice"], Names(item));
            Assert.Equal(["id", "deviceName"], Names(item["managedDevice"]!.AsObject()));
        });
    }

    [Theory]
    [InlineData("?$top=0")]
    [InlineData("?$top=1001")]
    [InlineData("?$top=x")]
    [InlineData("?$select=nothing")]
    [InlineData("?$expand=user")]
    [InlineData("?$expand=managedDevice($select=nothing)")]
    [InlineData("?$expand=managedDevice($top=1)")]
    [InlineData("?$orderby=runState")]
    [InlineData("?$skiptoken=x")]
    [InlineData("?$filter=errorCode eq 1")]
    [InlineData("?$filter=runState eq 'fail' and runState eq 'success'")]
    public async Task What_the_service_does_not_know_is_400(string query)
    {
        (int status, string code, _) = await RefusedAsync(Address(Devices, query));

        Assert.Equal((400, "BadRequest"), (status, code));
    }

    [Theory]
    [InlineData(Devices, Demo.Missing, "deviceShellScripts")]
    [InlineData(Users, Demo.Missing, "deviceShellScripts")]
    [InlineData(Devices, Demo.Shell, "deviceManagementScripts")]
    public async Task A_script_that_is_not_there_is_404(string segment, string script, string family)
    {
        (int status, string code, _) = await RefusedAsync(Address(segment, script: script, family: family));

        Assert.Equal((404, "ResourceNotFound"), (status, code));
    }

    [Theory]
    [InlineData(Devices, "POST")]
    [InlineData(Users, "PATCH")]
    public async Task Other_verbs_are_405(string segment, string verb) =>
        Assert.Equal(405, (await RefusedAsync(Address(segment), verb)).Status);

    [Theory]
    [InlineData(Devices)]
    [InlineData(Users)]
    public async Task They_are_reads_and_need_the_permission_to_read(string segment)
    {
        await GetAsync(Address(segment));
        Assert.Equal((1, 0), (Service.Limits.Reads.Accepted, Service.Limits.Writes.Accepted));

        Client.DefaultRequestHeaders.Authorization = new("Bearer", Service.Tokens.Issue(roles: ["DeviceManagementScripts.Read.All"]));
        await GetAsync(Address(segment));
        Client.DefaultRequestHeaders.Authorization = new("Bearer", Service.Tokens.Issue(roles: ["Device.Read.All"]));
        Assert.Equal(403, (await RefusedAsync(Address(segment))).Status);
    }
}
