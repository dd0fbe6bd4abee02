using System;
using System.Text;

namespace RunSummary.Sandbox.Hosting;

/// <summary>The process's own console: its width and colours, and Ctrl+C for the sessions given to it.</summary>
public sealed class ConsoleTerminal : IDisposable
{
    private readonly ConsoleLineReader? _reader;
    private PowerShellSession? _interrupted;

    public ConsoleTerminal()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        _reader = Console.IsInputRedirected ? null : new ConsoleLineReader();
        Options = new HostOptions
        {
            Input = _reader ?? Console.In,
            Output = Console.Out,
            Width = Width(),
            Colour = ShowsColour(),
            EchoInput = Console.IsInputRedirected,
            ReadSecret = _reader is null ? null : MaskedInput.Read,
        };
        Console.CancelKeyPress += OnCancelKeyPress;
    }

    public HostOptions Options { get; }

    /// <summary>From now on Ctrl+C stops what runs in this session, or the line being read; not the process.</summary>
    public void Interrupts(PowerShellSession session) => _interrupted = session;

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancelKeyPress;
        _reader?.Dispose();
    }

    // Some terminals say 0.
    private static int Width() =>
        !Console.IsOutputRedirected && Console.WindowWidth is > 0 and var width ? width : HostOptions.DefaultWidth;

    private static bool ShowsColour() =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && (!OperatingSystem.IsWindows() || WindowsConsole.EnableEscapeSequences());

    private void OnCancelKeyPress(object? sender, ConsoleCancelEventArgs pressed)
    {
        if (_interrupted is not { } session || pressed.SpecialKey != ConsoleSpecialKey.ControlC)
        {
            return;
        }

        pressed.Cancel = true;
        session.Stop();
        _reader?.Interrupt();
    }
}
