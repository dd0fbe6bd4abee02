using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Isolation;

public sealed class RoundsTests
{
    private const int Early = 20;
    private const int Late = 100;

    // A session that isn't let go is tens of kilobytes; what a round costs besides is noise in the runtime's own tables.
    private const long NoiseOfRound = 4 * 1024;

    // A thread or a handle that stays would be one a round; the pool of threads may grow by a few meanwhile.
    private const int FarFewerThanRounds = (Late - Early) / 8;

    [Fact]
    public async Task A_hundred_imports_and_removals_with_a_session_each_leave_nothing_behind()
    {
        await using SandboxService service = await SandboxService.StartAsync(ct: TestContext.Current.CancellationToken);

        Report report = await ChildShell.RunAsync(
            "Rounds.ps1",
            "-Graph", service.GraphEndpoint.AbsoluteUri, "-Authority", service.Authority.AbsoluteUri, "-Tenant", service.TenantId,
            "-Client", service.ClientId, "-Secret", service.ClientSecret, "-Early", $"{Early}", "-Late", $"{Late}");

        Assert.Equal(Enumerable.Range(1, Late), report.Values("updated").Select(int.Parse));
        long[][] measured = [.. report.Rows("measured").Select(row => row.Select(value => long.Parse(value, CultureInfo.InvariantCulture)).ToArray())];
        long[] grown = [.. measured[1].Zip(measured[0], (late, early) => late - early)];
        Assert.InRange(grown[0], long.MinValue, (Late - Early) * NoiseOfRound);
        Assert.InRange(grown[1], long.MinValue, FarFewerThanRounds);
        Assert.InRange(grown[2], long.MinValue, FarFewerThanRounds);

        // How many there are isn't fixed: the compiler loads one when it comes to a method that names it.
        Assert.Distinct(report.Values("held"));
    }
}
