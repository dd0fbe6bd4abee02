using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using Microsoft.VisualBasic.FileIO;

namespace RunSummary.Tests.Reports;

/// <summary>Objects as Import-Csv and ConvertFrom-Json give them, whose module the engine of the tests lacks.</summary>
internal static class Copies
{
    public static PSObject[] FromCsv(string csv)
    {
        using TextFieldParser parser = new(new StringReader(csv)) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        string[] names = parser.ReadFields()!;
        List<PSObject> rows = [];
        while (parser.ReadFields() is { } cells)
        {
            rows.Add(Object(names.Zip(cells, (name, cell) => (name, (object?)cell))));
        }

        return [.. rows];
    }

    public static PSObject[] FromJson(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("scripts").EnumerateArray()
            .Select(script => Object(script.EnumerateObject().Select(property => (property.Name, Value(property.Value)))))];
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out long number) ? number : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.TryGetDateTime(out DateTime time) ? time : value.GetString(),
        _ => null,
    };

    private static PSObject Object(IEnumerable<(string Name, object? Value)> properties)
    {
        PSObject copy = new();
        foreach ((string name, object? value) in properties)
        {
            copy.Properties.Add(new PSNoteProperty(name, value));
        }

        return copy;
    }
}
