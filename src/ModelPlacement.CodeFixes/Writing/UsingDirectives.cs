using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>Adds the usings that written names need, and takes away those that only gone code needed.</summary>
internal static class UsingDirectives
{
    /// <summary>Writes both.</summary>
    /// <param name="edits">The edits of the file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="root">Its root.</param>
    /// <param name="added">What to add, without <c>using</c> and semicolon.</param>
    /// <param name="unneeded">Directives to take away.</param>
    public static void Write(FileEdits edits, SourceText text, Layout layout, CompilationUnitSyntax root, IEnumerable<string> added, IEnumerable<UsingDirectiveSyntax> unneeded)
    {
        foreach (var directive in unneeded)
        {
            var line = text.Lines.GetLineFromPosition(directive.Span.End);
            edits.Delete(TextSpan.FromBounds(directive.SpanStart, line.EndIncludingLineBreak));
        }

        var lines = added.Select(directive => "using " + directive + ";" + layout.NewLine).ToList();
        if (lines.Count == 0)
            return;
        if (root.Usings.LastOrDefault() is { } last)
        {
            edits.Insert(text.Lines.GetLineFromPosition(last.Span.End).EndIncludingLineBreak, string.Concat(lines));
        }
        else if (root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(static declared => declared.Usings.Count > 0) is { } declared)
        {
            var inner = declared.Usings.Last();
            var indent = Layout.IndentOf(text, inner.SpanStart);
            edits.Insert(text.Lines.GetLineFromPosition(inner.Span.End).EndIncludingLineBreak, string.Concat(lines.Select(line => indent + line)));
        }
        else
        {
            edits.Insert(root.Externs.LastOrDefault()?.FullSpan.End ?? 0, string.Concat(lines) + layout.NewLine);
        }
    }

    /// <summary>The usings of namespaces and aliases that gone code mentions and that nothing else does.</summary>
    /// <param name="program">The program.</param>
    /// <param name="root">The root of the file.</param>
    /// <param name="gone">What goes.</param>
    /// <param name="kept">The namespaces and aliases that new code needs.</param>
    public static IEnumerable<UsingDirectiveSyntax> Unneeded(ProgramView program, CompilationUnitSyntax root, GoneSyntax gone, ISet<string> kept)
    {
        var names = program.NamesOf(root.SyntaxTree);
        foreach (var directive in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>())
        {
            if (directive.GlobalKeyword.RawKind != 0 || directive.StaticKeyword.RawKind != 0 || directive.Name is null || directive.ContainsDirectives || kept.Contains(directive.Alias?.Name.Identifier.ValueText ?? directive.Name.ToString()))
                continue;
            if (directive.Alias is { } alias)
            {
                if (IsUnneeded(names[alias.Name.Identifier.ValueText].Where(static name => !IsQualified(name) && name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null), gone))
                    yield return directive;
            }
            else if (program.SymbolOf(directive.Name) is INamespaceSymbol space
                && IsUnneeded(NamesOf(space).SelectMany(written => names[written].Where(name => IsMention(program, name, space))), gone))
            {
                yield return directive;
            }
        }
    }

    private static bool IsUnneeded(IEnumerable<SimpleNameSyntax> mentions, GoneSyntax gone)
    {
        var all = mentions.ToList();
        return all.Count > 0 && all.All(gone.IsGone);
    }

    private static bool IsQualified(SimpleNameSyntax name) =>
        (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name) || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    /// <summary>The names by which code can need the using of a namespace: its types, and its extension methods.</summary>
    private static IEnumerable<string> NamesOf(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(static type => type.MightContainExtensionMethods
            ? type.GetMembers().Where(static member => member is IMethodSymbol { IsExtensionMethod: true }).Select(static member => member.Name).Append(type.Name)
            : [type.Name]).Distinct(StringComparer.Ordinal);

    private static bool IsMention(ProgramView program, SimpleNameSyntax name, INamespaceSymbol space)
    {
        if (program.SymbolOf(name) is not { } symbol || (IsQualified(name) && symbol is not IMethodSymbol { IsExtensionMethod: true }))
            return false;
        var owner = (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.ContainingNamespace;

        // A namespace that several assemblies share is one symbol for the directive and another for the type.
        return owner is not null && SymbolEqualityComparer.Default.Equals(program.Compilation.GetCompilationNamespace(owner), program.Compilation.GetCompilationNamespace(space));
    }
}
