using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
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

    public override Value WithOrigin(Origin? origin) => new ObjectReference(Cell, origin);

    public override bool Equals(Value? other) => other is ObjectReference reference && reference.Cell == Cell;

    public override int GetHashCode() => Cell;

    public override string ToString() => "object #" + Cell.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A tuple.</summary>
internal sealed class TupleValue : RuntimeValue
{
    public TupleValue(ImmutableArray<Value> elements, Origin? origin = null)
        : base(origin) => Elements = elements;

    public ImmutableArray<Value> Elements { get; }

    public override Value WithOrigin(Origin? origin) => new TupleValue(Elements, origin);

    public override bool Equals(Value? other) => other is TupleValue tuple && Elements.SequenceEqual(tuple.Elements);

    public override int GetHashCode() => Combine(6, Elements.Select(static element => element.GetHashCode()));
}

/// <summary>A delegate: a lambda, a local function or a method with what it captured.</summary>
internal sealed class Closure : RuntimeValue
{
    public Closure(IMethodSymbol method, IOperation? body, Scope? scope, Frame? frame, Value? receiver, Origin? origin = null)
        : base(origin)
    {
        Method = method;
        Body = body;
        Scope = scope;
        Frame = frame;
        Receiver = receiver;
    }

    public IMethodSymbol Method { get; }

    /// <summary>The body of a lambda or local function; null for a method, whose body is found by its symbol.</summary>
    public IOperation? Body { get; }

    /// <summary>The variables in scope where a lambda or local function stands.</summary>
    public Scope? Scope { get; }

    /// <summary>The call in which a lambda was created.</summary>
    public Frame? Frame { get; }

    public Value? Receiver { get; }

    public override Value WithOrigin(Origin? origin) => new Closure(Method, Body, Scope, Frame, Receiver, origin);

    public override bool Equals(Value? other) =>
        other is Closure closure
        && SymbolEqualityComparer.Default.Equals(Method, closure.Method)
        && ReferenceEquals(Body, closure.Body)
        && ReferenceEquals(Scope, closure.Scope)
        && Equals(Receiver, closure.Receiver);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}

/// <summary>A sequence that is made when it is enumerated, as LINQ and iterators do: what its lambdas create exists only then.</summary>
internal sealed class DeferredSequence : RuntimeValue
{
    public DeferredSequence(Func<Value> enumerate, Origin? origin = null)
        : base(origin) => Enumerate = enumerate;

    /// <summary>Yields a <see cref="Sequence"/> where the items are known.</summary>
    public Func<Value> Enumerate { get; }

    public override Value WithOrigin(Origin? origin) => new DeferredSequence(Enumerate, origin);

    public override bool Equals(Value? other) => other is DeferredSequence deferred && ReferenceEquals(Enumerate, deferred.Enumerate);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Enumerate);
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
