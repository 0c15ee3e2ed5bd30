using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ModelPlacement.Engine.Policies;

/// <summary>A bounded document node as YamlDotNet's own tree, positions included, for readers that take one.</summary>
internal static class YamlTree
{
    public static YamlNode From(DocumentNode node)
    {
        var events = new Replay(Document(node));
        var stream = new YamlStream();
        stream.Load(events);
        return stream.Documents[0].RootNode;
    }

    private static IEnumerable<ParsingEvent> Document(DocumentNode node) =>
        new ParsingEvent[] { new StreamStart(), new DocumentStart() }.Concat(Node(node)).Concat([new DocumentEnd(isImplicit: true), new StreamEnd()]);

    private static IEnumerable<ParsingEvent> Node(DocumentNode node)
    {
        var (start, end) = Marks(node.Position);
        switch (node)
        {
            case DocumentSequence sequence:
                return new ParsingEvent[] { new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Any, start, end) }
                    .Concat(sequence.Items.SelectMany(Node))
                    .Concat([new SequenceEnd()]);
            case DocumentMapping mapping:
                return new ParsingEvent[] { new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Any, start, end) }
                    .Concat(mapping.Entries.SelectMany(static entry => Node(entry.Key).Concat(Node(entry.Value))))
                    .Concat([new MappingEnd()]);
            default:
                var scalar = node as DocumentScalar;
                var style = scalar?.IsPlain is false ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain;
                return [new Scalar(AnchorName.Empty, TagName.Empty, scalar?.Text ?? "", style, isPlainImplicit: true, isQuotedImplicit: true, start, end)];
        }
    }

    private static (Mark Start, Mark End) Marks(FilePosition position) =>
        (new Mark(position.Span.Start, position.Line, position.Column), new Mark(position.Span.End, position.EndLine, position.EndColumn));

    private sealed class Replay(IEnumerable<ParsingEvent> events) : IParser
    {
        private readonly IEnumerator<ParsingEvent> _events = events.GetEnumerator();

        public ParsingEvent? Current { get; private set; }

        public bool MoveNext()
        {
            Current = _events.MoveNext() ? _events.Current : null;
            return Current is not null;
        }
    }
}
