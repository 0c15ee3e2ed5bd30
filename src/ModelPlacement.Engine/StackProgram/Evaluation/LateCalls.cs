using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>
/// What calls that run later than where they stand have read that the program has changed since. It is found out only when the program has gone on: then the evaluation
/// is done once more, with that forgotten before the call.
/// </summary>
internal sealed class LateChanges
{
    private readonly Dictionary<IOperation, HashSet<ISymbol>> _changes = new();

    /// <summary>How much was found.</summary>
    public int Count => _changes.Values.Sum(static symbols => symbols.Count);

    /// <summary>Variables, members, and types of collections that have changed since the call that stands somewhere.</summary>
    public IReadOnlyCollection<ISymbol> Since(IOperation call) => _changes.TryGetValue(call, out var symbols) ? symbols : Array.Empty<ISymbol>();

    public void Add(IOperation call, ISymbol symbol)
    {
        if (!_changes.TryGetValue(call, out var symbols))
            _changes[call] = symbols = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        symbols.Add(symbol);
    }
}

/// <content>Delegates that run later than what follows, if at all: they find everything as it is by then, and what they change may not have changed yet.</content>
internal sealed partial class Interpreter
{
    private const string ChangesLate = "changes before a lambda runs";

    // The calls that read a cell, and will read it when they run.
    private readonly Dictionary<int, HashSet<IOperation>> _lateReaders = new();

    // Members that a late call may set at any time from here on.
    private readonly HashSet<ISymbol> _setLate = new(SymbolEqualityComparer.Default);

    // Whether the program has begun what goes on by itself: from here on a task that nobody awaits where it begins may come to its end after what follows.
    private bool _goesOn;

    /// <summary>Calls a delegate that runs later than what follows: an output's once the value is there, in a deployment after it, in a preview not at all.</summary>
    internal Value CallLate(Closure closure, IOperation operation, params Value[] arguments) => RunOnSomeRuns(operation, () => RunLater(operation, () =>
    {
        var mark = _store.Mark();
        var result = Call(closure, operation, arguments);
        SetLater(mark, "may be set by a lambda that runs later");
        _store.Commit(mark);
        return result;
    }));

    // Until it waits for something a task runs where it begins, and keeps its exceptions to itself.
    private Value RunTask(IOperation operation, Func<Value> run) => RunContained(operation, () => RunLater(
        operation,
        () =>
        {
            var mark = _store.Mark();
            var result = run();
            if (_goesOn)
                SetLater(mark, "may be set by a task that goes on");
            _store.Commit(mark);
            return result;
        },
        () => _goesOn));

    /// <summary>Runs an inline program of the Automation API: once it is brought up, after what follows.</summary>
    internal void RunInlineProgram(Closure program, IOperation operation, params Value[] arguments)
    {
        var conditions = _conditions;
        _inlinePrograms++;
        RunOnSomeRuns(operation, () =>
        {
            _conditions = conditions;
            return RunLater(operation, () => Call(program, operation, arguments));
        });
        _inlinePrograms--;
    }

    /// <summary>Runs what goes on while the program does: it may find changed what the program changes after it.</summary>
    /// <param name="operation">Where it begins.</param>
    /// <param name="run">What it does.</param>
    /// <param name="goesOn">Whether, once it has run as far as it does here, there may be more to come.</param>
    internal Value RunLater(IOperation operation, Func<Value> run, Func<bool>? goesOn = null)
    {
        var forgotten = ForgetChanged(operation);
        var outer = _store.Reads;
        _store.Reads = new HashSet<int>();
        var newest = _store.Newest;
        var value = run();
        foreach (var cell in _store.Reads.Where(cell => cell <= newest || IsStatic(_store.NameOf(cell))))
        {
            outer?.Add(cell);
            if (goesOn is not null && !goesOn())
                continue;
            if (!_lateReaders.TryGetValue(cell, out var readers))
                _lateReaders[cell] = readers = new HashSet<IOperation>();
            readers.Add(operation);
            _store.Follow(cell);
        }

        _store.Reads = outer;

        // The program itself goes on with what it knows.
        foreach (var (cell, before, after) in forgotten)
        {
            if (ReferenceEquals(_store.Read(cell), after))
                _store.Restore(cell, before);
        }

        return value;
    }

    private List<(int Cell, object? Before, object? After)> ForgetChanged(IOperation operation)
    {
        var forgotten = new List<(int, object?, object?)>();
        var changed = _lateChanges.Since(operation);
        if (changed.Count == 0)
            return forgotten;
        foreach (var member in changed.Where(member => IsStatic(member) && IsOfProgram(member)))
            InitializeType(member.ContainingType, operation);
        foreach (var entry in Contents())
        {
            object? after = entry.Value switch
            {
                ObjectState state when IsCollection(state) && changed.Contains(state.Type, SymbolEqualityComparer.Default) => state.Lose(ChangesLate),
                ObjectState state => Without(state, changed),
                _ => _store.NameOf(entry.Key) is { } name && changed.Contains(name, SymbolEqualityComparer.Default) ? Store.Forgotten(entry.Value, ChangesLate) : entry.Value,
            };
            if (ReferenceEquals(after, entry.Value))
                continue;
            _store.Restore(entry.Key, after);
            forgotten.Add((entry.Key, entry.Value, _store.Read(entry.Key)));
        }

        return forgotten;

        ObjectState Without(ObjectState state, IReadOnlyCollection<ISymbol> members)
        {
            foreach (var member in members.Where(member => IsMemberOf(member, state.Type)))
                state = state with { Fields = state.Fields.SetItem(member, new Unknown(ChangesLate)) };
            return state;
        }
    }

    private static bool IsStatic(ISymbol? symbol) => symbol is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } or IEventSymbol { IsStatic: true };

    private static bool IsCollection(ObjectState state) => state.Items is not null || state.Entries is not null || state.Text is not null;

    // What a late call sets may be set at any time from here on.
    private void SetLater(int mark, string reason)
    {
        foreach (var (cell, before) in _store.Before(mark))
        {
            if (before is not ObjectState one || _store.Read(cell) is not ObjectState other)
                _store.Pin(cell, reason);
            else if (!one.HoldsTheSame(other) || one.Lost != other.Lost || !IsOfProgram(one.Type) || one.Type.IsRecord)
                _store.Pin(cell, reason);
            else
                _setLate.UnionWith(ChangedMembers(one, other));
        }
    }

    private static IEnumerable<ISymbol> ChangedMembers(ObjectState one, ObjectState other) => one.Fields.Keys.Union(other.Fields.Keys, SymbolEqualityComparer.Default)
        .Where(member => !(one.Fields.TryGetValue(member!, out var before) && other.Fields.TryGetValue(member!, out var after) && before.Equals(after)))
        .Select(static member => member!);

    // Keeps what changed in a cell that a late call has read.
    private void NoteChange(int cell, object? before, object? after)
    {
        if (!_lateReaders.TryGetValue(cell, out var readers))
            return;
        var changed = (before, after) switch
        {
            (ObjectState one, ObjectState other) => ChangedMembers(one, other).Concat(one.HoldsTheSame(other) && one.Lost == other.Lost ? Enumerable.Empty<ISymbol>() : [one.Type]),
            (Value one, Value other) when one.Equals(other) => [],
            _ => _store.NameOf(cell) is { } name ? [name] : Enumerable.Empty<ISymbol>(),
        };
        foreach (var symbol in changed.ToList())
        {
            foreach (var reader in readers)
                _lateChanges.Add(reader, symbol);
        }
    }
}
