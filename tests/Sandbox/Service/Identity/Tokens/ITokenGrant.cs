using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>One way to get a token, by its grant_type.</summary>
internal interface ITokenGrant
{
    string GrantType { get; }

    JsonObject Answer(TokenRequest request);
}
