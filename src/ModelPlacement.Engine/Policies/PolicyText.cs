using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>Edits the text of a policy file, keeping its formatting, comments and line endings.</summary>
public static class PolicyText
{
    private const string Exemptions = "exemptions";

    /// <summary>
    /// The text with one more exemption, in the style the file is written in. Null where that cannot be done safely: the file is not readable, or its exemptions are
    /// written in a way that has no place for another one (an alias).
    /// </summary>
    /// <param name="text">The policy file's text; an empty one becomes a policy file.</param>
    /// <param name="exemption">The exemption. An empty reason or approver is written as an empty text, for a person to fill in.</param>
    public static string? AddExemption(string text, Exemption exemption)
    {
        var mark = text.Length > 0 && text[0] == '\uFEFF' ? "\uFEFF" : "";
        var readable = text.Substring(mark.Length);
        var before = Document.Read(new DocumentFile("", readable));
        if (!before.Errors.IsEmpty || Insert(readable, before.Root, exemption) is not { } insertion)
            return null;
        var edited = mark + readable.Substring(0, insertion.Start) + insertion.Text + readable.Substring(insertion.End);
        return IsOneMore(text, edited, exemption) ? edited : null;
    }

    private static Insertion? Insert(string text, DocumentNode? root, Exemption exemption)
    {
        var lineEnd = text.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";
        var fields = Fields(exemption);
        switch (root)
        {
            case null or DocumentScalar { Kind: ScalarKind.Null, Position.Span.IsEmpty: true }:
                return Append(text, "version: 1" + lineEnd + Exemptions + ":" + lineEnd + Block(fields, "  ", lineEnd), lineEnd);
            case DocumentMapping mapping when IsFlow(text, mapping):
                return InFlow(text, mapping, fields, lineEnd);
            case DocumentMapping mapping:
                return InBlock(text, mapping, fields, lineEnd);
            default:
                return null;
        }
    }

    private static Insertion? InBlock(string text, DocumentMapping root, ImmutableArray<Field> fields, string lineEnd)
    {
        var margin = new string(' ', root.Position.Column - 1);
        if (Find(root) is not { Key: { } key } entry)
            return Append(text, margin + Exemptions + ":" + lineEnd + Block(fields, margin + "  ", lineEnd), lineEnd);

        switch (entry.Value)
        {
            case DocumentScalar { Kind: ScalarKind.Null } none:
                // `exemptions:` or `exemptions: null`, perhaps with a comment behind it.
                var colon = text.IndexOf(":", key.Position.Span.End, StringComparison.Ordinal) + 1;
                var isWritten = none.Position.Span.Start >= colon;
                var rest = isWritten ? none.Position.Span.End : colon;
                var end = EndOfLine(text, rest);
                var comment = text.Substring(rest, end - rest).TrimEnd();
                return new Insertion(colon, end, comment + lineEnd + Block(fields, margin + "  ", lineEnd).TrimEnd('\r', '\n'));
            case DocumentSequence sequence when IsFlow(text, sequence) && sequence.Position.Span.Start > key.Position.Span.End:
                return IntoFlow(text, sequence, Flow(fields, isJson: false), lineEnd);
            case DocumentSequence sequence when sequence.Position.Span.Start > key.Position.Span.End && text[sequence.Position.Span.Start] == '-':
                var at = EndOfLine(text, EndOf(text, sequence));
                return new Insertion(at, at, lineEnd + Block(fields, new string(' ', sequence.Position.Column - 1), lineEnd).TrimEnd('\r', '\n'));
            default:
                return null;
        }
    }

    private static Insertion? InFlow(string text, DocumentMapping root, ImmutableArray<Field> fields, string lineEnd)
    {
        var isJson = root.Entries.All(static entry => !entry.Key.IsPlain);
        var item = Flow(fields, isJson);
        if (Find(root) is not { Key: not null } entry)
        {
            var member = (isJson ? "\"" + Exemptions + "\"" : Exemptions) + ": [" + item + "]";
            return IntoFlow(text, root, member, lineEnd);
        }

        return entry.Value switch
        {
            DocumentScalar { Kind: ScalarKind.Null, Position: { Span.IsEmpty: false } written } when written.Span.Start > entry.Key.Position.Span.End =>
                new Insertion(written.Span.Start, written.Span.End, "[" + item + "]"),
            DocumentSequence sequence when IsFlow(text, sequence) && sequence.Position.Span.Start > entry.Key.Position.Span.End => IntoFlow(text, sequence, item, lineEnd),
            _ => null,
        };
    }

