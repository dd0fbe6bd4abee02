using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>A test of tokens that outlive the process, in a file, since test machines have no secret store.</summary>
public abstract class TokenCacheTest : UserSignInTest
{
    protected const string Cached = "-TokenCache CurrentUser -AllowUnprotectedTokenCache";

    protected string Home { get; } = Directory.CreateTempSubdirectory("runsummary-home-").FullName;

    public override async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere there is always a secret store.");
        Assert.SkipWhen(File.Exists(Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"), "There may be a secret store here.");
        await base.InitializeAsync();
        SetEnvironment("XDG_DATA_HOME", Home);
        SetEnvironment("DISPLAY", null);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Home, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string CacheFile() => Assert.Single(Directory.GetFiles(Home, "unprotected-tokens.cache", SearchOption.AllDirectories));
}
