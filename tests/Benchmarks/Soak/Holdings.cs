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

    // What an hour may bring. Resident memory still settles when what is kept in it no longer grows, and the pool's threads come and go.
    private const double HeapAnHour = 4;
    private const double ResidentAnHour = 32;
    private const double HandlesAnHour = 16;
    private const double ThreadsAnHour = 8;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Holding> _taken = [];

    public TimeSpan Pause => time / Takes;

    public void Take(int rounds)
    {
        double heap = GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
        using Process process = Process.GetCurrentProcess();
        Holding taken = new(_watch.Elapsed.TotalHours, heap, process.WorkingSet64 / 1048576.0, Handles(process), process.Threads.Count);
        _taken.Add(taken);
        Console.WriteLine($"{taken.Hours * 60,6:F1} min {rounds,8} rounds {heap,8:F1} MB heap {taken.Resident,8:F1} MB resident {taken.Handles,6} handles {taken.Threads,5} threads");
    }

    /// <summary>Says whether nothing grew by more in an hour than noise and what settles late.</summary>
    public bool AreFlat()
    {
        if (time < Hour)
        {
            Console.WriteLine($"In {time.TotalMinutes} minutes warming up and noise weigh what they do in an hour, so they may bring as much: only a large leak shows.");
        }

        bool heap = IsFlat("heap", HeapAnHour, taken => taken.Heap);
        bool resident = IsFlat("resident", ResidentAnHour, taken => taken.Resident);
        bool handles = IsFlat("handles", HandlesAnHour, taken => taken.Handles);
        return IsFlat("threads", ThreadsAnHour, taken => taken.Threads) && heap && resident && handles;
    }

    // The first third warms up.
    private bool IsFlat(string name, double limit, Func<Holding, double> of)
    {
        int third = _taken.Count / 3;
        double middle = Numbers.Median(_taken.Skip(third).Take(third).Select(of));
        double last = Numbers.Median(_taken.TakeLast(third).Select(of));
        double growth = Numbers.Slope([.. _taken.Skip(third).Select(taken => (taken.Hours, of(taken)))]);
        double target = limit * Math.Max(1, Hour / time);
        Console.WriteLine($"{name,-10} {middle,8:F1} then {last,8:F1}, ratio {last / middle:F3}, growth an hour {Numbers.AtMost(growth, target, "F0")}");
        return growth <= target;
    }

    // .NET counts them on Windows alone.
    private static double Handles(Process process) => OperatingSystem.IsLinux() ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count() : process.HandleCount;

    private readonly record struct Holding(double Hours, double Heap, double Resident, double Handles, double Threads);
}
