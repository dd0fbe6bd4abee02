namespace RunSummary.Sandbox.Service;

/// <summary>Collects a rule; naming the kind of fault adds it to the plan.</summary>
public sealed class FaultRuleBuilder : FaultKinds<FaultRule>
{
    private readonly FaultPlan _plan;
    private FaultRule _rule;

    internal FaultRuleBuilder(FaultPlan plan, FaultRule rule)
    {
        _plan = plan;
        _rule = rule;
    }

    public FaultRuleBuilder Times(int times)
    {
        _rule = _rule with { Times = times };
        return this;
    }

    public FaultRuleBuilder Once() => Times(1);

    public FaultRuleBuilder Skip(int requests)
    {
        _rule = _rule with { Skip = requests };
        return this;
    }

    public FaultRule ByChance(double probability, params FaultAction[] actions) =>
        _plan.Add(_rule with { Chance = probability, Actions = actions });

    public override FaultRule Perform(FaultAction action) => _plan.Add(_rule with { Actions = [action] });
}
