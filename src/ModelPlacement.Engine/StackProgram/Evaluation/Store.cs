using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>What a branch changed: the cells written since a mark, with the values they have now.</summary>
internal sealed class Delta
{
    public Delta(Dictionary<int, object?> changes) => Changes = changes;

    public Dictionary<int, object?> Changes { get; }
}

/// <summary>
/// The memory of an evaluation: a cell per variable (<see cref="Value"/>) and per object (<see cref="ObjectState"/>). Branches are tried under a mark and
/// taken back, so that what two branches changed can be joined at a cost of their changes, not of the whole memory.
/// </summary>
internal sealed class Store
{
    private readonly Dictionary<int, object?> _cells = new();
    private readonly List<Dictionary<int, object?>> _undo = new();
    private readonly List<(Dictionary<int, object?> Seen, int Oldest)> _watches = new();
    private readonly Dictionary<int, string> _pinned = new();
    private readonly Dictionary<int, ISymbol> _names = new();
    private readonly HashSet<int> _followed = new();
    private readonly System.Action<int, object?, object?> _changed;
    private int _next;

    /// <param name="changed">Takes what the program changes in cells that are followed: the cell, what it held, and what it holds.</param>
    public Store(System.Action<int, object?, object?> changed) => _changed = changed;

    /// <summary>The cell that was allocated last.</summary>
    public int Newest => _next;

    /// <summary>Takes the cells that are read, where somebody wants to know.</summary>
    public HashSet<int>? Reads { get; set; }

    /// <summary>How often a cell was set so far: while it stays, so does the memory.</summary>
    public long Version { get; private set; }

    /// <summary>The number of marks set, which names the newest.</summary>
    public int Marks => _undo.Count;

    /// <param name="name">The variable or static member that it is for, or null for an object.</param>
    public int Allocate(ISymbol? name = null)
    {
        _next++;
        if (name is not null)
            _names[_next] = name;
        return _next;
    }

    /// <summary>The variable or static member that a cell is for, or null.</summary>
    public ISymbol? NameOf(int cell) => _names.TryGetValue(cell, out var name) ? name : null;

    /// <summary>Tells from here on what the program changes in a cell.</summary>
    public void Follow(int cell) => _followed.Add(cell);

    public object? Read(int cell)
    {
        Reads?.Add(cell);
        return Held(cell);
    }

    public void Write(int cell, object? content)
    {
        if (_followed.Contains(cell))
            _changed(cell, Held(cell), content);
        Restore(cell, content);
    }

    private object? Held(int cell) => _cells.TryGetValue(cell, out var content) ? content : null;

    /// <summary>Writes a cell where the program changes nothing: what it holds is another view of the same.</summary>
    public void Restore(int cell, object? content)
    {
        if (_pinned.Count > 0 && _pinned.TryGetValue(cell, out var reason))
            content = Forgotten(content, reason);
        foreach (var watch in _watches)
        {
            if (cell <= watch.Oldest)
                watch.Seen[cell] = JoinContents(watch.Seen.TryGetValue(cell, out var seen) ? seen : Held(cell), content);
        }

        if (_undo.Count > 0)
        {
            var undo = _undo[_undo.Count - 1];
            if (!undo.ContainsKey(cell))
                undo[cell] = Held(cell);
        }

        Set(cell, content);
    }

    /// <summary>Sets a mark: what is written from here on can be taken back.</summary>
    public int Mark()
    {
        _undo.Add(new Dictionary<int, object?>());
        return _undo.Count;
    }

    /// <summary>What was written since a mark, which stays set.</summary>
    public Delta Since(int mark)
    {
        var changes = new Dictionary<int, object?>();
        for (var layer = mark - 1; layer < _undo.Count; layer++)
        {
            foreach (var cell in _undo[layer].Keys)
                changes[cell] = Held(cell);
        }

        return new Delta(changes);
    }

    /// <summary>The cells written since a mark that held something before, with what they hold now.</summary>
    public Dictionary<int, object?> Overwritten(int mark)
    {
        var cells = new Dictionary<int, object?>();
        for (var layer = mark - 1; layer < _undo.Count; layer++)
        {
            foreach (var entry in _undo[layer])
            {
                if (entry.Value is not null && ReadAt(mark, entry.Key) is not null)
                    cells[entry.Key] = Read(entry.Key);
            }
        }

        return cells;
    }

    /// <summary>The cells written since a mark that held something before, with what they held then.</summary>
    public IEnumerable<(int Cell, object Content)> Before(int mark)
    {
        foreach (var cell in Overwritten(mark).Keys)
        {
            if (ReadAt(mark, cell) is { } content)
                yield return (cell, content);
        }
    }

    /// <summary>Takes back what was written since a mark, and the mark.</summary>
    public void Rollback(int mark)
    {
        while (_undo.Count >= mark)
        {
            var undo = _undo[_undo.Count - 1];
            _undo.RemoveAt(_undo.Count - 1);
            foreach (var entry in undo)
                Set(entry.Key, entry.Value);
        }
    }

