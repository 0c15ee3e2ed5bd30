using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>Calls that the compiler leaves out, with their arguments, where a symbol is not defined: <c>[Conditional("DEBUG")]</c>.</summary>
internal static class ConditionalCalls
{
    /// <summary>Whether one of the symbols that a conditional method names is defined where it is called.</summary>
    public static bool IsCompiled(IInvocationOperation call, CancellationToken cancellation)
    {
        for (var method = call.TargetMethod.OriginalDefinition; method is not null; method = method.OverriddenMethod)
        {
            foreach (var attribute in method.GetAttributes())
            {
                if (attribute is { AttributeClass: { Name: "ConditionalAttribute", ContainingNamespace.Name: "Diagnostics" }, ConstructorArguments: [{ Value: string symbol }] }
                    && IsDefined(symbol, call.Syntax.SyntaxTree, cancellation))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Directives that define symbols stand before all else in a file.
    private static bool IsDefined(string symbol, SyntaxTree tree, CancellationToken cancellation)
    {
        var isDefined = tree.Options.PreprocessorSymbolNames.Contains(symbol, StringComparer.Ordinal);
        for (var directive = ((CSharpSyntaxNode)tree.GetRoot(cancellation)).GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is DefineDirectiveTriviaSyntax { IsActive: true } define && string.Equals(define.Name.ValueText, symbol, StringComparison.Ordinal))
                isDefined = true;
            else if (directive is UndefDirectiveTriviaSyntax { IsActive: true } undefine && string.Equals(undefine.Name.ValueText, symbol, StringComparison.Ordinal))
                isDefined = false;
        }

        return isDefined;
    }
}
