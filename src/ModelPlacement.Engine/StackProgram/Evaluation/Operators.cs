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
        if (binary.OperatorMethod is { } method && _bodies.Body(method.OriginalDefinition, _cancellation) is not null)
            return CallMethod(method, null, ImmutableArray.Create(Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand)), binary);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Add when binary.Type?.SpecialType == SpecialType.System_String:
                return EvaluateConcatenation(binary);
            case BinaryOperatorKind.ConditionalAnd:
                return EvaluateShortCircuit(binary, decides: false);
            case BinaryOperatorKind.ConditionalOr:
                return EvaluateShortCircuit(binary, decides: true);
        }

        var left = Evaluate(binary.LeftOperand);
        var right = Evaluate(binary.RightOperand);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => AsValue(CompareByOperator(binary, left, right), binary),
            BinaryOperatorKind.NotEquals => AsValue(!CompareByOperator(binary, left, right), binary),
            _ => Calculate(binary.OperatorKind, left, right, binary),
        };
    }

    // Records are compared by what they hold; other classes by identity, unless they define the operator (evaluated above, or unknown).
    private bool? CompareByOperator(IBinaryOperation binary, Value left, Value right)
    {
        if (left is not ObjectReference || right is not ObjectReference)
            return AreEqual(left, right);
        if (binary.OperatorMethod is null)
            return ((ObjectReference)left).Cell == ((ObjectReference)right).Cell;
        return left.Equals(right) ? true : Equals(Export(left), Export(right)) && Export(left) is Mapping ? true : null;
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

        // The right side runs on some runs only. Its value decides on its own where it is the deciding one.
        var right = Fork(binary, () => Evaluate(binary.RightOperand), () => NotKnown("a condition", binary));
        return Values.Alternatives(right).Any(value => Values.AsBoolean(value) == decides) && right is Constant ? right : NotKnown("a condition", binary);
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
        var type = expression is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : expression.Type;
        return _pulumi.IsOutputOrInput(type) ? NotKnown("an Output printed into a string: Pulumi prints a warning text, not its value", expression) : Values.Map(value, one => AsText(one, type, null));
    }

    /// <summary>The text of a value, as <c>ToString</c> gives it under the invariant culture.</summary>
    private Value AsText(Value value, ITypeSymbol? type, string? format)
    {
        switch (value)
        {
            case Constant { Raw: null }:
                return new Constant("", value.Origin);
            case Constant { Raw: string } when format is null:
                return value;
            case Constant { Raw: { } raw }:
                if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
                    return EnumName(enumeration, raw) is { } name && format is null ? new Constant(name, value.Origin) : new Unknown("the name of an enum value", value.Origin);
                return raw switch
                {
                    IFormattable formattable => TryFormat(formattable, format) is { } text ? new Constant(text, value.Origin) : new Unknown("a format '" + format + "'", value.Origin),
                    _ => new Constant(raw.ToString(), value.Origin),
                };
            case Text or ResourceReference or Unknown:
                return value;
            case ObjectReference reference:
                return PrintObject(reference);
            default:
                return new Unknown("the text of an object", value.Origin);
        }
    }

    private static string? TryFormat(IFormattable value, string? format)
    {
        try
        {
            return value.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? EnumName(INamedTypeSymbol enumeration, object raw) => enumeration.GetMembers()
        .OfType<IFieldSymbol>()
        .FirstOrDefault(member => member.HasConstantValue && Equals(member.ConstantValue, raw))?.Name;

    private Value ConcatenateChoices(IReadOnlyList<Value> pieces, IOperation operation)
    {
        var origin = Written(operation);
        var index = -1;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is Choice)
                index = i;
        }

        if (index < 0)
            return Values.Concatenate(pieces, origin with { Previous = pieces.Count == 1 ? pieces[0].Origin : null });
        var choice = (Choice)pieces[index];
        return Values.OneOf(
            choice.Alternatives.Select(alternative =>
            {
                var one = pieces.ToArray();
                one[index] = alternative;
                return ConcatenateChoices(one, operation);
            }),
            origin);
    }

    private Value EvaluateInterpolation(IInterpolatedStringOperation interpolated, bool allowsOutputs)
    {
        var pieces = new List<Value>();
        foreach (var part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation text:
                    pieces.Add(Evaluate(text.Text));
                    break;
                case IInterpolationOperation hole:
                    var value = Evaluate(hole.Expression);
                    var format = hole.FormatString?.ConstantValue is { HasValue: true, Value: string text2 } ? text2 : null;
                    if (allowsOutputs && hole.Expression is IConversionOperation { Operand.Type: var inner } && _pulumi.IsOutputOrInput(inner))
                        pieces.Add(Values.Map(value, one => AsText(one, null, format)));
                    else if (allowsOutputs && _pulumi.IsOutputOrInput(hole.Expression.Type))
                        pieces.Add(Values.Map(value, one => AsText(one, null, format)));
                    else if (hole.Alignment is not null)
                        pieces.Add(NotKnown("an aligned interpolation", hole));
                    else
                        pieces.Add(format is null ? PieceOf(value, hole.Expression) : Values.Map(value, one => AsText(one, hole.Expression.Type, format)));
                    break;
                case IInterpolatedStringAppendOperation append when append.AppendCall is IInvocationOperation { Arguments: { Length: > 0 } arguments }:
                    var appended = Evaluate(arguments[0].Value);
                    var appendedFormat = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value.ConstantValue is { HasValue: true, Value: string given } ? given : null;
                    pieces.Add(appendedFormat is null ? PieceOf(appended, arguments[0].Value) : Values.Map(appended, one => AsText(one, arguments[0].Value.Type, appendedFormat)));
                    break;
                default:
                    pieces.Add(NotKnown("an interpolation", part));
                    break;
            }
        }

        return ConcatenateChoices(pieces, interpolated);
    }

    private Value Calculate(BinaryOperatorKind kind, Value left, Value right, IOperation operation) => Values.Map(left, right, (one, other) =>
    {
        if (one is not Constant { Raw: { } a } || other is not Constant { Raw: { } b })
            return one as Unknown ?? other as Unknown ?? NotKnown("the result of an operator", operation);
        return Arithmetic.Calculate(kind, a, b) is { } result ? new Constant(ConvertRaw(result, operation.Type), Written(operation)) : NotKnown("the result of an operator", operation);
    });

    private static Value Negate(Value condition) => Values.Map(condition, static value => Values.AsBoolean(value) is { } known ? new Constant(!known, value.Origin) : value);

    private Value EvaluateUnary(IUnaryOperation unary)
    {
        var operand = Evaluate(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Not when unary.OperatorMethod is null => Negate(operand),
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => Calculate(BinaryOperatorKind.Subtract, new Constant(0), operand, unary),
            UnaryOperatorKind.Hat => NotKnown("an index from the end", unary),
            _ => NotKnown("the result of an operator", unary),
        };
    }

    private Value EvaluateIncrement(IIncrementOrDecrementOperation increment)
    {
        var before = Evaluate(increment.Target);
        var kind = increment.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var after = Calculate(kind, before, new Constant(1), increment.Target);
        Assign(increment.Target, after);
        return increment.IsPostfix ? before : after;
    }

    private Value EvaluateConversion(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is { } method && _bodies.Body(method.OriginalDefinition, _cancellation) is not null)
            return CallMethod(method, null, ImmutableArray.Create(Evaluate(conversion.Operand)), conversion);
        if (conversion.Operand is IInterpolatedStringOperation interpolated && conversion.Type?.SpecialType != SpecialType.System_String && !_pulumi.IsOutputOrInput(conversion.Type))
            return EvaluateInterpolation(interpolated, allowsOutputs: true);
        return Convert(Evaluate(conversion.Operand), conversion.Operand.Type, Resolve(conversion.Type), conversion);
    }

    private Value Convert(Value value, ITypeSymbol? from, ITypeSymbol? to, IConversionOperation conversion)
    {
        if (to is null)
            return value;
        if (_pulumi.IsInputList(to))
            return ToInputList(value, from, conversion);
        if (_pulumi.IsInputMap(to))
            return ToInputMap(value, conversion);
        if (conversion.OperatorMethod is { } method)
        {
            if (_pulumi.IsWrapper(method.ContainingType) || _pulumi.IsOutputOrInput(method.ContainingType))
                return value;
            if (_pulumi.IsStringEnum(method.ContainingType))
                return value;
            return method.ContainingType.ToDisplayString() switch
            {
                "System.Text.Json.Nodes.JsonNode" or "System.Nullable<T>" or "System.Index" => value,
                _ => Values.Map(value, one => one is Unknown ? one : NotKnown("a conversion to " + to.Name, conversion)),
            };
        }

        return Values.Map(value, one => one is Constant { Raw: { } raw } && !SymbolEqualityComparer.Default.Equals(from, to) ? new Constant(ConvertRaw(raw, to), one.Origin) : AsOperator(one, to, conversion));
    }

    // `x as T` yields null where x is not a T.
    private Value AsOperator(Value value, ITypeSymbol to, IConversionOperation conversion) => !conversion.IsTryCast || conversion.Conversion.IsIdentity
        ? value
        : IsOfType(value, to) switch
        {
            true => value,
            false => new Constant(null, Written(conversion)),
            null => value is Unknown unknown ? new Unknown(unknown.Reason, unknown.Origin) : NotKnown("a cast", conversion),
        };

    private static object ConvertRaw(object raw, ITypeSymbol? to)
    {
        if (to is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            to = nullable.TypeArguments[0];
        if (to is INamedTypeSymbol { EnumUnderlyingType: { } underlying })
            to = underlying;
        if (to is null || raw is string or bool)
            return raw;
        try
        {
            var number = raw is char character && to.SpecialType != SpecialType.System_Char ? (int)character : raw;
            return to.SpecialType switch
            {
                SpecialType.System_Int32 => number is double or float or decimal ? unchecked((int)System.Convert.ToDouble(number, CultureInfo.InvariantCulture)) : unchecked((int)System.Convert.ToInt64(number, CultureInfo.InvariantCulture)),
                SpecialType.System_Int64 => number is double or float or decimal ? unchecked((long)System.Convert.ToDouble(number, CultureInfo.InvariantCulture)) : System.Convert.ToInt64(number, CultureInfo.InvariantCulture),
                SpecialType.System_Double => System.Convert.ToDouble(number, CultureInfo.InvariantCulture),
                SpecialType.System_Single => System.Convert.ToSingle(number, CultureInfo.InvariantCulture),
                SpecialType.System_Decimal => System.Convert.ToDecimal(number, CultureInfo.InvariantCulture),
                SpecialType.System_Byte => unchecked((byte)System.Convert.ToInt64(number, CultureInfo.InvariantCulture)),
                SpecialType.System_Int16 => unchecked((short)System.Convert.ToInt64(number, CultureInfo.InvariantCulture)),
                SpecialType.System_UInt32 => unchecked((uint)System.Convert.ToInt64(number, CultureInfo.InvariantCulture)),
                SpecialType.System_Char => number is char ? number : unchecked((char)System.Convert.ToInt64(number, CultureInfo.InvariantCulture)),
                _ => raw,
            };
        }
        catch (OverflowException)
        {
            return raw;
        }
        catch (InvalidCastException)
        {
            return raw;
        }
    }

    private Value EvaluateDefault(IDefaultValueOperation operation)
    {
        if (operation.ConstantValue.HasValue)
            return new Constant(operation.ConstantValue.Value, Written(operation));
        return DefaultOf(Resolve(operation.Type), operation);
    }

    private Value DefaultOf(ITypeSymbol? type, IOperation operation) => type switch
    {
        null => NotKnown("a default value", operation),
        { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => new Constant(null, Written(operation)),
        { SpecialType: SpecialType.System_Boolean } => new Constant(false, Written(operation)),
        { SpecialType: SpecialType.System_Int32 } or { TypeKind: TypeKind.Enum } => new Constant(0, Written(operation)),
        { SpecialType: SpecialType.System_Int64 } => new Constant(0L, Written(operation)),
        { SpecialType: SpecialType.System_Double } => new Constant(0d, Written(operation)),
        { IsTupleType: true } => new TupleValue(((INamedTypeSymbol)type).TupleElements.Select(element => DefaultOf(element.Type, operation)).ToImmutableArray(), Written(operation)),
        INamedTypeSymbol { TypeKind: TypeKind.Struct } named when IsOfProgram(named) => NewObject(new ObjectState { Type = named }, Written(operation)),
        _ => NotKnown("a default value", operation),
    };

    private static bool? Not(bool? value) => value is { } known ? !known : null;
}
