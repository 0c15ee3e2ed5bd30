using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
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
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private static readonly Regex LambdaParameter = new(@"\b(?<name>\w+) =>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout);

    private readonly Lazy<HashSet<string>> _identifiers;
    private readonly ProgramView _program;
    private readonly Dictionary<string, TypeNames> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);

    public ChangedFile(ProgramView program, CompilationUnitSyntax root)
    {
        _program = program;
        Root = root;
        Text = root.SyntaxTree.GetText();
        Layout = Layout.Of(root);
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

    /// <summary>The name of a class of no family at a position: <c>Output</c> for <c>Pulumi.Output</c>, where the usings in force allow it.</summary>
    public string NameAt(string className, int position)
    {
        var dot = className.LastIndexOf(".", StringComparison.Ordinal);
        var name = className.Substring(dot + 1);
        var bound = _program.ModelOf(Root).GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseTypeName(name), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;
        if (bound is null || !SymbolEqualityComparer.Default.Equals(bound, _program.Compilation.GetTypeByMetadataName(className)))
            return className;
        _kept.Add(className.Substring(0, dot));
        return name;
    }

    /// <summary>Code with names for its lambdas' parameters that the file does not use.</summary>
    public string WithFreeParameters(string code)
    {
        foreach (Match parameter in LambdaParameter.Matches(code))
        {
            var name = parameter.Groups["name"].Value;
            var number = 2;
            if (!_identifiers.Value.Contains(name))
                continue;
            while (_identifiers.Value.Contains(name + number.ToString(CultureInfo.InvariantCulture)))
                number++;
            code = Regex.Replace(code, @"\b" + name + @"\b", name + number.ToString(CultureInfo.InvariantCulture), RegexOptions.CultureInvariant, Timeout);
        }

        return code;
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
