using System;
using System.Text.Json;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.RunStates;

/// <summary>Counts devices by their run state, straight from the bytes of a page.</summary>
internal sealed class DeviceStateCounts : IPageItems, ICounts<DeviceStateCounts>
{
    private Property _property;
    private RunState _state;

    private enum Property
    {
        Other,
        RunState,
        LastStateUpdate,
    }

    // The service's values; all that come in future are unknown, as one that is null or absent is.
    private enum RunState
    {
        Unknown,
        Success,
        Error,
        Pending,
        NotApplicable,
    }

    public int Success { get; private set; }

    /// <summary>Those that failed, and those on which the script itself did.</summary>
    public int Error { get; private set; }

    public int Pending { get; private set; }

    public int NotApplicable { get; private set; }

    public int Unknown { get; private set; }

    public int Total => Success + Error + Pending + NotApplicable + Unknown;

    /// <summary>When the newest state came in; null where none says when.</summary>
    public DateTimeOffset? Latest { get; private set; }

    public void Name(ref Utf8JsonReader json) => _property =
        json.ValueTextEquals("runState"u8) ? Property.RunState
        : json.ValueTextEquals("lastStateUpdateDateTime"u8) ? Property.LastStateUpdate
        : Property.Other;

    public void Value(ref Utf8JsonReader json)
    {
        if (_property == Property.RunState)
        {
            _state = json.IsNullOr(JsonTokenType.String, "runState") ? RunState.Unknown : Read(ref json);
        }
        else if (_property == Property.LastStateUpdate && !json.IsNullOr(JsonTokenType.String, "lastStateUpdateDateTime"))
        {
            Note(json.TryGetDateTimeOffset(out DateTimeOffset time) ? time : throw AnswerException.Property("lastStateUpdateDateTime"));
        }
    }

    public void EndItem()
    {
        switch (_state)
        {
            case RunState.Success:
                Success++;
                break;
            case RunState.Error:
                Error++;
                break;
            case RunState.Pending:
                Pending++;
                break;
            case RunState.NotApplicable:
                NotApplicable++;
                break;
            default:
                Unknown++;
                break;
        }

        _state = RunState.Unknown;
    }

    public void Add(DeviceStateCounts others)
    {
        Success += others.Success;
        Error += others.Error;
        Pending += others.Pending;
        NotApplicable += others.NotApplicable;
        Unknown += others.Unknown;
        if (others.Latest is { } latest)
        {
            Note(latest);
        }
    }

    private static RunState Read(ref Utf8JsonReader json) =>
        json.ValueTextEquals("success"u8) ? RunState.Success
        : json.ValueTextEquals("fail"u8) || json.ValueTextEquals("scriptError"u8) ? RunState.Error
        : json.ValueTextEquals("pending"u8) ? RunState.Pending
        : json.ValueTextEquals("notApplicable"u8) ? RunState.NotApplicable
        : RunState.Unknown;

    // The year 1 is how the service says that nothing came in yet.
    private void Note(DateTimeOffset time) => Latest = time.Year > 1 && (Latest is null || time > Latest) ? time : Latest;
}
