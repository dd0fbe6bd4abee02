using System;

namespace RunSummary.Tests.Commands;

/// <summary>A script of each family that every sandbox holds.</summary>
public static class Demo
{
    /// <summary>"Set BitLocker policy": 412 and 7 devices, 398 and 5 users.</summary>
    public const string Windows = "7a1c0001-5b1e-4c0a-9d61-2f6c0de50001";

    /// <summary>"Install Company Portal": 118 and 4 devices, 112 and 4 users.</summary>
    public const string Shell = "7a1c0011-5b1e-4c0a-9d61-2f6c0de50011";

    /// <summary>"Enable FileVault".</summary>
    public const string OtherShell = "7a1c0012-5b1e-4c0a-9d61-2f6c0de50012";

    /// <summary>"Battery cycle count": 97 and 2 devices, 97 and 2 users.</summary>
    public const string Attribute = "7a1c0021-5b1e-4c0a-9d61-2f6c0de50021";

    /// <summary>An id that no script has.</summary>
    public const string Missing = "00000000-0000-0000-0000-000000000001";

    public const string WindowsSummary = "/v1.0/deviceManagement/deviceManagementScripts/" + Windows + "/runSummary";

    public const string ShellSummary = "/v1.0/deviceManagement/deviceShellScripts/" + Shell + "/runSummary";

    public const string OtherShellSummary = "/v1.0/deviceManagement/deviceShellScripts/" + OtherShell + "/runSummary";

    public const string AttributeSummary = "/v1.0/deviceManagement/deviceCustomAttributeShellScripts/" + Attribute + "/runSummary";

    /// <summary>The address of the summary of the demo script of a family.</summary>
    public static string SummaryOf(string family) => family switch
    {
        "PowerShell" => WindowsSummary,
        "Shell" => ShellSummary,
        "CustomAttribute" => AttributeSummary,
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, message: null),
    };
}
