using System;
using System.Collections.Concurrent;
using System.IO;

namespace RunSummary.Sandbox.Service;

/// <summary>The files by which a client of Azure Arc shows that it may read what administrators may. Their folder is fixed.</summary>
public static class ArcKeys
{
    private static readonly ConcurrentDictionary<string, string> Unused = new(StringComparer.Ordinal);

    private static string Folder => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "AzureConnectedMachineAgent", "Tokens")
        : "/var/opt/azcmagent/tokens";

    /// <summary>Whether this process has the rights; without them, Azure Arc can't be played.</summary>
    public static bool CanBeWritten()
    {
        try
        {
            File.Delete(Write().Path);
            return true;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    /// <summary>Writes a new file and gives its path.</summary>
    internal static string Challenge()
    {
        (string path, string key) = Write();
        Unused[key] = path;
        return path;
    }

    /// <summary>True once for each key.</summary>
    internal static bool TryUse(string key)
    {
        if (!Unused.TryRemove(key, out string? path))
        {
            return false;
        }

        File.Delete(path);
        return true;
    }

    private static (string Path, string Key) Write()
    {
        Directory.CreateDirectory(Folder);
        string path = Path.Combine(Folder, $"{Guid.NewGuid()}.key");
        string key = RandomText.Of(24);
        File.WriteAllText(path, key);
        return (path, key);
    }
}
