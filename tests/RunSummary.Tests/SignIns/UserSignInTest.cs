using System;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;

namespace RunSummary.Tests.SignIns;

/// <summary>What tests of people who sign in share.</summary>
public abstract class UserSignInTest : SignInTest
{
    protected const string DeviceConnect = "Connect-RunSummary -UseDeviceCode " + Here;

    /// <summary>Runs a script and answers the device code that it shows.</summary>
    protected async Task<InvocationResult> AnswerAsync(string script, Action<DeviceCode> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Task<InvocationResult> running = Task.Run(() => Shell.Invoke(script));
        answer(await CodeAsync());
        return await running.WaitAsync(Soon);
    }

    /// <summary>Signs in with a device code that the user approves.</summary>
    protected Task<InvocationResult> SignInAsync(string more = "") =>
        AnswerAsync($"{DeviceConnect} {more}", code => Service.Identity.DeviceCodes.Approve(code.UserCode));

    /// <summary>Waits until a new device code was given out.</summary>
    protected async Task<DeviceCode> CodeAsync()
    {
        using System.Threading.CancellationTokenSource patience = new(Soon);
        while (Service.Identity.DeviceCodes.All is not [.., { State: DeviceCodeState.Pending }])
        {
            await Task.Delay(10, patience.Token);
        }

        return Service.Identity.DeviceCodes.All[^1];
    }
}
