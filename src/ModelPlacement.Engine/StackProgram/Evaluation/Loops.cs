using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Loops: one round per element where the elements are known, else one round for all.</content>
internal sealed partial class Interpreter
{
    private void ExecuteForEach(IForEachLoopOperation loop)
    {
        var elements = Enumerate(Evaluate(loop.Collection), loop.Collection);
        if (!_reachable)
            return;
        Looping(loop, () =>
        {
            if (elements is Sequence sequence)
            {
                var rounds = 0;
                foreach (var element in sequence.Items)
                {
                    if (!_reachable)
                        return;
                    if (++rounds > _options.LoopBudget)
                    {
                        RunForAnyRound(() => ExecuteRound(loop, new Unknown("budget: rounds of a loop")));
                        return;
                    }

                    ExecuteRound(loop, element);
                }
            }
            else
            {
                var element = elements is Unknown unknown ? new Unknown("an element of " + unknown.Reason, Written(loop.Collection)) : NotKnown("an element of a collection", loop.Collection);
                RunForAnyRound(() => ExecuteRound(loop, element));
            }
        });
    }

    private void ExecuteRound(IForEachLoopOperation loop, Value element) => Scoped(() =>
    {
        switch (loop.LoopControlVariable)
        {
            case IVariableDeclaratorOperation declarator:
                DeclareVariable(declarator.Symbol, element);
                break;
            case { } target:
                Assign(target, element);
                break;
        }

        Execute(loop.Body);
        Land(loop.ContinueLabel);
    });

    private void ExecuteFor(IForLoopOperation loop) => Scoped(() =>
    {
        foreach (var before in loop.Before)
            Execute(before);
        Looping(loop, () => RunWhile(
            () => loop.Condition is null ? new Constant(true) : Evaluate(loop.Condition),
            () =>
            {
                Scoped(() => Execute(loop.Body));
                Land(loop.ContinueLabel);
                foreach (var next in loop.AtLoopBottom)
                    Execute(next);
            },
            conditionFirst: true));
    });

    private void ExecuteWhile(IWhileLoopOperation loop) => Looping(loop, () => RunWhile(
        () => loop.Condition is null ? new Constant(true) : loop.ConditionIsUntil ? Negate(Evaluate(loop.Condition)) : Evaluate(loop.Condition),
        () =>
        {
            Scoped(() => Execute(loop.Body));
            Land(loop.ContinueLabel);
        },
        loop.ConditionIsTop));

    private void RunWhile(Func<Value> condition, Action body, bool conditionFirst)
    {
        for (var round = 0; _reachable; round++)
        {
            if (conditionFirst || round > 0)
            {
                var known = round < _options.LoopBudget ? Values.AsBoolean(condition()) : null;
                if (!_reachable || known == false)
                    return;
                if (known is null)
                {
                    RunForAnyRound(() =>
                    {
                        body();
                        if (_reachable)
                            condition();
                    });
                    return;
                }
            }

            body();
        }
    }

    /// <summary>Runs a loop with its break and continue labels set to land here.</summary>
    private void Looping(ILoopOperation loop, Action run)
    {
        var mark = _store.Mark();
        var breaks = new List<Delta>();
        var continues = new List<Delta>();
        _frame.Jumps[loop.ExitLabel] = (mark, breaks);
        _frame.Jumps[loop.ContinueLabel] = (mark, continues);
        run();
        _frame.Jumps.Remove(loop.ExitLabel);
        _frame.Jumps.Remove(loop.ContinueLabel);
        if (breaks.Count == 0)
        {
            _store.Commit(mark);
            return;
        }

        if (_reachable)
            breaks.Add(_store.Since(mark));
        _store.Rollback(mark);
        _reachable = true;
        _store.Join(breaks);
    }

    /// <summary>
    /// Runs a body that may run any number of times, none included. What a round changes is not known at the start of the next, so trial passes find what
    /// changes until nothing more does; the last pass counts.
    /// </summary>
    private void RunForAnyRound(Action body)
    {
        _conditions++;
        for (var pass = 0; pass < 4; pass++)
        {
            _trials++;
            var changed = TryRound(body);
            _trials--;
            if (!Widen(changed))
                break;
        }

        RunOrSkip(body);
        _conditions--;
    }

    private void RunOrSkip(Action body)
    {
        var mark = _store.Mark();
        body();
        var ends = new List<Delta> { new(new Dictionary<int, object?>()) };
        if (_reachable)
            ends.Add(_store.Since(mark));
        _store.Rollback(mark);
        _reachable = true;
        _store.Join(ends);
    }

    private Delta TryRound(Action body)
    {
        var returns = _frame.Returns.Count;
        var yields = _frame.Yields?.Count ?? 0;
        var jumps = new List<(List<Delta> Deltas, int Count)>();
        foreach (var jump in _frame.Jumps.Values)
            jumps.Add((jump.Deltas, jump.Deltas.Count));
        var mark = _store.Mark();
        body();
        var changed = _store.Since(mark);
        _store.Rollback(mark);
        _reachable = true;
        _frame.Returns.RemoveRange(returns, _frame.Returns.Count - returns);
        _frame.Yields?.RemoveRange(yields, _frame.Yields.Count - yields);
        foreach (var (deltas, count) in jumps)
            deltas.RemoveRange(count, deltas.Count - count);
        return changed;
    }

    // Forgets what a round changes among the cells that stood before it; whether anything known was forgotten.
    private bool Widen(Delta changed)
    {
        var forgot = false;
        foreach (var change in changed.Changes)
        {
            switch (_store.Read(change.Key), change.Value)
            {
                case (null, _):
                    break;
                case (Unknown, _):
                    break;
                case (Value before, Value after) when !before.Equals(after):
                    _store.Write(change.Key, new Unknown("changes from round to round of a loop", before.Origin));
                    forgot = true;
                    break;
                case (ObjectState { Lost: null } before, ObjectState after) when !before.Equals(after):
                    forgot |= WidenObject(change.Key, before, after);
                    break;
            }
        }

        return forgot;
    }

    private bool WidenObject(int cell, ObjectState before, ObjectState after)
    {
        const string Reason = "changes from round to round of a loop";
        if (after.Lost is not null || !ReferenceEquals(before.Items, after.Items) || before.Entries != after.Entries)
        {
            _store.Write(cell, before.Lose(Reason));
            return true;
        }

        var fields = before.Fields;
        foreach (var field in after.Fields)
        {
            if (!before.Fields.TryGetValue(field.Key, out var value) || !value.Equals(field.Value))
                fields = fields.SetItem(field.Key, new Unknown(Reason));
        }

        if (ReferenceEquals(fields, before.Fields))
            return false;
        _store.Write(cell, before with { Fields = fields });
        return true;
    }
}
