using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using ModelPlacement.Engine.StackProgram;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModelPlacement.Engine.Placement.Documents;

/// <summary>
/// Reads a YAML string of the program into values, one a document. It reads the parser's events rather than its tree: nesting and the expansion of aliases
/// are bounded here, so that no text can exhaust the stack or the memory.
/// </summary>
internal sealed class YamlText
{
    private const int DeepestNesting = 64;
    private const int MostNodes = 20_000;

    private readonly PiecedText _text;
    private readonly IParser _parser;
    private readonly Dictionary<string, (Value Value, int Nodes)> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private YamlText(PiecedText text)
    {
        _text = text;
        _parser = new Parser(new StringReader(text.Characters));
    }

    /// <summary>
    /// The documents as values; what was read before a syntax error is kept and the rest is one <see cref="Unknown"/>. A value that is no string
    /// (already a mapping, a reference) is returned as the only document.
    /// </summary>
    public static ImmutableArray<Value> Read(Value value)
    {
        if (PiecedText.From(value) is not { } text)
            return ImmutableArray.Create(value);
        var documents = ImmutableArray.CreateBuilder<Value>();
        try
        {
            new YamlText(text).ReadDocuments(documents);
        }
#pragma warning disable CA1031 // The parser throws more than YamlException on odd text; whatever it was, the text is not readable as YAML.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            documents.Add(new Unknown("not readable as YAML: " + exception.Message, value.Origin));
        }

        return documents.ToImmutable();
    }

    private void ReadDocuments(ImmutableArray<Value>.Builder documents)
    {
        _parser.Consume<StreamStart>();
        while (_parser.TryConsume<DocumentStart>(out _))
        {
            _anchors.Clear();
            documents.Add(ReadNode(0));
            _parser.Consume<DocumentEnd>();
        }
    }

    private Value ReadNode(int depth)
    {
        if (++_nodes > MostNodes || depth > DeepestNesting)
            throw new YamlException("budget: too large or nested too deep");
        var before = _nodes;
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Expand(alias);

        Value value;
        AnchorName anchor;
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            anchor = scalar.Anchor;
            value = ReadScalar(scalar);
        }
        else if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            anchor = sequence.Anchor;
            value = ReadSequence(sequence, depth);
        }
        else
        {
            var mapping = _parser.Consume<MappingStart>();
            anchor = mapping.Anchor;
            value = ReadMapping(mapping, depth);
        }

        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = (value, _nodes - before + 1);
        return value;
    }

    private Value Expand(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
            return new Unknown("YAML alias '" + alias.Value.Value + "' has no anchor", _text.OriginAt((int)alias.Start.Index));
        _nodes += anchored.Nodes;
        return anchored.Value;
    }

    private Value ReadScalar(Scalar scalar)
    {
        var position = (int)scalar.Start.Index + (scalar.Style is ScalarStyle.Plain ? 0 : 1);
        if (scalar.Style != ScalarStyle.Plain || PiecedText.HasHole(scalar.Value) || !scalar.IsPlainImplicit)
            return _text.Restore(scalar.Value, position);
        return new Constant(ScalarText.Plain(scalar.Value), _text.OriginAt(position));
    }

    private Sequence ReadSequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Value>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new Sequence(items.ToImmutable(), _text.OriginAt((int)start.Start.Index));
    }

    private Mapping ReadMapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        var merged = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Accept<Scalar>(out var name) ? name.Value : null;
            ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (string.Equals(key, "<<", StringComparison.Ordinal))
                Merge(value, merged);
            else if (key is not null && !PiecedText.HasHole(key))
                entries.Add(new KeyValuePair<string, Value>(key, value));
        }

        // What a merge key brings yields to what is written beside it; the last of equal keys wins in a mapping.
        merged.AddRange(entries);
        return new Mapping(merged.ToImmutable(), _text.OriginAt((int)start.Start.Index));
    }

    private static void Merge(Value value, ImmutableArray<KeyValuePair<string, Value>>.Builder into)
    {
        if (value is Mapping mapping)
        {
            into.AddRange(mapping.Entries);
        }
        else if (value is Sequence sequence)
        {
            for (var i = sequence.Items.Length - 1; i >= 0; i--)
                Merge(sequence.Items[i], into);
        }
    }
}
