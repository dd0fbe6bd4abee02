using System;
using System.IO;

namespace RunSummary.Tests.Isolation;

/// <summary>A copy of a folder that a test may change.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("runsummary-copy-");

    public TemporaryCopy(string folder)
    {
        Folder = Path.Combine(_home.FullName, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(Folder, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder { get; }

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => _home.Delete(recursive: true);
}
