using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Service;

/// <summary>What tests of the module may set while the service runs.</summary>
public sealed class RunStateSwitchesTests : RunStateTest
{
    private const string Errors = "?$top=2&$filter=runState eq 'fail' or runState eq 'scriptError'";

    [Fact]
    public async Task A_filter_is_honoured_page_by_page()
    {
        List<JsonObject> pages = await PagesAsync(Address(Devices, Errors));

        Assert.Equal([2, 2], pages.Select(page => Items(page).Count()));
        Assert.Equal(["fail", "scriptError"], pages.SelectMany(Items).Select(RunState).Distinct().Order());
    }

    [Fact]
    public async Task Or_ignored()
    {
        States.Filter = FilterSupport.Ignored;

        Assert.Equal(States.Truth(Script).Devices, (await ItemsAsync(Address(Devices, "?$filter=runState eq 'fail'"))).Count);
    }

    [Fact]
    public async Task Each_option_may_be_refused()
    {
        States.Filter = FilterSupport.Refused;
        States.RefusesSelect = States.RefusesExpand = States.RefusesTop = true;

        foreach ((string option, string query) in new[] { ("Select", "$select=id"), ("Expand", "$expand=managedDevice"), ("Top", "$top=1"), ("Filter", "$filter=runState eq 'fail'") })
        {
            (int status, string code, string message) = await RefusedAsync(Address(Devices, "?" + query));
            Assert.Equal((400, "BadRequest"), (status, code));
            Assert.Contains($"'{option}' is not allowed", message, StringComparison.Ordinal);
        }

        Assert.NotEmpty(await ItemsAsync(Address(Devices)));
    }

    [Fact]
    public async Task States_that_were_set_are_served_as_given()
    {
        States.Set(Script,
        [
            new DeviceState(),
            new DeviceState { Id = "", RunState = "\"}]\u202e\0", ResultMessage = "a\r\n\tb", ErrorCode = int.MinValue, ManagedDevice = new ManagedDevice { DeviceName = "é\u001b[31m" } },
        ]);
        States.SetUsers(Script, [new UserState { UserPrincipalName = "x", ErrorDeviceCount = -1 }]);

        List<JsonObject> devices = await ItemsAsync(Address(Devices, "?$expand=managedDevice"));
        Assert.All(devices[0], property => Assert.Null(property.Value));
        Assert.Equal("\"}]\u202e\0", RunState(devices[1]));
        Assert.Equal("é\u001b[31m", (string?)devices[1]["managedDevice"]!["deviceName"]);
        Assert.Equal("""{"id":null,"userPrincipalName":"x","successDeviceCount":null,"errorDeviceCount":-1}""", (await ItemsAsync(Address(Users)))[0].ToJsonString());
    }

    [Fact]
    public async Task Raw_pages_are_served_to_the_byte_with_links_in_them()
    {
        States.SetRaw(Script, """{"value":[{"runState":7}],"@odata.nextLink":"{next}"}""", "{\"value\":[");

        JsonObject first = await GetAsync(Address(Devices, "?$select=id"));
        Assert.Contains("$select=id&$skiptoken=", Next(first), StringComparison.Ordinal);
        Assert.Equal("{\"value\":[", await GetTextAsync(Next(first)!));

        States.Set(Script, []);
        Assert.Empty(await ItemsAsync(Address(Devices)));
    }

    [Fact]
    public async Task States_may_change_between_pages()
    {
        List<(Guid, int)> called = [];
        States.Set(Script, [.. Enumerable.Repeat(new DeviceState { RunState = "success" }, 5)]);
        States.BetweenPages = (script, page) =>
        {
            called.Add((script, page));
            States.Set(script, [.. Enumerable.Repeat(new DeviceState { RunState = $"page{page}" }, 5)]);
        };

        Assert.Equal(
            ["success", "success", "page2", "page2", "page3"],
            (await ItemsAsync(Address(Devices, "?$top=2"))).Select(RunState));
        Assert.Equal([(Script, 2), (Script, 3)], called);
    }

    [Theory]
    [InlineData(Devices)]
    [InlineData(Users)]
    public async Task A_script_deleted_between_pages_is_404(string segment)
    {
        States.BetweenPages = (script, _) => Service.Scripts.Remove(script);

        JsonObject first = await GetAsync(Address(segment, "?$top=10"));
        (int status, string code, _) = await RefusedAsync(Next(first)!);
        Assert.Equal((404, "ResourceNotFound"), (status, code));
    }

    [Fact]
    public async Task Faults_hit_them_as_any_address()
    {
        string page = Address(Devices, "?$top=1");
        string whole = await GetTextAsync(page);
        Service.Faults.On("GET", Devices).Once().Throttle("1");
        Assert.Equal(429, (await RefusedAsync(page)).Status);
        Service.Faults.On("GET", Devices).Once().Status(503, "ServiceUnavailable", "later");
        Assert.Equal(503, (await RefusedAsync(page)).Status);
        Service.Faults.On("GET", Devices).Once().Truncate();
        Assert.Equal(whole[..(whole.Length / 2)], await GetTextAsync(page));
        Service.Faults.On("GET", Devices).Once().Break();
        await Assert.ThrowsAnyAsync<System.Net.Http.HttpRequestException>(() => GetTextAsync(page));
        Service.Faults.On("GET", Devices).Once().NextLink("https://elsewhere.example/");
        Assert.Equal("https://elsewhere.example/", Next(await GetAsync(page)));
        Assert.Equal(whole, await GetTextAsync(page));
    }
}
