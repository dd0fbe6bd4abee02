using System;

namespace RunSummary.Tests.SignIns;

/// <summary>Gives tokens to script blocks, whichever runspace they run in, as a command of another module would.</summary>
public static class TokenDesk
{
    private static readonly System.Threading.Lock Gate = new();
    private static Func<string> _issue = () => "";

    /// <summary>How often it was asked.</summary>
    public static int Asked { get; private set; }

    /// <summary>The threads on which it was asked.</summary>
    public static System.Collections.Generic.List<int> Threads { get; } = [];

    public static void Open(Func<string> issue)
    {
        lock (Gate)
        {
            _issue = issue;
            Asked = 0;
            Threads.Clear();
        }
    }

    public static string Issue()
    {
        lock (Gate)
        {
            Asked++;
            Threads.Add(Environment.CurrentManagedThreadId);
            return _issue();
        }
    }
}
