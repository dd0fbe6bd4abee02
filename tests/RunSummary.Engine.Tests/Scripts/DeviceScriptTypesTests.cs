using System;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Scripts;

public sealed class DeviceScriptTypesTests
{
    [Theory]
    [InlineData("displayName", "1")]
    [InlineData("description", "[]")]
    [InlineData("scriptContent", "{}")]
    [InlineData("createdDateTime", "\"yesterday\"")]
    [InlineData("createdDateTime", "1772445600")]
    [InlineData("lastModifiedDateTime", "true")]
    [InlineData("runAsAccount", "1")]
    [InlineData("fileName", "false")]
    [InlineData("roleScopeTagIds", "\"0\"")]
    [InlineData("roleScopeTagIds", "[0]")]
    [InlineData("roleScopeTagIds", "[null]")]
    [InlineData("enforceSignatureCheck", "\"true\"")]
    [InlineData("runAs32Bit", "1")]
    [InlineData("executionFrequency", "\"hourly\"")]
    [InlineData("executionFrequency", "60")]
    [InlineData("retryCount", "\"3\"")]
    [InlineData("retryCount", "3.5")]
    [InlineData("retryCount", "2147483648")]
    [InlineData("blockExecutionNotifications", "\"no\"")]
    [InlineData("customAttributeName", "1")]
    [InlineData("customAttributeType", "1")]
    public async Task A_property_of_another_type_is_ResponseInvalid_and_named(string name, string value)
    {
        Failure failure = await FailureAsync($$"""{"id":"1c5024d9-24d9-1c50-d924-501cd924501c","{{name}}":{{value}}}""");

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Contains($"'{name}'", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":"12"}""")]
    [InlineData("""{"id":12}""")]
    public async Task A_script_without_a_GUID_is_ResponseInvalid(string body)
    {
        Failure failure = await FailureAsync(body);

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Contains("'id'", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("displayName")]
    [InlineData("createdDateTime")]
    [InlineData("roleScopeTagIds")]
    [InlineData("enforceSignatureCheck")]
    [InlineData("executionFrequency")]
    [InlineData("retryCount")]
    public async Task Null_is_null(string name)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, $$"""{"id":"1c5024d9-24d9-1c50-d924-501cd924501c","{{name}}":null}"""));

        DeviceScript script = await bench.ReadScriptAsync();

        string property = string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));
        Assert.Null(typeof(DeviceScript).GetProperty(property)!.GetValue(script));
    }

    [Fact]
    public async Task An_item_of_a_list_without_an_id_is_ResponseInvalid()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, """{"value":[{"displayName":"x"}]}"""));

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
    }

    private static async Task<Failure> FailureAsync(string body)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, body));
        return await GraphBench.FailureOf(bench.ReadScriptAsync());
    }
}
