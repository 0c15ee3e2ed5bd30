using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModelPlacement.Engine.Documents;

/// <summary>
/// Builds a document from the parser's events. YamlDotNet's own tree is not used: it recurses without limit, gives up on the first duplicate key, and keeps nothing of
/// a file with a syntax error.
/// </summary>
internal sealed class DocumentReader
{
    /// <summary>Stands in the text for a character that no file may hold; a scalar with it is unreadable.</summary>
    private const char Replacement = '\uFFFD';

    private readonly DocumentFile _file;
    private readonly SourceText _text;
    private readonly string _readable;
    private readonly ImmutableArray<DocumentError>.Builder _errors = ImmutableArray.CreateBuilder<DocumentError>();
    private readonly Stack<OpenNode> _open = new();
    private readonly Dictionary<string, (DocumentNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private DocumentNode? _root;
    private int _nodes;

    public DocumentReader(DocumentFile file)
    {
        _file = file;
        var text = file.Text.Length > 0 && file.Text[0] == '\uFEFF' ? file.Text.Substring(1) : file.Text;
        _text = SourceText.From(text.Length > Document.LongestText ? "" : text);
        _readable = text.Length > Document.LongestText ? "" : WithoutControlCharacters(text);
        if (text.Length > Document.LongestText)
            Report(0, 0, FormattableString.Invariant($"The file is too large: {text.Length} characters, and at most {Document.LongestText} are read"));
    }

    public Document Read()
    {
        var isCutShort = _errors.Count > 0 && _readable.Length == 0;
        var parser = new Parser(new StringReader(_readable));
        var last = 0;
        try
        {
            while (parser.MoveNext() && Take(parser.Current!))
                last = (int)parser.Current!.End.Index;
            isCutShort |= _open.Count > 0;
        }
        catch (YamlException broken)
        {
            isCutShort = true;
            ReportSyntax(broken);
        }
#pragma warning disable CA1031 // The parser throws more than YamlException on odd text; whatever it was, the text is not readable from there on.
        catch (Exception broken) when (broken is not OperationCanceledException)
#pragma warning restore CA1031
        {
            isCutShort = true;
            if (UnclosedBracket() is { } bracket)
                Report(bracket, bracket + 1, NotClosed(bracket));
            else
                Report(last, last + 1, "Not valid YAML from here on");
        }

        // What was open when reading ended is kept as far as it got.
        while (_open.Count > 0)
        {
            var cut = _open.Pop();
            cut.Break();
            Place(cut.Close());
        }

        _errors.Sort(static (left, right) => left.Position.Span.Start.CompareTo(right.Position.Span.Start));
        return new Document(_file, _root, isCutShort, _errors.ToImmutable());
    }

    /// <summary>False where reading must end.</summary>
    private bool Take(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart when _root is not null:
                Report((int)parsed.Start.Index, (int)parsed.End.Index, "A second document starts here; only the first is read");
                return false;
            case Scalar scalar:
                return Count(parsed, 1) && Keep(scalar.Anchor, ReadScalar(scalar), 1);
            case AnchorAlias alias:
                return ReadAlias(alias);
            case SequenceStart or MappingStart:
                return Count(parsed, 1) && Open((NodeEvent)parsed);
            case SequenceEnd or MappingEnd:
                var closed = _open.Pop();
                return Keep(closed.Anchor, closed.Close(), _nodes - closed.NodesBefore);
            default:
                return true;
        }
    }

    private bool Open(NodeEvent start)
    {
        if (_open.Count >= Document.DeepestNesting)
        {
            Report((int)start.Start.Index, (int)start.Start.Index + 1, FormattableString.Invariant($"Nested too deep: at most {Document.DeepestNesting} levels are read"));
            return false;
        }

        var open = new OpenNode(start is MappingStart, PositionOf(start.Start.Index, Math.Max(start.End.Index, start.Start.Index + 1)), start.Anchor, _nodes - 1);
        _open.Push(open);
        var isOwnTag = !start.Tag.IsEmpty && start.Tag.Value is not ("tag:yaml.org,2002:map" or "tag:yaml.org,2002:seq" or "!" or "?");
        if (isOwnTag)
        {
            open.Break();
            Report(open.Position, "Tags ('" + Shorten(start.Tag.Value) + "') are not supported");
        }

        return true;
    }

