using System;
using System.IO;
using System.Security;

namespace RunSummary.Sandbox.Hosting;

/// <summary>Lines asked from whoever sits at the host; null is the end of input.</summary>
internal sealed class LineInput(HostOptions options, TextWriter output)
{
    public string? Ask(string question)
    {
        string? line = Read(question, options.Input.ReadLine);
        if (options.EchoInput || line is null)
        {
            output.WriteLine(line);
        }

        return line;
    }

    public SecureString? AskSecret(string question)
    {
        SecureString? secret = Read(question, options.ReadSecret ?? (() => ToSecret(options.Input.ReadLine())));
        output.WriteLine();
        return secret;
    }

    private T Read<T>(string question, Func<T> read)
    {
        output.Write(question);
        output.Flush();
        try
        {
            return read();
        }
        catch (OperationCanceledException)
        {
            output.WriteLine();
            throw;
        }
    }

    private static SecureString? ToSecret(string? line)
    {
        if (line is null)
        {
            return null;
        }

        SecureString secret = new();
        foreach (char character in line)
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }
}
