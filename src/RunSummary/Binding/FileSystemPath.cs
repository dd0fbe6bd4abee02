using System;
using System.IO;
using System.Management.Automation;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>Turns a path as it was typed into the full path of a file.</summary>
internal static class FileSystemPath
{
    /// <summary>Gives the full path as the prompt's own location has it, or else what is wrong with it.</summary>
    public static (string? Full, string? Problem) Resolve(PathIntrinsics paths, string path)
    {
        try
        {
            string full = paths.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == "FileSystem" ? (Path.GetFullPath(full), null) : (null, Strings.Path_Provider.With(path));
        }
        catch (Exception exception) when (exception is SessionStateException or ArgumentException or NotSupportedException or IOException)
        {
            return (null, Strings.Path_Why.With(path, exception.Message));
        }
    }
}