    private DocumentNode ReadScalar(Scalar scalar)
    {
        var position = PositionOf(scalar.Start.Index, scalar.End.Index);
        var bad = scalar.Value.IndexOf(Replacement);
        if (bad >= 0)
        {
            // Control characters have been reported where they stand; what remains was made of bytes that were no text.
            if (_text.ToString(position.Span).IndexOf(Replacement) >= 0)
                Report(position, "Holds bytes that are not valid UTF-8");
            return new BrokenNode(position);
        }

        if (scalar.Tag.IsEmpty || scalar.Tag.Value is "?")
            return new DocumentScalar(position, scalar.Value, scalar.Style is ScalarStyle.Plain ? ScalarSyntax.KindOf(scalar.Value) : ScalarKind.Text, scalar.Style is ScalarStyle.Plain);
        if (scalar.Tag.Value is "!" or "tag:yaml.org,2002:str")
            return new DocumentScalar(position, scalar.Value, ScalarKind.Text, IsPlain: false);
        Report(position, "Tags ('" + Shorten(scalar.Tag.Value) + "') are not supported");
        return new BrokenNode(position);
    }

    private bool ReadAlias(AnchorAlias alias)
    {
        var position = PositionOf(alias.Start.Index, alias.End.Index);
        if (_anchors.TryGetValue(alias.Value.Value, out var anchored))
        {
            if (!Count(alias, anchored.Size))
                return false;
            Place(anchored.Node);
            return true;
        }

        Report(position, "There is no anchor '&" + Shorten(alias.Value.Value) + "' before this alias; a text that starts with '*' must be quoted");
        Place(new BrokenNode(position));
        return Count(alias, 1);
    }

    private bool Count(ParsingEvent parsed, int nodes)
    {
        _nodes += nodes;
        if (_nodes <= Document.MostNodes)
            return true;
        Report((int)parsed.Start.Index, (int)parsed.End.Index, FormattableString.Invariant($"Too large: at most {Document.MostNodes} values are read, counting each use of an alias"));
        return false;
    }

