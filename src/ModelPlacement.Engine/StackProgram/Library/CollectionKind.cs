using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>How a collection of a type keeps what is put into it.</summary>
internal static class CollectionKind
{
    public static bool IsCollection(ITypeSymbol type) => type is INamedTypeSymbol { ContainingNamespace: var space } && space switch
    {
        { Name: "Generic" or "Immutable" or "ObjectModel" or "Concurrent" or "Frozen", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } => type.Name is not ("KeyValuePair" or "KeyNotFoundException"),
        { Name: "Pulumi", ContainingNamespace.IsGlobalNamespace: true } => type.Name is "InputList" or "InputMap",
        { Name: "Nodes", ContainingNamespace: { Name: "Json", ContainingNamespace.Name: "Text" } } => type.Name is "JsonObject" or "JsonArray",
        _ => false,
    };

    public static bool IsMap(ITypeSymbol type) => Name(type) is var name && (name.Contains("Dictionary") || name is "InputMap" or "SortedList" or "JsonObject");

    public static bool IsSet(ITypeSymbol type) => Name(type).EndsWith("Set", StringComparison.Ordinal);

    /// <summary>Whether what is put in last comes out first.</summary>
    public static bool IsStack(ITypeSymbol type) => Name(type).EndsWith("Stack", StringComparison.Ordinal);

    public static bool IsSorted(ITypeSymbol type) => Name(type).Contains("Sorted");

    /// <summary>Whether it is enumerated in an order of the run's making: an <c>InputMap</c> as the <c>ImmutableDictionary</c> that its lambda is given.</summary>
    public static bool IsUnordered(ITypeSymbol type) =>
        Name(type) is "InputMap" or "ImmutableDictionary" or "ImmutableHashSet" or "ConcurrentDictionary" or "ConcurrentBag" or "FrozenDictionary" or "FrozenSet";

    /// <summary>Whether what is added after something was removed may come to stand in its place.</summary>
    public static bool ReusesPlaces(ITypeSymbol type) => !IsSorted(type) && Name(type) != "JsonObject";

    /// <summary>Whether methods that would change it give a changed copy instead.</summary>
    public static bool IsImmutable(ITypeSymbol type) =>
        type is INamedTypeSymbol { ContainingType: null, Name: var name } && name.StartsWith("Immutable", StringComparison.Ordinal);

    /// <summary>The items as a collection of a type holds them; null where that is not known.</summary>
    public static ImmutableArray<Value>? Held(ImmutableArray<Value> items, ITypeSymbol type, KeyComparer comparer)
    {
        if (items.Length < 2)
            return items;
        if (IsStack(type))
            return items.Reverse().ToImmutableArray();
        if (!IsSet(type))
            return items;
        if (!items.All(comparer.CanCompare))
            return null;
        var distinct = items.Distinct(comparer).ToImmutableArray();
        return IsSorted(type) ? Sorted(distinct, static item => item) : distinct;
    }

    /// <summary>The entries as a map of a type holds them, of equal keys the last; null where that is not known.</summary>
    public static ImmutableArray<KeyValuePair<Value, Value>>? Held(ImmutableArray<KeyValuePair<Value, Value>> entries, ITypeSymbol type, KeyComparer comparer)
    {
        if (entries.Length < 2)
            return entries;
        if (!entries.All(entry => comparer.CanCompare(entry.Key)))
            return null;
        var positions = new Dictionary<Value, int>(comparer);
        var held = ImmutableArray.CreateBuilder<KeyValuePair<Value, Value>>(entries.Length);
        foreach (var entry in entries)
        {
            if (positions.TryGetValue(entry.Key, out var position))
            {
                held[position] = new KeyValuePair<Value, Value>(held[position].Key, entry.Value is OptionalItem ? Values.Join(held[position].Value, entry.Value) : entry.Value);
                continue;
            }

            positions.Add(entry.Key, held.Count);
            held.Add(entry);
        }

        return IsSorted(type) ? Sorted(held.ToImmutable(), entry => comparer.OrderOf(entry.Key), ordinal: comparer.IgnoresCase) : held.ToImmutable();
    }

    /// <summary>
    /// In the order of the default comparer; null where that depends on the machine (the culture, for strings that differ in other than a lower-case letter or digit) or on
    /// values that are not known.
    /// </summary>
    public static ImmutableArray<T>? Sorted<T>(ImmutableArray<T> items, Func<T, Value> key, bool descending = false, bool ordinal = false)
    {
        if (items.Length < 2)
            return items;
        if (items.Select(item => KindOf(key(item))).Distinct(StringComparer.Ordinal).ToList() is not [{ }])
            return null;
        var ordered = (descending ? items.OrderByDescending(key, ByOrdinals) : items.OrderBy(key, ByOrdinals)).ToImmutableArray();
        return ordinal || ordered.Zip(ordered.Skip(1), (one, next) => AgreesOnOrder(key(one), key(next))).All(static agreed => agreed) ? ordered : null;
    }

