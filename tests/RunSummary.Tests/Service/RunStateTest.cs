using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Service;

/// <summary>A test that asks a sandbox of its own over plain HTTP.</summary>
public abstract class RunStateTest : IAsyncLifetime
{
    protected const string Devices = "deviceRunStates";
    protected const string Users = "userRunStates";

    protected static Guid Script { get; } = Guid.Parse(Demo.Shell);

    protected SandboxService Service { get; private set; } = null!;

    protected RunStateStore States => Service.RunStates;

    protected HttpClient Client { get; private set; } = null!;

    protected virtual SandboxOptions Options => new();

    public virtual async ValueTask InitializeAsync()
    {
        Service = await SandboxService.StartAsync(Options, TestContext.Current.CancellationToken);
        Client = ClientWith(Service.Tokens.Issue());
    }

    public virtual async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected HttpClient ClientWith(string token)
    {
        HttpClient client = new() { BaseAddress = Service.GraphEndpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    protected static string Address(string segment, string query = "", string? script = null, string family = "deviceShellScripts") =>
        $"/v1.0/deviceManagement/{family}/{script ?? Demo.Shell}/{segment}{query}";

    protected async Task<string> GetTextAsync(string address) => await Client.GetStringAsync(address, TestContext.Current.CancellationToken);

    protected async Task<JsonObject> GetAsync(string address) => JsonNode.Parse(await GetTextAsync(address))!.AsObject();

    /// <summary>What must be refused: the status, Graph's code and the message.</summary>
    protected async Task<(int Status, string Code, string Message)> RefusedAsync(string address, string method = "GET")
    {
        using HttpRequestMessage request = new(new HttpMethod(method), address);
        using HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        JsonElement error = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("error");
        Assert.False(response.IsSuccessStatusCode);
        return ((int)response.StatusCode, error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }

    /// <summary>Each page, by the links.</summary>
    protected async Task<List<JsonObject>> PagesAsync(string address)
    {
        List<JsonObject> pages = [];
        for (string? next = address; next is not null; next = Next(pages[^1]))
        {
            pages.Add(await GetAsync(next));
        }

        return pages;
    }

    protected async Task<List<JsonObject>> ItemsAsync(string address) => [.. (await PagesAsync(address)).SelectMany(Items)];

    protected static IEnumerable<JsonObject> Items(JsonObject page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page["value"]!.AsArray().Select(item => item!.AsObject());
    }

    protected static string? Next(JsonObject page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return (string?)page["@odata.nextLink"];
    }

    protected static string? RunState(JsonObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return (string?)item["runState"];
    }

    protected static string[] Names(JsonObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return [.. item.Select(property => property.Key)];
    }
}
