using System;
using System.Collections.Generic;
using System.Collections.Immutable;
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

    /// <param name="layout">The file's layout.</param>
    /// <param name="braceOnSameLine">Whether an opening brace stays on its line.</param>
    /// <param name="className">The written name of a class of the family.</param>
    /// <param name="slot">The expression that fills a slot; null where there is none.</param>
    public ResourceWriter(Layout layout, bool braceOnSameLine, Func<string, string> className, Func<string, string?> slot)
    {
        _layout = layout;
        _braceOnSameLine = braceOnSameLine;
        _className = className;
        _slot = slot;
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
        TemplateNumber number => number.Digits,
        TemplateSlot slot => _slot(slot.Name),
        TemplateObject nested => Write("new " + _className(nested.Class), nested.Inputs, indent, []),
        _ => throw new InvalidOperationException("Not an input: " + template),
    };
}
