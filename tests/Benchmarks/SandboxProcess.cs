using System;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks;

/// <summary>The sandbox in a process of its own, so that its work and its memory aren't the contenders'.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private static readonly Regex Address = new(@"Graph at (http://\S+?),");
    private static readonly Regex SignIn = new(@"sign-in at (https://\S+) \(tenant (\S+)\)");
    private static readonly Regex Token = new(@"-AccessToken (\S+)");

    private readonly Process _process;

    private SandboxProcess(Process process, string said)
    {
        _process = process;
        Endpoint = new Uri(Address.Match(said).Groups[1].Value);
        Match signIn = SignIn.Match(said);
        Authority = new Uri(signIn.Groups[1].Value);
        TenantId = signIn.Groups[2].Value;
        AccessToken = Token.Match(said).Groups[1].Value;
    }

    public Uri Endpoint { get; }

    public Uri Authority { get; }

    public string TenantId { get; }

    public string AccessToken { get; }

    public static async Task<SandboxProcess> StartAsync(int scripts, int latency, params string[] more)
    {
        ProcessStartInfo start = new("dotnet",
        [
            Built.Path("Sandbox"), "serve", "--scripts", Text(scripts), "--latency", Text(latency), .. more,
        ])
        {
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        string said = "";
        while (!Token.IsMatch(said))
        {
            said += await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException("The sandbox didn't start: " + said);
        }

        return new SandboxProcess(process, said);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
