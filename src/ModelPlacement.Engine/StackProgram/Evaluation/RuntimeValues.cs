using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>A value that exists during evaluation only; <see cref="Interpreter.Export"/> turns it into one of the public kinds.</summary>
internal abstract class RuntimeValue : Value
{
    protected RuntimeValue(Origin? origin)
        : base(origin)
    {
    }
}

/// <summary>A reference to a mutable object: an instance of a class of the program, an arguments object, a collection.</summary>
internal sealed class ObjectReference : RuntimeValue
{
    public ObjectReference(int cell, Origin? origin = null)
        : base(origin) => Cell = cell;

    /// <summary>The cell of the <see cref="Store"/> that holds its <see cref="ObjectState"/>.</summary>
    public int Cell { get; }

    /// <summary>Whether it stands where generated code made a collection on first reading: an object that was not read yet has the same collection, empty.</summary>
    public bool IsMade { get; init; }

    public override Value WithOrigin(Origin? origin) => new ObjectReference(Cell, origin);

    public override bool Equals(Value? other) => other is ObjectReference reference && reference.Cell == Cell;

    public override int GetHashCode() => Cell;

    public override string ToString() => "object #" + Cell.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A tuple.</summary>
internal sealed class TupleValue : RuntimeValue
{
    public TupleValue(ImmutableArray<Value> elements, Origin? origin = null)
        : base(origin)
    {
        Elements = elements;
        Size = System.Math.Min(int.MaxValue / 2, elements.Sum(static element => element is TupleValue { Size: var size } ? (long)size : 1)) is var all ? (int)all : 0;
    }

    public ImmutableArray<Value> Elements { get; }

    /// <summary>How many elements it has, those of the tuples in it included.</summary>
    public int Size { get; }

    public override Value WithOrigin(Origin? origin) => new TupleValue(Elements, origin);

    public override bool Equals(Value? other) => other is TupleValue tuple && Elements.SequenceEqual(tuple.Elements);

    public override int GetHashCode() => Combine(6, Elements.Select(static element => element.GetHashCode()));
}

/// <summary>An item of a collection that is there on some runs only.</summary>
internal sealed class OptionalItem : RuntimeValue
{
    public OptionalItem(Value value)
        : base(value.Origin) => Value = value;

    public Value Value { get; }

    public override Value WithOrigin(Origin? origin) => new OptionalItem(Value.WithOrigin(origin));

    public override bool Equals(Value? other) => other is OptionalItem optional && Value.Equals(optional.Value);

    public override int GetHashCode() => Value.GetHashCode() ^ 8;
}

/// <summary>An <c>Output&lt;T&gt;</c> or <c>Input&lt;T&gt;</c> held as an <c>object</c>: the value in it, but its text is not the value's.</summary>
internal sealed class BoxedOutput : RuntimeValue
{
    public BoxedOutput(Value value)
        : base(value.Origin) => Value = value;

    public Value Value { get; }

    public override Value WithOrigin(Origin? origin) => new BoxedOutput(Value.WithOrigin(origin));

    public override bool Equals(Value? other) => other is BoxedOutput boxed && Value.Equals(boxed.Value);

    public override int GetHashCode() => Value.GetHashCode() ^ 9;
}

/// <summary>What a variable that is a reference holds (<c>ref</c> locals and parameters, <c>out</c> parameters): the place that it stands for.</summary>
internal sealed class ReferenceValue : RuntimeValue
{
    public ReferenceValue(Place place)
        : base(null) => Place = place;

    public Place Place { get; }

    public override Value WithOrigin(Origin? origin) => this;

    public override bool Equals(Value? other) => other is ReferenceValue reference && ReferenceEquals(Place, reference.Place);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Place);
}

/// <summary>An index from the end: <c>^1</c>.</summary>
internal sealed class IndexFromEnd : RuntimeValue
{
    public IndexFromEnd(Value distance, Origin? origin = null)
        : base(origin) => Distance = distance;

    public Value Distance { get; }

    public override Value WithOrigin(Origin? origin) => new IndexFromEnd(Distance, origin);

    public override bool Equals(Value? other) => other is IndexFromEnd index && Distance.Equals(index.Distance);

    public override int GetHashCode() => Distance.GetHashCode() ^ 11;
}

/// <summary>A range of indexes: <c>1..^1</c>. A bound that is not given is the constant null.</summary>
internal sealed class RangeValue : RuntimeValue
{
    public RangeValue(Value start, Value end, Origin? origin = null)
        : base(origin)
    {
        Start = start;
        End = end;
    }

    public Value Start { get; }

    public Value End { get; }

    public override Value WithOrigin(Origin? origin) => new RangeValue(Start, End, origin);

    public override bool Equals(Value? other) => other is RangeValue range && Start.Equals(range.Start) && End.Equals(range.End);

