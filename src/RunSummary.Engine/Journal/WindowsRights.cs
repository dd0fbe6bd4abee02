#if NET
using System.IO;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace RunSummary.Engine.Journal;

/// <summary>Takes the rights that a new file inherited away, but for its owner's.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsRights
{
    public static void Restrict(string path)
    {
        FileSecurity rights = new();
        rights.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        rights.AddAccessRule(new FileSystemAccessRule(WindowsIdentity.GetCurrent().User!, FileSystemRights.FullControl, AccessControlType.Allow));
        new FileInfo(path).SetAccessControl(rights);
    }
}
#endif
