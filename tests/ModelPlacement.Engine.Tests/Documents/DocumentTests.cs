using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
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

    /// <summary>What is read (a broken list or mapping has a <c>!</c> before it), whether reading ended early, and what is wrong: line, column, end.</summary>
    public static IEnumerable<object?[]> Texts() => new (string Text, string Read, string[] Errors)[]
    {
        ("", "-", []),
        ("# nothing\n", "-", []),
        ("\uFEFFa: b", "{a: b}", []),
        ("\t", "-", []),
        ("a:\t'é\uD83D\uDE00'", "{a: é\uD83D\uDE00}", []),

        // Several documents.
        ("--- a\n...\n", "a", []),
        ("a: b\n---\nc: [d\n", "{a: b}", ["2,1-2,4 A second document starts here; only the first is read"]),

        // Tags.
        ("[!!map {a: 1}, !!seq [b], ! {}, ! [], !!str 5, ! 6]", "[{a: 1}, [b], {}, [], 5, 6]", []),
        ("a: !!set {b: c}", "!{a: !{b: c}}", ["1,4-1,10 Tags ('tag:yaml.org,2002:set') are not supported"]),
        ("!own [1]", "![1]", ["1,1-1,6 Tags ('!own') are not supported"]),
        ("- !!int 5\n- 6", "![<broken>, 6]", ["1,3-1,10 Tags ('tag:yaml.org,2002:int') are not supported"]),
        ("!0123456789012345678901234567890123456789 a", "<broken>", ["1,1-1,44 Tags ('!012345678901234567890123456789012345678...') are not supported"]),
        ("!012345678901234567890123456789012345678 a", "<broken>", ["1,1-1,43 Tags ('!012345678901234567890123456789012345678') are not supported"]),

        // Aliases.
        ("[&x a, &y [b, *x], *y, {c: *y}]", "[a, [b, a], [b, a], {c: [b, a]}]", []),
        ("[&x a, &x b, *x]", "[a, b, b]", []),
        ("[a, *b, c]", "![a, <broken>, c]", ["1,5-1,7 There is no anchor '&b' before this alias; a text that starts with '*' must be quoted"]),

        // Keys.
        ("a:\nb: c", "{a: , b: c}", []),
        ("a: 1\nb: 2\na: 3", "!{a: 1, b: 2}", ["3,1-3,2 The key 'a' is there twice; only the first counts"]),
        ("a: 1\nA: 2", "{a: 1, A: 2}", []),
        ("? [a]\n: b\nc: d", "!{c: d}", ["1,3-1,4 A key must be a text"]),
        ("*a : b\nc: d", "!{c: d}", ["1,1-1,3 There is no anchor '&a' before this alias; a text that starts with '*' must be quoted"]),
        ("'<<': a\n<<: {b: c}", "!{<<: a}", ["2,1-2,3 Merge keys ('<<') are not supported; write the keys out"]),
        ("[<<, a]", "[<<, a]", []),

        // Syntax.
        ("a: [b, {c: d", "cut !{a: ![b, !{}]}", ["1,8-1,9 Not valid YAML: this '{' is not closed"]),
        ("[a, b", "cut ![a, b]", ["1,1-1,2 Not valid YAML: this '[' is not closed"]),
        ("[a, b]]", "cut [a, b]", ["1,7-1,8 Not valid YAML: did not find expected <document start>"]),
        ("a: {b: c}\nd: [e, f:\n\n", "cut !{a: {b: c}, d: ![e, !{}]}", ["2,4-2,5 Not valid YAML: this '[' is not closed"]),
        ("a: @b", "cut !{}", ["1,4-1,5 Not valid YAML: while scanning for the next token, found character that cannot start any token (a text that starts with '@' must be quoted)"]),
        ("a: `b", "cut !{}", ["1,4-1,5 Not valid YAML: while scanning for the next token, found character that cannot start any token (a text that starts with '`' must be quoted)"]),
        ("a: %b", "cut !{}", ["1,4-1,5 Not valid YAML: while scanning for the next token, found character that cannot start any token (a text that starts with '%' must be quoted)"]),
        ("%b", "cut -", ["1,1-1,3 Not valid YAML: while scanning a directive, found unexpected end of stream (a text that starts with '%' must be quoted)"]),
        ("*", "cut -", ["1,1-1,2 Not valid YAML: while scanning an anchor or alias, found value containing disallowed: []{}, (a text that starts with '*' must be quoted)"]),
        ("&", "cut -", ["1,1-1,2 Not valid YAML: while scanning an anchor or alias, found value containing disallowed: []{}, (a text that starts with '&' must be quoted)"]),
        ("a: 'b", "cut !{}", ["1,4-1,6 Not valid YAML: while scanning a quoted scalar, found unexpected end of stream"]),
        ("a: b: c", "cut !{}", ["1,5-1,6 Not valid YAML: while scanning a plain scalar value, found invalid mapping"]),
        ("a: b\n  c: d", "cut !{}", ["2,4-2,5 Not valid YAML: while scanning a plain scalar value, found invalid mapping"]),
        ("a:\n  b: c\n\td: e", "cut !{a: !{}}", ["3,1-3,2 Not valid YAML: a tab indents this line; indent with spaces"]),
        ("a:\n  \tb: c\n  d: e\tf", "cut !{a: {b: c}}", ["3,3-3,4 Not valid YAML: while parsing a block mapping, did not find expected key"]),
        ("a: b\ntab\nc: d", "cut !{a: b}", ["2,1-2,4 Not valid YAML: while parsing a block mapping, did not find expected key"]),

        // Characters.
        ("a: \0b\n\u007F: c\n", "!{a: <broken>}", ["1,4-1,5 Holds a control character (U+0000); a policy or stack file is plain text"]),
        ("a: b\u001F", "!{a: <broken>}", ["1,5-1,6 Holds a control character (U+001F); a policy or stack file is plain text"]),
        ("\uFFFD: a\nb: 'c\uFFFD'", "!{b: <broken>}", ["1,1-1,2 Holds bytes that are not valid UTF-8", "2,4-2,8 Holds bytes that are not valid UTF-8"]),
    }.Select(static row => new object?[] { row.Text, row.Read, row.Errors });

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_can_be_read_is_and_what_is_wrong_is_said_where_it_stands(string text, string read, string[] errors)
    {
        var document = Read(text);
        Assert.Equal(errors, document.Errors.Select(static error => Place(error.Position) + " " + error.Message));
        Assert.Equal(read, (document.IsCutShort ? "cut " : "") + (document.Root is null ? "-" : Written(document.Root)));
    }

    [Fact]
    public void An_empty_value_stands_where_its_key_does()
    {
        var entry = Assert.Single(Assert.IsType<DocumentMapping>(Read("a: b\n").Root).Entries);
        var empty = Assert.Single(Assert.IsType<DocumentMapping>(Read("abc:\n").Root).Entries);
        Assert.Equal(("1,1-1,2", "1,4-1,5"), (Place(entry.Key.Position), Place(entry.Value.Position)));
        Assert.Equal("1,1-1,4", Place(empty.Value.Position));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("'a'", false)]
    [InlineData("!!str a", false)]
    public void What_is_quoted_or_tagged_is_not_plain(string text, bool isPlain) => Assert.Equal(isPlain, Assert.IsType<DocumentScalar>(Read(text).Root).IsPlain);

    [Theory]
    [InlineData(1, 1, 2, "1,1-1,3")]
    [InlineData(2, 2, 1, "2,2-2,3")]
    [InlineData(2, 2, 9, "2,2-3,1")]
    [InlineData(3, 1, 0, "3,1-3,1")]
    [InlineData(0, 2, 1, "1,1-1,2")]
    [InlineData(4, 2, 1, "1,1-1,2")]
    [InlineData(1, -5, 2, "1,1-1,1")]
    public void A_position_is_within_the_text(int line, int column, int length, string place) =>
        Assert.Equal(place, Place(Document.PositionOf("d.yaml", SourceText.From("abc\ndef\n"), line, column, length)));

    [Fact]
    public void Limits_are_where_they_are_said_to_be()
    {
        string Nested(int levels) => new string('[', levels) + new string(']', levels);
        Assert.Empty(Read(Nested(Document.DeepestNesting)).Errors);
        AssertCut(Read("- a\n- " + Nested(Document.DeepestNesting)), "2,66-2,67 Nested too deep: at most 64 levels are read");
        Assert.Equal(Document.LongestText - 1, Read(new string(' ', Document.LongestText - 1) + "x").Root?.Position.Span.Start);
        AssertCut(Read(new string(' ', Document.LongestText) + "x"), "1,1-1,1 The file is too large: 1048577 characters, and at most 1048576 are read");
        Assert.Empty(Read("[" + string.Join(",", Enumerable.Repeat("x", Document.MostNodes - 1)) + "]").Errors);
        AssertCut(
            Read("[" + string.Join(",", Enumerable.Repeat("x", Document.MostNodes)) + "]"),
            "1,200000-1,200001 Too large: at most 100000 values are read, counting each use of an alias");
    }

    [Fact]
    public void Each_use_of_an_alias_counts_as_what_it_stands_for()
    {
        var uses = string.Join(",", Enumerable.Repeat("*a", 9));
        string Text(string last) => $"- &a [x,x,x,x,x,x,x,x,x]\n- &b [{uses}]\n- &c [{uses.Replace('a', 'b')}]\n- &d [{uses.Replace('a', 'c')}]\n- &e [{uses.Replace('a', 'd')}]\n- {last}";

        // 10, 91, 820, 7,381 and 66,430 are 74,732 values, the list around them one more; three times 7,381 fit, a fourth does not.
        Assert.Empty(Read(Text("[*d,*d,*d]")).Errors);
        AssertCut(Read(Text("[*d,*d,*d,*d]")), "6,13-6,15 Too large: at most 100000 values are read, counting each use of an alias");
    }

    private static void AssertCut(Document document, string error)
    {
        Assert.True(document.IsCutShort);
        Assert.Equal([error], document.Errors.Select(static error => Place(error.Position) + " " + error.Message));
    }

    private static string Place(FilePosition position) => FormattableString.Invariant($"{position.Line},{position.Column}-{position.EndLine},{position.EndColumn}");

    private static string Written(DocumentNode node) => node switch
    {
        DocumentScalar scalar => scalar.Text,
        DocumentSequence sequence => (sequence.IsBroken ? "![" : "[") + string.Join(", ", sequence.Items.Select(Written)) + "]",
        DocumentMapping mapping => (mapping.IsBroken ? "!{" : "{") + string.Join(", ", mapping.Entries.Select(static entry => entry.Key.Text + ": " + Written(entry.Value))) + "}",
        _ => "<broken>",
    };
}
