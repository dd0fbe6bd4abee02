using System.Collections;
using System.Linq;
using System.Management.Automation.Language;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Packaging;

/// <summary>RunSummary.psd1, read as PowerShell reads it.</summary>
internal static class Manifest
{
    public static Hashtable All { get; } = Read();

    public static Hashtable Gallery { get; } = (Hashtable)((Hashtable)All["PrivateData"]!)["PSData"]!;

    public static string Text(string key) => Assert.IsType<string>(All[key]);

    public static string[] List(string key) => Items(All[key]);

    public static string[] Items(object? value) => [.. Assert.IsType<object[]>(value).Cast<string>()];

    private static Hashtable Read()
    {
        ScriptBlockAst file = Parser.ParseFile(RepositoryPaths.Manifest, out _, out ParseError[] errors);
        Assert.Empty(errors);
        return (Hashtable)file.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
    }
}
