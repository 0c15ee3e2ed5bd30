using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>What is not known any more: contents that code which cannot be looked into may have changed.</content>
internal sealed partial class Interpreter
{
    private readonly HashSet<Closure> _escaped = new();

    /// <summary>Forgets everything: what every object and every variable holds.</summary>
    private void LoseAll(string reason)
    {
        foreach (var entry in Contents())
        {
            if (entry.Value is Unknown or ReferenceValue or ObjectState { IsLost: true })
                continue;
            _steps++;
            _store.Write(entry.Key, Store.Forgotten(entry.Value, reason));
        }
    }

    /// <summary>Forgets what an object holds, and what it leads to: code that is not known had it in its hands, and with <c>forever</c> may change it at any time.</summary>
    private void Lose(Value value, string reason, bool forever = false)
    {
        switch (value)
        {
            case ObjectReference reference when StateOf(reference) is { } state:
                LoseObject(reference, state, reason, forever);
                break;
            case Closure closure when forever:
                Escape(closure, reason);
                break;
            case DelegateList list when forever:
                LoseEach(list.Targets, reason, forever);
                break;
            case Choice choice:
                LoseEach(choice.Alternatives, reason, forever);
                break;
            case TupleValue tuple:
                LoseEach(tuple.Elements, reason, forever);
                break;
            case Sequence sequence:
                LoseEach(sequence.Items, reason, forever);
                break;
            case EntryValue entry:
                Lose(entry.Value, reason, forever);
                break;
            case OptionalItem optional:
                Lose(optional.Value, reason, forever);
                break;
            case BoxedOutput boxed:
                Lose(boxed.Value, reason, forever);
                break;
            case ReferenceValue { Place: Place.Variable variable }:
                _store.Write(variable.Cell, new Unknown(reason));
                break;
        }
    }

    private void LoseObject(ObjectReference reference, ObjectState state, string reason, bool forever)
    {
        var isLost = state.IsLost;
        if (forever)
            _store.Pin(reference.Cell, reason);
        else if (!isLost || state.Lost == ChangesLate)
            _store.Write(reference.Cell, state.Lose(reason));
        if (isLost)
            return;
        LoseEach(state.Fields.Values, reason, forever);
        LoseEach(state.Items?.Items ?? ImmutableArray<Value>.Empty, reason, forever);
        foreach (var entry in state.Entries ?? ImmutableArray<KeyValuePair<Value, Value>>.Empty)
            Lose(entry.Value, reason, forever);
    }

    private void LoseEach(IEnumerable<Value> values, string reason, bool forever)
    {
        foreach (var value in values)
            Lose(value, reason, forever);
    }

    // Going through all that is held costs in proportion to it.
    private List<KeyValuePair<int, object?>> Contents()
    {
        _cancellation.ThrowIfCancellationRequested();
        var contents = _store.Contents();
        _steps += contents.Count / 4;
        return contents;
    }

    // A mutation of a collection that is not known may be one of any collection of its kind.
    private void LoseAlike(ITypeSymbol type, string reason)
    {
        foreach (var entry in Contents())
        {
            if (entry.Value is ObjectState { Lost: null } state && (state.Items is not null || state.Entries is not null || state.Text is not null) && (IsAssignable(state.Type, type) || IsAssignable(type, state.Type)))
                _store.Write(entry.Key, state.Lose(reason));
        }
    }

    /// <summary>Forgets what running some body may have changed, which stands where the variables of a scope are seen.</summary>
    private void LoseEffects(Effects effects, Scope scope, string reason, IOperation operation)
    {
        if (effects.Everything)
        {
            LoseAll(reason);
            return;
        }

        foreach (var variable in effects.Variables)
        {
            if (scope.Find(variable) is { } cell)
                _store.Write(cell, Store.Forgotten(_store.Read(cell), reason));
        }

        foreach (var member in effects.Members)
        {
            if (!member.IsStatic)
            {
                LoseMember(member);
            }
            else if (IsOfProgram(member))
            {
                LoseStatic(member, reason, operation);
            }
        }

        if (!effects.Collections)
            return;
        foreach (var entry in Contents())
        {
            if (entry.Value is ObjectState { Lost: null } state && (state.Items is not null || state.Entries is not null || state.Text is not null))
                _store.Write(entry.Key, state.Lose(reason));
        }
    }

    /// <summary>A delegate is out of sight: whoever has it may call it now, later, or never. What it changes is not known from here on.</summary>
    private void Escape(Value function, string reason)
    {
        switch (function)
        {
            case DelegateList list:
                foreach (var target in list.Targets)
                    Escape(target, reason);
                break;
            case Choice choice:
                foreach (var alternative in choice.Alternatives)
                    Escape(alternative, reason);
                break;
            case Closure closure when _escaped.Add(closure):
                PinChanges(closure, reason);
                break;
        }
    }

    private void PinChanges(Closure closure, string reason)
    {
        _trials++;
        _conditions++;
        var changed = TryRound(() => CallWithAnything(closure, reason), atAnyMoment: true);
        _conditions--;
        _trials--;
        foreach (var cell in changed.Changes.Keys)
        {
            if (_store.Read(cell) is not null)
                _store.Pin(cell, reason);
        }

        RunForAnyRound(() => CallWithAnything(closure, reason));
    }

    private void CallWithAnything(Closure closure, string reason)
    {
        var arguments = ImmutableArray.CreateBuilder<Value>();
        foreach (var parameter in closure.Method.Parameters)
            arguments.Add(new Unknown("an argument of a delegate (" + reason + ")") { IsForeign = true });
        CallClosure(closure, arguments.ToImmutable(), closure.Site, fromLibrary: true);
    }
}
