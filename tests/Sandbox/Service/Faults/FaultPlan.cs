using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>What goes wrong. The first rule that takes a request decides; chance is drawn with a fixed seed.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<FaultRule> _rules = [];
    private readonly int _seed;
    private Random _random;

    internal FaultPlan(int seed)
    {
        _seed = seed;
        _random = Seeded();
    }

    /// <summary>Requests of a method ("*" for any) whose path holds the text.</summary>
    public FaultRuleBuilder On(string method, string pathPart) => On(request =>
        (method == "*" || string.Equals(request.Method, method, StringComparison.OrdinalIgnoreCase))
        && request.Path.Contains(pathPart, StringComparison.OrdinalIgnoreCase));

    public FaultRuleBuilder On(Func<SandboxRequest, bool> matches) => new(this, new FaultRule(matches, []));

    public FaultRule ByChance(double probability, params FaultAction[] actions) => On("*", "").ByChance(probability, actions);

    public FaultRule Add(FaultRule rule)
    {
        lock (_lock)
        {
            _rules.Add(rule);
        }

        return rule;
    }

    /// <summary>Forgets all rules and starts the chances anew.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
            _random = Seeded();
        }
    }

    internal Task<SandboxAnswer> ApplyAsync(SandboxRequest request, SandboxHandler work, CancellationToken cancellationToken)
    {
        FaultAction? action = Take(request);
        return action is null ? work(request, cancellationToken) : action(request, work, cancellationToken);
    }

    private FaultAction? Take(SandboxRequest request)
    {
        lock (_lock)
        {
            return _rules.Select(rule => rule.Take(request, _random)).FirstOrDefault(action => action is not null);
        }
    }

    private Random Seeded() => new(_seed);
}
