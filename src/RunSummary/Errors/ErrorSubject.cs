namespace RunSummary.Errors;

/// <summary>How much of a command a failure concerns.</summary>
internal enum ErrorScope
{
    /// <summary>One object that the command was given; the others go on.</summary>
    InputObject,

    /// <summary>A part of what the command does, such as one family of a list; the others go on.</summary>
    Part,

    /// <summary>All of it.</summary>
    Command,
}

/// <summary>What a failure is about: in words, and as the object that becomes the error's target.</summary>
/// <param name="Text">Words for the message, such as <c>Shell script 'Install Company Portal' (1c50…)</c>.</param>
/// <param name="Target">The input as it came, or what stands for it.</param>
/// <param name="Scope">How much it concerns.</param>
internal sealed record ErrorSubject(string Text, object? Target, ErrorScope Scope);