    public override int GetHashCode() => Start.GetHashCode() ^ (End.GetHashCode() * 31);
}

/// <summary>Several delegates in one: calling it calls each, and yields what the last one does.</summary>
internal sealed class DelegateList : RuntimeValue
{
    public DelegateList(ImmutableArray<Value> targets, Origin? origin = null)
        : base(origin) => Targets = targets;

    public ImmutableArray<Value> Targets { get; }

    public override Value WithOrigin(Origin? origin) => new DelegateList(Targets, origin);

    public override bool Equals(Value? other) => other is DelegateList list && Targets.SequenceEqual(list.Targets);

    public override int GetHashCode() => Combine(10, Targets.Select(static target => target.GetHashCode()));
}

/// <summary>A <c>Lazy&lt;T&gt;</c>: the cell that holds its value once somebody has asked.</summary>
internal sealed class LazyValue : RuntimeValue
{
    public LazyValue(Value factory, int cell, Origin? origin = null)
        : base(origin)
    {
        Factory = factory;
        Cell = cell;
    }

    public Value Factory { get; }

    public int Cell { get; }

    public override Value WithOrigin(Origin? origin) => new LazyValue(Factory, Cell, origin);

    public override bool Equals(Value? other) => other is LazyValue lazy && lazy.Cell == Cell;

    public override int GetHashCode() => Cell;
}

/// <summary>A delegate: a lambda, a local function or a method with what it captured.</summary>
internal sealed class Closure : RuntimeValue
{
    public Closure(IMethodSymbol method, IOperation? body, Scope? scope, Frame? frame, Value? receiver, IOperation site, Origin? origin = null)
        : base(origin)
    {
        Method = method;
        Body = body;
        Scope = scope;
        Frame = frame;
        Receiver = receiver;
        Site = site;
    }

    public IMethodSymbol Method { get; }

    /// <summary>The body of a lambda or local function; null for a method, whose body is found by its symbol.</summary>
    public IOperation? Body { get; }

    /// <summary>The variables in scope where a lambda or local function stands.</summary>
    public Scope? Scope { get; }

    /// <summary>The call in which a lambda was created.</summary>
    public Frame? Frame { get; }

    public Value? Receiver { get; }

    /// <summary>Where it was made.</summary>
    public IOperation Site { get; }

    public override Value WithOrigin(Origin? origin) => new Closure(Method, Body, Scope, Frame, Receiver, Site, origin);

    public override bool Equals(Value? other) =>
        other is Closure closure
        && SymbolEqualityComparer.Default.Equals(Method, closure.Method)
        && ReferenceEquals(Body, closure.Body)
        && ReferenceEquals(Scope, closure.Scope)
        && Equals(Receiver, closure.Receiver);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}

/// <summary>A sequence that is made when it is enumerated, as LINQ and iterators do: what its lambdas create exists only then.</summary>
internal class DeferredSequence : RuntimeValue
{
    /// <summary>A sequence that is there as a whole when it is enumerated.</summary>
    public DeferredSequence(Func<Value> source, Origin? origin = null)
        : base(origin) => Source = source;

    /// <summary>A sequence that is made of another item by item.</summary>
    public DeferredSequence(Value source, EnumerationStage stage, Origin? origin = null)
        : this(() => source, origin) => Stage = stage;

    protected DeferredSequence(DeferredSequence other, Origin? origin)
        : base(origin) => (Source, Stage, Involved, MayStop) = (other.Source, other.Stage, other.Involved, other.MayStop);

    /// <summary>What is enumerated.</summary>
    public Func<Value> Source { get; }

    /// <summary>What is done with each item of the source; null for the item itself.</summary>
    public EnumerationStage? Stage { get; }

    /// <summary>The delegates that it calls and the other sequences that it enumerates.</summary>
    public ImmutableArray<Value> Involved { get; init; } = ImmutableArray<Value>.Empty;

    /// <summary>Whether it may not ask its source for all items, though it is asked for all of its own.</summary>
    public bool MayStop { get; init; }

    public override Value WithOrigin(Origin? origin) => new DeferredSequence(this, origin);

    public override bool Equals(Value? other) => other is DeferredSequence deferred && ReferenceEquals(Source, deferred.Source);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Source);
}

/// <summary>A sequence that is made in some order, which <c>ThenBy</c> refines.</summary>
internal sealed class OrderedSequence : DeferredSequence
{
    public OrderedSequence(Value unordered, ImmutableArray<KeyOrder> orders, bool isKnown, EnumerationStage stage, Origin? origin = null)
        : base(unordered, stage, origin)
    {
        Unordered = unordered;
        Orders = orders;
        IsKnown = isKnown;
    }

    private OrderedSequence(OrderedSequence other, Origin? origin)
        : base(other, origin) => (Unordered, Orders, IsKnown) = (other.Unordered, other.Orders, other.IsKnown);

