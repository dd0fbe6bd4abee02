using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace RunSummary.Tests.Isolation;

public sealed class ManyRunspacesTests
{
    private const int Count = 8;

    [Fact]
    public async Task Eight_runspaces_connect_and_update_at_once_and_each_input_has_its_own_outcome()
    {
        Report report = await ChildShell.RunAsync("Runspaces.ps1", "-Count", $"{Count}");

        // Of each: the inputs, the outputs that hold what was written, all outputs, and the errors.
        Assert.All(["own", "shared", "again"], kind =>
            Assert.Equal(Enumerable.Repeat("6 6 6 0", Count), report.Rows(kind).Select(row => string.Join(' ', row))));
        Assert.Empty(report.Rows("failed"));
        Assert.Equal(["RunSummary", "RunSummary.Loader"], report.LoadedIn("Default").FromModule());
        Assert.Single(report.Loaded, assembly => assembly.Name == "RunSummary.Engine");
    }
}
