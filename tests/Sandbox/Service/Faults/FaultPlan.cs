using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>What goes wrong. The first rule that takes a request decides; chance is drawn with a fixed seed.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly int _seed;
    private ImmutableArray<FaultRule> _rules = [];
    private Random _random;

    internal FaultPlan(int seed)
    {
        _seed = seed;
        _random = Seeded();
    }

    /// <summary>How often each kind has been drawn, by the rules there are.</summary>
    public IReadOnlyDictionary<string, int> Drawn
    {
        get
        {
            lock (_lock)
            {
                return _rules.SelectMany(rule => rule.Drawn)
                    .GroupBy(drawn => drawn.Key, drawn => drawn.Value)
                    .ToDictionary(drawn => drawn.Key, drawn => drawn.Sum());
            }
        }
    }

    /// <summary>Requests of a method ("*" for any) whose path holds the text, batches and their items among them.</summary>
    public FaultRuleBuilder On(string method, string pathPart) => On(request => Matches(request, method, pathPart));

    /// <summary>Batches as a whole.</summary>
    public FaultRuleBuilder OnEnvelopes() => On(request => request.IsEnvelope);

    /// <summary>The same as <see cref="On(string, string)"/>, only for items of a batch.</summary>
    public FaultRuleBuilder OnItems(string method = "*", string pathPart = "") =>
        On(request => request.InBatch && Matches(request, method, pathPart));

    public FaultRuleBuilder On(Func<SandboxRequest, bool> matches) => new(this, new FaultRule(matches, []));

    public FaultRule ByChance(double probability, params FaultAction[] actions) => On("*", "").ByChance(probability, actions);

    public FaultRule Add(FaultRule rule)
    {
        lock (_lock)
        {
            _rules = _rules.Add(rule);
        }

        return rule;
    }

    /// <summary>Forgets all rules and starts the chances anew.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules = [];
            _random = Seeded();
        }
    }

    internal Task<SandboxAnswer> ApplyAsync(SandboxRequest request, SandboxHandler work, CancellationToken cancellationToken)
    {
        FaultAction? action = Take(request);
        request.Fault = action?.Kind;
        return action is null ? work(request, cancellationToken) : action.Answer(request, work, cancellationToken);
    }

    private static bool Matches(SandboxRequest request, string method, string pathPart) =>
        (method == "*" || string.Equals(request.Method, method, StringComparison.OrdinalIgnoreCase))
        && request.Path.Contains(pathPart, StringComparison.OrdinalIgnoreCase);

    private FaultAction? Take(SandboxRequest request)
    {
        lock (_lock)
        {
            foreach (FaultRule rule in _rules)
            {
                if (rule.Take(request, _random) is FaultAction action)
                {
                    return action;
                }
            }

            return null;
        }
    }

    private Random Seeded() => new(_seed);
}
