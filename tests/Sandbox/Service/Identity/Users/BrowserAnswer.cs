namespace RunSummary.Sandbox.Service;

/// <summary>What the person at the browser does.</summary>
public enum BrowserAnswer
{
    SignIn,

    /// <summary>Turns back (access_denied, subcode 'cancel').</summary>
    Cancel,

    /// <summary>Doesn't let the application in (access_denied, AADSTS65004).</summary>
    DeclineConsent,

    /// <summary>May not let the application in (access_denied, AADSTS90094).</summary>
    NeedAdministrator,
}
