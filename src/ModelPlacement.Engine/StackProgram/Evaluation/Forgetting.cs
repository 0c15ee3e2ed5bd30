using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>What is not known any more: contents that code which cannot be looked into may have changed.</content>
internal sealed partial class Interpreter
{
    // The delegates that are out of sight, with the cells that they may change.
    private readonly Dictionary<Closure, IReadOnlyCollection<int>> _escaped = new();

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
        // No recursion: what hangs together may be longer than any stack.
        var held = new Stack<Value>();
        held.Push(value);
        while (held.Count > 0)
        {
            switch (held.Pop())
            {
                case ObjectReference reference when StateOf(reference) is { } state:
                    PushAll(held, LoseObject(reference, state, reason, forever));
                    break;
                case Closure closure when forever:
                    Escape(closure, reason);
                    break;
                case DelegateList list when forever:
                    PushAll(held, list.Targets);
                    break;
                case Choice choice:
                    PushAll(held, choice.Alternatives);
                    break;
                case TupleValue tuple:
                    PushAll(held, tuple.Elements);
                    break;
                case Sequence sequence:
                    PushAll(held, sequence.Items);
                    break;
                case EntryValue entry:
                    held.Push(entry.Value);
                    break;
                case OptionalItem optional:
                    held.Push(optional.Value);
                    break;
                case BoxedOutput boxed:
                    held.Push(boxed.Value);
                    break;
                case ReferenceValue { Place: Place.Variable variable }:
                    _store.Write(variable.Cell, new Unknown(reason));
                    break;
            }
        }
    }

    private static void PushAll(Stack<Value> held, IEnumerable<Value> values)
    {
        foreach (var value in values)
            held.Push(value);
    }

    // What the object held and leads to.
    private IEnumerable<Value> LoseObject(ObjectReference reference, ObjectState state, string reason, bool forever)
    {
        if (forever)
            _store.Pin(reference.Cell, reason);
        else if (!state.IsLost || state.Lost == ChangesLate)
            _store.Write(reference.Cell, state.Lose(reason));
        return state.Fields.Values.Concat(state.Items?.Items ?? ImmutableArray<Value>.Empty).Concat((state.Entries ?? ImmutableArray<KeyValuePair<Value, Value>>.Empty).Select(static entry => entry.Value));
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
            if (entry.Value is ObjectState { Lost: null } state && state.HoldsItems && (IsAssignable(state.Type, type) || IsAssignable(type, state.Type)))
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
            if (entry.Value is ObjectState { Lost: null } state && state.HoldsItems)
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
            case Closure closure when _escaped.TryGetValue(closure, out var cells):
                PinEach(cells, reason);
                break;
            case Closure closure:
                _escaped.Add(closure, ImmutableArray<int>.Empty);
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
        _escaped[closure] = changed.Changes.Keys;
        PinEach(changed.Changes.Keys, reason);
        RunForAnyRound(() => CallWithAnything(closure, reason));
    }

    private void PinEach(IEnumerable<int> cells, string reason)
    {
        foreach (var cell in cells)
        {
            if (_store.Read(cell) is not null)
                _store.Pin(cell, reason);
        }
    }

    private void CallWithAnything(Closure closure, string reason)
    {
        var arguments = ImmutableArray.CreateBuilder<Value>();
        foreach (var parameter in closure.Method.Parameters)
            arguments.Add(new Unknown("an argument of a delegate (" + reason + ")") { IsForeign = true });
        CallClosure(closure, arguments.ToImmutable(), closure.Site, fromLibrary: true);
    }
}