    // Keys of one kind have an order of their own; null for one that has none.
    private static string? KindOf(Value key) => key switch
    {
        Constant { Raw: int or long or short or byte } => nameof(Int64),
        Constant { Raw: (bool or char or double or decimal or float or uint or ulong or ushort or sbyte or string or TimeSpan or Version) and var raw } => raw.GetType().Name,
        TupleValue { Elements: { Length: < 8 } elements } when elements.Select(KindOf).ToList() is var kinds && !kinds.Contains(null) => "(" + string.Join(",", kinds) + ")",
        _ => null,
    };

    private static readonly Comparer<Value> ByOrdinals = Comparer<Value>.Create(Order);

    private static int Order(Value one, Value other) => (one, other) switch
    {
        (TupleValue { Elements: var left }, TupleValue { Elements: var right }) => left.Zip(right, Order).FirstOrDefault(static order => order != 0),
        (Constant { Raw: string left }, Constant { Raw: string right }) => string.CompareOrdinal(left, right),
        (Constant { Raw: (int or long or short or byte) and var left }, Constant { Raw: var right }) => ToInt64(left).CompareTo(ToInt64(right)),
        (Constant { Raw: IComparable left }, Constant { Raw: var right }) => left.CompareTo(right),
        _ => 0,
    };

    private static long ToInt64(object? raw) => Convert.ToInt64(raw, System.Globalization.CultureInfo.InvariantCulture);

    // The first elements that differ decide of tuples.
    private static bool AgreesOnOrder(Value one, Value other) => (one, other) switch
    {
        (Constant { Raw: string left }, Constant { Raw: string right }) => AgreesOnOrder(left, right),
        (TupleValue { Elements: var left }, TupleValue { Elements: var right }) => left.Zip(right, static (before, after) => (before, after)).FirstOrDefault(static pair => Order(pair.before, pair.after) != 0) is not ({ } first, { } second) || AgreesOnOrder(first, second),
        _ => true,
    };

    // Whether every culture puts two strings in the same order: where they first differ, each has a lower-case letter or a digit, or one has ended.
    private static bool AgreesOnOrder(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        for (var index = 0; index < shorter; index++)
        {
            if (one[index] != other[index])
                return IsPlain(one[index]) && IsPlain(other[index]);
        }

        return true;
    }

    private static bool IsPlain(char character) => character is >= 'a' and <= 'z' or >= '0' and <= '9';

    /// <summary>Whether two such keys are known to be equal or not.</summary>
    public static bool IsComparable(Value key) => key is Constant or TypeValue || (key is TupleValue tuple && tuple.Elements.All(IsComparable));

    private static string Name(ITypeSymbol type) => type is INamedTypeSymbol { ContainingType: { } outer, Name: "Builder" } ? outer.Name : type.Name;
}

/// <summary>Compares keys as a dictionary or set does.</summary>
/// <param name="interpreter">The evaluation in progress.</param>
/// <param name="ignoresCase">Whether strings are the same whatever their case.</param>
internal sealed class KeyComparer(Interpreter interpreter, bool ignoresCase) : IEqualityComparer<Value>
{
    /// <summary>Whether strings are the same whatever their case.</summary>
    public bool IgnoresCase => ignoresCase;

    /// <summary>What a sorted collection compares of a key: where the case does not count, its capitals.</summary>
    public Value OrderOf(Value key) => ignoresCase && key.AsString() is { } text ? new Constant(text.ToUpperInvariant()) : key;

    /// <summary>Whether it is known of a key which others are the same.</summary>
    public bool CanCompare(Value key) => CollectionKind.IsComparable(interpreter.IdentityOf(key));

    /// <summary>Whether two values are the same; null where that is not known.</summary>
    public bool? AreSame(Value one, Value other, IOperation operation) => ignoresCase && one.AsString() is { } left && other.AsString() is { } right
        ? string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
        : ignoresCase && !(one is Constant && other is Constant) ? null : Values.AsBoolean(interpreter.Compare(one, other, operation));

    public bool Equals(Value? x, Value? y) => ignoresCase && x?.AsString() is { } one && y?.AsString() is { } other
        ? string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        : x is null || y is null ? ReferenceEquals(x, y) : interpreter.IdentityOf(x).Equals(interpreter.IdentityOf(y));

    public int GetHashCode(Value obj) => ignoresCase && obj.AsString() is { } text ? StringComparer.OrdinalIgnoreCase.GetHashCode(text) : interpreter.IdentityOf(obj).GetHashCode();
}
