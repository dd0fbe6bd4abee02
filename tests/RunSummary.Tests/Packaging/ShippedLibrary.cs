using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using RunSummary.Sandbox;
using RunSummary.Tests.Isolation;

namespace RunSummary.Tests.Packaging;

/// <summary>A NuGet package of which assemblies ship, as the restore of the engine resolved it.</summary>
internal sealed record ShippedLibrary(string Name, string Version, IReadOnlyList<string> Assemblies)
{
    /// <summary>What the package says of its licence, where it says it by name.</summary>
    public string? Licence => XDocument.Load(BuildPaths.InPackage(Name, Version, $"{Name.ToLowerInvariant()}.nuspec"))
        .Descendants()
        .FirstOrDefault(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")?.Value;

    public static IReadOnlyList<ShippedLibrary> All()
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "src", "RunSummary.Engine", "obj", "project.assets.json")));
        return [.. BuildPaths.Frameworks.SelectMany(framework => Of(assets.RootElement.GetProperty("targets").GetProperty(framework), framework))];
    }

    private static List<ShippedLibrary> Of(JsonElement target, string framework)
    {
        HashSet<string> shipped = [.. BuildPaths.ShippedNames(framework)];
        return [.. target.EnumerateObject()
            .Select(package => (Id: package.Name.Split('/'), Files: AssembliesOf(package.Value).Where(shipped.Contains).ToArray()))
            .Where(package => package.Files.Length > 0 && package.Id[0] != "RunSummary")
            .Select(package => new ShippedLibrary(package.Id[0], package.Id[1], package.Files))];
    }

    private static IEnumerable<string> AssembliesOf(JsonElement package) =>
        package.TryGetProperty("runtime", out JsonElement files) ? files.EnumerateObject().Select(file => Path.GetFileNameWithoutExtension(file.Name)) : [];
}
