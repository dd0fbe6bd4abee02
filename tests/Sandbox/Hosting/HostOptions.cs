using System;
using System.IO;
using System.Security;

namespace RunSummary.Sandbox.Hosting;

/// <summary>Where a <see cref="SandboxHost"/> reads and writes, and how its output looks.</summary>
public sealed record HostOptions
{
    public const int DefaultWidth = 120;

    /// <summary>What the host calls itself to scripts and commands.</summary>
    public string Name { get; init; } = "RunSummary.Sandbox";

    public TextReader Input { get; init; } = TextReader.Null;

    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Characters per line for tables and wrapped text.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>ANSI colours; otherwise escape sequences are taken out of everything that is written.</summary>
    public bool Colour { get; init; }

    /// <summary>Writes each line that was read, as a terminal does while it is typed.</summary>
    public bool EchoInput { get; init; } = true;

    /// <summary>Keeps progress records in <see cref="SandboxHost.Progress"/>; otherwise they are dropped.</summary>
    public bool CollectProgress { get; init; }

    /// <summary>Reads a secret without showing it; null at the end of input. Without it a plain line is read.</summary>
    public Func<SecureString?>? ReadSecret { get; init; }
}
