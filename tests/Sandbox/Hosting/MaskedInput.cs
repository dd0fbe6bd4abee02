using System;
using System.Security;

namespace RunSummary.Sandbox.Hosting;

/// <summary>Reads a secret from the console, a star for each character.</summary>
internal static class MaskedInput
{
    private const char CtrlC = '\u0003';

    public static SecureString Read()
    {
        Console.TreatControlCAsInput = true;
        try
        {
            SecureString secret = new();
            for (ConsoleKeyInfo key = Console.ReadKey(true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(true))
            {
                Take(key, secret);
            }

            secret.MakeReadOnly();
            return secret;
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private static void Take(ConsoleKeyInfo key, SecureString secret)
    {
        if (key.KeyChar == CtrlC)
        {
            throw new OperationCanceledException();
        }

        if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
        {
            secret.RemoveAt(secret.Length - 1);
            Console.Write("\b \b");
        }
        else if (!char.IsControl(key.KeyChar))
        {
            secret.AppendChar(key.KeyChar);
            Console.Write('*');
        }
    }
}
