using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Writing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>A JSON text as the C# that would write it, so that both are read alike.</summary>
internal static class JsonExpression
{
    /// <summary>The expression of a JSON object or array; null where a text is none.</summary>
    public static ExpressionSyntax? Of(string text)
    {
        if (text.TrimStart() is not ['[' or '{', ..])
            return null;
        try
        {
            // JSON is YAML.
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [var document] ? SyntaxFactory.ParseExpression(CodeOf(document.RootNode)) : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static string CodeOf(YamlNode node) => node switch
    {
        YamlMappingNode mapping => "new D { " + string.Join(", ", mapping.Children.Select(static pair => "[" + CodeOf(pair.Key) + "] = " + CodeOf(pair.Value))) + " }",
        YamlSequenceNode sequence => "new[] { " + string.Join(", ", sequence.Children.Select(CodeOf)) + " }",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } value } => value,
        YamlScalarNode { Value: var value } => ResourceWriter.Quote(value ?? ""),
        _ => "null",
    };
}
