using System.IO;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine;

/// <summary>The file to write a report to.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Format">Its form.</param>
/// <param name="NoClobber">Whether a file that is there is left as it is.</param>
/// <param name="Force">Whether one that is read-only is overwritten too.</param>
internal sealed record ReportTarget(string Path, ReportFormat Format, bool NoClobber, bool Force)
{
    /// <summary>Says what stands in the way as far as it can be told without writing, so that nobody waits for it.</summary>
    /// <exception cref="FailureException">The file can't or mustn't be written.</exception>
    public void Check()
    {
        if (Directory.Exists(Path))
        {
            throw NotWritable(Strings.Report_IsFolder);
        }

        if (!File.Exists(Path))
        {
            if (!Directory.Exists(System.IO.Path.GetDirectoryName(Path)))
            {
                throw NotWritable(Strings.Report_NoFolder);
            }
        }
        else if (NoClobber)
        {
            throw new FailureException(ErrorId.FileExists, "");
        }
        else if (!Force && (File.GetAttributes(Path) & FileAttributes.ReadOnly) != 0)
        {
            throw NotWritable(Strings.Report_ReadOnly);
        }
    }

    public FailureException NotWritable(string why, System.Exception? cause = null) => new(
        new Failure(ErrorId.PathNotWritable, Strings.PathNotWritable_Why.With(Path, why)) { Action = Strings.Report_Action, Cause = cause });
}
