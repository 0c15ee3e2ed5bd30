using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>
/// What an object of the evaluated program holds at one moment: fields by symbol, and for a collection its items or entries. Immutable; the
/// <see cref="Store"/> keeps the newest state of each object.
/// </summary>
internal sealed record ObjectState
{
    public required ITypeSymbol Type { get; init; }

    /// <summary>Values by field or auto-property (its original definition).</summary>
    public ImmutableDictionary<ISymbol, Value> Fields { get; init; } = ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default);

    /// <summary>The items of a list-like collection, or null.</summary>
    public Sequence? Items { get; init; }

    /// <summary>The entries of a map-like collection in the order they were added, or null.</summary>
    public ImmutableArray<KeyValuePair<Value, Value>>? Entries { get; init; }

    /// <summary>Why its contents are not known any more, or null while they are.</summary>
    public string? Lost { get; init; }

    /// <summary>The resource instance that this object is, for components written in the program.</summary>
    public ResourceInstance? Instance { get; init; }

    /// <summary>The state in which nothing is known of the object but its type.</summary>
    public ObjectState Lose(string reason) => new() { Type = Type, Lost = reason, Instance = Instance };

    public static ObjectState Join(ObjectState left, ObjectState right)
    {
        if (ReferenceEquals(left, right))
            return left;
        if (left.Lost is not null)
            return left;
        if (right.Lost is not null)
            return right;
        return left with
        {
            Fields = JoinFields(left.Fields, right.Fields),
            Items = JoinItems(left, right, out var lostItems),
            Entries = JoinEntries(left, right, out var lostEntries),
            Lost = lostItems ?? lostEntries,
        };
    }

    private static ImmutableDictionary<ISymbol, Value> JoinFields(ImmutableDictionary<ISymbol, Value> left, ImmutableDictionary<ISymbol, Value> right)
    {
        if (ReferenceEquals(left, right))
            return left;
        var joined = left.ToBuilder();
        foreach (var field in right)
            joined[field.Key] = left.TryGetValue(field.Key, out var value) ? Values.Join(value, field.Value) : Values.Join(Unset(field.Key), field.Value);
        foreach (var field in left)
        {
            if (!right.ContainsKey(field.Key))
                joined[field.Key] = Values.Join(field.Value, Unset(field.Key));
        }

        return joined.ToImmutable();
    }

    private static Value Unset(ISymbol member) =>
        member is IFieldSymbol { Type.IsReferenceType: true } or IPropertySymbol { Type.IsReferenceType: true } ? Constant.Null : new Unknown("default of " + member.Name);

    private static Sequence? JoinItems(ObjectState left, ObjectState right, out string? lost)
    {
        lost = null;
        if (left.Items is null || right.Items is null || ReferenceEquals(left.Items, right.Items))
            return left.Items ?? right.Items;
        if (left.Items.Items.Length == right.Items.Items.Length)
            return new Sequence(left.Items.Items.Zip(right.Items.Items, Values.Join).ToImmutableArray(), left.Items.Origin);
        lost = "a collection whose length depends on a condition";
        return null;
    }

    private static ImmutableArray<KeyValuePair<Value, Value>>? JoinEntries(ObjectState left, ObjectState right, out string? lost)
    {
        lost = null;
        if (left.Entries is not { } leftEntries || right.Entries is not { } rightEntries)
            return left.Entries ?? right.Entries;
        if (leftEntries == rightEntries)
            return leftEntries;
        if (leftEntries.Length == rightEntries.Length && leftEntries.Zip(rightEntries, static (one, other) => one.Key.Equals(other.Key)).All(static same => same))
        {
            return leftEntries
                .Zip(rightEntries, static (one, other) => new KeyValuePair<Value, Value>(one.Key, Values.Join(one.Value, other.Value)))
                .ToImmutableArray();
        }

        if (leftEntries.Concat(rightEntries).Any(static entry => entry.Key is not Constant))
        {
            lost = "a dictionary whose keys depend on a condition";
            return null;
        }

        var absent = new Unknown("set on some runs only");
        var rightByKey = ByKey(rightEntries);
        var leftByKey = ByKey(leftEntries);
        return leftEntries
            .Select(entry => new KeyValuePair<Value, Value>(entry.Key, Values.Join(entry.Value, rightByKey.TryGetValue(entry.Key, out var other) ? other : absent)))
            .Concat(rightEntries
                .Where(entry => !leftByKey.ContainsKey(entry.Key))
                .Select(entry => new KeyValuePair<Value, Value>(entry.Key, Values.Join(entry.Value, absent))))
            .ToImmutableArray();
    }

    private static Dictionary<Value, Value> ByKey(ImmutableArray<KeyValuePair<Value, Value>> entries)
    {
        var byKey = new Dictionary<Value, Value>();
        foreach (var entry in entries)
            byKey[entry.Key] = entry.Value;
        return byKey;
    }
}
