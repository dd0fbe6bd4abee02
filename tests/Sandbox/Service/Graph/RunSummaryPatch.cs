using System;
using System.Text.Json;

namespace RunSummary.Sandbox.Service;

/// <summary>The counts that a PATCH names; null for the others.</summary>
internal sealed record RunSummaryPatch(int? SuccessDevices = null, int? ErrorDevices = null, int? SuccessUsers = null, int? ErrorUsers = null)
{
    public static RunSummaryPatch Read(SandboxRequest request, Guid summaryId)
    {
        RunSummaryPatch patch = new();
        foreach (JsonProperty property in JsonPayload.Read(request))
        {
            patch = patch.Take(property, summaryId);
        }

        return patch;
    }

    public SummaryCounts Apply(SummaryCounts counts) => new(
        SuccessDevices ?? counts.SuccessDevices,
        ErrorDevices ?? counts.ErrorDevices,
        SuccessUsers ?? counts.SuccessUsers,
        ErrorUsers ?? counts.ErrorUsers);

    private RunSummaryPatch Take(JsonProperty property, Guid summaryId)
    {
        switch (property.Name)
        {
            case "successDeviceCount": return this with { SuccessDevices = Count(property) };
            case "errorDeviceCount": return this with { ErrorDevices = Count(property) };
            case "successUserCount": return this with { SuccessUsers = Count(property) };
            case "errorUserCount": return this with { ErrorUsers = Count(property) };
            case "id":
                CheckKey(property.Value, summaryId);
                return this;
            case "@odata.type":
                CheckType(property.Value);
                return this;
            default:
                // OData readers pass over other annotations.
                return property.Name.Contains('@', StringComparison.Ordinal) ? this : throw GraphErrors.InvalidModel(
                    $"The property '{property.Name}' does not exist on type '{ScriptJson.SummaryType}'. Make sure to only use property names that are defined by the type or mark the type as open type.");
        }
    }

    private static int Count(JsonProperty property)
    {
        JsonElement value = property.Value;
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                throw GraphErrors.InvalidModel(
                    $"A null value was found for the property named '{property.Name}', which has the expected type 'Edm.Int32[Nullable=False]'. The expected type 'Edm.Int32[Nullable=False]' does not allow null values.");
            case JsonValueKind.Object or JsonValueKind.Array:
                throw GraphErrors.InvalidModel(
                    $"An unexpected 'Start{value.ValueKind}' node was found when reading from the JSON reader. A 'PrimitiveValue' node was expected.");
            case JsonValueKind.Number when value.TryGetInt32(out int count):
                return count >= 0 ? count : throw GraphErrors.InvalidModel($"The field {property.Name} must be between 0 and {int.MaxValue}.");
            default:
                throw Literal(value, "Edm.Int32");
        }
    }

    private static void CheckKey(JsonElement value, Guid summaryId)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Literal(value, "Edm.String");
        }

        if (!string.Equals(value.GetString(), summaryId.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            throw GraphErrors.BadRequest($"The id '{value}' in the payload is not the key of the resource that the address names. A key can't be changed.");
        }
    }

    private static void CheckType(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString() != "#" + ScriptJson.SummaryType)
        {
            throw GraphErrors.InvalidModel(
                $"A type named '{value.ToString().TrimStart('#')}' was found, but it is not assignable to the expected type '{ScriptJson.SummaryType}'.");
        }
    }

    private static RefusalException Literal(JsonElement value, string expected) =>
        GraphErrors.InvalidModel($"Cannot convert the literal '{value}' to the expected type '{expected}'.");
}
