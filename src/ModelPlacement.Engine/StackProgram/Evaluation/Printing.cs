using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>What values print as: enums, objects with a <c>ToString</c> of their own, records, anonymous objects and tuples.</content>
internal sealed partial class Interpreter
{
    private const int DeepestPrint = 16;

    private int _printDepth;

    // Whether the text asked for is that of the invariant culture.
    private bool _hasInvariantCulture;

    /// <summary>The text of a value, as <c>ToString</c> gives it. An output of a resource is a hole; so is a number whose text the machine's culture decides.</summary>
    private Value AsText(Value value, ITypeSymbol? type, string? format)
    {
        switch (value)
        {
            case Choice or ObjectReference:
                return Values.IsNull(value) == false && value is ObjectReference reference ? PrintObject(reference) : OnEachOrNull(value, one => AsText(one, type, format));
            case Constant { Raw: null }:
                return new Constant("", value.Origin);
            case Constant { Raw: string } constant:
                return constant.EnumType is null ? value : new Constant(constant.Raw, value.Origin);
            case Constant { Raw: { } raw } constant when (constant.EnumType ?? AsEnum(type)) is INamedTypeSymbol enumeration:
                return PrintEnum(enumeration, raw, format) is { } member ? new Constant(member, value.Origin) : new Unknown("the name of an enum value", value.Origin);
            case Constant { Raw: char character }:
                return new Constant(character.ToString(), value.Origin);
            case Constant { Raw: { } raw } when Library.Scalars.IsScalar(raw):
                return Library.Scalars.Print(raw, format) is { } printed ? new Constant(printed, value.Origin) : new Unknown("a format '" + format + "'", value.Origin) { IsNeverNull = true };
            case Constant { Raw: IFormattable formattable }:
                return TryFormat(formattable, format) is not { } text ? new Unknown("a format '" + format + "'", value.Origin)
                    : _hasInvariantCulture || !DependsOnCulture(text) ? new Constant(text, value.Origin)
                    : new Unknown("the text of a number, which depends on the machine's culture", value.Origin) { IsNeverNull = true };
            case Constant { Raw: { } raw }:
                return new Constant(raw.ToString(), value.Origin);
            case Text or ResourceReference { Output.Length: > 0 } or Unknown { IsLineEnd: true }:
                return value;
            case TupleValue { Elements: { Length: < 8 } elements }:
                return Within(value, () => Printed("(", elements.Select(element => (Value?)AsText(element, null, null)), ")"));
            case Unknown unknown:
                return new Unknown(unknown.Reason, unknown.Origin) { IsNeverNull = true, From = unknown.From };
            case MatchValue match:
                return new Constant(match.Group.Value, value.Origin);
            case BoxedOutput:
                return new Unknown(OutputInText, value.Origin);
            default:
                return new Unknown("the text of an object", value.Origin);
        }
    }

    private Value OnEachOrNull(Value value, Func<Value, Value> run) =>
        value is Choice choice ? Fork(Here, choice.Alternatives.Select(one => (Func<Value>)(() => run(one))).ToArray()) : run(value);

    /// <summary>A text in a field of some width: at its right end, or with a negative width at its left.</summary>
    private Value Aligned(Value text, Value width, IOperation operation) => Values.Map(text, one =>
        one.AsString() is { } known && width is Constant { Raw: int and >= -Values.LongestText and <= Values.LongestText and var columns }
            ? new Constant(columns < 0 ? known.PadRight(-columns) : known.PadLeft(columns), one.Origin)
            : NotKnown("an aligned interpolation", operation));

    /// <summary>Whether the call in progress was given the invariant culture.</summary>
    internal bool HasInvariantCulture => _hasInvariantCulture;

