using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace RunSummary.Sandbox;

public enum SandboxVerb
{
    Demo,
    Run,
    Shell,
    Serve,
}

/// <summary>What the command line asks for.</summary>
public sealed record SandboxArguments
{
    public const string Usage = """
        dotnet run --project tests/Sandbox                      shows the quick start against the local service
        dotnet run --project tests/Sandbox -- run FILE.ps1 [argument …]
                                                                runs a script, module imported, $sandbox at hand
        dotnet run --project tests/Sandbox -- shell             an interactive prompt, module imported and connected
        dotnet run --project tests/Sandbox -- serve [--port N]  the service alone
        Each takes --beta-only, before the script's name: scripts are served under beta only, as in the public service.
        """;

    public SandboxVerb Verb { get; private init; }

    public int Port { get; private init; }

    public bool BetaOnly { get; private init; }

    public string? Script { get; private init; }

    public IReadOnlyList<string> ScriptArguments { get; private init; } = [];

    public static SandboxArguments? Parse(IReadOnlyList<string> words, out string? problem)
    {
        SandboxArguments parsed = new();
        for (int index = 0; index < words.Count; index++)
        {
            switch (words[index])
            {
                case "--beta-only":
                    parsed = parsed with { BetaOnly = true };
                    break;
                case "--port" when index + 1 < words.Count && IsPort(words[index + 1], out int port):
                    parsed = parsed with { Port = port };
                    index++;
                    break;
                case "shell" or "serve" when parsed.Verb == SandboxVerb.Demo:
                    parsed = parsed with { Verb = words[index] == "shell" ? SandboxVerb.Shell : SandboxVerb.Serve };
                    break;
                case "run" when parsed.Verb == SandboxVerb.Demo:
                    parsed = parsed with { Verb = SandboxVerb.Run };
                    break;
                case { } file when parsed.Verb == SandboxVerb.Run && File.Exists(file):
                    problem = null;
                    return parsed with { Script = Path.GetFullPath(file), ScriptArguments = [.. Rest(words, index + 1)] };
                default:
                    problem = $"'{words[index]}' is not understood here.";
                    return null;
            }
        }

        problem = parsed.Verb == SandboxVerb.Run ? "run needs the name of a script." : null;
        return problem is null ? parsed : null;
    }

    // The next port is the sign-in service's.
    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and < ushort.MaxValue;

    private static IEnumerable<string> Rest(IReadOnlyList<string> words, int from)
    {
        for (int index = from; index < words.Count; index++)
        {
            yield return words[index];
        }
    }
}
