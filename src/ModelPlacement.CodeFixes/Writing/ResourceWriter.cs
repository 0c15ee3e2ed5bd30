using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using ModelPlacement.CodeFixes.Counterparts;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>Writes the args of a resource from its template: one input a line, nested objects below.</summary>
internal sealed class ResourceWriter
{
    private readonly Layout _layout;
    private readonly bool _braceOnSameLine;
    private readonly Func<string, string> _className;
    private readonly Func<string, string?> _slot;
    private readonly Func<string, WrittenList?> _list;

    /// <param name="layout">The file's layout.</param>
    /// <param name="braceOnSameLine">Whether an opening brace stays on its line.</param>
    /// <param name="className">The written name of a class of the family.</param>
    /// <param name="slot">The expression that fills a slot; null where there is none.</param>
    /// <param name="list">The list that fills a slot; null where there is none.</param>
    public ResourceWriter(Layout layout, bool braceOnSameLine, Func<string, string> className, Func<string, string?> slot, Func<string, WrittenList?>? list = null)
    {
        _layout = layout;
        _braceOnSameLine = braceOnSameLine;
        _className = className;
        _slot = slot;
        _list = list ?? (static _ => null);
    }

    /// <summary>The creation of an object.</summary>
    /// <param name="head">What stands before the brace: <c>new()</c>, <c>new DeploymentArgs</c>.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="indent">The indentation of the line that it starts on.</param>
    /// <param name="comments">Comments that stand before the inputs.</param>
    public string Write(string head, ImmutableArray<KeyValuePair<string, Template>> inputs, string indent, IEnumerable<string> comments)
    {
        var inner = indent + _layout.Unit;
        var text = new StringBuilder(head);
        text.Append(_braceOnSameLine ? " " : _layout.NewLine + indent).Append('{').Append(_layout.NewLine);
        foreach (var comment in comments)
            text.Append(inner).Append(comment).Append(_layout.NewLine);
        foreach (var input in inputs)
        {
            if (ValueOf(input.Value, inner) is { } value)
                text.Append(inner).Append(PropertyName(input.Key)).Append(value[0] is '\r' or '\n' ? " =" : " = ").Append(value).Append(',').Append(_layout.NewLine);
        }

        return text.Append(indent).Append('}').ToString();
    }

    public static string Quote(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    // The SDKs name a property as its input, with the first letter raised.
    private static string PropertyName(string input) => char.ToUpperInvariant(input[0]) + input.Substring(1);

    private string? ValueOf(Template template, string indent) => template switch
    {
        TemplateText text => Quote(text.Text),
        TemplateLiteral literal => literal.Code,
        TemplateSlot slot => _slot(slot.Name),
        TemplateObject nested => nested.Inputs.Any(input => ValueOf(input.Value, indent) is not null) ? Write("new " + _className(nested.Class), nested.Inputs, indent, []) : null,
        TemplateSequence sequence => Lines(sequence.Items.Select(item => ValueOf(item, indent + _layout.Unit)).OfType<string>().Select(static item => (item, (string?)null)), indent),
        TemplateElements elements => _list(elements.Name) is { } list ? ListOf(list, elements.Item, indent) : null,
        _ => throw new InvalidOperationException("Not an input: " + template),
    };

    private string? ListOf(WrittenList list, TemplateObject? item, string indent)
    {
        if (list.Whole is { } whole)
            return whole;
        if (list.Elements.IsEmpty)
            return null;
        return item is null
            ? "{ " + string.Join(", ", list.Elements.Select(static element => element.Value)) + " }"
            : Lines(list.Elements.Select(element => (ItemOf(item, element, indent + _layout.Unit), element.Comment)), indent);
    }

    private string ItemOf(TemplateObject item, WrittenElement element, string indent)
    {
        var head = "new " + _className(item.Class);
        return element.Slot is { } slot
            ? new ResourceWriter(_layout, _braceOnSameLine, _className, slot, element.List).Write(head, item.Inputs, indent, [])
            : head + " { " + string.Join(", ", item.Inputs.Select(input => PropertyName(input.Key) + " = " + Part(input.Value, element))) + " }";
    }

    private static string Part(Template template, WrittenElement element) =>
        template is TemplateSlot { Name: "name" } ? element.Name ?? throw new InvalidOperationException("A list of texts has no names.") : element.Value;

    /// <summary>A list with an element a line.</summary>
    private string Lines(IEnumerable<(string Value, string? Comment)> elements, string indent) =>
        (_braceOnSameLine ? "{" : _layout.NewLine + indent + "{") + _layout.NewLine
        + string.Concat(elements.Select(element => indent + _layout.Unit + element.Value + "," + (element.Comment is { } comment ? " " + comment : "") + _layout.NewLine))
        + indent + "}";
}

/// <summary>A list that a program writes.</summary>
/// <param name="Elements">Its elements as they are written, with their names where they are named values.</param>
/// <param name="Whole">The expression of the list, where its elements are not written in place; else null.</param>
internal sealed record WrittenList(ImmutableArray<WrittenElement> Elements, string? Whole);

/// <summary>An element of a list.</summary>
/// <param name="Name">Its name, where it is a named value.</param>
/// <param name="Value">The value.</param>
/// <param name="Comment">The comment that ends its line, or null.</param>
/// <param name="Slot">What fills the slots of its template, where it is more than a name and a value.</param>
/// <param name="List">Likewise, the lists.</param>
internal sealed record WrittenElement(string? Name, string Value, string? Comment = null, Func<string, string?>? Slot = null, Func<string, WrittenList?>? List = null);
