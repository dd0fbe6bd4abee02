using System;
using System.Collections;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

/// <summary>Objects whose own code fails: each has its error, and the one after it its output.</summary>
public sealed class BadObjectsTests : ConnectedTest
{
    [Theory]
    [InlineData("ScriptType", "ScriptTypeUnknown")]
    [InlineData("ScriptId", "ScriptIdInvalid")]
    [InlineData("ErrorUserCount", "CountInvalid")]
    public void A_value_without_a_text_is_none(string property, string id) => AssertFailsAlone(With(property, new Mute()), id);

    [Fact]
    public void So_is_an_object_without_one() => AssertFailsAlone(new Mute(), "ScriptTypeUnknown");

    [Fact]
    public void A_table_that_gives_no_value_has_none() => AssertFailsAlone(new MuteTable { ["ScriptType"] = "Shell" }, "ScriptTypeUnknown");

    [Fact]
    public void A_name_without_a_text_is_none()
    {
        PSObject summary = Assert.Single(Succeed("$in | Update-DeviceScriptRunSummary", With("DisplayName", new Mute())));

        Assert.Null(Value(summary, "ScriptName"));
    }

    [Fact]
    public void A_table_within_itself_is_read_once()
    {
        Hashtable table = With("DisplayName", "Round");
        table["AdditionalProperties"] = table;

        Assert.Equal("Round", Value(Assert.Single(Succeed("$in | Update-DeviceScriptRunSummary", table)), "ScriptName"));
    }

    private static Hashtable With(string property, object value) =>
        new() { ["ScriptType"] = "Shell", ["ScriptId"] = Demo.Shell, ["ErrorUserCount"] = 1, [property] = value };

    private void AssertFailsAlone(object bad, string id)
    {
        InvocationResult result = Invoke("$in | Update-DeviceScriptRunSummary", new object[] { bad, With("ErrorUserCount", 4) });

        Assert.Null(result.Terminating);
        Assert.Equal(id, Id(Assert.Single(result.AllErrors)));
        Assert.Equal(4, Value(Assert.Single(result.Output)!, "ErrorUserCount"));
    }

    private sealed class Mute
    {
        public override string ToString() => throw new InvalidOperationException("It has no text.");
    }

    private sealed class MuteTable : Hashtable
    {
        public override object? this[object key]
        {
            get => throw new InvalidOperationException("It has no value.");
            set => base[key] = value;
        }
    }
}
