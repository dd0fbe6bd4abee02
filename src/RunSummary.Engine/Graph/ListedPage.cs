using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace RunSummary.Engine.Graph;

/// <summary>A page with its items as objects.</summary>
internal sealed record ListedPage<T>(IReadOnlyList<T> Items, string? NextLink) : IPage
{
    /// <exception cref="AnswerException">The body isn't a page of such items.</exception>
    public static ListedPage<T> Read(ReadOnlyMemory<byte> body, Func<JsonElement, T> readItem) => GraphJson.Parse(body, json =>
        json.Items("value") is { } items
            ? new ListedPage<T>([.. items.EnumerateArray().Select(readItem)], json.Text("@odata.nextLink"))
            : throw AnswerException.Property("value"));
}
