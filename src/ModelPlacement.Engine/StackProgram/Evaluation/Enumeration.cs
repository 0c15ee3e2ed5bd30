using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>What an operator of LINQ yields for what its source yields, item by item as it is asked: what its lambdas do happens then, and not for items that nobody asks for.</summary>
internal delegate IEnumerable<Value> EnumerationStage(Enumeration enumeration, IEnumerable<Value> items);

/// <summary>One enumeration of a sequence. An item that is there on some runs only is an <see cref="OptionalItem"/>.</summary>
internal sealed class Enumeration
{
    private readonly Interpreter _interpreter;
    private readonly IOperation _operation;
    private readonly Value _source;
    private readonly ImmutableArray<DeferredSequence> _stages;

    /// <param name="interpreter">The evaluation in progress.</param>
    /// <param name="operation">Where it is enumerated.</param>
    /// <param name="source">A <see cref="Sequence"/>, or what else it may be that is enumerated.</param>
    /// <param name="stages">What is done with each item, the first first.</param>
    /// <param name="isWhole">Whether it is asked for all items.</param>
    public Enumeration(Interpreter interpreter, IOperation operation, Value source, ImmutableArray<DeferredSequence> stages, bool isWhole)
    {
        _interpreter = interpreter;
        _operation = operation;
        _source = source;
        _stages = stages;
        IsWhole = isWhole && !stages.Any(static stage => stage.MayStop);
        IsUnordered = source is Sequence { IsUnordered: true };
    }

    /// <summary>Whether whoever enumerates it goes on to its end.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether its order is not known.</summary>
    public bool IsUnordered { get; set; }

    /// <summary>Whether asking for an item may run code of the program.</summary>
    public bool RunsCode => !_stages.IsEmpty;

    /// <summary>Whether other sequences take part in it.</summary>
    public bool TakesOthers => _stages.Any(static stage => stage.Involved.Any(static value => !Interpreter.IsDelegate(value)));

    /// <summary>Why it is not known what it yields from here on, or null while it is.</summary>
    public Unknown? Broken { get; private set; }

    public IEnumerable<Value> Items()
    {
        var items = Source();
        foreach (var stage in _stages)
            items = stage.Stage!(this, items);
        return items;
    }

    /// <summary>The items of another sequence that takes part in this one.</summary>
    public IEnumerable<Value> Others(Value other)
    {
        var others = _interpreter.Open(other, _operation, IsWhole);
        foreach (var item in others.Items())
            yield return item;
        IsUnordered |= others.IsUnordered;
        if (others.Broken is { } reason)
            Break(reason);
    }

    /// <summary>Ends it with nothing known of what comes: what its lambdas do may happen any number of times.</summary>
    public void Break(Unknown reason)
    {
        if (Broken is not null)
            return;
        Broken = reason;
        foreach (var stage in _stages)
        {
            foreach (var value in stage.Involved)
                _interpreter.RunForAnyItem(value, _operation, reason);
        }
    }

    public void Break(string reason) => Break(new Unknown(reason, _interpreter.OriginOf(_operation)));

    private IEnumerable<Value> Source()
    {
        if (_source is not Sequence sequence)
        {
            Break(_source is Unknown unknown ? unknown.Part() : new Unknown("a sequence", _interpreter.OriginOf(_operation)));
            yield break;
        }

        foreach (var item in sequence.Items)
        {
            if (!_interpreter.CountsItem())
            {
                Break("budget: evaluated operations");
                yield break;
            }

            if (!_interpreter.IsReachable)
                yield break;
            yield return item;
        }
    }
}

/// <content>Sequences that are made while they are enumerated.</content>
internal sealed partial class Interpreter
{
    internal bool IsReachable => _reachable;

    internal bool CountsItem() => Step();

    internal static bool IsDelegate(Value value) => value is Closure or DelegateList or Choice { Alternatives: [Closure or DelegateList, ..] };

    /// <summary>Begins to enumerate a value; of several collections that it may be none is known.</summary>
    internal Enumeration Open(Value value, IOperation operation, bool isWhole)
    {
        var (source, stages) = Stages(value, operation);
        return new Enumeration(this, operation, source is Choice ? NotKnown("one of several collections", operation) : source, stages, isWhole);
    }

    /// <summary>Enumerates a value, whichever of several collections it is.</summary>
    internal Value OnEachEnumeration(Value value, IOperation operation, bool isWhole, System.Func<Enumeration, Value> run)
    {
        var (source, stages) = Stages(value, operation);
        return OnEach(source, operation, one => run(new Enumeration(this, operation, one, stages, isWhole)));
    }

    /// <summary>Runs a delegate, or enumerates a sequence, any number of times.</summary>
    internal void RunForAnyItem(Value value, IOperation operation, Unknown reason)
    {
        switch (value)
        {
            case Closure closure:
                CallForAnyItem(closure, operation, reason);
                break;
            case DelegateList list:
                foreach (var target in list.Targets)
                    RunForAnyItem(target, operation, reason);
                break;
            case Choice choice:
                foreach (var alternative in choice.Alternatives)
                    RunForAnyItem(alternative, operation, reason);
                break;
            case DeferredSequence:
                RunForAnyRound(() => Enumerate(value, operation));
                break;
        }
    }

    private (Value Source, ImmutableArray<DeferredSequence> Stages) Stages(Value value, IOperation operation)
    {
        var stages = ImmutableArray.CreateBuilder<DeferredSequence>();
        while (value is DeferredSequence deferred)
        {
            if (deferred.Stage is not null)
                stages.Insert(0, deferred);
            value = deferred.Source();
        }

        return (Enumerate(value, operation), stages.ToImmutable());
    }

    private Value Drain(Value value, IOperation operation) => OnEachEnumeration(value, operation, isWhole: true, enumeration =>
    {
        var items = enumeration.Items().Take(Values.MostItems + 1).ToImmutableArray();
        if (items.Length > Values.MostItems)
            enumeration.Break("budget: the items of a sequence");
        return enumeration.Broken ?? (Value)new Sequence(items, value.Origin) { IsUnordered = enumeration.IsUnordered && items.Length > 1 };
    });

    /// <summary>
    /// What an iterator yields. It runs to its end when the first item is asked for: until then what it changes may hold any of what it did, and where nobody asks for the last
    /// item it may not have come to its end.
    /// </summary>
    private IEnumerable<Value> Iterate(Enumeration enumeration, System.Func<Value> run, IOperation operation)
    {
        var mark = _store.Mark();
        _conditions += enumeration.IsWhole ? 0 : 1;
        _store.Watch();
        var made = run();
        var moments = _store.Watched().Changes;
        _conditions -= enumeration.IsWhole ? 0 : 1;
        var ends = _store.Overwritten(mark);
        _store.Commit(mark);
        if (made is not Sequence sequence)
        {
            enumeration.Break(made as Unknown ?? NotKnown("a sequence", operation));
            yield break;
        }

        var between = new Dictionary<int, object?>();
        foreach (var cell in ends.Keys)
        {
            _store.Write(cell, moments[cell]);
            between[cell] = _store.Read(cell);
        }

        foreach (var item in sequence.Items)
            yield return item;
        foreach (var end in ends)
            _store.Write(end.Key, ReferenceEquals(_store.Read(end.Key), between[end.Key]) ? end.Value : Store.Forgotten(_store.Read(end.Key), "changed by an iterator and by what enumerates it"));
    }
}
