using System;
using System.Management.Automation;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary><c>Connect-RunSummary</c>: signs in and makes the session that the other commands use.</summary>
/// <remarks>The ways to sign in are in the other parts of the class.</remarks>
[Cmdlet(VerbsCommunications.Connect, "RunSummary", DefaultParameterSetName = InteractiveSet)]
[OutputType(typeof(RunSummarySession))]
public sealed partial class ConnectRunSummaryCommand : RunSummaryCommand
{
    /// <summary>Begins to load the engine while PowerShell still binds the parameters.</summary>
    public ConnectRunSummaryCommand() => EnginePort.Prepare();

    /// <summary>The Microsoft cloud. It decides the addresses that aren't given and the resource that the token is for.</summary>
    [Parameter]
    public CloudEnvironment Environment { get; set; }

    /// <summary>The base address of Microsoft Graph, where it isn't the cloud's own: https, or http to this machine.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? GraphEndpoint { get; set; }

    /// <summary>
    /// The base address of the sign-in service, where it isn't the cloud's own; the tenant is appended. https, or http to this machine.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Authority { get; set; }

    /// <summary>The proxy to use, for sign-in and for Microsoft Graph. Without it, the system's proxy is used.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>Who to be for the proxy that <c>-Proxy</c> names.</summary>
    [Parameter]
    [Credential]
    [ValidateNotNull]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>
    /// The version of Microsoft Graph to use always. Without it, v1.0 is used until the service says that scripts are served under beta only.
    /// </summary>
    [Parameter]
    [ValidateSet("v1.0", "beta")]
    public string? ApiVersion { get; set; }

    /// <summary>How many times a request is sent again after a passing failure: 0 to 100.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>
    /// How many updates the session may send in 20 seconds: 1 to 2147483647. The service's own limit is 200 for an application in a tenant.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int WriteLimit { get; set; } = 200;

    /// <summary>Gives the session as an object, for the -Session parameter of the other commands.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ErrorSubject subject = new(Strings.SignInSubject, GraphEndpoint, ErrorScope.Command);
        RequireSecure(nameof(GraphEndpoint), GraphEndpoint, mayHavePath: true);
        RequireSecure(nameof(Authority), Authority, mayHavePath: false);
        RequireProxy(subject);
        RequireFitting(subject);
        ConnectRequest request = new(SignIn(subject))
        {
            Environment = Environment,
            GraphEndpoint = GraphEndpoint,
            Authority = Authority,
            Proxy = Proxy,
            ProxyCredential = ProxyCredential?.GetNetworkCredential(),
            ApiVersion = ApiVersion,
            MaximumRetryCount = MaximumRetryCount,
            WriteLimit = WriteLimit,
        };

        using SessionHandover handover = new();
        Run(subject, async (queue, cancel) =>
            handover.Give(new RunSummarySession(await EnginePort.Engine.ConnectAsync(request, queue, cancel).ConfigureAwait(false))));
        Keep(handover.Take());
    }

    private void Keep(RunSummarySession session)
    {
        session.IsHandedOut = PassThru;
        DefaultSession.Replace(session);
        if (PassThru)
        {
            WriteObject(session);
        }
    }

    private void RequireSecure(string parameter, Uri? address, bool mayHavePath)
    {
        if (address is not null && SecureAddress.Problem(address, mayHavePath) is { } problem)
        {
            Report(
                new Failure(ErrorId.EndpointNotSecure, problem),
                new ErrorSubject($"-{parameter} {SecureAddress.Show(address)}".TrimEnd(), SecureAddress.Show(address), ErrorScope.Command));
        }
    }

    private void RequireFitting(ErrorSubject subject)
    {
        // Their presence chose the way in, whatever their value.
        foreach (string name in new[] { nameof(UseDeviceCode), nameof(Identity), nameof(EnvironmentVariable) })
        {
            if (MyInvocation.BoundParameters.TryGetValue(name, out object? value) && value is SwitchParameter { IsPresent: false })
            {
                Report(new Failure(ErrorId.ParameterConflict, Strings.ParameterConflict_SwitchOff.With(name)), subject);
            }
        }

        if (AllowUnprotectedTokenCache && TokenCache != TokenCacheLocation.CurrentUser)
        {
            Report(new Failure(ErrorId.ParameterConflict, Strings.ParameterConflict_TokenCache), subject);
        }
    }

    private void RequireProxy(ErrorSubject subject)
    {
        if (ProxyCredential is not null && Proxy is null)
        {
            Report(new Failure(ErrorId.ParameterConflict, Strings.ParameterConflict_ProxyCredential), subject);
        }

        if (Proxy is not null && (SecureAddress.Show(Proxy).Length == 0 || Proxy.UserInfo.Length > 0))
        {
            Report(new Failure(ErrorId.ParameterConflict, Strings.ProxyInvalid), subject with { Target = SecureAddress.Show(Proxy) });
        }
    }
}
