using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>A resource that a fix replaces.</summary>
/// <param name="Tokens">The type tokens of which this holds.</param>
/// <param name="Target">What it becomes.</param>
/// <param name="Outputs">By schema name, the target's output that means the nearest; others have no meaning there.</param>
/// <param name="IsConsumed">Whether it is replaced where it calls a vendor's own API, too.</param>
/// <param name="IsGuarded">Whether only those whom its cloud knows may call it, unless it or one of its dependents opens it to everybody.</param>
/// <param name="Opens">Inputs by which it is open to everybody: their paths and values.</param>
/// <param name="Model">The platform's model that does what it does whichever models it names; null where it serves the one that it names.</param>
/// <param name="Capacity">The path to how many units are bought, or null.</param>
/// <param name="Tags">The input that says what it is tagged with.</param>
/// <param name="Sku">The kind of capacity.</param>
/// <param name="Callers">Resources that pass requests on to it: they are set to the address of what replaces it.</param>
/// <param name="Dependents">Resources that exist for this one only.</param>
/// <param name="Values">By slot of the target, the paths on which its value may be written; the first that is counts.</param>
/// <param name="Composed">Slots that several texts of an object make up.</param>
/// <param name="Defaults">By slot, its value where none is written.</param>
/// <param name="Size">Where it says how large it is; null where it does not.</param>
/// <param name="Probes">Where it says how its health is checked.</param>
/// <param name="Refused">Paths of what the target has no place for: where something is written there, the fix is not offered.</param>
/// <param name="Told">Paths of texts that the model was told, which callers say to it from then on: they stay as comments.</param>
internal sealed record CounterpartSource(
    ImmutableArray<string> Tokens,
    CounterpartTarget Target,
    ImmutableDictionary<string, string> Outputs,
    bool IsConsumed,
    bool IsGuarded,
    ImmutableDictionary<string, string> Opens,
    CounterpartModel? Model,
    string? Capacity,
    string Tags,
    SkuChoice Sku,
    ImmutableArray<ConsumerObject> Callers,
    ImmutableArray<Dependent> Dependents,
    ImmutableDictionary<string, ImmutableArray<string>> Values,
    ImmutableArray<ComposedValue> Composed,
    ImmutableDictionary<string, string> Defaults,
    SizeRule? Size,
    ImmutableArray<ProbeRule> Probes,
    ImmutableArray<string> Refused,
    ImmutableArray<string> Told)
{
    public ConsumerObject? CallerOf(string? token) => Callers.FirstOrDefault(caller => caller.Token == token);

    public Dependent? DependentOf(string? token) => Dependents.FirstOrDefault(dependent => dependent.Token == token);
}

/// <summary>A value that several texts of an object make up: <c>{registry}/{repository}:{tag}</c>.</summary>
/// <param name="Slot">The slot of the target that it fills.</param>
/// <param name="At">The path to the object.</param>
/// <param name="Of">What members of the object must be, for it to be made up like this.</param>
/// <param name="Text">The value, with members of the object in braces.</param>
internal sealed record ComposedValue(string Slot, string At, ImmutableDictionary<string, string> Of, string Text);

/// <summary>A resource that exists for another one only.</summary>
/// <param name="Token">Its type token.</param>
/// <param name="Outputs">What its outputs mean on that one's target.</param>
/// <param name="Opens">Inputs by which it lets everybody call that one: their paths and values.</param>
internal sealed record Dependent(string Token, ImmutableDictionary<string, string> Outputs, ImmutableDictionary<string, string> Opens);

/// <summary>The kind of capacity: where units are bought its own, else of the first rule that matches a model's text as the program writes it, else the default.</summary>
internal sealed record SkuChoice(string Default, string? Bought, ImmutableArray<SkuRule> Rules)
{
    public string For(ImmutableArray<string> modelTexts, bool isBought) => (isBought ? Bought : null) ?? Rules.FirstOrDefault(rule => modelTexts.Any(text => rule.Match.IsMatch(text)))?.Sku ?? Default;
}

internal sealed record SkuRule(Regex Match, string Sku);

/// <summary>A resource that belongs to another one.</summary>
/// <param name="Token">Its type token.</param>
/// <param name="By">The inputs that say to which.</param>
/// <param name="Serves">The input that names whom it is there for: it goes only with all of them. Null where only <paramref name="By"/> matters.</param>
internal sealed record AttachedResource(string Token, ImmutableArray<string> By, string? Serves);
