using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>The construct of the program in which a value was lost, for the figures.</summary>
internal static class Construct
{
    private static readonly ImmutableDictionary<string, string> Calls = (
        from entry in new (string Construct, string Names)[]
        {
            ("LINQ", "Select SelectMany Where First FirstOrDefault Last LastOrDefault Single OrderBy OrderByDescending GroupBy ToDictionary Aggregate Zip Concat Distinct Take Skip Any All Count Sum Max Min"),
            ("JSON", "Serialize Deserialize JsonSerialize Parse"),
            ("output", "Apply Format Tuple Create CreateSecret"),
            ("configuration", "Get Require GetBoolean GetInt32 GetObject RequireObject RequireSecret GetSecret"),
            ("text", "Join Replace Split Trim Substring ToLower ToUpper ToLowerInvariant ToUpperInvariant Append Insert PadLeft"),
        }
        from name in entry.Names.Split(' ')
        select (name, entry.Construct)).ToImmutableDictionary(static pair => pair.name, static pair => pair.Construct);

    /// <summary>The innermost construct around the place where a value comes from; "elsewhere" where that is not known.</summary>
    public static string Of(Value value)
    {
        if (value.Origin?.Location is not { SourceTree: { } tree } location)
            return "elsewhere";
        return tree.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf().Select(Name).FirstOrDefault(static name => name is not null) ?? "statement";
    }

    private static string? Name(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: var called } => Calls.GetValueOrDefault(Called(called)),
        QueryExpressionSyntax => "LINQ",
        SwitchExpressionSyntax or SwitchStatementSyntax => "switch",
        ConditionalExpressionSyntax or IfStatementSyntax => "condition",
        ForEachStatementSyntax or ForEachVariableStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax => "loop",
        CatchClauseSyntax or TryStatementSyntax => "try",
        InterpolatedStringExpressionSyntax => "interpolation",
        LocalFunctionStatementSyntax or MethodDeclarationSyntax => "helper",
        ConstructorDeclarationSyntax => "constructor",
        PropertyDeclarationSyntax or FieldDeclarationSyntax => "member",
        _ => null,
    };

    private static string Called(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
