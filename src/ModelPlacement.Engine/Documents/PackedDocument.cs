using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.Engine.Documents;

/// <summary>
/// The nodes of a document in bytes: the form in which the data files ship inside the assembly, written from YAML when it is built. A fresh process reads it without having to compile a parser first.
/// Of a position only the line and column are kept.
/// </summary>
/// <remarks>
/// All numbers are written seven bits a byte, the lowest first. First the texts: their number, then each. Then the root: its form (see <see cref="Form"/>), line, column; of a scalar the index of its text and its kind, of
/// a sequence the number of its items and these, of a mapping the number of its entries, of each the key and the value.
/// </remarks>
internal static class PackedDocument
{
    private enum Form : byte
    {
        Plain,
        Quoted,
        Sequence,
        Mapping,
    }

    public static void Write(DocumentNode root, Stream stream)
    {
        using var writer = new Writer(stream);
        writer.WriteDocument(root);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="path">The file that the positions name.</param>
    /// <param name="stream">Its bytes.</param>
    /// <exception cref="InvalidDataException">The bytes are no packed document.</exception>
    public static DocumentNode Read(string path, Stream stream)
    {
        using var reader = new Reader(path, stream);
        return reader.ReadNode();
    }

    private sealed class Writer(Stream stream) : BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)
    {
        private readonly Dictionary<string, int> _texts = [];

        public void WriteDocument(DocumentNode root)
        {
            Collect(root);
            Write7BitEncodedInt(_texts.Count);
            foreach (var text in _texts.Keys)
                Write(text);
            WriteNode(root);
        }

        private void Collect(DocumentNode node)
        {
            switch (node)
            {
                case DocumentScalar scalar when !_texts.ContainsKey(scalar.Text):
                    _texts.Add(scalar.Text, _texts.Count);
                    break;
                case DocumentSequence sequence:
                    foreach (var item in sequence.Items)
                        Collect(item);
                    break;
                case DocumentMapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        Collect(entry.Key);
                        Collect(entry.Value);
                    }

                    break;
            }
        }

        private void WriteNode(DocumentNode node)
        {
            switch (node)
            {
                case DocumentScalar scalar:
                    WriteHead(scalar.IsPlain ? Form.Plain : Form.Quoted, node.Position);
                    Write7BitEncodedInt(_texts[scalar.Text]);
                    Write((byte)scalar.Kind);
                    break;
                case DocumentSequence sequence:
                    WriteHead(Form.Sequence, node.Position);
                    Write7BitEncodedInt(sequence.Items.Length);
                    foreach (var item in sequence.Items)
                        WriteNode(item);
                    break;
                case DocumentMapping mapping:
                    WriteHead(Form.Mapping, node.Position);
                    Write7BitEncodedInt(mapping.Entries.Length);
                    foreach (var entry in mapping.Entries)
                    {
                        WriteNode(entry.Key);
                        WriteNode(entry.Value);
                    }

                    break;
                default:
                    throw new InvalidDataException(node.Position + " cannot be read.");
            }
        }

        private void WriteHead(Form form, FilePosition position)
        {
            Write((byte)form);
            Write7BitEncodedInt(position.Lines.Start.Line);
            Write7BitEncodedInt(position.Lines.Start.Character);
        }
    }

    private sealed class Reader : BinaryReader
    {
        private readonly string _path;
        private readonly string[] _texts;

        public Reader(string path, Stream stream)
            : base(stream, Encoding.UTF8, leaveOpen: true)
        {
            _path = path;
            _texts = new string[Read7BitEncodedInt()];
            for (var at = 0; at < _texts.Length; at++)
                _texts[at] = ReadString();
        }

        public DocumentNode ReadNode()
        {
            var form = (Form)ReadByte();
            var start = new LinePosition(Read7BitEncodedInt(), Read7BitEncodedInt());
            var position = new FilePosition(_path, default, new LinePositionSpan(start, start));
            return form switch
            {
                Form.Plain or Form.Quoted => new DocumentScalar(position, _texts[Read7BitEncodedInt()], (ScalarKind)ReadByte(), form is Form.Plain),
                Form.Sequence => new DocumentSequence(position, ReadItems(), IsBroken: false),
                Form.Mapping => new DocumentMapping(position, ReadEntries(), IsBroken: false),
                _ => throw new InvalidDataException(_path + " is no packed document."),
            };
        }

        private ImmutableArray<DocumentNode> ReadItems()
        {
            var items = ImmutableArray.CreateBuilder<DocumentNode>(Read7BitEncodedInt());
            while (items.Count < items.Capacity)
                items.Add(ReadNode());
            return items.MoveToImmutable();
        }

        private ImmutableArray<KeyValuePair<DocumentScalar, DocumentNode>> ReadEntries()
        {
            var entries = ImmutableArray.CreateBuilder<KeyValuePair<DocumentScalar, DocumentNode>>(Read7BitEncodedInt());
            while (entries.Count < entries.Capacity)
                entries.Add(new KeyValuePair<DocumentScalar, DocumentNode>((DocumentScalar)ReadNode(), ReadNode()));
            return entries.MoveToImmutable();
        }
    }
}
