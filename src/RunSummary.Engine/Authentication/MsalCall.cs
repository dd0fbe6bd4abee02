using System;
using System.Threading;

namespace RunSummary.Engine.Authentication;

/// <summary>One call of MSAL's: what its HTTP requests have to know, and what is to be said where it fails.</summary>
/// <param name="Authority">The sign-in service, for messages.</param>
/// <param name="Events">The command that needs the token.</param>
internal sealed record MsalCall(Uri Authority, IEngineEvents Events)
{
    private static readonly AsyncLocal<MsalCall?> Ambient = new();

    /// <summary>The call that this code runs for; null for none.</summary>
    public static MsalCall? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>What to do where the sign-in is refused; null for the general advice.</summary>
    public string? Action { get; init; }

    /// <summary>Whether the call is to do without the user, who may help where it fails.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether a certificate signs what is sent.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether a token is at hand that still does, so that nobody is to wait for another try.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Called when whoever was asked has answered, and the rest is between machines; null where nobody is asked.</summary>
    public Action? Answered { get; set; }

    /// <summary>How many times the last request was sent.</summary>
    public int Tries { get; set; }

    private Uri? Last { get; set; }

    /// <summary>Counts one sending, by MSAL itself.</summary>
    public void Count(Uri address)
    {
        Tries = address == Last ? Tries + 1 : 1;
        Last = address;
    }
}
