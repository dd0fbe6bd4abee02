using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>Picks the grant, and logs what came of it.</summary>
internal sealed class TokenEndpoint(IReadOnlyList<ITokenGrant> grants, SignInLog log)
{
    public JsonObject Answer(SandboxRequest source, string tenant)
    {
        TokenRequest request = new(source, tenant);
        string type = request.GrantType;
        try
        {
            ITokenGrant grant = grants.FirstOrDefault(candidate => candidate.GrantType == type) ?? throw IdentityErrors.Of(source, 400,
                "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{type}'.");
            JsonObject answer = grant.Answer(request);
            log.Add(SignIn.Of(request, type, error: null));
            return answer;
        }
        catch (RefusalException refusal)
        {
            log.Add(SignIn.Of(request, type, IdentityErrors.Code(refusal.Answer)));
            throw;
        }
    }
}