    /// <summary>Behind the last item of a list or mapping in brackets: on a line of its own where that has one.</summary>
    private static Insertion IntoFlow(string text, DocumentNode node, string item, string lineEnd)
    {
        var last = node switch
        {
            DocumentSequence { Items.IsEmpty: false } sequence => (Start: sequence.Items.Last().Position, End: EndOf(text, sequence.Items.Last())),
            DocumentMapping { Entries.IsEmpty: false } mapping => (Start: mapping.Entries.Last().Key.Position, End: EndOf(text, mapping.Entries.Last().Value)),
            _ => (Start: null, End: node.Position.Span.Start + 1),
        };
        if (last.Start is null)
            return new Insertion(last.End, last.End, item);

        var next = SkipBlanks(text, last.End);
        var hasComma = next < text.Length && text[next] == ',';
        var at = hasComma ? next + 1 : last.End;
        var lineStart = text.LastIndexOf('\n', last.Start.Span.Start) + 1;
        var indent = text.Substring(lineStart, last.Start.Span.Start - lineStart);
        var isOnOwnLine = indent.Trim().Length == 0 && last.Start.Line > node.Position.Line;
        return new Insertion(at, at, (hasComma ? "" : ",") + (isOnOwnLine ? lineEnd + indent : " ") + item + (hasComma ? "," : ""));
    }

    private static Insertion Append(string text, string addition, string lineEnd)
    {
        var needsEnd = text.Length > 0 && text[text.Length - 1] is not ('\n' or '\r');
        return new Insertion(text.Length, text.Length, (needsEnd ? lineEnd : "") + addition);
    }

    private static KeyValuePair<DocumentScalar, DocumentNode> Find(DocumentMapping root) =>
        root.Entries.FirstOrDefault(static entry => entry.Key.Text is Exemptions);

    private static bool IsFlow(string text, DocumentNode node) => text[node.Position.Span.Start] is '[' or '{';

    /// <summary>Where a node ends; brackets included.</summary>
    private static int EndOf(string text, DocumentNode node)
    {
        var inside = node switch
        {
            DocumentSequence { Items.IsEmpty: false } sequence => EndOf(text, sequence.Items.Last()),
            DocumentMapping { Entries.IsEmpty: false } mapping => Math.Max(EndOf(text, mapping.Entries.Last().Value), mapping.Entries.Last().Key.Position.Span.End),
            DocumentSequence or DocumentMapping => node.Position.Span.Start + 1,
            _ => EndOfScalar(text, node),
        };
        if (node is not (DocumentSequence or DocumentMapping) || !IsFlow(text, node))
            return inside;
        var close = inside;
        do
        {
            close = SkipBlanks(text, close);
        }
        while (close < text.Length && text[close] is ',' or ':' && close++ < text.Length);
        return Math.Min(close + 1, text.Length);
    }

