using System.Text.Json;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.RunStates;

/// <summary>Counts users by how the script did on their devices, straight from the bytes of a page.</summary>
internal sealed class UserStateCounts : IPageItems, ICounts<UserStateCounts>
{
    private Property _property;
    private bool _hasSuccess;
    private bool _hasError;

    private enum Property
    {
        Other,
        SuccessDevices,
        ErrorDevices,
    }

    /// <summary>Those with a success on at least one device and no error on any.</summary>
    public int Success { get; private set; }

    /// <summary>Those with an error on at least one device.</summary>
    public int Error { get; private set; }

    public int Total { get; private set; }

    public void Name(ref Utf8JsonReader json) => _property =
        json.ValueTextEquals("successDeviceCount"u8) ? Property.SuccessDevices
        : json.ValueTextEquals("errorDeviceCount"u8) ? Property.ErrorDevices
        : Property.Other;

    public void Value(ref Utf8JsonReader json)
    {
        if (_property == Property.SuccessDevices)
        {
            _hasSuccess = IsAboveZero(ref json, "successDeviceCount");
        }
        else if (_property == Property.ErrorDevices)
        {
            _hasError = IsAboveZero(ref json, "errorDeviceCount");
        }
    }

    public void EndItem()
    {
        Total++;
        Error += _hasError ? 1 : 0;
        Success += _hasSuccess && !_hasError ? 1 : 0;
        _hasSuccess = false;
        _hasError = false;
    }

    public void Add(UserStateCounts others)
    {
        Success += others.Success;
        Error += others.Error;
        Total += others.Total;
    }

    private static bool IsAboveZero(ref Utf8JsonReader json, string name) =>
        !json.IsNullOr(JsonTokenType.Number, name) && (json.TryGetInt32(out int count) ? count > 0 : throw AnswerException.Property(name));
}
