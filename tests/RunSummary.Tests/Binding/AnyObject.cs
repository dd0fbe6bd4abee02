using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;

namespace RunSummary.Tests.Binding;

/// <summary>Makes objects as a pipeline might bring them, and as nobody means to: in circles, and with code that throws.</summary>
internal sealed class AnyObject(Random random)
{
    private static readonly string[] Names =
    [
        "ScriptType", "ScriptId", "Id", "id", "DisplayName", "ScriptName", "@odata.type", "@odata.context", "AdditionalProperties", "DeviceShellScriptId", "DeviceManagementScriptId",
        "RunSummary", "RunSummaryId", "SuccessDeviceCount", "successDeviceCount", "ErrorDeviceCount", "errorUserCount", "SuccessUserCount", "HasDrift", "RecordedErrorUserCount",
        "UserPrincipalName", "Pending", "Total", "LatestState", "",
    ];

    // PowerShell reads these itself, and ends the pipeline where they throw, before the command has the object.
    private static readonly HashSet<string> Parameters = new(StringComparer.OrdinalIgnoreCase) { "SuccessDeviceCount", "ErrorDeviceCount", "SuccessUserCount", "ErrorUserCount" };

    public object? Next() => Make(depth: 0);

    private object? Make(int depth) => random.Next(depth == 0 ? 15 : 30) switch
    {
        < 4 => Table(depth),
        < 8 => Custom(depth),
        8 => depth > 0 ? new object?[] { Make(depth + 1), 5 } : 8,
        9 => depth > 0 ? null : "text",
        10 => random.Next(),
        11 => new PSObject(Table(depth)),
        12 => Circle(depth),
        13 => Throwing(depth),
        14 => new PSObject(Throwing(depth)),
        15 or 16 => Demo.Shell,
        17 => Guid.Parse(Demo.Windows),
        18 => "#microsoft.graph.deviceShellScript",
        19 => "Shell",
        20 => random.NextDouble() * 1e12,
        21 => random.Next(-5, 500).ToString(CultureInfo.InvariantCulture),
        22 => DBNull.Value,
        23 => DateTime.MaxValue,
        24 => " 7 ",
        25 => new Uri("https://graph.microsoft.com"),
        26 => depth < 4 ? new ThrowingList() : null,
        _ => random.Next(-1, 1000),
    };

    private Hashtable Table(int depth)
    {
        Hashtable table = new(StringComparer.Ordinal);
        foreach ((string name, object? value) in Properties(depth))
        {
            table[name] = value;
        }

        return table;
    }

    private PSObject Custom(int depth)
    {
        PSObject custom = new();
        foreach ((string name, object? value) in Properties(depth).Where(property => property.Name.Length > 0).DistinctBy(property => property.Name, StringComparer.OrdinalIgnoreCase))
        {
            custom.Properties.Add(random.Next(16) == 0 && !Parameters.Contains(name) ? new PSScriptProperty(name, ScriptBlock.Create("throw 'of the object'")) : new PSNoteProperty(name, value));
        }

        return custom;
    }

    /// <summary>Has itself among its properties, by way of another or not.</summary>
    private object Circle(int depth)
    {
        Hashtable table = Table(depth);
        PSObject custom = Custom(depth);
        string name = random.Next(2) == 0 ? "AdditionalProperties" : Pick(Names);
        table[name] = random.Next(2) == 0 ? table : custom;
        custom.Properties.Remove("RunSummary");
        custom.Properties.Add(new PSNoteProperty("RunSummary", random.Next(2) == 0 ? custom : table));
        return random.Next(2) == 0 ? table : custom;
    }

    private object Throwing(int depth) => random.Next(4) switch
    {
        0 => new ThrowingText(),
        1 => new ThrowingProperties(),
        2 => new ThrowingSequence(),
        _ => new ThrowingTable(Table(depth)),
    };

    // Half of them begin like a script, so that what follows is reached.
    private IEnumerable<(string Name, object? Value)> Properties(int depth)
    {
        if (random.Next(2) == 0)
        {
            yield return ("ScriptType", "Shell");
            yield return ("ScriptId", random.Next(3) == 0 ? Demo.Missing : Demo.Shell);
        }

        for (int more = random.Next(6); more > 0 && depth < 4; more--)
        {
            yield return (Pick(Names), Make(depth + 1));
        }
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
