using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Web;

namespace RunSummary.Sandbox.Service;

/// <summary>The query options of a request, checked as strictly as Graph does.</summary>
internal sealed class ODataQuery
{
    private static readonly string[] ForCollections = ["$filter", "$orderby", "$count", "$skip", "$top"];
    private static readonly string[] ForItems = ["$select", "$expand"];
    private static readonly string[] ForLists = [.. ForItems, "$top", "$filter", "$skiptoken"];
    private static readonly string[] NotAllowed = ["$orderby", "$count", "$skip", "$search", "$apply", "$compute"];

    private readonly NameValueCollection _options;
    private readonly string? _navigation;

    public ODataQuery(SandboxRequest request, ODataShape shape, bool collection)
    {
        _options = HttpUtility.ParseQueryString(request.Query);
        foreach (string name in SystemOptions(_options))
        {
            CheckAllowed(name, shape, collection);
        }

        (string navigation, string? nested) = shape.Nested(_options["$expand"] ?? "");
        _navigation = shape.Navigation;
        Select = Names(_options["$select"], shape);
        Expanded = Names(navigation, shape with { Properties = [] }).Count > 0;
        ExpandedSelect = Names(nested, shape.Expandable ?? shape);
        Top = _options["$top"] is string top ? Size(top, shape.LargestPage) : null;
        Token = _options["$skiptoken"] is string token ? SkipToken.Parse(token) : SkipToken.Start;
    }

    public IReadOnlyList<string> Select { get; }

    public bool Expanded { get; }

    /// <summary>What is asked of the expanded object; empty for all of it.</summary>
    public IReadOnlyList<string> ExpandedSelect { get; }

    public int? Top { get; }

    public string? Filter => _options["$filter"];

    /// <summary>Where in the list the page starts.</summary>
    public SkipToken Token { get; }

    /// <summary>What the context says in parentheses.</summary>
    public string Projection => Select.Count == 0 && !Expanded ? "" : $"({string.Join(',', Expanded ? [.. Select, $"{_navigation}({string.Join(',', ExpandedSelect)})"] : Select)})";

    public JsonObject Reduce(JsonObject json) => Select.Count == 0 ? json : new JsonObject(
        json.Where(property => Select.Contains(property.Key)).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));

    public string NextPage(long after)
    {
        IEnumerable<string> kept = SystemOptions(_options)
            .Where(name => name != "$skiptoken")
            .Select(name => $"{name}={Uri.EscapeDataString(_options[name]!)}");
        return string.Join('&', kept.Append($"$skiptoken={Token.Next(after)}"));
    }

    private static IEnumerable<string> SystemOptions(NameValueCollection options) =>
        options.AllKeys.OfType<string>().Where(name => name.StartsWith('$'));

    private void CheckAllowed(string name, ODataShape shape, bool collection)
    {
        if (!collection && ForCollections.Contains(name))
        {
            throw GraphErrors.InvalidQuery("The requested resource is not a collection. Query options $filter, $orderby, $count, $skip, and $top can be applied only on collections.");
        }

        if (NotAllowed.Contains(name) || shape.Refused.Contains(name))
        {
            string title = name == "$orderby" ? "OrderBy" : char.ToUpperInvariant(name[1]) + name[2..];
            throw GraphErrors.InvalidQuery($"Query option '{title}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.");
        }

        if (!(collection ? ForLists : ForItems).Contains(name))
        {
            throw GraphErrors.InvalidQuery($"The query parameter '{name}' is not supported.");
        }

        if (_options.GetValues(name) is not [_])
        {
            throw GraphErrors.BadRequest($"Query option '{name}' was specified more than once, but it must be specified at most once.");
        }
    }

    private static List<string> Names(string? list, ODataShape shape)
    {
        List<string> names = [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        string? unknown = names.Find(name => !shape.Properties.Contains(name) && name != shape.Navigation);
        return unknown is null
            ? names
            : throw GraphErrors.BadRequest($"Parsing OData Select and Expand failed: Could not find a property named '{unknown}' on type '{shape.TypeName}'.");
    }

    private static int Size(string text, int largest)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int top))
        {
            throw GraphErrors.BadRequest($"Invalid value '{text}' for $top query option found. The $top query option requires a non-negative integer value.");
        }

        return top >= 1 && top <= largest
            ? top
            : throw GraphErrors.BadRequest($"Invalid page size specified: '{text}'. Must be between 1 and {largest} inclusive.");
    }
}
