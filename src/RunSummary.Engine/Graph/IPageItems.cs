using System.Text.Json;

namespace RunSummary.Engine.Graph;

/// <summary>Takes the items of a page as their properties pass by. What it holds of an item ends with it.</summary>
internal interface IPageItems
{
    /// <summary>A property begins; its value follows.</summary>
    void Name(ref Utf8JsonReader json);

    /// <summary>The value of the property that was named last, or the beginning of one that is an object or array.</summary>
    /// <exception cref="AnswerException">It can't be the property's.</exception>
    void Value(ref Utf8JsonReader json);

    /// <summary>The item is complete.</summary>
    void EndItem();
}
