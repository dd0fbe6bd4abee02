using System;
using System.Text;

namespace RunSummary.Tests;

/// <summary>Makes the console's encoding UTF-8 while it lives, whatever the machine's is; views draw by it.</summary>
public sealed class Utf8Console : IDisposable
{
    private readonly Encoding _before = Console.OutputEncoding;

    public Utf8Console() => Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public void Dispose() => Console.OutputEncoding = _before;
}
