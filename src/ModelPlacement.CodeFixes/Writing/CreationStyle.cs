using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>How a program writes the creation of a resource; what a fix writes beside it looks alike.</summary>
/// <param name="IsTargetTyped">Whether the creation is a bare <c>new(...)</c>.</param>
/// <param name="IsExplicitlyTyped">Whether its variable says its class.</param>
/// <param name="HasBareArgs">Whether its args are a bare <c>new()</c>.</param>
/// <param name="BraceOnSameLine">Whether an opening brace stays on its line.</param>
internal sealed record CreationStyle(bool IsTargetTyped, bool IsExplicitlyTyped, bool HasBareArgs, bool BraceOnSameLine)
{
    private const int FirstWithTargetType = (int)LanguageVersion.CSharp9;

    /// <summary>The manner of a creation.</summary>
    /// <param name="creation">The creation.</param>
    /// <param name="isExplicitlyTyped">Whether its variable says its class.</param>
    public static CreationStyle Of(ResourceCreation creation, bool isExplicitlyTyped) => new(
        creation.Syntax is ImplicitObjectCreationExpressionSyntax,
        isExplicitlyTyped,
        creation.Args?.Expression is not ObjectCreationExpressionSyntax && (int)((CSharpParseOptions)creation.Syntax.SyntaxTree.Options).LanguageVersion >= FirstWithTargetType,
        creation.Initializer is { } initializer
            && initializer.SyntaxTree.GetText() is var text
            && text.Lines.GetLineFromPosition(initializer.SpanStart).LineNumber != text.Lines.GetLineFromPosition(initializer.Span.End).LineNumber
            && !Layout.StartsLine(text, initializer.SpanStart));

    /// <summary>What stands before the brace of an args object.</summary>
    public string ArgsHead(TypeNames names, string className, int position) => HasBareArgs ? "new()" : "new " + names.Write(className + "Args", position);
}
