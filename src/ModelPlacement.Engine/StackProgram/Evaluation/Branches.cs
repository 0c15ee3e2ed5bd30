using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Conditions, switches and patterns.</content>
internal sealed partial class Interpreter
{
    private void ExecuteConditional(IConditionalOperation conditional)
    {
        switch (Values.AsBoolean(Evaluate(conditional.Condition)))
        {
            case true:
                Scoped(() => Execute(conditional.WhenTrue));
                break;
            case false:
                Scoped(() => Execute(conditional.WhenFalse));
                break;
            default:
                if (!_reachable)
                    return;
                Fork(
                    conditional.Condition,
                    () => Scoped(() => Execute(conditional.WhenTrue)),
                    () => Scoped(() => Execute(conditional.WhenFalse)));
                break;
        }
    }

    private Value EvaluateConditional(IConditionalOperation conditional) => Values.AsBoolean(Evaluate(conditional.Condition)) switch
    {
        true => Evaluate(conditional.WhenTrue),
        false => Evaluate(conditional.WhenFalse),
        null => _reachable
            ? Fork(conditional.Condition, () => Evaluate(conditional.WhenTrue), () => Evaluate(conditional.WhenFalse))
            : new Unknown("code that is not reached"),
    };

    private Value EvaluateCoalesce(ICoalesceOperation coalesce)
    {
        var left = Evaluate(coalesce.Value);
        switch (IsNull(left, coalesce.Value))
        {
            case false:
                return left;
            case true:
                return Evaluate(coalesce.WhenNull);
            default:
                if (!_reachable)
                    return left;
                var present = Values.NotNull(left);
                return Fork(coalesce, () => present, () => Evaluate(coalesce.WhenNull));
        }
    }

    private Value EvaluateConditionalAccess(IConditionalAccessOperation access)
    {
        var receiver = EvaluateReceiver(access.Operation)!;
        switch (IsNull(receiver, access.Operation))
        {
            case true:
                return new Constant(null, Written(access));
            case false:
                return EvaluateWhenNotNull(access, receiver);
            default:
                if (!_reachable)
                    return receiver;
                var present = Values.NotNull(receiver);
                return Fork(access, () => EvaluateWhenNotNull(access, present), () => new Constant(null, Written(access)));
        }
    }

    private Value EvaluateWhenNotNull(IConditionalAccessOperation access, Value receiver)
    {
        _frame.ConditionalReceivers.Push(receiver);
        var value = Evaluate(access.WhenNotNull);
        _frame.ConditionalReceivers.Pop();
        return value;
    }

    private Value EvaluateSwitch(ISwitchExpressionOperation @switch) => EvaluateArms(Evaluate(@switch.Value), @switch, 0);

    private Value EvaluateArms(Value value, ISwitchExpressionOperation @switch, int first)
    {
        if (first > 64 && !HasStack())
            return GiveUp();
        for (var index = first; index < @switch.Arms.Length; index++)
        {
            var arm = @switch.Arms[index];
            var matches = Guarded(Matches(value, arm.Pattern), arm.Guard);
            switch (matches)
            {
                case true:
                    return Evaluate(arm.Value);
                case null:
                    var next = index + 1;
                    return Fork(@switch.Value, () => Evaluate(arm.Value), () => EvaluateArms(value, @switch, next));
            }
        }

        return ThrowOwn();
    }

    private void ExecuteSwitch(ISwitchOperation @switch)
    {
        var value = Evaluate(@switch.Value);
        if (!_reachable)
            return;
        var path = EnterPath();
        var mark = _store.Mark();
        var breaks = new List<Delta>();
        _frame.Jumps[@switch.ExitLabel] = (mark, path.Level, breaks);
        _switches.Push(@switch);
        Scoped(() => ExecuteCases(value, @switch), @switch.Locals);
        _switches.Pop();
        _frame.Jumps.Remove(@switch.ExitLabel);
        if (_reachable)
            breaks.Add(_store.Since(mark));
        _store.Rollback(mark);
        _reachable = breaks.Count > 0;
        if (_reachable)
            _store.Join(breaks);
        LeavePath(path, landsAll: false);
    }

