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

    /// <summary>The items of a list-like collection, or null. One that is there on some runs only is an <see cref="OptionalItem"/>.</summary>
    public Sequence? Items { get; init; }

    /// <summary>The lengths of an array of several dimensions, whose items are row by row; or the default.</summary>
    public ImmutableArray<int> Lengths { get; init; }

    /// <summary>
    /// The entries of a map-like collection in the order they were added, or null. The value of one that is there on some runs only is an <see cref="OptionalItem"/>.
    /// </summary>
    public ImmutableArray<KeyValuePair<Value, Value>>? Entries { get; init; }

    /// <summary>Whether the keys of a dictionary, or the items of a set, are the same whatever their case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The text in a <c>StringBuilder</c> so far, or null.</summary>
    public Value? Text { get; init; }

    /// <summary>What an array begins and ends with of which the items between are not known, nor how many there are; or null.</summary>
    public KnownEnds? Ends { get; init; }

    /// <summary>Whether something was removed from a dictionary or set: what is added then may come to stand in its place, in an order that is not known.</summary>
    public bool ReusesPlaces { get; init; }

    /// <summary>Whether it is not known any more in which order it is enumerated.</summary>
    public bool HasLostOrder { get; init; }

    /// <summary>How many items or entries it has, those included that are there on some runs only.</summary>
    public int Count => Items?.Items.Length ?? Entries?.Length ?? 0;

    /// <summary>Why its contents are not known any more, or null while they are.</summary>
    public string? Lost { get; init; }

    /// <summary>The resource instance that this object is, for components written in the program.</summary>
    public ResourceInstance? Instance { get; init; }

    /// <summary>Whether nothing is known of the object but its type.</summary>
    public bool IsLost => Lost is not null && Fields.IsEmpty && Items is null && Entries is null && Text is null;

    /// <summary>The state in which nothing is known of the object but its type.</summary>
    public ObjectState Lose(string reason) => new() { Type = Type, Lost = reason, Instance = Instance };

    /// <summary>Whether it is a collection or text of which something is known.</summary>
    public bool HoldsItems => Items is not null || Entries is not null || Text is not null || Ends is not null;

    /// <summary>Whether a collection holds the same as another.</summary>
    public bool HoldsTheSame(ObjectState other) =>
        Equals(Items, other.Items)
        && Equals(Ends, other.Ends)
        && Equals(Text, other.Text)
        && (Entries is { } entries ? other.Entries is { } others && entries.SequenceEqual(others) : other.Entries is null);

    /// <summary>
    /// Whether a member is a list or map that generated code makes when it is first read: inputs of arguments, <c>Tags = { { "a", "b" } }</c>, those of data sources,
    /// <c>Owners = { "self" }</c>, lists of Pulumi's options, and the converters of JSON.
    /// </summary>
    public static bool IsMadeWhenRead(ISymbol member) =>
        member is IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: true, Type: INamedTypeSymbol type, ContainingType: { } container }
        && type.Name switch
        {
            "InputList" or "InputMap" => IsOfPulumi(type),
            "IList" => member.Name == "Converters" && container is { Name: "JsonSerializerOptions", ContainingNamespace.Name: "Json" },
            "List" or "Dictionary" => IsOfPulumi(container) ? container.Name.EndsWith("ResourceOptions", System.StringComparison.Ordinal) : IsInvokeArgs(container),
            _ => false,
        };

    private static bool IsInvokeArgs(INamedTypeSymbol type)
    {
        var ancestor = type.BaseType;
        while (ancestor is not (null or { Name: "InvokeArgs" }))
            ancestor = ancestor.BaseType;
        return ancestor is not null && IsOfPulumi(ancestor);
    }

    private static bool IsOfPulumi(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "Pulumi", ContainingNamespace.IsGlobalNamespace: true };

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
            ReusesPlaces = left.ReusesPlaces || right.ReusesPlaces,
            HasLostOrder = left.HasLostOrder || right.HasLostOrder,
            Ends = Equals(left.Ends, right.Ends) ? left.Ends : null,
            Lost = lostItems ?? lostEntries,
            Text = left.Text is null || right.Text is null ? null : Values.Join(left.Text, right.Text),
        };
    }

    private static ImmutableDictionary<ISymbol, Value> JoinFields(ImmutableDictionary<ISymbol, Value> left, ImmutableDictionary<ISymbol, Value> right)
    {
        if (ReferenceEquals(left, right))
            return left;
        var joined = left;
        foreach (var field in right)
        {
            var value = left.TryGetValue(field.Key, out var before) ? Values.Join(before, field.Value) : JoinUnset(field);
            if (!ReferenceEquals(value, before))
                joined = joined.SetItem(field.Key, value);
        }

        foreach (var field in left)
        {
            if (!right.ContainsKey(field.Key))
                joined = joined.SetItem(field.Key, JoinUnset(field));
        }

        return joined;
    }

    private static Value JoinUnset(KeyValuePair<ISymbol, Value> field) => field.Value is ObjectReference { IsMade: true } ? field.Value : Values.Join(field.Value, Unset(field.Key));

    private static Value Unset(ISymbol member) =>
        member is IFieldSymbol { Type.IsReferenceType: true } or IPropertySymbol { Type.IsReferenceType: true } ? Constant.Null : new Unknown("default of " + member.Name);

    private static Sequence? JoinItems(ObjectState left, ObjectState right, out string? lost)
    {
        lost = null;
        if (left.Items is null || right.Items is null || ReferenceEquals(left.Items, right.Items))
            return left.Items ?? right.Items;
        if (left.Items.IsUnordered != right.Items.IsUnordered)
        {
            lost = "a collection whose order depends on a condition";
            return null;
        }

        var (shorter, longer) = left.Items.Items.Length <= right.Items.Items.Length ? (left.Items.Items, right.Items.Items) : (right.Items.Items, left.Items.Items);
        if (longer.Length - shorter.Length > Choice.Limit)
        {
            lost = "a collection whose length depends on a condition";
            return null;
        }

        // What one branch added at the end is there on some runs only.
        var items = shorter.Zip(longer, Values.Join).Concat(longer.Skip(shorter.Length).Select(static item => item as OptionalItem ?? new OptionalItem(item)));
        return new Sequence(items.ToImmutableArray(), left.Items.Origin) { IsUnordered = left.Items.IsUnordered };
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

        var rightByKey = ByKey(rightEntries);
        var leftByKey = ByKey(leftEntries);
        return leftEntries
            .Select(entry => new KeyValuePair<Value, Value>(entry.Key, rightByKey.TryGetValue(entry.Key, out var other) ? Values.Join(entry.Value, other) : new OptionalItem(Values.Certain(entry.Value))))
            .Concat(rightEntries
                .Where(entry => !leftByKey.ContainsKey(entry.Key))
                .Select(static entry => new KeyValuePair<Value, Value>(entry.Key, new OptionalItem(Values.Certain(entry.Value)))))
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

/// <summary>The items that an array begins with, and those that it ends with.</summary>
internal sealed record KnownEnds(Sequence Start, Sequence End);
