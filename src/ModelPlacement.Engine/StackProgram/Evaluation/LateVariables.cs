using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>
/// Which variables, static members and members of <c>this</c> a lambda reads that the code around it may still change before the lambda runs. Each body is looked through once.
/// </summary>
internal sealed class LateVariables
{
    private readonly Dictionary<IOperation, ImmutableArray<ISymbol>> _captured = new();
    private readonly Dictionary<IOperation, ILookup<ISymbol, IOperation>> _assignments = new();

    public IEnumerable<ISymbol> Of(Closure closure, IOperation call)
    {
        if (closure.Body is not { } body)
            return [];
        if (!_captured.TryGetValue(body, out var captured))
            _captured[body] = captured = Captured(body);
        if (captured.IsEmpty)
            return [];
        IOperation root = call;
        while (root.Parent is not null)
            root = root.Parent;
        if (!_assignments.TryGetValue(root, out var assignments))
            _assignments[root] = assignments = root.Descendants().SelectMany(Assigned).ToLookup(static assignment => assignment.Variable, static assignment => assignment.Operation, SymbolEqualityComparer.Default);
        return captured.Where(variable => assignments[variable].Any(assignment => !body.Syntax.Span.Contains(assignment.Syntax.Span) && ComesAfter(assignment, call, variable)));
    }

    private static ImmutableArray<ISymbol> Captured(IOperation body) => body.Descendants().Select(Variable).OfType<ISymbol>()
        .Where(variable => !body.Syntax.Span.Contains(variable.Locations.FirstOrDefault()?.SourceSpan ?? default))
        .Distinct<ISymbol>(SymbolEqualityComparer.Default)
        .ToImmutableArray();

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false } field } reference when IsOwn(reference) => field.OriginalDefinition,
        IPropertyReferenceOperation { Property: { SetMethod.IsInitOnly: false } property } reference when IsOwn(reference) => property.OriginalDefinition,
        _ => null,
    };

    private static bool IsOwn(IMemberReferenceOperation reference) => reference.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    private static IEnumerable<(ISymbol Variable, IOperation Operation)> Assigned(IOperation operation)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation increment => increment.Target,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
            IInvocationOperation { Instance: { } collection } call when Collections.Changes(call.TargetMethod) => collection,
            _ => null,
        };
        return target is null ? [] : target.DescendantsAndSelf().Select(Variable).OfType<ISymbol>().Select(variable => (variable, operation));
    }

    // After it in the text, or in a loop around both that the variable outlives.
    private static bool ComesAfter(IOperation assignment, IOperation call, ISymbol variable)
    {
        if (assignment.Syntax.SpanStart > call.Syntax.Span.End)
            return true;
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation && parent.Syntax.Span.Contains(assignment.Syntax.Span) && !DeclaresPerRound(parent, variable))
                return true;
        }

        return false;
    }

    // The variable of a `for` loop is one for all rounds; what stands in the body of a loop is new in each.
    private static bool DeclaresPerRound(IOperation loop, ISymbol variable) =>
        loop is ILoopOperation { Body: { } body } && variable.DeclaringSyntaxReferences.Any(declaration => body.Syntax.Span.Contains(declaration.Span));
}
