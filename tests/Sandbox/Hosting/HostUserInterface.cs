using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace RunSummary.Sandbox.Hosting;

internal sealed class HostUserInterface : PSHostUserInterface
{
    private readonly HostOptions _options;
    private readonly ConcurrentQueue<ProgressRecord> _progress;
    private readonly TextWriter _output;
    private readonly Prompts _prompts;
    private readonly ChoicePrompt _choices;

    public HostUserInterface(HostOptions options, ConcurrentQueue<ProgressRecord> progress)
    {
        _options = options;
        _progress = progress;
        // Parallel script blocks write to one host.
        _output = TextWriter.Synchronized(options.Output);
        RawUI = new HostRawUserInterface(options.Width);
        Lines = new LineInput(options, _output);
        _prompts = new Prompts(this, Lines);
        _choices = new ChoicePrompt(this, Lines);
    }

    public LineInput Lines { get; }

    public bool EndsWithBlankLine { get; private set; }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal => _options.Colour;

    public override void Write(string value) => _output.Write(Rendered(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        _output.Write(Coloured(foregroundColor, backgroundColor, value));

    public override void WriteLine() => WriteWholeLine("");

    public override void WriteLine(string value) => WriteWholeLine(Rendered(value));

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        WriteWholeLine(Coloured(foregroundColor, backgroundColor, value));

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteDebugLine(string message) => WriteLabelled(FormatStyle.Debug, "DEBUG: ", message);

    public override void WriteVerboseLine(string message) => WriteLabelled(FormatStyle.Verbose, "VERBOSE: ", message);

    public override void WriteWarningLine(string message) => WriteLabelled(FormatStyle.Warning, "WARNING: ", message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (_options.CollectProgress)
        {
            _progress.Enqueue(record);
        }
    }

    public override string ReadLine() => Prompts.Interruptible(() => Lines.Ask("")) ?? "";

    public override SecureString ReadLineAsSecureString() =>
        Prompts.Interruptible(() => Lines.AskSecret("")) ?? new SecureString();

    public override Dictionary<string, PSObject?> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        Prompts.Interruptible(() => _prompts.ForFields(caption, message, descriptions));

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        Prompts.Interruptible(() => _choices.Ask(caption, message, choices, defaultChoice));

    public override PSCredential? PromptForCredential(
        string caption, string message, string userName, string targetName) =>
        Prompts.Interruptible(() => _prompts.ForCredential(caption, message, userName));

    public override PSCredential? PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private void WriteWholeLine(string text)
    {
        _output.WriteLine(text);
        EndsWithBlankLine = text.Length == 0;
    }

    private void WriteLabelled(FormatStyle style, string label, string message) =>
        WriteLine(_options.Colour
            ? GetFormatStyleString(style) + label + message + PSStyle.Instance.Reset
            : label + message);

    private string Coloured(ConsoleColor foreground, ConsoleColor background, string value)
    {
        if (!_options.Colour)
        {
            return Rendered(value);
        }

        string backgroundSequence = background == RawUI.BackgroundColor
            ? ""
            : PSStyle.MapBackgroundColorToEscapeSequence(background);
        return PSStyle.MapForegroundColorToEscapeSequence(foreground) + backgroundSequence + value + PSStyle.Instance.Reset;
    }

    private string Rendered(string? value) =>
        _options.Colour || value is null ? value ?? "" : new StringDecorated(value).ToString(OutputRendering.PlainText);
}
