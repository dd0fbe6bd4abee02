using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Service;

if (SandboxArguments.Parse(args, out string? problem) is not { } arguments)
{
    await Console.Error.WriteLineAsync(problem + Environment.NewLine + SandboxArguments.Usage);
    return 2;
}

CertificateTrust.TrustInThisProcess();
await using SandboxService service = await SandboxService.StartAsync(arguments.Service);

// Nobody is here to enter the code that Connect-RunSummary -UseDeviceCode shows.
service.Identity.DeviceCodes.AutoApproveAfter = 1;
return arguments.Verb switch
{
    SandboxVerb.Serve => await ServeAsync(service, arguments.UntilInputEnds),
    SandboxVerb.Run => SandboxShell.Run(service, arguments.Script!, arguments.ScriptArguments),
    SandboxVerb.Shell => SandboxShell.Prompt(service),
    _ => SandboxShell.Demo(service, RepositoryPaths.Quickstart),
};

static async Task<int> ServeAsync(SandboxService service, bool untilInputEnds)
{
    // Nobody reads it here, and it would cost benchmarks time and memory.
    service.Requests.Capacity = 0;
    using CancellationTokenSource stop = new();
    Console.CancelKeyPress += (_, press) =>
    {
        press.Cancel = true;
        stop.Cancel();
    };
    Console.WriteLine(ServeText.For(service));
    Task interrupted = Task.Delay(Timeout.Infinite, stop.Token);
    await Task.WhenAny(interrupted, untilInputEnds ? Console.OpenStandardInput().CopyToAsync(Stream.Null) : interrupted);
    return 0;
}
