using System.Linq;
using System.Reflection;

namespace RunSummary.Benchmarks;

/// <summary>Where the build put things, and their versions.</summary>
internal static class Built
{
    public static string Path(string name) => typeof(Built).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == name).Value!;

    public static string Version(Assembly assembly) => assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split([' ', '+'])[0];
}
