using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>
/// An input of a resource that a fix writes. A closed set: <see cref="TemplateObject"/>, <see cref="TemplateSequence"/>, <see cref="TemplateText"/>, <see cref="TemplateLiteral"/>,
/// <see cref="TemplateSlot"/>, <see cref="TemplateElements"/>.
/// </summary>
internal abstract record Template;

/// <summary>A nested object.</summary>
/// <param name="Class">Its class, without the family's namespace: <c>CognitiveServices.Inputs.SkuArgs</c>.</param>
/// <param name="Inputs">Its inputs by schema name, in the order they are written.</param>
internal sealed record TemplateObject(string Class, ImmutableArray<KeyValuePair<string, Template>> Inputs) : Template
{
    /// <summary>The lists in it that a fix fills in.</summary>
    public IEnumerable<TemplateElements> Lists() => Inputs.SelectMany(static input => ListsIn(input.Value));

    /// <summary>The names of the slots in it.</summary>
    public IEnumerable<string> Slots() => Inputs.SelectMany(static input => SlotsIn(input.Value));

    private static IEnumerable<string> SlotsIn(Template template) => template switch
    {
        TemplateSlot slot => [slot.Name],
        TemplateObject nested => nested.Slots(),
        TemplateSequence sequence => sequence.Items.SelectMany(SlotsIn),
        _ => [],
    };

    private static IEnumerable<TemplateElements> ListsIn(Template template) => template switch
    {
        TemplateElements list => [list],
        TemplateObject nested => nested.Lists(),
        TemplateSequence sequence => sequence.Items.SelectMany(ListsIn),
        _ => [],
    };
}

/// <summary>A constant text.</summary>
internal sealed record TemplateText(string Text) : Template;

/// <summary>A constant number or truth value, as it is written.</summary>
internal sealed record TemplateLiteral(string Code) : Template;

/// <summary>A list of known length.</summary>
internal sealed record TemplateSequence(ImmutableArray<Template> Items) : Template;

/// <summary>A list that the fix fills in: what was a list of texts, or of named values.</summary>
/// <param name="Name">The slot: <c>environment</c>.</param>
/// <param name="Item">What each becomes, its slots <c>name</c> and <c>value</c>; null where each stays as it is.</param>
internal sealed record TemplateElements(string Name, TemplateObject? Item) : Template;

/// <summary>Filled in by the fix: <c>model.name</c>, <c>account.Id</c>. An input whose slot has nothing to be filled with is left out.</summary>
internal sealed record TemplateSlot(string Name) : Template;
