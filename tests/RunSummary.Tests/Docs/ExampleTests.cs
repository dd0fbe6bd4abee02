using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.SignIns;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>The examples of README, guides and help, as they are written, against the sandbox.</summary>
public sealed class ExampleTests : SignInTest
{
    /// <summary>Commands that say nothing where all is well.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "Connect-RunSummary", "Disconnect-RunSummary" };

    public static TheoryData<string> Runnable => [.. Examples.All.Where(example => example.WhyNotRun is null).Select(example => example.Place)];

    protected override SandboxOptions Options => new() { GeneratedScripts = 4, DriftSeed = 3 };

    [Theory]
    [MemberData(nameof(Runnable))]
    public async Task It_runs_and_each_statement_of_it_gives_something(string place)
    {
        Example example = Examples.At(place);
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });
        await using ExampleWorld world = await ExampleWorld.OpenAsync(Service, shell, SetEnvironment, example);

        StatementAst[] statements = [.. example.Parse().EndBlock.Statements];
        Assert.NotEmpty(statements);
        foreach (StatementAst statement in statements)
        {
            string said = screen.ToString();
            string files = Files(world.Folder);
            InvocationResult result = shell.Invoke(statement.Extent.Text);
            if (example.ErrorId is not null && statement == statements[^1])
            {
                Assert.Equal(example.ErrorId, Id(Assert.Single(result.AllErrors)));
                continue;
            }

            AssertClean(statement, result);
            bool gave = result.Output.Count > 0 || screen.ToString() != said || Files(world.Folder) != files;
            AssertDid(statement, gave, shell);
        }
    }

    private static void AssertClean(StatementAst statement, InvocationResult result)
    {
        Assert.True(
            result.AllErrors.Count == 0,
            $"{statement}{Environment.NewLine}{string.Join(Environment.NewLine, result.AllErrors.Select(error => $"{error.FullyQualifiedErrorId}: {error}"))}");

        // What failed is counted in a warning, and a device code comes as one.
        if (!statement.Extent.Text.Contains("-ErrorVariable", StringComparison.Ordinal) && !statement.Extent.Text.Contains("-UseDeviceCode", StringComparison.Ordinal))
        {
            Assert.Empty(result.Warning);
        }
    }

    private static void AssertDid(StatementAst statement, bool gave, PowerShellSession shell)
    {
        if (statement is AssignmentStatementAst { Left: VariableExpressionAst variable })
        {
            object? value = shell.GetVariable(variable.VariablePath.UserPath);
            Assert.True(value is not (null or ICollection { Count: 0 }), $"{statement} gives nothing.");
        }
        else if (statement is PipelineAst { PipelineElements: [.., CommandAst last] } && Silent.Contains(last.GetCommandName() ?? ""))
        {
            bool isConnected = shell.Invoke("Get-RunSummaryContext").Output.Count == 1;
            Assert.Equal(last.GetCommandName().StartsWith("Connect", StringComparison.OrdinalIgnoreCase), isConnected);
        }
        else if (!IsGuard(statement))
        {
            Assert.True(gave, $"{statement} gives nothing.");
        }
    }

    /// <summary>A check that has nothing to say where all is well.</summary>
    private static bool IsGuard(StatementAst statement) =>
        statement is IfStatementAst && statement.Find(ast => ast is ThrowStatementAst, searchNestedScriptBlocks: false) is not null;

    /// <summary>A text that changes with each file that is written.</summary>
    private static string Files(string folder) => string.Join(
        '\n', new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
}
