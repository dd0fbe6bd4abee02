using System;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Scripts;

public sealed class DeviceScriptJsonTests
{
    private const string PowerShellScript =
        """
        {
          "@odata.context": "https://graph.microsoft.com/beta/$metadata#deviceManagement/deviceManagementScripts/$entity",
          "@odata.type": "#microsoft.graph.deviceManagementScript",
          "enforceSignatureCheck": false,
          "runAs32Bit": true,
          "id": "2F6F1C0E-5A3B-4D7C-9E8F-0A1B2C3D4E5F",
          "displayName": "Set time zone",
          "description": "Sets the time zone.",
          "scriptContent": "U2V0LVRpbWVab25lIFVUQw==",
          "createdDateTime": "2025-11-03T08:15:30.1234567Z",
          "lastModifiedDateTime": "2026-02-01T00:00:00Z",
          "runAsAccount": "system",
          "fileName": "Set-TimeZone.ps1",
          "roleScopeTagIds": ["0", "7"]
        }
        """;

    private const string ShellScript =
        """
        {
          "executionFrequency": "PT1H30M",
          "retryCount": 3,
          "blockExecutionNotifications": true,
          "id": "1c5024d9-24d9-1c50-d924-501cd924501c",
          "displayName": "Install Company Portal",
          "runAsAccount": "user",
          "fileName": "install.sh"
        }
        """;

    private const string CustomAttributeScript =
        """
        {
          "customAttributeName": "Battery cycles",
          "customAttributeType": "integer",
          "id": "9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d",
          "displayName": "Battery"
        }
        """;

    [Fact]
    public async Task A_name_that_was_cut_in_the_middle_of_a_character_is_read()
    {
        DeviceScript script = await ReadAsync(ShellScript.Replace("Portal", "Portal \\ud83d", StringComparison.Ordinal), DeviceScriptType.Shell);

        Assert.Equal("Install Company Portal \ufffd", script.DisplayName);
    }

    [Fact]
    public async Task What_all_families_have_is_read()
    {
        DeviceScript script = await ReadAsync(PowerShellScript, DeviceScriptType.PowerShell);

        Assert.Equal("Set time zone", script.DisplayName);
        Assert.Equal("Sets the time zone.", script.Description);
        Assert.Equal("U2V0LVRpbWVab25lIFVUQw==", script.ScriptContent);
        Assert.Equal(new DateTimeOffset(2025, 11, 3, 8, 15, 30, TimeSpan.Zero).AddTicks(1_234_567), script.CreatedDateTime);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), script.LastModifiedDateTime);
        Assert.Equal("system", script.RunAsAccount);
        Assert.Equal("Set-TimeZone.ps1", script.FileName);
        Assert.Equal(["0", "7"], script.RoleScopeTagIds!);
    }

    [Fact]
    public async Task The_family_is_that_of_the_request() =>
        Assert.Equal(DeviceScriptType.PowerShell, (await ReadAsync(PowerShellScript, DeviceScriptType.PowerShell)).ScriptType);

    [Fact]
    public async Task The_id_is_in_lower_case() =>
        Assert.Equal("2f6f1c0e-5a3b-4d7c-9e8f-0a1b2c3d4e5f", (await ReadAsync(PowerShellScript, DeviceScriptType.PowerShell)).ScriptId);

    [Fact]
    public async Task What_PowerShell_scripts_add_is_read()
    {
        DeviceScript script = await ReadAsync(PowerShellScript, DeviceScriptType.PowerShell);

        Assert.False(script.EnforceSignatureCheck);
        Assert.True(script.RunAs32Bit);
    }

    [Fact]
    public async Task What_shell_scripts_add_is_read()
    {
        DeviceScript script = await ReadAsync(ShellScript, DeviceScriptType.Shell);

        Assert.Equal(TimeSpan.FromMinutes(90), script.ExecutionFrequency);
        Assert.Equal(3, script.RetryCount);
        Assert.True(script.BlockExecutionNotifications);
    }

    [Fact]
    public async Task What_custom_attributes_add_is_read()
    {
        DeviceScript script = await ReadAsync(CustomAttributeScript, DeviceScriptType.CustomAttribute);

        Assert.Equal("Battery cycles", script.CustomAttributeName);
        Assert.Equal("integer", script.CustomAttributeType);
    }

    [Fact]
    public async Task What_a_family_does_not_have_is_null()
    {
        DeviceScript script = await ReadAsync(CustomAttributeScript, DeviceScriptType.CustomAttribute);

        Assert.Null(script.EnforceSignatureCheck);
        Assert.Null(script.RunAs32Bit);
        Assert.Null(script.ExecutionFrequency);
        Assert.Null(script.RetryCount);
        Assert.Null(script.BlockExecutionNotifications);
        Assert.Null(script.RoleScopeTagIds);
        Assert.Null(script.CreatedDateTime);
    }

    [Theory]
    [InlineData("PT0S", 0)]
    [InlineData("PT15M", 15)]
    [InlineData("PT1H", 60)]
    [InlineData("P1D", 1440)]
    public async Task A_frequency_is_an_ISO_8601_duration(string text, int minutes)
    {
        DeviceScript script = await ReadAsync($$"""{"id":"1c5024d9-24d9-1c50-d924-501cd924501c","executionFrequency":"{{text}}"}""");

        Assert.Equal(TimeSpan.FromMinutes(minutes), script.ExecutionFrequency);
    }

    [Fact]
    public async Task Values_to_come_are_kept() =>
        Assert.Equal("kiosk", (await ReadAsync("""{"id":"1c5024d9-24d9-1c50-d924-501cd924501c","runAsAccount":"kiosk"}""")).RunAsAccount);

    [Fact]
    public async Task Unknown_properties_are_ignored()
    {
        DeviceScript script = await ReadAsync("""{"id":"1c5024d9-24d9-1c50-d924-501cd924501c","targetOS":{"min":[12]},"displayName":"x"}""");

        Assert.Equal("x", script.DisplayName);
    }

    private static async Task<DeviceScript> ReadAsync(string body, DeviceScriptType type = DeviceScriptType.Shell)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, body));
        return await bench.ReadScriptAsync(type);
    }
}
