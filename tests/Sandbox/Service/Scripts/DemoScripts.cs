using System;
using System.Collections.Generic;

namespace RunSummary.Sandbox.Service;

/// <summary>What a fresh tenant holds.</summary>
internal static class DemoScripts
{
    public static IEnumerable<(SandboxScript Script, SummaryCounts Counts)> All =>
    [
        (Windows("7a1c0001-5b1e-4c0a-9d61-2f6c0de50001", "Set BitLocker policy", "Set-BitLockerPolicy.ps1", "2024-03-04", "Set-BitLockerPolicy -EncryptionMethod XtsAes256"), new(412, 7, 398, 5)),
        (Windows("7a1c0002-5b1e-4c0a-9d61-2f6c0de50002", "Remove consumer apps", "Remove-ConsumerApps.ps1", "2024-06-11", "Get-AppxPackage *Xbox* | Remove-AppxPackage"), new(389, 21, 377, 18)),
        (Windows("7a1c0003-5b1e-4c0a-9d61-2f6c0de50003", "Map network drives", "Map-NetworkDrives.ps1", "2024-09-23", "New-PSDrive -Name S -PSProvider FileSystem -Root '\\\\files\\shared' -Persist") with { RunAsAccount = "user", RunAs32Bit = true }, new(240, 33, 251, 30)),
        (Windows("7a1c0004-5b1e-4c0a-9d61-2f6c0de50004", "Rotate local administrator password", "Rotate-LocalAdministrator.ps1", "2025-02-17", "Reset-LapsPassword") with { EnforceSignatureCheck = true }, new(405, 0, 0, 0)),
        (Mac("7a1c0011-5b1e-4c0a-9d61-2f6c0de50011", "Install Company Portal", "install-company-portal.sh", "2024-04-08", "installer -pkg /tmp/CompanyPortal.pkg -target /") with { RetryCount = 3 }, new(118, 4, 112, 4)),
        (Mac("7a1c0012-5b1e-4c0a-9d61-2f6c0de50012", "Enable FileVault", "enable-filevault.sh", "2024-05-20", "fdesetup enable -defer /var/db/fv.plist") with { BlockExecutionNotifications = true }, new(109, 13, 104, 12)),
        (Mac("7a1c0013-5b1e-4c0a-9d61-2f6c0de50013", "Set time zone", "set-time-zone.sh", "2025-01-13", "systemsetup -settimezone Europe/Zurich") with { ExecutionFrequency = "P1D" }, new(121, 1, 115, 1)),
        (Attribute("7a1c0021-5b1e-4c0a-9d61-2f6c0de50021", "Battery cycle count", "batteryCycleCount", "integer", "system_profiler SPPowerDataType | awk '/Cycle Count/ {print $3}'"), new(97, 2, 97, 2)),
        (Attribute("7a1c0022-5b1e-4c0a-9d61-2f6c0de50022", "Last full backup", "lastFullBackup", "dateTime", "tmutil latestbackup"), new(61, 38, 60, 37)),
    ];

    private static SandboxScript Windows(string id, string name, string fileName, string created, string content) =>
        Script(ScriptFamily.PowerShell, id, name, fileName, created, content);

    private static SandboxScript Mac(string id, string name, string fileName, string created, string content) =>
        Script(ScriptFamily.Shell, id, name, fileName, created, "#!/bin/zsh\n" + content);

    private static SandboxScript Attribute(string id, string name, string attribute, string type, string content) =>
        Script(ScriptFamily.CustomAttribute, id, name, attribute + ".sh", "2025-03-03", "#!/bin/zsh\n" + content) with
        {
            CustomAttributeName = attribute,
            CustomAttributeType = type,
        };

    private static SandboxScript Script(ScriptFamily family, string id, string name, string fileName, string created, string content)
    {
        DateTimeOffset createdAt = new(DateOnly.ParseExact(created, "yyyy-MM-dd", null), new TimeOnly(8, 15), TimeSpan.Zero);
        return new SandboxScript
        {
            Family = family,
            Id = Guid.Parse(id),
            DisplayName = name,
            Description = name + " on all managed devices",
            FileName = fileName,
            Content = content,
            CreatedDateTime = createdAt,
            LastModifiedDateTime = createdAt.AddDays(40),
        };
    }
}