    public Value Unordered { get; }

    /// <summary>The keys it is ordered by, the first the most important.</summary>
    public ImmutableArray<KeyOrder> Orders { get; }

    /// <summary>Whether it is known how keys are compared.</summary>
    public bool IsKnown { get; }

    public override Value WithOrigin(Origin? origin) => new OrderedSequence(this, origin);
}

/// <summary>A key that a sequence is ordered by; without one, by the item itself.</summary>
internal sealed record KeyOrder(Closure? Key, bool IsDescending, bool IsOrdinal, bool IgnoresCase);

/// <summary>The items that have one key.</summary>
internal sealed class GroupValue : DeferredSequence
{
    public GroupValue(Value key, ImmutableArray<Value> items, Origin? origin = null)
        : base(() => new Sequence(items, origin), origin) => Key = key;

    private GroupValue(GroupValue other, Origin? origin)
        : base(other, origin) => Key = other.Key;

    public Value Key { get; }

    public override Value WithOrigin(Origin? origin) => new GroupValue(this, origin);
}

/// <summary>A <c>Pulumi.Config</c> of one namespace.</summary>
internal sealed class ConfigurationBag : RuntimeValue
{
    public ConfigurationBag(string? name, Origin? origin = null)
        : base(origin) => Name = name;

    /// <summary>The namespace, or null for the project's own.</summary>
    public string? Name { get; }

    public override Value WithOrigin(Origin? origin) => new ConfigurationBag(Name, origin);

    public override bool Equals(Value? other) => other is ConfigurationBag bag && string.Equals(bag.Name, Name, StringComparison.Ordinal);

    public override int GetHashCode() => 7;
}

/// <summary>A key with its value, as enumerating a dictionary yields it.</summary>
internal sealed class EntryValue : RuntimeValue
{
    public EntryValue(Value key, Value value, Origin? origin = null)
        : base(origin)
    {
        Key = key;
        Value = value;
    }

    public Value Key { get; }

    public Value Value { get; }

    public override Value WithOrigin(Origin? origin) => new EntryValue(Key, Value, origin);

    public override bool Equals(Value? other) => other is EntryValue entry && Key.Equals(entry.Key) && Value.Equals(entry.Value);

    public override int GetHashCode() => Key.GetHashCode();
}

/// <summary>A <c>System.Type</c>.</summary>
internal sealed class TypeValue : RuntimeValue
{
    public TypeValue(ITypeSymbol type, Origin? origin = null)
        : base(origin) => Type = type;

    public ITypeSymbol Type { get; }

    public override Value WithOrigin(Origin? origin) => new TypeValue(Type, origin);

    public override bool Equals(Value? other) => other is TypeValue type && SymbolEqualityComparer.Default.Equals(Type, type.Type);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
}

/// <summary>A <c>Regex</c>.</summary>
internal sealed class PatternValue : RuntimeValue
{
    public PatternValue(string text, RegexOptions options, Origin? origin = null)
        : base(origin) => (Text, Options) = (text, options);

    public string Text { get; }

    public RegexOptions Options { get; }

    /// <summary>Whether the culture of the machine says which letters are the same but for their case: in Turkish an <c>i</c> is not an <c>I</c>.</summary>
    public bool DependsOnCulture => (Options & (RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)) == RegexOptions.IgnoreCase;

    public override Value WithOrigin(Origin? origin) => new PatternValue(Text, Options, origin);

    public override bool Equals(Value? other) => other is PatternValue pattern && pattern.Text == Text && pattern.Options == Options;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text) ^ (int)Options;
}

/// <summary>What a <c>Regex</c> found: a match, or a group of one. The groups of a match are told by the match itself.</summary>
internal sealed class MatchValue : RuntimeValue
{
    public MatchValue(Group group, MatchPlace place, Origin? origin = null)
        : base(origin) => (Group, Place) = (group, place);

    public Group Group { get; }

    public MatchPlace Place { get; }

    public override Value WithOrigin(Origin? origin) => new MatchValue(Group, Place, origin);

    public override bool Equals(Value? other) => other is MatchValue match && match.Place == Place;

    public override int GetHashCode() => Place.GetHashCode();
}

/// <summary>What a match is of: two that are of the same are the same, though they are different objects.</summary>
internal sealed record MatchPlace(PatternValue Pattern, string Input, int Index, bool Success, string? Group);

/// <summary>A member of an enum, as reflection gives it.</summary>
internal sealed class MemberValue : RuntimeValue
{
    public MemberValue(IFieldSymbol field, Origin? origin = null)
        : base(origin) => Field = field;

    public IFieldSymbol Field { get; }

    public override Value WithOrigin(Origin? origin) => new MemberValue(Field, origin);

    public override bool Equals(Value? other) => other is MemberValue member && SymbolEqualityComparer.Default.Equals(Field, member.Field);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Field);
}