    /// <summary>Keeps what was written since a mark, and removes the mark.</summary>
    public void Commit(int mark)
    {
        while (_undo.Count >= mark)
        {
            var undo = _undo[_undo.Count - 1];
            _undo.RemoveAt(_undo.Count - 1);
            if (_undo.Count == 0)
                continue;
            var outer = _undo[_undo.Count - 1];
            foreach (var entry in undo)
            {
                if (!outer.ContainsKey(entry.Key))
                    outer[entry.Key] = entry.Value;
            }
        }
    }

    /// <summary>Takes back what was written since a mark, and writes it as if it had always been so: no branch around takes it back.</summary>
    public void Settle(int mark)
    {
        var settled = Since(mark);
        Rollback(mark);
        foreach (var change in settled.Changes)
        {
            if (_undo.Exists(layer => layer.ContainsKey(change.Key)))
                Restore(change.Key, change.Value);
            else
                Set(change.Key, change.Value);
        }
    }

    /// <summary>Writes a cell as if it had always held this: no branch takes it back.</summary>
    public void Found(int cell, object? content) => Set(cell, content);

    /// <summary>Changes what a cell holds, now and in whatever state a branch goes back to.</summary>
    public void Amend(int cell, System.Func<object?, object?> change)
    {
        Set(cell, change(Held(cell)));
        foreach (var layer in _undo)
        {
            if (layer.TryGetValue(cell, out var before))
                layer[cell] = change(before);
        }
    }

    /// <summary>Writes what any of several branches, each tried from the present state, left behind.</summary>
    public void Join(IReadOnlyList<Delta> branches)
    {
        if (branches.Count == 1)
        {
            foreach (var change in branches[0].Changes)
                Restore(change.Key, change.Value);
            return;
        }

        var cells = new HashSet<int>();
        foreach (var branch in branches)
            cells.UnionWith(branch.Changes.Keys);
        foreach (var cell in cells)
        {
            object? joined = null;
            foreach (var branch in branches)
                joined = JoinContents(joined, branch.Changes.TryGetValue(cell, out var content) ? content : Held(cell));
            Restore(cell, joined);
        }
    }

    /// <summary>
    /// Replaces everything since a mark by the join of several states, each given as what it changed since that mark. The marks stay set; a state that lacks a cell
    /// has what the cell held at the mark.
    /// </summary>
    public void Replace(int mark, IReadOnlyList<Delta> states)
    {
        var cells = new HashSet<int>(Since(mark).Changes.Keys);
        foreach (var state in states)
            cells.UnionWith(state.Changes.Keys);
        foreach (var cell in cells)
        {
            var before = ReadAt(mark, cell);
            object? joined = null;
            foreach (var state in states)
                joined = JoinContents(joined, state.Changes.TryGetValue(cell, out var content) ? content : before);
            Restore(cell, joined);
        }
    }

    /// <summary>Begins to keep, cell by cell, everything that is written.</summary>
    public void Watch() => _watches.Add((new(), int.MaxValue));

    /// <summary>Begins to keep everything that is written to the cells there are; of those that are allocated from here on only that something was. Ends with <see cref="Watched"/> or <see cref="Unwatch"/>.</summary>
    public void WatchPresent() => _watches.Add((new(), _next));

    /// <summary>Keeps it no more, where nobody asks what it was.</summary>
    public void Unwatch() => _watches.RemoveAt(_watches.Count - 1);

    /// <summary>What the cells may have held at any moment since the last <see cref="Watch"/>, what they held then included.</summary>
    public Delta Watched()
    {
        var (seen, oldest) = _watches[_watches.Count - 1];
        Unwatch();
        if (oldest < int.MaxValue)
        {
            for (var cell = oldest + 1; cell <= _next; cell++)
                seen[cell] = Forgotten(Held(cell), "changed by what may end in an exception");
        }

        return new Delta(seen);
    }

    /// <summary>Forgets what a cell holds, now and whatever is written to it from here on: code that is not known may write it at any time.</summary>
    public void Pin(int cell, string reason)
    {
        if (!_pinned.ContainsKey(cell))
            _pinned.Add(cell, reason);

        // Also where it has been so before: in a branch that was taken back, and the cell with it.
        if (Held(cell) is not (null or Unknown or ReferenceValue or ObjectState { IsLost: true }))
            Write(cell, Held(cell));
    }

    /// <summary>Every cell that holds something, and what.</summary>
    public List<KeyValuePair<int, object?>> Contents() => new(_cells);

    /// <summary>What is left of a content of which nothing is known any more.</summary>
    public static object? Forgotten(object? content, string reason) => content switch
    {
        ObjectState state => state.Lose(state.Lost ?? reason),
        ReferenceValue => content,
        Value value => new Unknown(reason, value.Origin),
        _ => content,
    };

    private void Set(int cell, object? content)
    {
        Version++;
        if (content is null)
            _cells.Remove(cell);
        else
            _cells[cell] = content;
    }

    private object? ReadAt(int mark, int cell)
    {
        for (var layer = mark - 1; layer < _undo.Count; layer++)
        {
            if (_undo[layer].TryGetValue(cell, out var before))
                return before;
        }

        return Held(cell);
    }

    private static object? JoinContents(object? left, object? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        (Value one, Value other) => Values.Join(one, other),
        (ObjectState one, ObjectState other) => ObjectState.Join(one, other),
        _ => right,
    };
}
