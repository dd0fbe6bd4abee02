using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace RunSummary.Benchmarks.Soak;

/// <summary>What this process holds, taken again and again over a time.</summary>
internal sealed class Holdings(TimeSpan time)
{
    private const int Takes = 60;
    private const double Growth = 1.25;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<(double Heap, double Resident, double Handles, double Threads)> _taken = [];

    public TimeSpan Pause => time / Takes;

    public void Take(int rounds)
    {
        double heap = GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
        using Process process = Process.GetCurrentProcess();
        _taken.Add((heap, process.WorkingSet64 / 1048576.0, Handles(process), process.Threads.Count));
        (_, double resident, double handles, double threads) = _taken[^1];
        Console.WriteLine($"{_watch.Elapsed.TotalMinutes,6:F1} min {rounds,8} rounds {heap,8:F1} MB heap {resident,8:F1} MB resident {handles,6} handles {threads,5} threads");
    }

    /// <summary>Says whether the last third holds no more than the third in the middle, but for noise.</summary>
    public bool AreFlat()
    {
        bool heap = IsFlat("heap", taken => taken.Heap);
        bool resident = IsFlat("resident", taken => taken.Resident);
        bool handles = IsFlat("handles", taken => taken.Handles);
        return IsFlat("threads", taken => taken.Threads) && heap && resident && handles;
    }

    private bool IsFlat(string name, Func<(double Heap, double Resident, double Handles, double Threads), double> of)
    {
        int third = _taken.Count / 3;
        double middle = Numbers.Median(_taken.Skip(third).Take(third).Select(of));
        double last = Numbers.Median(_taken.TakeLast(third).Select(of));
        Console.WriteLine($"{name,-10} {middle,8:F1} then {last,8:F1}, ratio {Numbers.AtMost(last / middle, Growth, "F2")}");
        return last <= middle * Growth;
    }

    // .NET counts them on Windows alone.
    private static double Handles(Process process) => OperatingSystem.IsLinux() ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count() : process.HandleCount;
}
