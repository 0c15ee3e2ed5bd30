using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelPlacement.Hardening.Tests;

/// <summary>
/// Makes programs and documents that nobody would write from ones that somebody wrote. The same seed and the same material make the same text, on every run.
/// </summary>
internal sealed class Mutator(int seed, IReadOnlyList<string> material)
{
    private static readonly string[] OfYaml =
    [
        "\0", "\t", ":", ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!x ", "!!str ", "|", ">", "%", "@", "`", ",", "? ", "<<: ", "---\n", "...\n", "\uFFFD", "\uD800", "\r", "\u2028", "\uFEFF",
        "~", "9", "\n", " ", "version: 1\n", "extends: []\n", "extends: [./model-placement.yaml]\n", "\\", "\"\\x", "[*, ?]", "0001-01-01", "9999-12-31", "openai/*", "2026-02-30",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A mutated document: pieces of YAML and other documents in and out.</summary>
    public string Document()
    {
        var text = new StringBuilder(Any(material));
        for (var changes = _random.Next(1, 7); changes > 0 && text.Length > 0; changes--)
        {
            var at = _random.Next(text.Length);
            switch (_random.Next(7))
            {
                case 0:
                    text.Insert(at, Any(OfYaml));
                    break;
                case 1:
                    text.Remove(at, Math.Min(_random.Next(1, 40), text.Length - at));
                    break;
                case 2:
                    text[at] = (char)_random.Next(1, 256);
                    break;
                case 3:
                    text.Insert(at, Piece(text.ToString()));
                    break;
                case 4:
                    text.Insert(at, Piece(Any(material)));
                    break;
                case 5:
                    text.Insert(at, Line(Any(material)));
                    break;
                default:
                    text.Length = at;
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A mutated program: tokens lost, doubled, exchanged or changed, nodes replaced by others of their kind, also from other programs.</summary>
    public string Program()
    {
        var root = Host.Tree(Any(material)).GetRoot();
        for (var changes = _random.Next(1, 6); changes > 0; changes--)
            root = _random.Next(3) == 0 ? WithOtherNode(root) : Host.Tree(WithOtherToken(root)).GetRoot();
        return root.ToFullString();
    }

    private SyntaxNode WithOtherNode(SyntaxNode root)
    {
        var nodes = root.DescendantNodes().ToList();
        if (nodes.Count == 0)
            return root;
        var node = Any(nodes);
        var others = (_random.Next(2) == 0 ? root : Host.Tree(Any(material)).GetRoot()).DescendantNodes().Where(other => IsLike(node, other)).ToList();
        return others.Count == 0 ? root : Host.Tree(root.ToFullString().Remove(node.FullSpan.Start, node.FullSpan.Length).Insert(node.FullSpan.Start, Any(others).ToFullString())).GetRoot();
    }

    // An expression can stand where another does, a statement where another does.
    private static bool IsLike(SyntaxNode one, SyntaxNode other) => (one, other) switch
    {
        (Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax, Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax) => true,
        (Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax, Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax) => true,
        _ => one.RawKind == other.RawKind,
    };

    private string WithOtherToken(SyntaxNode root)
    {
        var text = root.ToFullString();
        var tokens = root.DescendantTokens().Where(static token => token.FullSpan.Length > 0).ToList();
        if (tokens.Count == 0)
            return text;
        var (token, other) = (Any(tokens), Any(tokens));
        return _random.Next(6) switch
        {
            0 => text.Remove(token.FullSpan.Start, token.FullSpan.Length),
            1 => text.Insert(token.FullSpan.Start, token.ToFullString()),
            2 => text.Remove(token.Span.Start, token.Span.Length).Insert(token.Span.Start, other.Text),
            3 => text.Remove(token.Span.Start, token.Span.Length).Insert(token.Span.Start, Any(Host.Tree(Any(material)).GetRoot().DescendantTokens().ToList()).Text),
            4 => text.Insert(token.FullSpan.Start, " " + SyntaxFacts.GetText((SyntaxKind)_random.Next((int)SyntaxKind.TildeToken, (int)SyntaxKind.WhenKeyword)) + " "),
            _ => text.Insert(token.Span.Start, ((char)_random.Next(1, 0x250)).ToString()),
        };
    }

    private string Piece(string text)
    {
        if (text.Length == 0)
            return text;
        var at = _random.Next(text.Length);
        return text.Substring(at, Math.Min(_random.Next(1, 60), text.Length - at));
    }

    private string Line(string text) => Any(text.Split('\n')) + "\n";

    private T Any<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}
