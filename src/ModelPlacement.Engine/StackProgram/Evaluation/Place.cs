using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>What an assignment writes to, its parts evaluated once: a variable, a member of an object, an element of a collection.</summary>
internal abstract class Place
{
    private Place()
    {
    }

    /// <summary>A local variable or parameter.</summary>
    public sealed class Variable(int cell) : Place
    {
        public int Cell { get; } = cell;
    }

    /// <summary>A static field.</summary>
    public sealed class Static(ISymbol member, IOperation operation) : Place
    {
        public ISymbol Member { get; } = member;

        public IOperation Operation { get; } = operation;
    }

    /// <summary>A field of an object.</summary>
    public sealed class Field(Value receiver, IFieldSymbol symbol, IOperation operation) : Place
    {
        public Value Receiver { get; } = receiver;

        public IFieldSymbol Symbol { get; } = symbol;

        public IOperation Operation { get; } = operation;
    }

    /// <summary>A parameter of a primary constructor, which lives as long as the object, or an event.</summary>
    public sealed class Captured(Value receiver, ISymbol symbol) : Place
    {
        public Value Receiver { get; } = receiver;

        public ISymbol Symbol { get; } = symbol;
    }

    /// <summary>A property or an indexer.</summary>
    public sealed class Property(IPropertyReferenceOperation reference, Value? receiver, ImmutableArray<Value> keys) : Place
    {
        public IPropertyReferenceOperation Reference { get; } = reference;

        public Value? Receiver { get; } = receiver;

        public ImmutableArray<Value> Keys { get; } = keys;
    }

    /// <summary>An element of an array.</summary>
    public sealed class Element(Value collection, Value index, IOperation operation) : Place
    {
        public Value Collection { get; } = collection;

        public Value Index { get; } = index;

        public IOperation Operation { get; } = operation;
    }

    /// <summary>An element of a tuple that itself stands in a place.</summary>
    public sealed class TupleElement(Place tuple, int index, IOperation operation) : Place
    {
        public Place Tuple { get; } = tuple;

        public int Index { get; } = index;

        public IOperation Operation { get; } = operation;
    }

    /// <summary>Nowhere.</summary>
    public sealed class Discard : Place
    {
        public static readonly Discard Instance = new();
    }

    /// <summary>What cannot be told: the result of a method that returns a reference, a pointer.</summary>
    public sealed class Unclear : Place
    {
        public static readonly Unclear Instance = new();
    }
}
