using System.Collections.Generic;
using System.Collections.Immutable;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>An input of a resource that a fix writes. A closed set: <see cref="TemplateObject"/>, <see cref="TemplateText"/>, <see cref="TemplateNumber"/>, <see cref="TemplateSlot"/>.</summary>
internal abstract record Template;

/// <summary>A nested object.</summary>
/// <param name="Class">Its class, without the family's namespace: <c>CognitiveServices.Inputs.SkuArgs</c>.</param>
/// <param name="Inputs">Its inputs by schema name, in the order they are written.</param>
internal sealed record TemplateObject(string Class, ImmutableArray<KeyValuePair<string, Template>> Inputs) : Template;

/// <summary>A constant text.</summary>
internal sealed record TemplateText(string Text) : Template;

/// <summary>A constant number, as it is written.</summary>
internal sealed record TemplateNumber(string Digits) : Template;

/// <summary>Filled in by the fix: <c>model.name</c>, <c>account.Id</c>. An input whose slot has nothing to be filled with is left out.</summary>
internal sealed record TemplateSlot(string Name) : Template;
