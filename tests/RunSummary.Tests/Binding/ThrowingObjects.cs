using System;
using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace RunSummary.Tests.Binding;

/// <summary>A value that has no text to give.</summary>
internal class ThrowingText
{
    [SuppressMessage("Design", "CA1065:Do not raise exceptions in unexpected locations", Justification = "That it does is what is tested.")]
    public override string ToString() => throw new InvalidOperationException("of the object");
}

/// <summary>A script whose properties can't be read.</summary>
internal sealed class ThrowingProperties : ThrowingText
{
    private readonly Exception _exception = new TimeoutException("of the object");

    public string ScriptType { get; } = "Shell";

    public string ScriptId => throw _exception;

    public string DisplayName => throw _exception;

    public object RunSummary => throw _exception;
}

/// <summary>Breaks off after its first value.</summary>
internal sealed class ThrowingSequence : IEnumerable
{
    public IEnumerator GetEnumerator()
    {
        yield return 1;
        throw new InvalidOperationException("of the object");
    }
}

/// <summary>A list that can't be gone through.</summary>
internal sealed class ThrowingList : ArrayList
{
    public override IEnumerator GetEnumerator() => throw new InvalidOperationException("of the object");
}

/// <summary>A dictionary that gives no value, and half of the time not even its keys.</summary>
[SuppressMessage("Design", "CA1065:Do not raise exceptions in unexpected locations", Justification = "That it does is what is tested.")]
internal sealed class ThrowingTable(IDictionary values) : Hashtable(values)
{
    public override ICollection Keys => Count % 2 == 0 ? throw new InvalidOperationException("of the object") : base.Keys;

    public override object? this[object key]
    {
        get => throw new InvalidOperationException("of the object");
        set => base[key] = value;
    }
}
