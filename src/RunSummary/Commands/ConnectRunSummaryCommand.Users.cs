using System.Management.Automation;
using RunSummary.Engine;

namespace RunSummary.Commands;

/// <summary>The parameters for people.</summary>
public sealed partial class ConnectRunSummaryCommand
{
    /// <summary>The permissions to ask the user for. To read, measure, compare and report, DeviceManagementScripts.Read.All is enough.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    [ValidateNotNullOrEmpty]
    public string[] Scopes { get; set; } = [GraphPermissions.ReadWrite];

    /// <summary>The account to offer in the browser, such as ada@contoso.com.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [ValidateNotNullOrEmpty]
    public string? LoginHint { get; set; }

    /// <summary>How many seconds to wait for the user to sign in, in the browser: 1 to 3600.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [ValidateRange(1, 3600)]
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>Shows a code to enter in a browser on any machine, instead of opening a browser on this one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeviceCodeSet)]
    public SwitchParameter UseDeviceCode { get; set; }

    /// <summary>Where the user's tokens are kept: in this process, or in the user's secret store for later processes too.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    public TokenCacheLocation TokenCache { get; set; }

    /// <summary>
    /// Lets -TokenCache CurrentUser keep tokens in a file that isn't encrypted, and that only its owner can read, where there is no secret store.
    /// </summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    public SwitchParameter AllowUnprotectedTokenCache { get; set; }
}
