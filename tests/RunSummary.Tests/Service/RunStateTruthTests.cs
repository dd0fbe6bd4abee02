using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Service;

public sealed class RunStateTruthTests : RunStateTest
{
    protected override SandboxOptions Options => new() { GeneratedScripts = 2 };

    [Fact]
    public void States_agree_with_the_summary_that_a_script_was_added_with()
    {
        foreach (SandboxScript script in Service.Scripts.All)
        {
            SummaryCounts counts = Service.Scripts.Summary(script.Id)!.Counts;
            Service.Scripts.SetSummary(script.Id, new SummaryCounts(1, 2, 3, 4));
            RunStateTruth truth = States.Truth(script.Id);

            Assert.Equal(counts, truth.Counts);
            Assert.True(truth is { PendingDevices: > 0, NotApplicableDevices: > 0, UnknownDevices: > 0 });
            Assert.True(truth.Users > counts.SuccessUsers + counts.ErrorUsers);
        }
    }

    [Fact]
    public async Task The_truth_is_what_is_served()
    {
        States.Generate(Script, devices: 3_000, users: 300);

        List<JsonObject> devices = await ItemsAsync(Address(Devices));
        List<JsonObject> users = await ItemsAsync(Address(Users));
        RunStateTruth truth = States.Truth(Script);
        Assert.Equal((3_000, 300), (truth.Devices, truth.Users));
        Assert.Equal(truth.Counts, new SummaryCounts(
            devices.Count(item => RunState(item) == "success"),
            devices.Count(item => RunState(item) is "fail" or "scriptError"),
            users.Count(item => (int)item["errorDeviceCount"]! == 0 && (int)item["successDeviceCount"]! > 0),
            users.Count(item => (int)item["errorDeviceCount"]! > 0)));
        Assert.Equal(devices.Count(item => RunState(item) is "unknown" or "unknownFutureValue"), truth.UnknownDevices);
        Assert.Equal(devices.Max(item => (DateTimeOffset)item["lastStateUpdateDateTime"]!), truth.Latest);
        Assert.Equal(7, devices.Select(RunState).Distinct().Count());
    }

    [Fact]
    public void Explicit_states_are_counted_by_the_same_rules()
    {
        DateTimeOffset late = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        States.Set(Script, [new DeviceState { RunState = "Success" }, new DeviceState(), new DeviceState { RunState = "scriptError", LastStateUpdateDateTime = late }, default]);
        States.SetUsers(Script, [new UserState { SuccessDeviceCount = 2, ErrorDeviceCount = 1 }, new UserState { SuccessDeviceCount = 1 }, default]);

        Assert.Equal(new RunStateTruth(new SummaryCounts(0, 1, 1, 1), 0, 0, 3, 4, 3, late), States.Truth(Script));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_states_whatever_was_asked_before()
    {
        await using SandboxService other = await SandboxService.StartAsync(Options, TestContext.Current.CancellationToken);
        States.Generate(Script, 500, 5);
        other.RunStates.Generate(Script, 500, 5);

        List<JsonObject> pages = await PagesAsync(Address(Devices, "?$top=300"));
        string second = await GetTextAsync(Next(pages[0])!);
        Client.Dispose();
        using System.Net.Http.HttpClient client = new() { BaseAddress = other.GraphEndpoint };
        client.DefaultRequestHeaders.Authorization = new("Bearer", other.Tokens.Issue());
        string same = await client.GetStringAsync(new Uri(Next(pages[0])!).PathAndQuery, TestContext.Current.CancellationToken);
        Assert.Equal(JsonNode.Parse(second)!["value"]!.ToJsonString(), JsonNode.Parse(same)!["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Drift_is_known_and_the_same_by_the_same_seed()
    {
        await using SandboxService other = await SandboxService.StartAsync(Options with { DriftSeed = 5 }, TestContext.Current.CancellationToken);

        IReadOnlyDictionary<Guid, DriftedSummary> drifted = States.Drift(5);

        Assert.Equal(Service.Scripts.All.Count / 3, drifted.Count);
        Assert.Equal(drifted.OrderBy(script => script.Key), other.RunStates.Drifted.OrderBy(script => script.Key));
        Assert.All(Service.Scripts.All, script =>
            Assert.Equal(drifted.GetValueOrDefault(script.Id)?.Recorded ?? States.Truth(script.Id).Counts, Service.Scripts.Summary(script.Id)!.Counts));
        Assert.All(drifted, script => Assert.Equal(script.Value.True, States.Truth(script.Key).Counts));
        int[] wrong = [.. drifted.Values.Select(summary => Counts(summary.Recorded).Zip(Counts(summary.True)).Count(pair => pair.First != pair.Second))];
        Assert.Contains(1, wrong);
        Assert.Contains(4, wrong);
        Assert.DoesNotContain(0, wrong);
        Assert.All(drifted.Values, summary => Assert.All(Counts(summary.Recorded), count => Assert.True(count >= 0)));
    }

    [Fact]
    public void Without_it_nothing_drifts()
    {
        Assert.Empty(States.Drifted);
        Assert.Equal(States.Truth(Script).Counts, Service.Scripts.Summary(Guid.Parse(Demo.Shell))!.Counts);
    }

    [Theory]
    [InlineData("serve", "--drift", "7")]
    [InlineData("--drift", "7", "shell")]
    [InlineData("--drift", "7")]
    public void The_command_line_takes_the_seed(params string[] words) => Assert.Equal(7, SandboxArguments.Parse(words, out _)?.Service.DriftSeed);

    private static int[] Counts(SummaryCounts counts) => [counts.SuccessDevices, counts.ErrorDevices, counts.SuccessUsers, counts.ErrorUsers];
}
