using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using RunSummary.Sandbox.Service;

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
        dotnet run --project tests/Sandbox -- serve [--port N] [--scripts N] [--states N] [--latency MS] [--write-limit N] [--window SECONDS] [--until-input-ends]
                                                                the service alone, with N more scripts of each type;
                                                                each script has N device states, generated, and a user
                                                                state for every 200, else as many as its summary counts;
                                                                no latency and no limit unless said, a window is 20 s;
                                                                it ends with Ctrl+C, or when its input does, and with
                                                                that no later than the process that started it
        Each takes, before the script's name,
          --beta-only                                           scripts are served under beta only, as in the public service
          --drift SEED                                          one summary in three drifts from what the run states say,
                                                                the same ones by the same seed
          --bad-day PERCENT                                     so many requests in a hundred go wrong, in every way
        """;

    public SandboxVerb Verb { get; private init; }

    public SandboxOptions Service { get; private init; } = new();

    /// <summary>Whether <see cref="SandboxVerb.Serve"/> lasts no longer than the process that holds its input.</summary>
    public bool UntilInputEnds { get; private init; }

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
                    parsed = parsed with { Service = parsed.Service with { BetaOnly = true } };
                    break;
                case "--until-input-ends":
                    parsed = parsed with { UntilInputEnds = true };
                    break;
                case { } option when index + 1 < words.Count && WithValue(parsed.Service, option, words[index + 1]) is { } service:
                    parsed = parsed with { Service = service };
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

    /// <summary>Null where the option isn't known or the value isn't one for it.</summary>
    private static SandboxOptions? WithValue(SandboxOptions service, string option, string value) => (option, Whole(value)) switch
    {
        // The next port is the sign-in service's.
        ("--port", > 0 and < ushort.MaxValue and var port) => service with { Port = port },
        ("--scripts", > 0 and var scripts) => service with { GeneratedScripts = scripts },
        ("--states", > 0 and var states) => service with { GeneratedStates = states },
        ("--latency", >= 0 and var milliseconds) => service with { Latency = TimeSpan.FromMilliseconds(milliseconds) },
        ("--drift", >= 0 and var seed) => service with { DriftSeed = seed },
        ("--bad-day", > 0 and < 100 and var percent) => service with { BadDay = percent / 100.0 },
        ("--write-limit", > 0 and var limit) => service with { WriteLimit = limit },
        ("--window", > 0 and var seconds) => service with { Window = TimeSpan.FromSeconds(seconds) },
        _ => null,
    };

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private static IEnumerable<string> Rest(IReadOnlyList<string> words, int from)
    {
        for (int index = from; index < words.Count; index++)
        {
            yield return words[index];
        }
    }
}
