using System.Text.Json;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.RunStates;

/// <summary>Checks values as they pass by.</summary>
internal static class StateTokens
{
    /// <summary>Says whether the value is null, where it is of the kind that the property has.</summary>
    /// <exception cref="AnswerException">It is of another kind.</exception>
    public static bool IsNullOr(this ref Utf8JsonReader json, JsonTokenType kind, string name) =>
        json.TokenType == JsonTokenType.Null || (json.TokenType == kind ? false : throw AnswerException.Property(name));
}
