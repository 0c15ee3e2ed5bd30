using System.Collections.Generic;

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
    private int _next;

    /// <summary>The number of marks set, which names the newest.</summary>
    public int Marks => _undo.Count;

    public int Allocate() => ++_next;

    public object? Read(int cell) => _cells.TryGetValue(cell, out var content) ? content : null;

    public void Write(int cell, object? content)
    {
        if (_undo.Count > 0)
        {
            var undo = _undo[_undo.Count - 1];
            if (!undo.ContainsKey(cell))
                undo[cell] = Read(cell);
        }

        if (content is null)
            _cells.Remove(cell);
        else
            _cells[cell] = content;
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
                changes[cell] = Read(cell);
        }

        return new Delta(changes);
    }

    /// <summary>Takes back what was written since a mark, and the mark.</summary>
    public void Rollback(int mark)
    {
        while (_undo.Count >= mark)
        {
            var undo = _undo[_undo.Count - 1];
            _undo.RemoveAt(_undo.Count - 1);
            foreach (var entry in undo)
            {
                if (entry.Value is null)
                    _cells.Remove(entry.Key);
                else
                    _cells[entry.Key] = entry.Value;
            }
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

    /// <summary>Writes what any of several branches, each tried from the present state, left behind.</summary>
    public void Join(IReadOnlyList<Delta> branches)
    {
        if (branches.Count == 1)
        {
            foreach (var change in branches[0].Changes)
                Write(change.Key, change.Value);
            return;
        }

        var cells = new HashSet<int>();
        foreach (var branch in branches)
            cells.UnionWith(branch.Changes.Keys);
        foreach (var cell in cells)
        {
            object? joined = null;
            foreach (var branch in branches)
                joined = JoinContents(joined, branch.Changes.TryGetValue(cell, out var content) ? content : Read(cell));
            Write(cell, joined);
        }
    }

    /// <summary>
    /// Sets cells to the join of several states, each given as what it changed since a mark. The marks stay set; a state that lacks a cell has what the cell
    /// held at the mark.
    /// </summary>
    public void Replace(int mark, IEnumerable<int> cells, IReadOnlyList<Delta> states)
    {
        foreach (var cell in cells)
        {
            var before = ReadAt(mark, cell);
            object? joined = null;
            foreach (var state in states)
                joined = JoinContents(joined, state.Changes.TryGetValue(cell, out var content) ? content : before);
            Write(cell, joined);
        }
    }

    private object? ReadAt(int mark, int cell)
    {
        for (var layer = mark - 1; layer < _undo.Count; layer++)
        {
            if (_undo[layer].TryGetValue(cell, out var before))
                return before;
        }

        return Read(cell);
    }

    /// <summary>Every object and its state.</summary>
    public IEnumerable<KeyValuePair<int, ObjectState>> Objects()
    {
        foreach (var cell in new List<KeyValuePair<int, object?>>(_cells))
        {
            if (cell.Value is ObjectState state)
                yield return new KeyValuePair<int, ObjectState>(cell.Key, state);
        }
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