    /// <summary>A block scalar ends with the line feeds behind it, which belong to what follows.</summary>
    private static int EndOfScalar(string text, DocumentNode node)
    {
        var end = node.Position.Span.End;
        while (end > node.Position.Span.Start && text[end - 1] is '\n' or '\r')
            end--;
        return end;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '#'))
            at = text[at] == '#' ? EndOfLine(text, at) : at + 1;
        return at;
    }

    private static int EndOfLine(string text, int at)
    {
        var end = text.IndexOfAny(['\r', '\n'], at);
        return end < 0 ? text.Length : end;
    }

    private static string Block(ImmutableArray<Field> fields, string indent, string lineEnd) =>
        string.Concat(fields.Select((field, index) => indent + (index == 0 ? "- " : "  ") + field.Key + ": " + field.InBlock + lineEnd));

    private static string Flow(ImmutableArray<Field> fields, bool isJson) =>
        (isJson ? "{ " : "{") + string.Join(", ", fields.Select(field => isJson ? "\"" + field.Key + "\": " + field.InJson : field.Key + ": " + field.InFlow)) + (isJson ? " }" : "}");

    private static ImmutableArray<Field> Fields(Exemption exemption)
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        Add("policy", exemption.Policy);
        Add("resource", exemption.Resource?.Text);
        Add("name", exemption.Name?.Text);
        if (exemption.Stacks is { } stacks)
        {
            fields.Add(new Field(
                "stacks",
                "[" + string.Join(", ", stacks.Select(static stack => Yaml(stack.Text, isFlow: true))) + "]",
                "[" + string.Join(", ", stacks.Select(static stack => Yaml(stack.Text, isFlow: true))) + "]",
                "[" + string.Join(", ", stacks.Select(static stack => Quoted(stack.Text))) + "]"));
        }

        Add("reason", exemption.Reason);
        Add("approvedBy", exemption.ApprovedBy);
        Add("expires", exemption.Expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return fields.ToImmutable();

        void Add(string key, string? value)
        {
            if (value is not null)
                fields.Add(new Field(key, Yaml(value, isFlow: false), Yaml(value, isFlow: true), Quoted(value)));
        }
    }

    /// <summary>A text as YAML writes it: plain where nothing can take it for anything else.</summary>
    private static string Yaml(string text, bool isFlow)
    {
        var isPlain = text.Length > 0
            && ScalarSyntax.KindOf(text) == ScalarKind.Text
            && text.Trim().Length == text.Length
            && (char.IsLetterOrDigit(text[0]) || text[0] is '/' or '.' or '_' or '(')
            && text.All(static c => c is >= ' ' and not ('\u007F' or '\uFEFF' or '\uFFFD') && !char.IsSurrogate(c) && c is not ('\u0085' or '\u2028' or '\u2029'))
            && text.IndexOf(": ", StringComparison.Ordinal) < 0
            && text.IndexOf(" #", StringComparison.Ordinal) < 0
            && text[text.Length - 1] != ':'
            && !(isFlow && text.IndexOfAny([',', '[', ']', '{', '}']) >= 0);
        return isPlain ? text : Quoted(text);
    }

    /// <summary>In double quotes, which JSON and YAML read alike.</summary>
    private static string Quoted(string text) => "\"" + string.Concat(text.Select(static c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => c.ToString(),
    })) + "\"";

    /// <summary>The safety net under the above: the edited file says what it said before, and one exemption more.</summary>
    private static bool IsOneMore(string before, string after, Exemption exemption)
    {
        var (old, edited) = (Exempted(before), Exempted(after));
        return old.Problems.All(static problem => problem.Rule is RuleId.PolicyFileInvalid or RuleId.Unjustified)
            && edited.Problems.Count(static problem => problem.Rule is RuleId.PolicyFileInvalid) <= old.Problems.Count(static problem => problem.Rule is RuleId.PolicyFileInvalid)
            && edited.Policies.Select(static policy => policy.Id).SequenceEqual(old.Policies.Select(static policy => policy.Id), StringComparer.Ordinal)
            && edited.Exemptions.Length + edited.Problems.Count(static problem => problem.Rule is RuleId.Unjustified)
                == old.Exemptions.Length + old.Problems.Count(static problem => problem.Rule is RuleId.Unjustified) + 1
            && (edited.Exemptions.Length == old.Exemptions.Length || IsSame(edited.Exemptions.Last(), exemption));

        static PolicyFile Exempted(string text) => PolicyFile.Read(new DocumentFile("", text));
    }

    private static bool IsSame(Exemption read, Exemption written) =>
        string.Equals(read.Policy, written.Policy, StringComparison.Ordinal)
        && Equals(read.Resource, written.Resource)
        && Equals(read.Name, written.Name)
        && (read.Stacks?.SequenceEqual(written.Stacks ?? ImmutableArray<Glob>.Empty) ?? written.Stacks is null)
        && string.Equals(read.Reason, written.Reason, StringComparison.Ordinal)
        && string.Equals(read.ApprovedBy, written.ApprovedBy, StringComparison.Ordinal)
        && read.Expires == written.Expires;

    /// <param name="Key">The key.</param>
    /// <param name="InBlock">Its value as YAML on a line of its own.</param>
    /// <param name="InFlow">Its value as YAML in brackets.</param>
    /// <param name="InJson">Its value as JSON.</param>
    private sealed record Field(string Key, string InBlock, string InFlow, string InJson);

    /// <summary>A stretch of a text and what takes its place.</summary>
    private sealed record Insertion(int Start, int End, string Text);
}