    private void ExecuteCases(Value value, ISwitchOperation @switch)
    {
        foreach (var section in @switch.Cases)
            DeclareLocalFunctions(section.Body);
        var clauses = @switch.Cases
            .SelectMany(static section => section.Clauses.Select(clause => (Section: section, Clause: clause)))
            .OrderBy(static entry => entry.Clause.CaseKind == CaseKind.Default)
            .ToList();
        ExecuteClauses(value, clauses, 0);
    }

    private void ExecuteClauses(Value value, List<(ISwitchCaseOperation Section, ICaseClauseOperation Clause)> clauses, int first)
    {
        if (first > 64 && !HasStack())
        {
            GiveUp();
            return;
        }

        for (var index = first; index < clauses.Count; index++)
        {
            var (section, clause) = clauses[index];
            switch (MatchesClause(value, clause))
            {
                case true:
                    ExecuteSection(section);
                    return;
                case null:
                    var next = index + 1;
                    Fork(clause, () => ExecuteSection(section), () => ExecuteClauses(value, clauses, next));
                    return;
            }
        }
    }

    private void ExecuteSection(ISwitchCaseOperation section) => ExecuteFrom(section.Body, 0);

    private bool? MatchesClause(Value value, ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case IDefaultCaseClauseOperation:
                return true;
            case ISingleValueCaseClauseOperation single:
                return AreEqual(value, Evaluate(single.Value));
            case IPatternCaseClauseOperation pattern:
                return Guarded(Matches(value, pattern.Pattern), pattern.Guard);
            default:
                return null;
        }
    }

    // A guard runs where the pattern matches, and may change something there.
    private bool? Guarded(bool? matches, IOperation? guard)
    {
        if (matches == false || guard is null)
            return matches;
        var holds = matches is null ? Fork(guard, () => Evaluate(guard), () => new Constant(false)) : Evaluate(guard);
        return Values.AsBoolean(holds);
    }

    /// <summary>Whether a value matches a pattern, null where that is not known; declares what the pattern declares.</summary>
    private bool? Matches(Value value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return IsExactly(value, Evaluate(constant.Value), pattern.InputType);
            case IDeclarationPatternOperation declaration:
                var isType = declaration.MatchesNull ? true : IsOfMatched(value, declaration, declaration.MatchedType);
                if (declaration.DeclaredSymbol is { } declared)
                    DeclareVariable(declared, declaration.MatchesNull ? CopyOf(value) : OfType(value, declaration.MatchedType));
                return isType;
            case ITypePatternOperation type:
                return IsOfMatched(value, type, type.MatchedType);
            case INegatedPatternOperation negated:
                return !Matches(value, negated.Pattern);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                var both = Matches(value, and.LeftPattern);
                return both == false ? false : Matches(value, and.RightPattern) switch { false => false, true => both, null => null };
            case IBinaryPatternOperation or:
                var either = Matches(value, or.LeftPattern);
                return either == true ? true : Matches(value, or.RightPattern) switch { true => true, false => either, null => null };
            case IRelationalPatternOperation relational:
                return Values.AsBoolean(Calculate(relational.OperatorKind, value, Evaluate(relational.Value), relational));
            case IRecursivePatternOperation recursive:
                return MatchesRecursive(value, recursive);
            case IListPatternOperation list:
                return MatchesList(value, list);
            default:
                return null;
        }
    }

    // What is there is of the type that it is declared as.
    private bool? IsOfMatched(Value value, IPatternOperation pattern, ITypeSymbol? type) =>
        Resolve(pattern.InputType) is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var present] } && SymbolEqualityComparer.Default.Equals(present, Resolve(type))
            ? Not(Values.IsNull(value))
            : IsOfType(value, type);

    // What a value is where it is of a type.
    private Value OfType(Value value, ITypeSymbol? type) => CopyOf(Values.NotNull(value is Choice choice
        ? Values.OneOf(choice.Alternatives.Where(alternative => IsOfType(alternative, type) != false), choice.Origin)
        : value));

    private bool? MatchesRecursive(Value value, IRecursivePatternOperation pattern)
    {
        bool? result = Values.IsNull(value) switch { true => false, false => true, null => null };
        if (result == false)
            return false;
        if (!SymbolEqualityComparer.Default.Equals(pattern.MatchedType, pattern.InputType))
            result = And(result, IsOfMatched(value, pattern, pattern.MatchedType));
        var present = OfType(value, pattern.MatchedType);
        if (pattern.DeclaredSymbol is { } declared)
            DeclareVariable(declared, present);
        if (!pattern.DeconstructionSubpatterns.IsEmpty)
        {
            var elements = Elements(present, pattern.DeconstructionSubpatterns.Length, pattern);
            for (var index = 0; index < elements.Length; index++)
                result = And(result, Matches(elements[index], pattern.DeconstructionSubpatterns[index]));
        }

        foreach (var property in pattern.PropertySubpatterns)
        {
            var member = property.Member switch
            {
                IPropertyReferenceOperation reference => ReadProperty(reference.Property, present, reference),
                IFieldReferenceOperation reference => ReadField(reference.Field, present, reference),
                _ => new Unknown("a member in a pattern"),
            };
            if (!_reachable)
            {
                // Read where it may not be: only where the rest matches is it known to be an exception.
                _reachable = true;
                return null;
            }

            result = And(result, Matches(member, property.Pattern));
        }

        return result;
    }

    private bool? MatchesList(Value value, IListPatternOperation pattern)
    {
        if (ItemsOf(value) is not { } items)
        {
            foreach (var sub in pattern.Patterns)
            {
                if (sub is not ISlicePatternOperation)
                    Matches(new Unknown("an element of a list that is not known"), sub);
            }

            return null;
        }

        var slice = -1;
        for (var index = 0; index < pattern.Patterns.Length; index++)
        {
            if (pattern.Patterns[index] is ISlicePatternOperation)
                slice = index;
        }

        var fixedCount = pattern.Patterns.Length - (slice < 0 ? 0 : 1);
        if (slice < 0 ? items.Length != fixedCount : items.Length < fixedCount)
            return false;
        bool? result = true;
        for (var index = 0; index < pattern.Patterns.Length; index++)
        {
            if (pattern.Patterns[index] is ISlicePatternOperation { Pattern: var inner })
            {
                if (inner is not null)
                    result = And(result, Matches(new Sequence(items.Skip(slice).Take(items.Length - fixedCount).ToImmutableArray()), inner));
                continue;
            }

            var position = slice < 0 || index < slice ? index : items.Length - (pattern.Patterns.Length - index);
            result = And(result, Matches(items[position], pattern.Patterns[index]));
        }

        return result;
    }

    // A constant in a pattern has a type: a boxed 1L is not 1.
    private bool? IsExactly(Value value, Value constant, ITypeSymbol input) =>
        input.IsReferenceType && value is Constant { Raw: { } one } && constant is Constant { Raw: { } other } && one.GetType() != other.GetType() ? false : AreEqual(value, constant);

    private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    private Value EvaluateIsType(IIsTypeOperation isType)
    {
        var known = IsOfType(Evaluate(isType.ValueOperand), isType.TypeOperand);
        return AsValue(isType.IsNegated ? !known : known, isType);
    }

    private bool? IsOfType(Value value, ITypeSymbol? type)
    {
        type = Resolve(type);
        switch (value)
        {
            case Constant { Raw: null }:
                return false;
            case Constant { Raw: string, EnumType: null }:
                return type.SpecialType is SpecialType.System_String or SpecialType.System_Object ? true : type.TypeKind == TypeKind.Interface ? null : false;
            case Constant { EnumType: { } enumeration }:
                return SymbolEqualityComparer.Default.Equals(enumeration, type) || type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
                    || (type.SpecialType == SpecialType.System_Enum && enumeration.TypeKind == TypeKind.Enum)
                    ? true
                    : type.TypeKind == TypeKind.Interface ? null : false;
            case Constant { Raw: int or long or double or bool or char or byte or decimal or float } number:
                return type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
                    ? true
                    : type.TypeKind is TypeKind.Interface or TypeKind.Enum || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? null : IsSpecialTypeOf(number.Raw!, type.SpecialType);
            case TupleValue tuple when type is INamedTypeSymbol { IsTupleType: true } named:
                return named.TupleElements.Length == tuple.Elements.Length ? null : false;
            case ObjectReference reference when _store.Read(reference.Cell) is ObjectState state:
                return IsAssignable(state.Type, type);
            case ResourceReference { Output.Length: 0 } resource:
                return IsAssignable(resource.Instance.Type, type);
            case Choice choice:
                return Values.Common(choice.Alternatives, alternative => IsOfType(alternative, type));
            default:
                return null;
        }
    }

    private static bool IsSpecialTypeOf(object raw, SpecialType type) => raw switch
    {
        int => type == SpecialType.System_Int32,
        long => type == SpecialType.System_Int64,
        double => type == SpecialType.System_Double,
        bool => type == SpecialType.System_Boolean,
        char => type == SpecialType.System_Char,
        byte => type == SpecialType.System_Byte,
        decimal => type == SpecialType.System_Decimal,
        _ => type == SpecialType.System_Single,
    };

    private bool IsAssignable(ITypeSymbol from, ITypeSymbol to) =>
        _compilation is CSharpCompilation compilation && compilation.ClassifyConversion(from, to) is { IsImplicit: true, IsUserDefined: false };

    /// <summary>Whether two values are equal under the language's <c>==</c> for built-in types; null where that is not known.</summary>
    private bool? AreEqual(Value left, Value right)
    {
        switch (left, right)
        {
            case (Choice choice, _):
                return Values.Common(choice.Alternatives, alternative => AreEqual(alternative, right));
            case (_, Choice):
                return AreEqual(right, left);
            case (Constant { Raw: string } one, Constant { Raw: string } other) when !SymbolEqualityComparer.Default.Equals(one.EnumType, other.EnumType):
                return null;
            case (Constant one, Constant other):
                return one.Raw is null || other.Raw is null ? one.Raw is null && other.Raw is null : EqualConstants(one.Raw, other.Raw);
            case (Constant { Raw: null }, _):
                return Values.IsNull(right);
            case (_, Constant { Raw: null }):
                return Values.IsNull(left);
            case (Text text, Constant { Raw: string known }):
                return CanBe(text, known) ? null : false;
            case (Constant { Raw: string }, Text):
                return AreEqual(right, left);
            case (TupleValue one, TupleValue other):
                return one.Elements.Length == other.Elements.Length ? one.Elements.Zip(other.Elements, AreEqual).Aggregate((bool?)true, And) : false;
            case (TypeValue one, TypeValue other):
                return one.Equals(other);
            case (ResourceReference { Output.Length: 0 } one, ResourceReference { Output.Length: 0 } other):
                return ReferenceEquals(one.Instance, other.Instance);
            case (ObjectReference one, ObjectReference other) when one.Cell == other.Cell:
                return true;
            default:
                return null;
        }
    }

    // Whether the known start and end of a text with holes allow for a string.
    private static bool CanBe(Text text, string known) =>
        (text.Pieces[0].AsString() is not { } start || known.StartsWith(start, StringComparison.Ordinal))
        && (text.Pieces[text.Pieces.Length - 1].AsString() is not { } end || known.EndsWith(end, StringComparison.Ordinal));

    private static bool EqualConstants(object left, object right) =>
        left.Equals(right) || (Arithmetic.Widen(left, right) is var (one, other) && one.Equals(other));
}
