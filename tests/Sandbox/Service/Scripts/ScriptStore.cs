using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>The tenant's scripts and their summaries, in memory.</summary>
public sealed class ScriptStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, SandboxScript> _byId = [];
    private readonly Dictionary<Guid, SummaryCounts> _counts = [];
    private readonly Dictionary<ScriptFamily, List<SandboxScript>> _families =
        Enum.GetValues<ScriptFamily>().ToDictionary(family => family, _ => new List<SandboxScript>());

    private readonly int _seed;
    private Random _random;
    private long _lastOrdinal;

    internal ScriptStore(int seed)
    {
        _seed = seed;
        _random = Seeded();
        foreach ((SandboxScript script, SummaryCounts counts) in DemoScripts.All)
        {
            Add(script, counts);
        }
    }

    public IReadOnlyList<SandboxScript> All => Locked(() => _byId.Values.OrderBy(script => script.Ordinal).ToArray());

    public SandboxScript Add(ScriptFamily family, string displayName, SummaryCounts? counts = null, Guid? id = null) =>
        Add(new SandboxScript { Family = family, DisplayName = displayName, Id = id ?? Guid.NewGuid() }, counts);

    public SandboxScript Add(SandboxScript script, SummaryCounts? counts = null) => Locked(() =>
    {
        SandboxScript stored = script with { Ordinal = ++_lastOrdinal, AddedWith = counts ?? new SummaryCounts() };
        _byId.Add(stored.Id, stored);
        _counts[stored.Id] = stored.AddedWith;
        _families[stored.Family].Add(stored);
        return stored;
    });

    /// <summary>Adds generated scripts; the same ones after each <see cref="Clear"/>.</summary>
    public IReadOnlyList<SandboxScript> Seed(int perFamily) => Locked(() =>
        Enum.GetValues<ScriptFamily>()
            .SelectMany(family => Enumerable.Range(1, perFamily).Select(number => AddGenerated(family, number)))
            .ToArray());

    public void Clear() => Locked(() =>
    {
        _byId.Clear();
        _counts.Clear();
        _random = Seeded();
        foreach (List<SandboxScript> family in _families.Values)
        {
            family.Clear();
        }

        return true;
    });

    public IReadOnlyList<SandboxScript> Of(ScriptFamily family) => Locked(() => _families[family].ToArray());

    public SandboxScript? Find(Guid id) => Locked(() => _byId.GetValueOrDefault(id));

    public bool Remove(Guid id) => Locked(() =>
        _byId.Remove(id, out SandboxScript? script) && _counts.Remove(id) && _families[script.Family].Remove(script));

    public ScriptSummary? Summary(Guid id) =>
        Locked(() => _counts.TryGetValue(id, out SummaryCounts? counts) ? new ScriptSummary(SummaryKey(id), counts) : null);

    public ScriptSummary? SetSummary(Guid id, SummaryCounts counts) => ChangeSummary(id, _ => counts);

    /// <summary>Null where there is no such script.</summary>
    internal ScriptSummary? ChangeSummary(Guid id, Func<SummaryCounts, SummaryCounts> change) => Locked(() =>
        _counts.TryGetValue(id, out SummaryCounts? counts)
            ? new ScriptSummary(SummaryKey(id), _counts[id] = change(counts))
            : null);

    /// <summary>Up to <paramref name="count"/> scripts that come after a place in the list.</summary>
    internal IReadOnlyList<SandboxScript> After(ScriptFamily family, long ordinal, int count, Func<SandboxScript, bool> matches) => Locked(() =>
    {
        List<SandboxScript> scripts = _families[family];
        return scripts.Skip(FirstAfter(scripts, ordinal)).Where(matches).Take(count).ToArray();
    });

    private static int FirstAfter(List<SandboxScript> scripts, long ordinal)
    {
        int low = 0;
        int high = scripts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = scripts[middle].Ordinal <= ordinal ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static Guid SummaryKey(Guid scriptId) => new(Array.ConvertAll(scriptId.ToByteArray(), part => (byte)(part ^ 0x5A)));

    private SandboxScript AddGenerated(ScriptFamily family, int number)
    {
        byte[] id = new byte[16];
        _random.NextBytes(id);
        SummaryCounts counts = new(_random.Next(2_000), _random.Next(100), _random.Next(1_500), _random.Next(50));
        return Add(family, $"{family} script {number:D5}", counts, new Guid(id));
    }

    private Random Seeded() => new(_seed);

    private T Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }
}
