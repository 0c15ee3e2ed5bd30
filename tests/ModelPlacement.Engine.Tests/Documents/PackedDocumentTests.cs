using System;
using System.IO;
using System.Linq;
using ModelPlacement.Engine.Documents;
using Xunit;

namespace ModelPlacement.Engine.Tests.Documents;

public class PackedDocumentTests
{
    private const string Yaml = """
        # What stands for itself is kept, what stands for something else is that.
        texts: [plain, "quoted", 'it''s', "tab\tand é", '', ~, "~", 12, 1.5, true, "true"]
        empty: {}
        nothing: []
        absent:
        shared: &shared
          - deep: {a: {b: [{c: d}]}}
        again: *shared
        long: |
          two
          lines
        """;

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        var root = Document.Read(new DocumentFile("x.yaml", Yaml)).Root!;
        Assert.Equal(Told(root), Told(Packed(root)));
    }

    [Fact]
    public void Texts_are_written_once()
    {
        var once = Size("a: something long enough to be seen");
        Assert.InRange(Size("a: something long enough to be seen\nb: something long enough to be seen"), once + 1, once + 20);
    }

    [Fact]
    public void What_could_not_be_read_is_not_written()
    {
        var root = Document.Read(new DocumentFile("x.yaml", "a: 1\nb: *nowhere")).Root!;
        Assert.Contains("x.yaml", Assert.Throws<InvalidDataException>(() => Packed(root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Catalog", "aws")]
    [InlineData("Models", "families")]
    [InlineData("Policies", "openai-api-on-azure")]
    public void Data_files_are_there_under_their_names(string folder, string name)
    {
        Assert.Contains(name, BuiltInData.Names(folder));
        var document = BuiltInData.Read(folder, name);
        Assert.Equal(folder + "/" + name + ".yaml", document.File.Path);
        Assert.NotEmpty(Assert.IsType<DocumentMapping>(document.Root).Entries);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("'Catalog/acme.yaml'", Assert.Throws<InvalidOperationException>(static () => BuiltInData.Read("Catalog", "acme")).Message, StringComparison.Ordinal);

    private static DocumentNode Packed(DocumentNode root)
    {
        using var stream = new MemoryStream();
        PackedDocument.Write(root, stream);
        stream.Position = 0;
        return PackedDocument.Read("x.yaml", stream);
    }

    private static long Size(string yaml)
    {
        using var stream = new MemoryStream();
        PackedDocument.Write(Document.Read(new DocumentFile("x.yaml", yaml)).Root!, stream);
        return stream.Length;
    }

    // Everything but where a node ends.
    private static string Told(DocumentNode node) => node.Position.Path + ":" + node.Position.Lines.Start + " " + node switch
    {
        DocumentScalar scalar => scalar.Kind + (scalar.IsPlain ? " " : " quoted ") + scalar.Text,
        DocumentSequence sequence => "[" + string.Join(", ", sequence.Items.Select(Told)) + "]",
        DocumentMapping mapping => "{" + string.Join(", ", mapping.Entries.Select(static entry => Told(entry.Key) + ": " + Told(entry.Value))) + "}",
        _ => "broken",
    };
}
