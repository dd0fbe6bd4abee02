using System;

namespace RunSummary.Engine.Graph;

/// <summary>Takes the body of an answer piece by piece as it arrives, so that it needn't be held as a whole.</summary>
internal interface IBodyReader
{
    /// <summary>Reads on.</summary>
    /// <param name="bytes">What wasn't consumed before, and what has come since.</param>
    /// <param name="isLast">Whether nothing follows.</param>
    /// <returns>How many bytes were consumed; the rest is given again, together with what follows it.</returns>
    /// <exception cref="AnswerException">It makes no sense.</exception>
    int Read(ReadOnlySpan<byte> bytes, bool isLast);
}
