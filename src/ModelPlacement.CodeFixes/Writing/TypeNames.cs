using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>
/// Writes the names of a family's classes in one file: as its usings already allow, else through an alias or usings in the file's own style. Every name is tried
/// against the compiler's binding before it is written, since an SDK's <c>Deployment</c> and <c>Account</c> are never the only ones.
/// </summary>
internal sealed class TypeNames
{
    private readonly ProgramView _program;
    private readonly SemanticModel _model;
    private readonly CounterpartFamily _family;
    private readonly Dictionary<(string Class, SyntaxNode? Scope), string> _written = new();
    private readonly SortedSet<string> _usings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    public TypeNames(ProgramView program, SyntaxTree tree, CounterpartFamily family)
    {
        _program = program;
        _model = program.ModelOf(tree);
        _family = family;
    }

    /// <summary>The using directives that the written names need, without <c>using</c> and semicolon: <c>AzureNative = Pulumi.AzureNative</c>.</summary>
    public IEnumerable<string> Usings => _usings;

    /// <summary>The namespaces and aliases of usings that are there and that the written names need.</summary>
    public IEnumerable<string> Kept => _kept;

    /// <summary>The name of a class at a position.</summary>
    /// <param name="name">The class, without the family's namespace.</param>
    /// <param name="position">Where in the file it is to stand.</param>
    public string Write(string name, int position)
    {
        var scope = _model.SyntaxTree.GetRoot().FindToken(position).Parent?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
        if (!_written.TryGetValue((name, scope), out var written))
            _written.Add((name, scope), written = Choose(_family.ClassName(name), position));
        return written;
    }

    private string Choose(string fullName, int position)
    {
        var type = _program.Compilation.GetTypeByMetadataName(fullName);
        foreach (var candidate in Candidates(fullName, position))
        {
            if (!Means(candidate, type, fullName, position))
                continue;
            var dot = candidate.IndexOf(".", StringComparison.Ordinal);
            _kept.Add(dot < 0 ? fullName.Substring(0, fullName.LastIndexOf(".", StringComparison.Ordinal)) : candidate.Substring(0, dot));
            return candidate;
        }

        if (IsFree(_family.Alias, position) || _usings.Contains(AliasDirective))
        {
            _usings.Add(AliasDirective);
            return _family.Alias + fullName.Substring(_family.Namespace.Length);
        }

        return Means(fullName, type, fullName, position) || type is null ? fullName : "global::" + fullName;
    }

    private string AliasDirective => _family.Alias + " = " + _family.Namespace;

    /// <summary>The ways that the usings in force may allow, the shortest first.</summary>
    private IEnumerable<string> Candidates(string fullName, int position)
    {
        var simple = fullName.Substring(fullName.LastIndexOf(".", StringComparison.Ordinal) + 1);
        yield return simple;
        var aliases = _model.GetImportScopes(position).SelectMany(static scope => scope.Aliases).Select(alias => (alias.Name, Target: alias.Target.ToDisplayString()));
        foreach (var (name, target) in aliases.OrderByDescending(static alias => alias.Target.Length))
        {
            if (target == fullName)
                yield return name;
            else if (fullName.StartsWith(target + ".", StringComparison.Ordinal))
                yield return name + fullName.Substring(target.Length);
        }
    }

    private bool Means(string written, ITypeSymbol? type, string fullName, int position)
    {
        // Without the package nothing binds: an alias that is there is taken at its word, and a simple name is not.
        var syntax = SyntaxFactory.ParseTypeName(written);
        var symbol = _model.GetSpeculativeSymbolInfo(position, syntax, SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;
        return type is null
            ? symbol is null && written != fullName && written.IndexOf(".", StringComparison.Ordinal) > 0
            : SymbolEqualityComparer.Default.Equals(symbol, type);
    }

    private bool IsFree(string name, int position) => _model.LookupSymbols(position, name: name).IsEmpty && _model.LookupNamespacesAndTypes(position, name: name).IsEmpty;
}
