using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>What is written into one file so far.</summary>
internal sealed class ChangedFile
{
    private const string OutputClass = "Pulumi.Output";

    private readonly Lazy<HashSet<string>> _identifiers;

    private readonly ProgramView _program;
    private readonly Dictionary<string, TypeNames> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    public ChangedFile(ProgramView program, CompilationUnitSyntax root)
    {
        _program = program;
        Root = root;
        Text = root.SyntaxTree.GetText();
        Layout = Layout.Of(Text);
        _identifiers = new(() => new HashSet<string>(root.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal));
    }

    public CompilationUnitSyntax Root { get; }

    /// <summary>The using directives that the written names need.</summary>
    public IEnumerable<string> Usings => _names.Values.SelectMany(static names => names.Usings);

    /// <summary>The namespaces and aliases of usings that must stay, since what is written needs them.</summary>
    public IEnumerable<string> Kept => _names.Values.SelectMany(static names => names.Kept).Concat(_kept);

    public SourceText Text { get; }

    public Layout Layout { get; }

    public FileEdits Edits { get; } = new();

    /// <summary>The names of a family's classes.</summary>
    public TypeNames NamesOf(CounterpartFamily family)
    {
        if (!_names.TryGetValue(family.Namespace, out var names))
            _names.Add(family.Namespace, names = new TypeNames(_program, Root.SyntaxTree, family));
        return names;
    }

    /// <summary>The name of Pulumi's own <c>Output</c> at a position.</summary>
    public string OutputAt(int position)
    {
        const string name = "Output";
        var bound = _program.ModelOf(Root).GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseTypeName(name), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;
        if (!SymbolEqualityComparer.Default.Equals(bound, _program.Compilation.GetTypeByMetadataName(OutputClass)))
            return OutputClass;
        _kept.Add(OutputClass.Substring(0, OutputClass.IndexOf(".", StringComparison.Ordinal)));
        return name;
    }

    /// <summary>A variable name that the file does not use.</summary>
    /// <param name="name">The name that is wanted.</param>
    /// <param name="otherwise">What it is called where that is used; null: the name with a number.</param>
    public string Free(string name, string? otherwise = null)
    {
        if (otherwise is not null && !_identifiers.Value.Contains(name))
            otherwise = null;
        var free = otherwise ?? name;
        for (var number = 2; !_identifiers.Value.Add(free); number++)
            free = (otherwise ?? name) + number.ToString(CultureInfo.InvariantCulture);
        return free;
    }
}
