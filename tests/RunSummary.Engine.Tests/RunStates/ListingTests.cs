using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;
using static RunSummary.Engine.Tests.RunStates.PageBytes;

namespace RunSummary.Engine.Tests.RunStates;

public sealed class ListingTests
{
    private const string Script = "https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts/" + GraphBench.ScriptId;
    private const string Expand = "?$expand=managedDevice($select=id,deviceName)";

    private static readonly Answer Rejected = Answer.Error(400, "BadRequest", "Not allowed.");

    [Fact]
    public async Task A_device_state_has_all_that_the_service_says_of_it()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Page(
            """
            {"id":"s1","runState":"scriptError","resultMessage":"exit 1","lastStateUpdateDateTime":"2026-03-02T10:00:00Z","errorCode":-2016281112,
            "errorDescription":"It failed","managedDevice":{"id":"d1","deviceName":"MAC-01"}}
            """)));

        DeviceScriptDeviceState state = Assert.IsType<DeviceScriptDeviceState>(Assert.Single(await ListAsync(bench)));

        Assert.Equal((GraphBench.ScriptId, DeviceScriptType.Shell, "Install Company Portal"), (state.ScriptId, state.ScriptType, state.ScriptName));
        Assert.Equal(("s1", "scriptError", "exit 1"), (state.Id, state.RunState, state.ResultMessage));
        Assert.Equal((new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), -2016281112, "It failed"), (state.LastStateUpdateDateTime, state.ErrorCode, state.ErrorDescription));
        Assert.Equal(("d1", "MAC-01"), (state.DeviceId, state.DeviceName));
    }

    [Fact]
    public async Task A_user_state_has_all_that_the_service_says_of_it()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Page("""{"id":"u1","userPrincipalName":"ada@contoso.com","successDeviceCount":2,"errorDeviceCount":0}""")));

        DeviceScriptUserState state = Assert.IsType<DeviceScriptUserState>(Assert.Single(await ListAsync(bench, RunStateKind.User)));

        Assert.Equal((GraphBench.ScriptId, DeviceScriptType.Shell, "Install Company Portal"), (state.ScriptId, state.ScriptType, state.ScriptName));
        Assert.Equal(("u1", "ada@contoso.com", 2, 0), (state.Id, state.UserPrincipalName, state.SuccessDeviceCount, state.ErrorDeviceCount));
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"runState":null,"managedDevice":null,"errorCode":null}""", null)]
    [InlineData("""{"runState":"unknownFutureValue"}""", "unknownFutureValue")]
    [InlineData("""{"runState":"Läuft 😀"}""", "Läuft 😀")]
    public async Task What_is_absent_is_null_and_a_state_of_the_future_is_its_text(string item, string? expected)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Page(item)));

        DeviceScriptDeviceState state = Assert.IsType<DeviceScriptDeviceState>(Assert.Single(await ListAsync(bench)));

        Assert.Equal((expected, null, null), (state.RunState, state.DeviceName, state.ErrorCode));
    }

    [Fact]
    public async Task The_filter_is_asked_of_the_service_and_kept_here_as_well()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Page(Device("\"success\""), Device("\"fail\""), Device("\"scriptError\""), Device("null"))));

        List<object> states = await ListAsync(bench, states: ["FAIL", "scriptError"]);

        Assert.Equal(["fail", "scriptError"], states.Cast<DeviceScriptDeviceState>().Select(state => state.RunState));
        Assert.Equal(
            Script + "/deviceRunStates" + Expand + "&$top=999&$filter=runState eq 'fail' or runState eq 'scriptError'",
            Uri.UnescapeDataString(bench.Graph.Sent[0].Url));
    }

    [Theory]
    [InlineData("quarantined")]
    [InlineData("a' or 1 eq 1 &$top=5")]
    public async Task A_state_that_the_service_may_not_know_is_decided_here_alone(string state)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Page(Device("\"success\""), Device($"\"{state}\""), Device("\"fail\""))));

        List<object> states = await ListAsync(bench, states: ["fail", state]);

        Assert.Equal([state, "fail"], states.Cast<DeviceScriptDeviceState>().Select(one => one.RunState));
        Assert.Equal(Script + "/deviceRunStates" + Expand + "&$top=999", bench.Graph.Sent[0].Url);
    }

    [Fact]
    public async Task Where_the_filter_is_refused_names_are_still_asked_for()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Rejected, Answer.Json(200, Page(Device("\"success\""), Device("\"fail\""))));

        List<object> states = await ListAsync(bench, states: ["fail"]);

        Assert.Equal("fail", Assert.IsType<DeviceScriptDeviceState>(Assert.Single(states)).RunState);
        Assert.Equal(Script + "/deviceRunStates" + Expand + "&$top=999", bench.Graph.Sent[1].Url);
    }

    [Theory]
    [InlineData(1, Expand)]
    [InlineData(2, "?$expand=managedDevice")]
    [InlineData(3, "")]
    public async Task Where_more_is_refused_less_is_asked_for_and_the_next_script_is_asked_for_all_again(int refusals, string last)
    {
        using GraphBench bench = new();
        bench.Graph.Answers([.. Enumerable.Repeat(Rejected, refusals), Answer.Json(200, Page(Device("\"success\""))), Answer.Json(200, Page())]);

        Assert.Single(await ListAsync(bench));
        await ListAsync(bench);

        Assert.Equal(Script + "/deviceRunStates" + last, bench.Graph.Sent[refusals].Url);
        Assert.Equal(Script + "/deviceRunStates" + Expand + "&$top=999", bench.Graph.Sent[^1].Url);
    }

    [Theory]
    [InlineData("""cut \ud83d""", "cut \ufffd")]
    [InlineData("""\ude00 cut""", "\ufffd cut")]
    [InlineData("""\ud83d\ude00 whole, \uD83D cut \ud83d""", "😀 whole, \ufffd cut \ufffd")]
    [InlineData("""\\ud83d is no escape, \\\ud83d is one""", "\\ud83d is no escape, \\\ufffd is one")]
    [InlineData("""{\"runState\":\"fail\"},\u0000""", "{\"runState\":\"fail\"},\0")]
    public async Task Text_that_was_cut_in_the_middle_of_a_character_is_read_as_far_as_it_goes(string json, string expected)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Page(
            $$$"""{"id":"1","resultMessage":"{{{json}}}","errorDescription":"{{{json}}}","managedDevice":{"deviceName":"{{{json}}}"}}""")));

        DeviceScriptDeviceState state = Assert.IsType<DeviceScriptDeviceState>(Assert.Single(await ListAsync(bench)));

        Assert.Equal((expected, expected, expected), (state.ResultMessage, state.ErrorDescription, state.DeviceName));
    }

    [Fact]
    public async Task A_page_that_breaks_off_is_read_again_and_no_state_is_given_twice()
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Answers(
            Answer.Json(200, $$"""{"@odata.nextLink":"{{Script}}/deviceRunStates?$skiptoken=2","value":[{"id":"1"},{"id":"2"}]}"""),
            Answer.Json(200, """{"value":[{"id":"3"},{"id":"""),
            Answer.Json(200, """{"value":[{"id":"3"},{"id":"4"}]}"""));

        Assert.Equal(["1", "2", "3", "4"], (await ListAsync(bench)).Cast<DeviceScriptDeviceState>().Select(state => state.Id));
    }

    [Fact]
    public async Task Pages_of_users_are_as_large_as_may_be_and_as_the_service_likes_where_it_refuses_that()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Rejected, Answer.Json(200, Page("{}")));

        Assert.Single(await ListAsync(bench, RunStateKind.User));
        Assert.Equal([Script + "/userRunStates?$top=999", Script + "/userRunStates"], bench.Graph.Urls);
    }

    [Fact]
    public async Task The_next_page_is_read_once_the_last_is_taken()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, $$"""{"@odata.nextLink":"{{Script}}/deviceRunStates?$skiptoken=2","value":[{}]}"""), Answer.Json(200, Page("{}", "{}")));
        List<(int Count, int Sent)> taken = [];

        await bench.Session.ListRunStatesAsync(new StateRequest(GraphBench.Script, RunStateKind.Device, []), Take, bench.Events, TestContext.Current.CancellationToken);

        Assert.Equal([(1, 1), (2, 2)], taken);

        Task Take(IReadOnlyList<object> page)
        {
            taken.Add((page.Count, bench.Graph.Sent.Count));
            return Task.CompletedTask;
        }
    }

    private static async Task<List<object>> ListAsync(GraphBench bench, RunStateKind kind = RunStateKind.Device, params string[] states)
    {
        List<object> all = [];
        await bench.Session.ListRunStatesAsync(new StateRequest(GraphBench.Script, kind, states), Take, bench.Events, TestContext.Current.CancellationToken);
        return all;

        Task Take(IReadOnlyList<object> page)
        {
            all.AddRange(page);
            return Task.CompletedTask;
        }
    }
}
