using System;
using System.Linq;
using ModelPlacement.Engine.Documents;
using Xunit;

namespace ModelPlacement.Engine.Tests.Documents;

public class DocumentTests
{
    private static Document Read(string text) => Document.Read(new DocumentFile("d.yaml", text));

    [Theory]
    [InlineData("text", ScalarKind.Text)]
    [InlineData("'5'", ScalarKind.Text)]
    [InlineData("\"true\"", ScalarKind.Text)]
    [InlineData("!!str 5", ScalarKind.Text)]
    [InlineData("yes", ScalarKind.Text)]
    [InlineData("2026-12-31", ScalarKind.Text)]
    [InlineData("1.2.3", ScalarKind.Text)]
    [InlineData("-", ScalarKind.Text, true)]
    [InlineData("+", ScalarKind.Text)]
    [InlineData("e5", ScalarKind.Text)]
    [InlineData("1e", ScalarKind.Text)]
    [InlineData(".", ScalarKind.Text)]
    [InlineData("0x", ScalarKind.Text)]
    [InlineData("0xFG", ScalarKind.Text)]
    [InlineData("0o", ScalarKind.Text)]
    [InlineData("0o18", ScalarKind.Text)]
    [InlineData("~", ScalarKind.Null)]
    [InlineData("null", ScalarKind.Null)]
    [InlineData("Null", ScalarKind.Null)]
    [InlineData("NULL", ScalarKind.Null)]
    [InlineData("nULL", ScalarKind.Text)]
    [InlineData("true", ScalarKind.Boolean)]
    [InlineData("True", ScalarKind.Boolean)]
    [InlineData("TRUE", ScalarKind.Boolean)]
    [InlineData("false", ScalarKind.Boolean)]
    [InlineData("False", ScalarKind.Boolean)]
    [InlineData("FALSE", ScalarKind.Boolean)]
    [InlineData("0", ScalarKind.Integer)]
    [InlineData("-12", ScalarKind.Integer)]
    [InlineData("+12", ScalarKind.Integer)]
    [InlineData("0xFF", ScalarKind.Integer)]
    [InlineData("0o17", ScalarKind.Integer)]
    [InlineData("1.5", ScalarKind.Float)]
    [InlineData(".5", ScalarKind.Float)]
    [InlineData("5.", ScalarKind.Float)]
    [InlineData("-1e+9", ScalarKind.Float)]
    [InlineData("-.inf", ScalarKind.Float)]
    [InlineData("+.Inf", ScalarKind.Float)]
    [InlineData(".INF", ScalarKind.Float)]
    [InlineData(".nan", ScalarKind.Float)]
    [InlineData(".NaN", ScalarKind.Float)]
    [InlineData(".NAN", ScalarKind.Float)]
    public void Scalars_are_what_the_core_schema_says(string text, ScalarKind kind, bool isSequence = false)
    {
        if (isSequence)
            Assert.IsType<DocumentSequence>(Read(text).Root);
        else
            Assert.Equal(kind, Assert.IsType<DocumentScalar>(Read(text).Root).Kind);
    }

    [Fact]
    public void Each_node_has_its_place()
    {
        const string text = "a: b # c\nlist:\n  - 'x y'\n  - {k: v}\n";
        var root = Assert.IsType<DocumentMapping>(Read(text).Root);
        var list = Assert.IsType<DocumentSequence>(root.Entries[1].Value);
        Assert.Equal("b", text.AsSpan(root.Entries[0].Value.Position.Span.Start, 1));
        Assert.Equal((3, 5, 3, 10), (list.Items[0].Position.Line, list.Items[0].Position.Column, list.Items[0].Position.EndLine, list.Items[0].Position.EndColumn));
        Assert.Equal((4, 5), (list.Items[1].Position.Line, list.Items[1].Position.Column));
        Assert.Equal("d.yaml", root.Position.ToLocation().GetLineSpan().Path);
    }

    [Fact]
    public void What_is_broken_is_marked_up_to_the_root_and_the_rest_is_whole()
    {
        var root = Assert.IsType<DocumentMapping>(Read("good: {a: b}\nbad: {a: [*x]}\n").Root);
        Assert.True(root.IsBroken);
        Assert.False(root.Entries[0].Value.IsBroken);
        Assert.True(root.Entries[1].Value.IsBroken);
    }

    [Fact]
    public void After_a_syntax_error_what_was_read_is_kept()
    {
        var document = Read("a: {b: c}\nd: [e, f\n");
        var root = Assert.IsType<DocumentMapping>(document.Root);
        Assert.True(document.IsCutShort);
        Assert.Single(document.Errors);
        Assert.Equal(["a", "d"], root.Entries.Select(static entry => entry.Key.Text));
        Assert.False(root.Entries[0].Value.IsBroken);
        Assert.Equal(["e", "f"], Assert.IsType<DocumentSequence>(root.Entries[1].Value).Items.Cast<DocumentScalar>().Select(static item => item.Text));
    }

    [Fact]
    public void An_alias_is_the_node_it_stands_for()
    {
        var root = Assert.IsType<DocumentMapping>(Read("a: &x [1]\nb: *x\n").Root);
        Assert.Same(root.Entries[0].Value, root.Entries[1].Value);
    }

    [Fact]
    public void Limits_are_where_they_are_said_to_be()
    {
        string Nested(int levels) => new string('[', levels) + new string(']', levels);
        Assert.Empty(Read(Nested(Document.DeepestNesting)).Errors);
        Assert.Single(Read(Nested(Document.DeepestNesting + 1)).Errors);
        Assert.Empty(Read(new string(' ', Document.LongestText - 1) + "x").Errors);
        Assert.Single(Read(new string(' ', Document.LongestText) + "x").Errors);
        Assert.Empty(Read("[" + string.Join(",", Enumerable.Repeat("x", Document.MostNodes - 1)) + "]").Errors);
        Assert.Single(Read("[" + string.Join(",", Enumerable.Repeat("x", Document.MostNodes)) + "]").Errors);
    }
}
