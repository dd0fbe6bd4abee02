using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>The device codes, and the hand of the user who types them in.</summary>
public sealed class DeviceCodes
{
    private readonly Lock _lock = new();
    private readonly List<DeviceCode> _all = [];

    internal DeviceCodes()
    {
    }

    public IReadOnlyList<DeviceCode> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>Seconds between two polls.</summary>
    public int Interval { get; set; } = 1;

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The default user approves each code after so many polls in vain; null leaves it to the test.</summary>
    public int? AutoApproveAfter { get; set; }

    /// <summary>The user signs in, the default one where none is given.</summary>
    public void Approve(string userCode, SandboxUser? user = null) => Change(userCode, code =>
    {
        code.User = user;
        code.State = DeviceCodeState.Approved;
    });

    public void Decline(string userCode) => Change(userCode, code => code.State = DeviceCodeState.Declined);

    public void Expire(string userCode) => Change(userCode, code => code.State = DeviceCodeState.Expired);

    /// <summary>The next polls hear that they came too soon.</summary>
    public void SlowDown(string userCode, int times = 1) => Change(userCode, code => code.SlowDowns = times);

    internal DeviceCode Issue(SandboxApplication application, ScopeRequest scopes, JsonObject? claims)
    {
        DeviceCode code = new(RandomText.Of(96), RandomText.ToType(9), application, scopes, DateTimeOffset.UtcNow + Lifetime) { Claims = claims };
        lock (_lock)
        {
            _all.Add(code);
        }

        return code;
    }

    internal DeviceCode? Find(string secret)
    {
        lock (_lock)
        {
            return _all.Find(code => code.Secret == secret);
        }
    }

    /// <summary>What the client hears; null for one that comes too soon.</summary>
    internal DeviceCodeState? Poll(DeviceCode code)
    {
        lock (_lock)
        {
            code.Polls++;
            if (code.SlowDowns > 0)
            {
                code.SlowDowns--;
                return null;
            }

            if (code.State == DeviceCodeState.Pending)
            {
                code.State = code.ExpiresOn <= DateTimeOffset.UtcNow ? DeviceCodeState.Expired
                    : code.Polls > AutoApproveAfter ? DeviceCodeState.Approved
                    : DeviceCodeState.Pending;
            }

            DeviceCodeState told = code.State;
            code.State = told == DeviceCodeState.Approved ? DeviceCodeState.Redeemed : told;
            return told;
        }
    }

    private void Change(string userCode, Action<DeviceCode> change)
    {
        lock (_lock)
        {
            change(_all.LastOrDefault(code => code.UserCode == userCode) ?? throw new ArgumentException($"No code {userCode}.", nameof(userCode)));
        }
    }
}