    // Digits are the same everywhere; separators and signs are not.
    private static bool DependsOnCulture(string number) => number is "NaN" or "Infinity" || !number.All(static character => character is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z');

    /// <summary>Whether a call is given the invariant culture: <c>string.Format(CultureInfo.InvariantCulture, ...)</c>, <c>FormattableString.Invariant(...)</c>.</summary>
    private static bool TakesInvariantCulture(IOperation? call) => call is IInvocationOperation invocation
        && (invocation.TargetMethod is { Name: "Invariant", ContainingType.Name: "FormattableString" }
            || invocation.Arguments.Any(static argument => Unconverted(argument.Value) is IPropertyReferenceOperation { Property: { Name: "InvariantCulture" or "InvariantInfo", ContainingNamespace: { Name: "Globalization", ContainingNamespace.Name: "System" } } }));

    // The call that a formattable string or an interpolated string handler is made for.
    private static IOperation? FormattedBy(IInterpolatedStringOperation interpolated)
    {
        var parent = interpolated.Parent;
        while (parent is IConversionOperation { Type.SpecialType: not SpecialType.System_String } or IInterpolatedStringHandlerCreationOperation)
            parent = parent.Parent;
        return ReferenceEquals(parent, interpolated.Parent) ? null : (parent as IArgumentOperation)?.Parent;
    }

    private T WithCulture<T>(bool isInvariant, Func<T> print)
    {
        var outer = _hasInvariantCulture;
        _hasInvariantCulture = isInvariant;
        var printed = print();
        _hasInvariantCulture = outer;
        return printed;
    }

    private static string? TryFormat(IFormattable value, string? format)
    {
        if (format is { Length: > 32 } || (format is [not '0', _, _, _, _, ..] && format.Skip(1).All(char.IsDigit)))
            return null;
        try
        {
            return value.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // A member's name, several where they are flags, or the number; null where one value has several names, of which any may be printed, or a sign that the culture decides.
    private static string? PrintEnum(INamedTypeSymbol enumeration, object raw, string? format)
    {
        var number = System.Convert.ToString(raw, CultureInfo.InvariantCulture);
        number = DependsOnCulture(number) ? null : number;
        switch (format)
        {
            case "D" or "d":
                return number;
            case not (null or "" or "G" or "g" or "F" or "f"):
                return null;
        }

        var members = enumeration.GetMembers().OfType<IFieldSymbol>().Where(static member => member.HasConstantValue).ToList();
        var names = members.Where(member => Equals(ConvertRaw(member.ConstantValue!, SpecialType.System_Decimal), ConvertRaw(raw, SpecialType.System_Decimal))).Take(2).ToList();
        if (names.Count > 0)
            return names.Count == 1 ? names[0].Name : null;
        var isFlags = format is "F" or "f" || enumeration.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" });
        return isFlags && raw is byte or short or ushort or int or uint or long && ConvertRaw(raw, SpecialType.System_Int64) is long and > 0 and var rest ? PrintFlags(members, rest) : raw is ulong ? null : number;
    }

    // The greatest first, each taking its bits away.
    private static string? PrintFlags(List<IFieldSymbol> members, long value)
    {
        var names = new List<string>();
        var rest = value;
        foreach (var group in members.GroupBy(static member => (long)ConvertRaw(member.ConstantValue!, SpecialType.System_Int64)!).Where(static group => group.Key != 0).OrderByDescending(static group => unchecked((ulong)group.Key)))
        {
            if ((rest & group.Key) != group.Key)
                continue;
            if (group.Skip(1).Any())
                return null;
            names.Insert(0, group.First().Name);
            rest &= ~group.Key;
        }

        return rest == 0 ? string.Join(", ", names) : value.ToString(CultureInfo.InvariantCulture);
    }

    private Value PrintObject(ObjectReference reference)
    {
        if (StateOf(reference) is not { } state)
            return new Unknown("the text of an object", reference.Origin);
        if (state.Text is { } text)
            return Library.Texts.IsBuilder(state.Type) ? text : new Unknown("the text of an object", reference.Origin);
        if (state is { Lost: null, Type.IsAnonymousType: true })
            return Within(reference, () => Printed("{ ", PrintMembers(reference, state.Type), " }"));
        for (var type = state.Type; type is not null && IsOfProgram(type); type = type.BaseType)
        {
            var written = type.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(static method => method.IsOverride && method.Parameters.IsEmpty);
            if (written is null)
                continue;
            if (_bodies.Body(written.OriginalDefinition, _cancellation) is { } body)
                return AsText(WithCulture(isInvariant: false, () => CallBody(written, body, reference, ImmutableArray<Value>.Empty, Here)), null, null);
            return written.IsImplicitlyDeclared && state is { Lost: null, Type.IsRecord: true } ? PrintRecord(reference, state.Type) : new Unknown("the text of an object", reference.Origin);
        }

        return new Unknown("the text of an object", reference.Origin);
    }

    // What the compiler writes for a record: its name, and the members of its base classes before its own.
    private Value PrintRecord(ObjectReference reference, ITypeSymbol record)
    {
        var types = new List<ITypeSymbol>();
        for (var type = record; type is { IsRecord: true }; type = type.BaseType)
            types.Insert(0, type);
        if (!types.TrueForAll(type => IsOfProgram(type) && type.GetMembers("PrintMembers").All(static method => method.IsImplicitlyDeclared)))
            return new Unknown("the text of an object", reference.Origin);
        return Within(reference, () =>
        {
            var members = types.SelectMany(type => PrintMembers(reference, type)).ToList();
            return members.Count == 0 ? new Constant(record.Name + " { }") : Printed(record.Name + " { ", members, " }");
        });
    }

    private IEnumerable<Value?> PrintMembers(ObjectReference reference, ITypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            var value = member switch
            {
                { DeclaredAccessibility: not Accessibility.Public } or { IsStatic: true } => null,
                IFieldSymbol field => ReadMember(reference, field.OriginalDefinition, field.Type, Here),
                IPropertySymbol { IsOverride: false, IsIndexer: false, GetMethod: not null } property => ReadPropertyOf(property, reference, Here),
                _ => null,
            };
            if (value is null)
                continue;
            var memberType = (member as IFieldSymbol)?.Type ?? ((IPropertySymbol)member).Type;
            yield return ConcatenateChoices([new Constant(member.Name + " = "), TextOf(value, memberType, null)], Here);
        }
    }

    private Value Printed(string start, IEnumerable<Value?> parts, string end)
    {
        var pieces = new List<Value> { new Constant(start) };
        foreach (var part in parts.OfType<Value>())
        {
            if (pieces.Count > 1)
                pieces.Add(new Constant(", "));
            pieces.Add(part);
        }

        pieces.Add(new Constant(end));
        return ConcatenateChoices(pieces, Here);
    }

    // What holds itself would be printed without an end.
    private Value Within(Value printed, Func<Value> print)
    {
        if (_printDepth >= DeepestPrint)
            return new Unknown("budget: values within values", printed.Origin);
        _printDepth++;
        var text = print();
        _printDepth--;
        return text;
    }
}
