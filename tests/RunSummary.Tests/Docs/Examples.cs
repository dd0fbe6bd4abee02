using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using RunSummary.Sandbox;

namespace RunSummary.Tests.Docs;

/// <summary>
/// All examples: blocks marked as PowerShell anywhere, blocks without a mark among the examples of a page of help, and scripts in YAML.
/// </summary>
internal static partial class Examples
{
    private const string Fence = "```";

    private static readonly string[] Folders = ["docs/en-US", "docs/guides"];

    public static IReadOnlyList<Example> All { get; } = [.. Pages.SelectMany(page => Read(page, File.ReadAllLines(Path.Combine(RepositoryPaths.Root, page))))];

    public static Example At(string place) => All.Single(example => example.Place == place);

    public static IReadOnlyList<string> Pages => [.. Folders
        .Select(folder => Path.Combine(RepositoryPaths.Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.GetFiles(folder, "*.md"))
        .Order(StringComparer.Ordinal)
        .Select(path => Path.GetRelativePath(RepositoryPaths.Root, path).Replace('\\', '/'))
        .Prepend("README.md")];

    private static IEnumerable<Example> Read(string page, string[] lines)
    {
        bool isAmongExamples = false;
        for (int line = 0; line < lines.Length; line++)
        {
            isAmongExamples = lines[line].StartsWith("## ", StringComparison.Ordinal) ? lines[line] == "## EXAMPLES" : isAmongExamples;
            if (!lines[line].TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            string language = lines[line].Trim()[Fence.Length..];
            string[] text = [.. lines.Skip(line + 1).TakeWhile(inner => inner.Trim() != Fence)];
            if (language.Equals("powershell", StringComparison.OrdinalIgnoreCase) || (language.Length == 0 && isAmongExamples))
            {
                Match mark = Mark().Match(lines.Take(line).LastOrDefault(before => before.Trim().Length > 0) ?? "");
                yield return new Example(page, line + 1, string.Join('\n', text))
                {
                    WhyNotRun = mark.Groups[1].Value is "not run" ? mark.Groups[2].Value : null,
                    ErrorId = mark.Groups[1].Value is "ends in" ? mark.Groups[2].Value : null,
                };
            }

            foreach (Example script in language == "yaml" ? Scripts(page, line + 2, text) : [])
            {
                yield return script;
            }

            line += text.Length + 1;
        }
    }

    /// <summary>The scripts that a pipeline's steps have.</summary>
    private static IEnumerable<Example> Scripts(string page, int firstLine, string[] yaml)
    {
        for (int line = 0; line < yaml.Length - 1; line++)
        {
            if (ScriptKey().IsMatch(yaml[line]))
            {
                int indent = yaml[line + 1].Length - yaml[line + 1].TrimStart().Length;
                IEnumerable<string> script = yaml.Skip(line + 1).TakeWhile(text => text.Trim().Length == 0 || text.StartsWith(new string(' ', indent), StringComparison.Ordinal));
                yield return new Example(page, firstLine + line, ServiceExpression().Replace(string.Join('\n', script), "0")) { WhyNotRun = "A CI service runs it." };
            }
        }
    }

    [GeneratedRegex("^\\s*<!-- (not run|ends in): (.*) -->$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(run|inlineScript): \|$")]
    private static partial Regex ScriptKey();

    [GeneratedRegex(@"\$\{\{.*?\}\}")]
    private static partial Regex ServiceExpression();
}
