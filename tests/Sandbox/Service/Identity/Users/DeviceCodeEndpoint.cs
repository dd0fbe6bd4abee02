using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

internal sealed class DeviceCodeEndpoint(SandboxIdentity identity)
{
    public JsonObject Answer(SandboxRequest source, string tenant)
    {
        TokenRequest request = new(source, tenant);
        SandboxApplication application = SandboxApplication.Known(source, request.ClientId);
        DeviceCodes codes = identity.DeviceCodes;
        DeviceCode code = codes.Issue(application, ScopeRequest.Demand(source, request["scope"]), request.Claims);
        string address = $"{source.Root}/devicelogin";
        return new JsonObject
        {
            ["user_code"] = code.UserCode,
            ["device_code"] = code.Secret,
            ["verification_uri"] = address,
            ["expires_in"] = (int)codes.Lifetime.TotalSeconds,
            ["interval"] = codes.Interval,
            ["message"] = $"To sign in, use a web browser to open the page {address} and enter the code {code.UserCode} to authenticate.",
        };
    }
}