    private bool Keep(AnchorName anchor, DocumentNode node, int size)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = (node, size);
        Place(node);
        return true;
    }

    private void Place(DocumentNode node)
    {
        if (_open.Count == 0)
            _root ??= node;
        else if (_open.Peek().Add(node) is { } error)
            Report(error.Position, error.Message);
    }

    private FilePosition PositionOf(long start, long end) => Document.PositionOf(_file.Path, _text, (int)start, (int)end);

    private void Report(int start, int end, string message) => Report(PositionOf(start, end), message);

    private void Report(FilePosition position, string message) => _errors.Add(new DocumentError(message, position));

    private void ReportSyntax(YamlException broken)
    {
        var start = Math.Min((int)broken.Start.Index, _text.Length);
        if (broken.Message.IndexOf("tab", StringComparison.Ordinal) >= 0 && TabOfIndentation(start) is { } tab)
        {
            Report(tab, tab + 1, "Not valid YAML: a tab indents this line; indent with spaces");
            return;
        }

        if (_text.ToString(TextSpan.FromBounds(start, _text.Length)).Trim().Length == 0 && UnclosedBracket() is { } bracket)
        {
            Report(bracket, bracket + 1, NotClosed(bracket));
            return;
        }

        var hint = start < _text.Length && _text[start] is '*' or '&' or '!' or '%' or '@' or '`'
            ? " (a text that starts with '" + _text[start] + "' must be quoted)"
            : "";
        Report(start, Math.Max((int)broken.End.Index, start + 1), "Not valid YAML: " + Lowered(broken.Message) + hint);
    }

    /// <summary>Where the innermost list or mapping in brackets starts that is open; the parser notices its missing end only where the file ends.</summary>
    private int? UnclosedBracket()
    {
        foreach (var open in _open)
        {
            var start = open.Position.Span.Start;
            if (start < _text.Length && _text[start] is '[' or '{')
                return start;
        }

        return null;
    }

    private string NotClosed(int bracket) => "Not valid YAML: this '" + _text[bracket] + "' is not closed";

    /// <summary>The parser reports a tab where the surrounding mapping starts, which can be far away.</summary>
    private int? TabOfIndentation(int from)
    {
        for (var line = _text.Lines.GetLineFromPosition(from).LineNumber; line < _text.Lines.Count; line++)
        {
            for (var at = _text.Lines[line].Start; at < _text.Lines[line].End && _text[at] is ' ' or '\t'; at++)
            {
                if (_text[at] == '\t')
                    return at;
            }
        }

        return null;
    }

    /// <summary>
    /// YAML has no control characters, and the parser takes a NUL for the end of the file: what follows it would be lost without a word. Positions stay as they are.
    /// </summary>
    private string WithoutControlCharacters(string text)
    {
        char[]? cleaned = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\t' or '\n' or '\r' or (>= ' ' and not '\u007F'))
                continue;
            if (cleaned is null)
                Report(at, at + 1, FormattableString.Invariant($"Holds a control character (U+{(int)text[at]:X4}); a policy or stack file is plain text"));
            cleaned ??= text.ToCharArray();
            cleaned[at] = Replacement;
        }

        return cleaned is null ? text : new string(cleaned);
    }

    private static string Lowered(string message)
    {
        var text = message.TrimEnd('.');
        return text.Length == 0 ? "it cannot be parsed" : char.ToLowerInvariant(text[0]) + text.Substring(1);
    }

    private static string Shorten(string text) => text.Length > 40 ? text.Substring(0, 40) + "..." : text;

    /// <summary>A list or mapping whose end has not been read.</summary>
    private sealed class OpenNode
    {
        private readonly ImmutableArray<DocumentNode>.Builder _items = ImmutableArray.CreateBuilder<DocumentNode>();
        private readonly ImmutableArray<KeyValuePair<DocumentScalar, DocumentNode>>.Builder _entries = ImmutableArray.CreateBuilder<KeyValuePair<DocumentScalar, DocumentNode>>();
        private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
        private readonly bool _isMapping;
        private DocumentNode? _key;
        private bool _isBroken;

        public OpenNode(bool isMapping, FilePosition position, AnchorName anchor, int nodesBefore)
        {
            _isMapping = isMapping;
            Position = position;
            Anchor = anchor;
            NodesBefore = nodesBefore;
        }

        public FilePosition Position { get; }

        public AnchorName Anchor { get; }

        public int NodesBefore { get; }

        public void Break() => _isBroken = true;

        public DocumentError? Add(DocumentNode node)
        {
            _isBroken |= node.IsBroken;
            if (!_isMapping)
            {
                _items.Add(node);
                return null;
            }

            if (_key is null)
            {
                _key = node;
                return null;
            }

            var key = _key;
            _key = null;
            return AddEntry(key, node);
        }

        public DocumentNode Close() => _isMapping
            ? new DocumentMapping(Position, _entries.ToImmutable(), _isBroken)
            : new DocumentSequence(Position, _items.ToImmutable(), _isBroken);

        private DocumentError? AddEntry(DocumentNode key, DocumentNode value)
        {
            // An empty value has no place of its own.
            if (value is DocumentScalar { Position.Span.IsEmpty: true } empty)
                value = empty with { Position = key.Position };
            if (key is DocumentScalar scalar and not { IsPlain: true, Text: "<<" } && _keys.Add(scalar.Text))
            {
                _entries.Add(new KeyValuePair<DocumentScalar, DocumentNode>(scalar, value));
                return null;
            }

            _isBroken = true;
            return key switch
            {
                BrokenNode => null,
                DocumentScalar { IsPlain: true, Text: "<<" } => new DocumentError("Merge keys ('<<') are not supported; write the keys out", key.Position),
                DocumentScalar repeated => new DocumentError("The key '" + Shorten(repeated.Text) + "' is there twice; only the first counts", key.Position),
                _ => new DocumentError("A key must be a text", key.Position),
            };
        }
    }
}
