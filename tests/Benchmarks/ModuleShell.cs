using System;
using System.Linq;

namespace RunSummary.Benchmarks;

/// <summary>A PowerShell engine in this process with the module imported as it was built.</summary>
internal sealed class ModuleShell : EngineShell
{
    private const string Connect =
        "param($endpoint, $token) Connect-RunSummary -GraphEndpoint $endpoint -AccessToken $token -WriteLimit ([int]::MaxValue) -PassThru";

    public ModuleShell() => Run("param($module) Import-Module -Name $module -ErrorAction Stop", Built.Path("Module"));

    /// <summary>Connects with no limit that could be met.</summary>
    /// <returns>The session.</returns>
    public object ConnectUnlimited(Uri endpoint, string token) => Run(Connect, endpoint, token).Single();
}
