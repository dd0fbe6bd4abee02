using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>A desktop whose browser only writes down which page it is to open, so that a test can play it.</summary>
internal sealed class Desktop : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("runsummary-desktop-").FullName;

    public Desktop(Action<string, string?> setEnvironment)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there is the browser found by name.");
        string program = Path.Combine(_folder, "xdg-open");
        File.WriteAllText(program, $"#!/bin/sh\nprintf '%s' \"$1\" > '{Opened}.part' && mv '{Opened}.part' '{Opened}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        setEnvironment("PATH", _folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"));
        setEnvironment("DISPLAY", ":0");
        setEnvironment("SUDO_USER", null);
        setEnvironment("AZUREPS_HOST_ENVIRONMENT", null);
    }

    public bool HasOpened => File.Exists(Opened);

    private string Opened => Path.Combine(_folder, "opened");

    /// <summary>Waits for the page that is to be opened.</summary>
    public async Task<Uri> OpenedAsync()
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!HasOpened)
        {
            Assert.True(watch.Elapsed < Patience, "No browser was opened.");
            await Task.Delay(10);
        }

        Uri address = new(await File.ReadAllTextAsync(Opened));
        File.Delete(Opened);
        return address;
    }

    /// <summary>Plays the browser for each page that is to be opened, until it is told to stop.</summary>
    public async Task AnswerAllAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            if (HasOpened)
            {
                await SandboxBrowser.SignInAsync(await OpenedAsync(), CancellationToken.None);
            }

            await Task.Delay(10, CancellationToken.None);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
