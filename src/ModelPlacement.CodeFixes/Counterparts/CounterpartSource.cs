using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>A resource that a fix replaces.</summary>
/// <param name="Tokens">The type tokens of which this holds.</param>
/// <param name="Target">What it becomes.</param>
/// <param name="Outputs">By schema name, the target's output that means the nearest; others have no meaning there.</param>
/// <param name="Capacity">The input that says how many units are bought, or null.</param>
/// <param name="Sku">The kind of capacity.</param>
/// <param name="Dependents">Resources that exist for this one only.</param>
internal sealed record CounterpartSource(
    ImmutableArray<string> Tokens,
    CounterpartTarget Target,
    ImmutableDictionary<string, string> Outputs,
    string? Capacity,
    SkuChoice Sku,
    ImmutableArray<Dependent> Dependents)
{
    public Dependent? DependentOf(string? token) => Dependents.FirstOrDefault(dependent => dependent.Token == token);
}

/// <summary>A resource that exists for another one only, and what its outputs mean on that one's target.</summary>
internal sealed record Dependent(string Token, ImmutableDictionary<string, string> Outputs);

/// <summary>The kind of capacity: the first rule that matches the model's text as the program writes it, else the default.</summary>
internal sealed record SkuChoice(string Default, ImmutableArray<SkuRule> Rules)
{
    public string For(string? modelText) => Rules.FirstOrDefault(rule => modelText is not null && rule.Match.IsMatch(modelText))?.Sku ?? Default;
}

internal sealed record SkuRule(Regex Match, string Sku);
