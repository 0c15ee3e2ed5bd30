using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Operators, conversions and interpolation.</content>
internal sealed partial class Interpreter
{
    private Value EvaluateBinary(IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Add when binary.Type?.SpecialType == SpecialType.System_String && binary.OperatorMethod is null:
                return EvaluateConcatenation(binary);
            case BinaryOperatorKind.ConditionalAnd when binary.OperatorMethod is null:
                return EvaluateShortCircuit(binary, decides: false);
            case BinaryOperatorKind.ConditionalOr when binary.OperatorMethod is null:
                return EvaluateShortCircuit(binary, decides: true);
        }

        var left = Evaluate(binary.LeftOperand);
        var right = Evaluate(binary.RightOperand);
        if (!_reachable)
            return new Unknown("code that is not reached");
        if (binary.OperatorMethod is { } method && (method.IsAbstract || _bodies.Body(method.OriginalDefinition, _cancellation) is not null))
            return CallMethod(method, null, ImmutableArray.Create(left, right), binary);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => AsValue(CompareByOperator(binary, left, right), binary),
            BinaryOperatorKind.NotEquals => AsValue(!CompareByOperator(binary, left, right), binary),
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when binary.Type?.TypeKind == TypeKind.Delegate => CombineDelegates(binary.OperatorKind == BinaryOperatorKind.Add, left, right, binary),
            _ => binary.OperatorMethod is null || binary.OperatorMethod.ContainingType.SpecialType == SpecialType.System_Decimal || Library.Scalars.IsScalar(binary.OperatorMethod.ContainingType)
                ? Calculate(binary.OperatorKind, left, right, binary, binary.IsChecked)
                : NotKnown("the result of an operator", binary),
        };
    }

    // Records are compared by what they hold; other classes by identity, unless they define the operator (called above, or unknown).
    private bool? CompareByOperator(IBinaryOperation binary, Value left, Value right)
    {
        if (right is Constant { Raw: null })
            return IsNull(left, binary.LeftOperand);
        if (left is Constant { Raw: null })
            return IsNull(right, binary.RightOperand);
        if (left is not ObjectReference one || right is not ObjectReference other)
            return IsWrapped(binary.LeftOperand) || IsWrapped(binary.RightOperand) ? null : AreEqual(left, right) is var equal && equal is true && ComparesIdentities(binary) ? null : equal;
        if (one.Cell == other.Cell)
            return true;
        if (!ComparesIdentities(binary) && StateOf(one) is { Type: { IsRecord: true } type } && IsOfProgram(type))
            return EqualRecords(one, other);
        return binary.OperatorMethod is null ? false : null;
    }

    // Objects, interfaces and type parameters: equal values may be boxed, and equal strings made, more than once.
    private static bool ComparesIdentities(IBinaryOperation binary) =>
        binary.OperatorMethod is null && binary.LeftOperand.Type is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Interface or TypeKind.TypeParameter };

    private Value EvaluateTupleComparison(ITupleBinaryOperation tuples)
    {
        var equal = AreEqual(Evaluate(tuples.LeftOperand), Evaluate(tuples.RightOperand));
        return AsValue(tuples.OperatorKind == BinaryOperatorKind.Equals ? equal : !equal, tuples);
    }

    /// <summary>Whether an expression is null; an <c>Output&lt;T&gt;</c> is not null, whatever the value in it.</summary>
    private bool? IsNull(Value value, IOperation expression) =>
        IsWrapped(expression) && value is ResourceReference or Text or Constant { Raw: not null } ? false : Values.IsNull(value);

    // Two outputs are different objects, whatever their values.
    private bool IsWrapped(IOperation expression) => _pulumi.IsOutputOrInput(Resolve(Unconverted(expression).Type));

    private static IOperation Unconverted(IOperation expression) => expression is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? conversion.Operand : expression;

    // Two records are equal where all that they hold is known and the same.
    private bool? EqualRecords(ObjectReference one, ObjectReference other)
    {
        if (StateOf(one) is not { Lost: null } left || StateOf(other) is not { Lost: null } right)
            return null;
        if (!SymbolEqualityComparer.Default.Equals(left.Type, right.Type))
            return false;
        if (OwnEquality(left.Type) is { } own)
            return SymbolEqualityComparer.Default.Equals(own.ContainingType, left.Type) ? Values.AsBoolean(CallTarget(own, one, ImmutableArray.Create<Value>(other), Here)) : null;
        bool? equal = true;
        foreach (var member in left.Fields.Keys.Union(right.Fields.Keys, SymbolEqualityComparer.Default).OfType<ISymbol>())
        {
            if (member is IParameterSymbol)
                continue;
            if (!left.Fields.TryGetValue(member, out var mine) || !right.Fields.TryGetValue(member, out var theirs))
                return null;
            equal = And(equal, mine is ObjectReference first && theirs is ObjectReference second
                ? first.Cell == second.Cell ? true : StateOf(first) is { Type: { IsRecord: true } type } && IsOfProgram(type) ? EqualRecords(first, second) : null
                : AreEqual(mine, theirs));
        }

        return equal;
    }

    /// <summary>What decides whether a key is the same as another: of a record or anonymous object what it holds, of any other value the value itself.</summary>
    internal Value IdentityOf(Value key)
    {
        if (key is TupleValue tuple)
            return new TupleValue(tuple.Elements.Select(IdentityOf).ToImmutableArray(), tuple.Origin);
        if (key is not ObjectReference reference || StateOf(reference) is not { Lost: null, Type: INamedTypeSymbol type } state || !IsComparedByMembers(type))
            return key;
        var held = new List<Value> { new TypeValue(type) };
        foreach (var member in ComparedMembers(type))
        {
            if (!state.Fields.TryGetValue(member, out var value))
                return key;
            held.Add(IdentityOf(value));
        }

        return new TupleValue(held.ToImmutableArray(), key.Origin);
    }

    // A record that may be changed where it stands is no key that can be told: it is looked for under what it held when it was put in.
    private bool IsComparedByMembers(INamedTypeSymbol type) => type.IsAnonymousType
        || (type.IsRecord && IsOfProgram(type) && OwnEquality(type) is null
            && (type.IsValueType || Records(type).All(static record => record.GetMembers().OfType<IFieldSymbol>().All(static field => field.IsStatic || field.IsReadOnly))));

    private static IEnumerable<ISymbol> ComparedMembers(INamedTypeSymbol type) => type.IsAnonymousType
        ? type.GetMembers().OfType<IPropertySymbol>().Select(static property => property.OriginalDefinition)
        : Records(type).SelectMany(static record => record.GetMembers().OfType<IFieldSymbol>()).Where(static field => !field.IsStatic).Select(KeyOf);

    private static IEnumerable<INamedTypeSymbol> Records(INamedTypeSymbol type)
    {
        for (var record = type; record is { IsRecord: true }; record = record.BaseType)
            yield return record;
    }

    // The equality that a record, or one that it derives from, defines itself.
    private static IMethodSymbol? OwnEquality(ITypeSymbol record)
    {
        for (var type = record; type is { IsRecord: true }; type = type.BaseType)
        {
            if (type.GetMembers("Equals").OfType<IMethodSymbol>().FirstOrDefault(method => !method.IsImplicitlyDeclared && method.Parameters is [{ Type: var compared }] && SymbolEqualityComparer.Default.Equals(compared.WithNullableAnnotation(NullableAnnotation.None), type.WithNullableAnnotation(NullableAnnotation.None))) is { } own)
                return own;
        }

        return null;
    }

    private Value EvaluateShortCircuit(IBinaryOperation binary, bool decides)
    {
        var left = Evaluate(binary.LeftOperand);
        var known = Values.AsBoolean(left);
        if (known == decides)
            return left;
        if (known is not null)
            return Evaluate(binary.RightOperand);
        if (!_reachable)
            return left;

        // The right side runs on some runs only. Where it is the deciding one, the left does not matter.
        Value? right = null;
        Fork(
            binary,
            () =>
            {
                var value = Evaluate(binary.RightOperand);
                right = _reachable ? value : null;
                return value;
            },
            () => left);
        return right is not null && Values.AsBoolean(right) == decides ? right : NotKnown("a condition", binary);
    }

    private Value EvaluateConcatenation(IBinaryOperation binary)
    {
        // Long chains lean to the left: walked with a loop, since each would be a level of recursion.
        var operands = new Stack<IOperation>();
        IOperation current = binary;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, ConstantValue.HasValue: false } chain && chain.Type?.SpecialType == SpecialType.System_String)
        {
            operands.Push(chain.RightOperand);
            current = chain.LeftOperand;
        }

        var pieces = new List<Value> { PieceOf(Evaluate(current), current) };
        while (operands.Count > 0)
        {
            var operand = operands.Pop();
            pieces.Add(PieceOf(Evaluate(operand), operand));
        }

        return ConcatenateChoices(pieces, binary);
    }

    /// <summary>What a value of an expression prints as inside a string.</summary>
    private Value PieceOf(Value value, IOperation expression)
    {
        var type = Resolve(Unconverted(expression).Type);
        return _pulumi.IsOutputOrInput(type) ? NotKnown(OutputInText, expression) : AsText(value, type, null);
    }

    private const string OutputInText = "an Output printed into a string: Pulumi prints a warning text, not its value";

    internal static ITypeSymbol? AsEnum(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Enum } => type,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => AsEnum(nullable.TypeArguments[0]),
        _ => null,
    };

    private Value ConcatenateChoices(IReadOnlyList<Value> pieces, IOperation operation)
    {
        var origin = Written(operation);
        if (!pieces.Any(static piece => piece is Choice))
            return Values.Concatenate(pieces, origin with { Previous = pieces.Count == 1 ? pieces[0].Origin : null });
        var texts = new List<List<Value>> { new() };
        foreach (var piece in pieces)
        {
            // Every combination of a few alternatives; where they would be many, the rest are holes.
            var alternatives = Values.Alternatives(piece).ToList();
            if (texts.Count * alternatives.Count > Choice.Limit)
                alternatives = [new Unknown("one of several values", piece.Origin) { IsNeverNull = true, From = Values.Sources([piece]) }];
            texts = texts.SelectMany(text => alternatives.Select(alternative => alternatives.Count == 1 ? Appended(text, alternative) : Appended(new List<Value>(text), alternative))).ToList();
        }

        return Values.OneOf(texts.Select(text => Values.Concatenate(text, origin with { Previous = pieces.Count == 1 ? text[0].Origin : null })), origin);
    }

    private static List<Value> Appended(List<Value> pieces, Value piece)
    {
        pieces.Add(piece);
        return pieces;
    }

    private Value EvaluateInterpolation(IInterpolatedStringOperation interpolated, bool allowsOutputs)
    {
        var pieces = new List<Value>();
        var isInvariant = TakesInvariantCulture(FormattedBy(interpolated));
        foreach (var part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation text:
                    pieces.Add(Evaluate(text.Text));
                    break;
                case IInterpolationOperation hole:
                    var format = hole.FormatString?.ConstantValue is { HasValue: true, Value: string given } ? given : null;
                    pieces.Add(EvaluateHole(hole.Expression, format, hole.Alignment, allowsOutputs, isInvariant));
                    break;
                case IInterpolatedStringAppendOperation append when append.AppendCall is IInvocationOperation { Arguments: { Length: > 0 } arguments }:
                    var appendFormat = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value.ConstantValue is { HasValue: true, Value: string appended } ? appended : null;
                    var alignment = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "alignment")?.Value;
                    pieces.Add(EvaluateHole(arguments[0].Value, appendFormat, alignment, allowsOutputs, isInvariant));
                    break;
                default:
                    pieces.Add(NotKnown("an interpolation", part));
                    break;
            }
        }

        return ConcatenateChoices(pieces, interpolated);
    }

    private Value EvaluateHole(IOperation expression, string? format, IOperation? alignment, bool allowsOutputs, bool isInvariant)
    {
        var value = Evaluate(expression);
        if (value is BoxedOutput boxed && allowsOutputs)
            value = boxed.Value;
        var type = Resolve(Unconverted(expression).Type);
        var text = _pulumi.IsOutputOrInput(type) && !allowsOutputs ? NotKnown(OutputInText, expression) : WithCulture(isInvariant, () => AsText(value, _pulumi.IsOutputOrInput(type) ? null : type, format));
        if (alignment is null)
            return text;
        var width = Evaluate(alignment);
        return Aligned(text, width, alignment);
    }

    private Value Calculate(BinaryOperatorKind kind, Value left, Value right, IOperation operation, bool isChecked = false) => Values.Map(left, right, (one, other) =>
    {
        if (IsLifted(operation) && (one is Constant { Raw: null } || other is Constant { Raw: null }))
            return Lifted(kind, one, other, operation);
        if (one is not Constant { Raw: { } a } || other is not Constant { Raw: { } b })
            return new Unknown((one as Unknown ?? other as Unknown)?.Reason ?? "the result of an operator", Written(operation)) { From = Values.Sources([one, other]) };
        if (Arithmetic.Calculate(kind, a, b) is not { } result || ConvertRaw(result, operation.Type) is not { } raw)
            return NotKnown("the result of an operator", operation);
        return isChecked && !Equals(ConvertRaw(raw, SpecialType.System_Decimal), ConvertRaw(result, SpecialType.System_Decimal))
            ? NotKnown("an overflow", operation)
            : new Constant(raw, Written(operation)) { EnumType = AsEnum(operation.Type) };
    });

    private static bool IsLifted(IOperation operation) => operation is IBinaryOperation { IsLifted: true } or ICompoundAssignmentOperation { IsLifted: true } or IIncrementOrDecrementOperation { IsLifted: true } or IUnaryOperation { IsLifted: true };

    // Of null and a value: nothing is less or more, and anything else is null, but for what a condition decides alone.
    private Value Lifted(BinaryOperatorKind kind, Value one, Value other, IOperation operation)
    {
        var given = one is Constant { Raw: null } ? other : one;
        return kind switch
        {
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => new Constant(false, Written(operation)),
            BinaryOperatorKind.And or BinaryOperatorKind.Or when given is not Constant => NotKnown("the result of an operator", operation),
            BinaryOperatorKind.And when Values.AsBoolean(given) == false => given,
            BinaryOperatorKind.Or when Values.AsBoolean(given) == true => given,
            _ => new Constant(null, Written(operation)),
        };
    }

    private static Value Negate(Value condition) => Values.Map(condition, static value => Values.AsBoolean(value) is { } known ? new Constant(!known, value.Origin) : value);

    private Value EvaluateUnary(IUnaryOperation unary)
    {
        var operand = Evaluate(unary.Operand);
        if (unary.OperatorMethod is { } method && method.ContainingType.SpecialType != SpecialType.System_Decimal)
            return CallMethod(method, null, ImmutableArray.Create(operand), unary);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Not => Negate(operand),
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => Calculate(BinaryOperatorKind.Subtract, new Constant(0), operand, unary, unary.IsChecked),
            UnaryOperatorKind.Hat => new IndexFromEnd(operand, Written(unary)),
            _ => NotKnown("the result of an operator", unary),
        };
    }

    private Value EvaluateConversion(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is { } method && IsOfProgram(method))
            return CallMethod(method, null, ImmutableArray.Create(Evaluate(conversion.Operand)), conversion);
        if (conversion.Operand is IInterpolatedStringOperation interpolated && conversion.Type is { Name: "FormattableString" or "IFormattable" })
            return EvaluateInterpolation(interpolated, allowsOutputs: true);
        return Convert(Evaluate(conversion.Operand), Resolve(conversion.Operand.Type), Resolve(conversion.Type), conversion);
    }

    private Value Convert(Value value, ITypeSymbol? from, ITypeSymbol? to, IConversionOperation conversion)
    {
        if (to is null)
            return value;
        if (value is BoxedOutput boxed && to.SpecialType != SpecialType.System_Object)
            value = boxed.Value;
        if (_pulumi.IsInputList(to))
            return ToInputList(value, from, conversion);
        if (_pulumi.IsInputMap(to))
            return ToInputMap(value, conversion);
        if (conversion.OperatorMethod is { } method)
            return ConvertByOperator(value, method, to, conversion);

        // Held as an object, an output is still one: it prints as such.
        if (to.IsReferenceType && _pulumi.IsOutputOrInput(from) && !_pulumi.IsOutputOrInput(to) && value is not BoxedOutput)
            return Values.Map(value, static one => one is Constant { Raw: null } ? one : new BoxedOutput(one));
        return Values.Map(value, one => ConvertOne(one, to, conversion));
    }

    private Value ConvertByOperator(Value value, IMethodSymbol method, ITypeSymbol to, IConversionOperation conversion)
    {
        if (_pulumi.IsWrapper(method.ContainingType) || _pulumi.IsOutputOrInput(method.ContainingType))
            return value;
        if (_pulumi.IsStringEnum(method.ContainingType))
            return Values.Map(value, static one => one is Constant { Raw: string text } ? new Constant(text, one.Origin) : one);
        return method.ContainingType.ToDisplayString() switch
        {
            "System.Text.Json.Nodes.JsonNode" or "System.Nullable<T>" or "System.Index" => value,
            "decimal" => Values.Map(value, one => ConvertOne(one, to, conversion)),
            _ => Values.Map(value, one => new Unknown((one as Unknown)?.Reason ?? "a conversion to " + to.Name, Written(conversion)) { From = Values.Sources([one]) }),
        };
    }

    private Value ConvertOne(Value one, ITypeSymbol to, IConversionOperation conversion)
    {
        if (one is Constant { Raw: { } raw } constant && (AsEnum(to) is not null || raw is not (string or bool)))
        {
            if (conversion.IsTryCast && IsOfType(one, to) != true)
                return IsOfType(one, to) == false ? new Constant(null, Written(conversion)) : NotKnown("a cast", conversion);
            return ConvertConstant(constant, raw, to, conversion.IsChecked);
        }

        return AsOperator(one, to, conversion);
    }

    // `x as T` yields null where x is not a T.
    private Value AsOperator(Value value, ITypeSymbol to, IConversionOperation conversion) => !conversion.IsTryCast || conversion.Conversion.IsIdentity
        ? value
        : IsOfType(value, to) switch
        {
            true => value,
            false => new Constant(null, Written(conversion)),
            null => value is Unknown unknown ? unknown.Part() : NotKnown("a cast", conversion),
        };

    // Boxed, a number of an enum stays one of it; converted to a number it does not.
    private static Value ConvertConstant(Constant constant, object raw, ITypeSymbol to, bool isChecked = false)
    {
        if (to.IsReferenceType || to.TypeKind == TypeKind.TypeParameter)
            return constant;
        if (ConvertRaw(raw, to) is not { } converted || (isChecked && !Equals(ConvertRaw(converted, SpecialType.System_Decimal), ConvertRaw(raw, SpecialType.System_Decimal))))
            return new Unknown("a number that does not fit", constant.Origin);
        return new Constant(converted, constant.Origin) { EnumType = AsEnum(to) };
    }

    /// <summary>A primitive as another type holds it, unchecked; null where it cannot.</summary>
    private static object? ConvertRaw(object raw, ITypeSymbol? to)
    {
        if (to is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            to = nullable.TypeArguments[0];
        if (to is INamedTypeSymbol { EnumUnderlyingType: { } underlying })
            to = underlying;
        return to is null ? raw : ConvertRaw(raw, to.SpecialType);
    }

    private static object? ConvertRaw(object raw, SpecialType to)
    {
        if (raw is string or bool)
            return raw;
        try
        {
            var number = raw is char character && to != SpecialType.System_Char ? (int)character : raw;
            return to switch
            {
                SpecialType.System_Int32 => Truncated(number) is { } value ? unchecked((int)value) : null,
                SpecialType.System_Int64 => Truncated(number),
                SpecialType.System_Double => System.Convert.ToDouble(number, CultureInfo.InvariantCulture),
                SpecialType.System_Single => System.Convert.ToSingle(number, CultureInfo.InvariantCulture),
                SpecialType.System_Decimal => System.Convert.ToDecimal(number, CultureInfo.InvariantCulture),
                SpecialType.System_Byte => Truncated(number) is { } value ? unchecked((byte)value) : null,
                SpecialType.System_SByte => Truncated(number) is { } value ? unchecked((sbyte)value) : null,
                SpecialType.System_Int16 => Truncated(number) is { } value ? unchecked((short)value) : null,
                SpecialType.System_UInt16 => Truncated(number) is { } value ? unchecked((ushort)value) : null,
                SpecialType.System_UInt32 => Truncated(number) is { } value ? unchecked((uint)value) : null,
                SpecialType.System_UInt64 => number is ulong ? number : Truncated(number) is >= 0 and var value ? unchecked((ulong)value) : null,
                SpecialType.System_Char => number is char ? number : Truncated(number) is { } value ? unchecked((char)value) : null,
                _ => raw,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
        catch (InvalidCastException)
        {
            return null;
        }
    }

    // A whole number that a long holds; what is beyond it differs from machine to machine.
    private static long? Truncated(object number) => number switch
    {
        double value => value is > -9e18 and < 9e18 ? (long)value : null,
        float value => value is > -9e18f and < 9e18f ? (long)value : null,
        decimal value => value is > -9e18m and < 9e18m ? (long)value : null,
        ulong value => value <= long.MaxValue ? (long)value : null,
        _ => System.Convert.ToInt64(number, CultureInfo.InvariantCulture),
    };

    private Value EvaluateDefault(IDefaultValueOperation operation)
    {
        return DefaultOf(Resolve(operation.Type), operation);
    }

    private Value DefaultOf(ITypeSymbol? type, IOperation operation) => type switch
    {
        null => NotKnown("a default value", operation),
        { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => new Constant(null, Written(operation)),
        { SpecialType: SpecialType.System_Boolean } => new Constant(false, Written(operation)),
        { TypeKind: TypeKind.Enum } => new Constant(ConvertRaw(0, type), Written(operation)) { EnumType = type },
        { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_Double } => new Constant(ConvertRaw(0, type), Written(operation)),
        { IsTupleType: true } => new TupleValue(((INamedTypeSymbol)type).TupleElements.Select(element => DefaultOf(element.Type, operation)).ToImmutableArray(), Written(operation)),
        INamedTypeSymbol { TypeKind: TypeKind.Struct } named when IsOfProgram(named) => NewObject(new ObjectState { Type = named }, Written(operation)),
        _ => NotKnown("a default value", operation),
    };

    private static bool? Not(bool? value) => value is { } known ? !known : null;
}
