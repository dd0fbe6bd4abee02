using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

/// <summary>Whatever is piped, each object has exactly one outcome. RUNSUMMARY_FUZZ_OBJECTS makes it more of them, others each time.</summary>
public sealed class AnyObjectTests : ConnectedTest
{
    private const int Usual = 400;

    private static readonly string[] s_names =
    [
        "ScriptType", "ScriptId", "Id", "id", "DisplayName", "ScriptName", "@odata.type", "AdditionalProperties", "DeviceShellScriptId", "DeviceManagementScriptId",
        "RunSummary", "RunSummaryId", "SuccessDeviceCount", "successDeviceCount", "ErrorDeviceCount", "errorUserCount", "SuccessUserCount", "HasDrift", "RecordedErrorUserCount", "",
    ];

    private static readonly string[] s_ids = ["ScriptTypeUnknown", "ScriptTypeMismatch", "ScriptIdInvalid", "ScriptNotFound", "CountInvalid", "NoCountsSupplied", "ScriptTypeNotSupported"];

    [Fact]
    public void Each_has_exactly_one_outcome()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("RUNSUMMARY_FUZZ_OBJECTS") ?? $"{Usual}", CultureInfo.InvariantCulture);
        int seed = count == Usual ? 20260302 : Environment.TickCount;
        Random random = new(seed);
        object?[] objects = [.. Enumerable.Range(0, count).Select(_ => Make(random, depth: 0))];

        InvocationResult result = Invoke("$in | Update-DeviceScriptRunSummary", objects);

        Assert.Null(result.Terminating);
        Assert.True(result.Output.Count + result.AllErrors.Count == count, $"{count} objects of seed {seed} had {result.Output.Count} outputs and {result.AllErrors.Count} errors.");
        Assert.NotEmpty(result.Output);
        Assert.Empty(result.AllErrors.Select(Id).Except(s_ids));
    }

    private static object? Make(Random random, int depth) => random.Next(depth == 0 ? 12 : 24) switch
    {
        < 4 => Table(random, depth),
        < 8 => Custom(random, depth),
        8 => depth > 0 ? new object?[] { Make(random, depth + 1), 5 } : 8,
        9 => depth > 0 ? null : "text",
        10 => random.Next(),
        11 => new PSObject(Table(random, depth)),
        12 or 13 => Demo.Shell,
        14 => Guid.Parse(Demo.Windows),
        15 => "#microsoft.graph.deviceShellScript",
        16 => "Shell",
        17 => random.NextDouble() * 1e12,
        18 => random.Next(-5, 500).ToString(CultureInfo.InvariantCulture),
        19 => DBNull.Value,
        20 => DateTime.MaxValue,
        21 => " 7 ",
        22 => new Uri("https://graph.microsoft.com"),
        _ => random.Next(-1, 1000),
    };

    private static Hashtable Table(Random random, int depth)
    {
        Hashtable table = new(StringComparer.Ordinal);
        foreach ((string name, object? value) in Properties(random, depth))
        {
            table[name] = value;
        }

        return table;
    }

    private static PSObject Custom(Random random, int depth)
    {
        PSObject custom = new();
        foreach ((string name, object? value) in Properties(random, depth).Where(property => property.Name.Length > 0).DistinctBy(property => property.Name, StringComparer.OrdinalIgnoreCase))
        {
            custom.Properties.Add(new PSNoteProperty(name, value));
        }

        return custom;
    }

    // Half of them begin like a script, so that what follows is reached.
    private static IEnumerable<(string Name, object? Value)> Properties(Random random, int depth)
    {
        if (random.Next(2) == 0)
        {
            yield return ("ScriptType", "Shell");
            yield return ("ScriptId", random.Next(3) == 0 ? Demo.Missing : Demo.Shell);
        }

        for (int more = random.Next(6); more > 0 && depth < 4; more--)
        {
            yield return (s_names[random.Next(s_names.Length)], Make(random, depth + 1));
        }
    }
}
