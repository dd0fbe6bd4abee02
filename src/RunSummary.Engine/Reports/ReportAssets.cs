using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace RunSummary.Engine.Reports;

/// <summary>The files that a page is put together from. They are in the assembly, so that none can be lost or exchanged.</summary>
internal static class ReportAssets
{
    private static readonly string[] ScriptNames = ["chart.min.js", "tablesort.min.js", "tablesort.number.min.js", "report.js"];
    private static readonly string[] LicenseNames = ["chart.LICENSE.md", "color.LICENSE.md", "tablesort.LICENSE.md"];

    public static string Template => Read("report.html");

    public static string Style => Read("report.css");

    public static IReadOnlyList<string> Scripts => [.. ScriptNames.Select(Read)];

    public static IReadOnlyList<string> Licenses => [.. LicenseNames.Select(Read)];

    /// <summary>Gives what a content security policy knows a text of the page by.</summary>
    public static string Hash(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
#if NET
        byte[] hash = SHA256.HashData(bytes);
#else
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(bytes);
#endif
        return $"'sha256-{Convert.ToBase64String(hash)}'";
    }

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"RunSummary.Engine.Reports.Assets.{name}")!;
        using StreamReader reader = new(stream, Encoding.UTF8);

        // A browser takes every end of a line for a plain one before it computes the hash.
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
