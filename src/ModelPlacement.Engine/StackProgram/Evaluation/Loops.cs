using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Loops: one round per element where the elements are known, else one round for all.</content>
internal sealed partial class Interpreter
{
    private const string TooManyRounds = "budget: rounds of a loop";
    private const string ChangesFromRoundToRound = "changes from round to round of a loop";

    private readonly Dictionary<ILoopOperation, bool> _leavingEarly = new();

    // Loops around the present operation whose number of rounds is not known.
    private int _openRounds;

    private void ExecuteForEach(IForEachLoopOperation loop)
    {
        var collection = Evaluate(loop.Collection);
        if (!_reachable)
            return;
        OnEachEnumeration(collection, loop.Collection, isWhole: !LeavesEarly(loop), enumeration =>
        {
            Looping(loop, () => ExecuteRounds(loop, enumeration));
            return Constant.Null;
        });
    }

    private bool LeavesEarly(IForEachLoopOperation loop)
    {
        if (!_leavingEarly.TryGetValue(loop, out var leaves))
        {
            _leavingEarly[loop] = leaves = loop.Body.Descendants().Any(operation => operation is IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } or IThrowOperation
                || (operation is IBranchOperation branch && !SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel)));
        }

        return leaves;
    }

    private void ExecuteRounds(IForEachLoopOperation loop, Enumeration enumeration)
    {
        if (enumeration.IsUnordered || enumeration.TakesOthers)
        {
            var items = enumeration.Items().ToList();
            if (enumeration.Broken is not null)
                ExecuteRest(loop, enumeration);
            else if (enumeration.IsUnordered && items.Count > 1)
                RunInAnyOrder(items.Select(element => (Action)(() => ExecuteItem(loop, element))).ToList());
            else
                ExecuteRounds(loop, enumeration, items);
            return;
        }

        if (ExecuteRounds(loop, enumeration, enumeration.Items()))
            ExecuteRest(loop, enumeration);
    }

    private void ExecuteRest(IForEachLoopOperation loop, Enumeration enumeration)
    {
        if (_reachable && enumeration.Broken is { } unknown)
            RunForAnyRound(() => ExecuteRound(loop, new Unknown("an element of " + unknown.Reason, Written(loop.Collection)) { IsForeign = unknown.IsForeign, From = unknown.From }));
    }

    private bool ExecuteRounds(IForEachLoopOperation loop, Enumeration enumeration, IEnumerable<Value> items)
    {
        var rounds = 0;
        foreach (var element in items)
        {
            if (!_reachable)
                return false;
            if (++rounds > _options.LoopBudget)
            {
                enumeration.Break(TooManyRounds);
                RunForAnyRound(() => ExecuteRound(loop, new Unknown(TooManyRounds)), TooManyRounds);
                return false;
            }

            ExecuteItem(loop, element);
        }

        return true;
    }

    private void ExecuteItem(IForEachLoopOperation loop, Value element)
    {
        if (element is OptionalItem { Value: var optional })
            Fork(loop, () => ExecuteRound(loop, optional), static () => { });
        else
            ExecuteRound(loop, element);
    }

    private void ExecuteRound(IForEachLoopOperation loop, Value element) => Round(loop, () => Scoped(() =>
    {
        var value = CopyOf(Values.Certain(element));
        switch (loop.LoopControlVariable)
        {
            case IVariableDeclaratorOperation declarator:
                DeclareVariable(declarator.Symbol, ConvertElement(value, declarator.Symbol.Type));
                break;
            case IDeclarationExpressionOperation { Expression: ITupleOperation tuple }:
                Deconstruct(tuple, value, loop);
                break;
            case ITupleOperation tuple:
                Deconstruct(tuple, value, loop);
                break;
            case { } target:
                Write(PlaceOf(target), value);
                break;
        }

        Execute(loop.Body);
    }));

    // One round, with `continue` landing at its end.
    private void Round(ILoopOperation loop, Action body)
    {
        var mark = _store.Mark();
        var outer = _frame.Jumps.TryGetValue(loop.ContinueLabel, out var jumps) ? jumps : default;
        _frame.Jumps[loop.ContinueLabel] = (mark, _level, new List<Delta>());
        body();
        Land(loop.ContinueLabel);
        _frame.Jumps[loop.ContinueLabel] = outer;
        _store.Commit(mark);
    }

    private void ExecuteFor(IForLoopOperation loop) => Scoped(() =>
    {
        foreach (var before in loop.Before)
            Execute(before);
        Looping(loop, () => RunWhile(
            () => loop.Condition is null ? new Constant(true) : Evaluate(loop.Condition),
            () =>
            {
                Round(loop, () => Scoped(() => Execute(loop.Body)));
                foreach (var next in loop.AtLoopBottom)
                    Execute(next);
            },
            conditionFirst: true));
    });

    private void ExecuteWhile(IWhileLoopOperation loop) => Looping(loop, () => RunWhile(
        () => loop.Condition is null ? new Constant(true) : loop.ConditionIsUntil ? Negate(Evaluate(loop.Condition)) : Evaluate(loop.Condition),
        () => Round(loop, () => Scoped(() => Execute(loop.Body))),
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
                    RunForAnyRound(
                        () =>
                        {
                            body();
                            if (_reachable)
                                condition();
                        },
                        round < _options.LoopBudget ? ChangesFromRoundToRound : TooManyRounds);
                    return;
                }
            }

            body();
        }
    }

    /// <summary>Runs a loop with its break and continue labels set to land here.</summary>
    private void Looping(ILoopOperation loop, Action run)
    {
        var path = EnterPath();
        var mark = _store.Mark();
        var breaks = new List<Delta>();
        _frame.Jumps[loop.ExitLabel] = (mark, path.Level, breaks);
        _frame.Jumps[loop.ContinueLabel] = (mark, path.Level, new List<Delta>());
        run();
        _frame.Jumps.Remove(loop.ExitLabel);
        _frame.Jumps.Remove(loop.ContinueLabel);
        if (breaks.Count == 0)
        {
            _store.Commit(mark);
        }
        else
        {
            if (_reachable)
                breaks.Add(_store.Since(mark));
            _store.Rollback(mark);
            _reachable = true;
            _store.Join(breaks);
        }

        LeavePath(path, landsAll: false);
    }

    /// <summary>
    /// Runs a body that may run any number of times, none included. What a round changes is not known at the start of the next, so trial passes find what
    /// changes until nothing more does; the last pass counts.
    /// </summary>
    private void RunForAnyRound(Action body, string reason = ChangesFromRoundToRound)
    {
        const int Passes = 8;
        _conditions++;
        _openRounds++;
        for (var pass = 0; Widen(Trial(body), reason); pass++)
        {
            if (pass < Passes)
                continue;
            LoseAll(reason);
            break;
        }

        RunOrSkip(body);
        _openRounds--;
        _conditions--;
    }

    /// <summary>Runs several rounds each once, in an order that is not known.</summary>
    private void RunInAnyOrder(List<Action> rounds)
    {
        var changed = new HashSet<int>();
        for (var known = -1; known < changed.Count;)
        {
            known = changed.Count;
            foreach (var round in rounds)
            {
                var trial = Trial(round);
                changed.UnionWith(trial.Changes.Keys.Where(cell => _store.Read(cell) is not null));
                Widen(trial, ChangesFromRoundToRound);
            }
        }

        foreach (var round in rounds.Where(_ => _reachable))
        {
            round();
            Forget();
        }

        void Forget()
        {
            foreach (var cell in changed)
                _store.Write(cell, Store.Forgotten(_store.Read(cell), "depends on the order of a collection"));
        }
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

    private Delta Trial(Action body)
    {
        _trials++;
        var changed = TryRound(body);
        _trials--;
        return changed;
    }

    // What a pass leaves changed, or has changed at any moment. It is taken back, as are its ways out.
    private Delta TryRound(Action body, bool atAnyMoment = false)
    {
        var departed = _departed;
        var mark = _store.Mark();
        if (atAnyMoment)
            _store.Watch();
        RunWithoutWaysOut(body);
        var changed = atAnyMoment ? _store.Watched() : _store.Since(mark);
        _store.Rollback(mark);
        _reachable = true;
        _departed = departed;
        return changed;
    }

    // The returns, yields and jumps that it adds are not kept.
    private void RunWithoutWaysOut(Action action)
    {
        var returns = _frame.Returns.ToArray();
        var yields = _frame.Yields?.Count ?? 0;
        var jumps = _frame.Jumps.Values.Select(static jump => (jump.Deltas, Before: jump.Deltas.ToArray())).ToList();
        action();
        _frame.Returns.Clear();
        _frame.Returns.AddRange(returns);
        _frame.Yields?.RemoveRange(yields, _frame.Yields.Count - yields);
        foreach (var (deltas, before) in jumps)
        {
            deltas.Clear();
            deltas.AddRange(before);
        }
    }

    // Forgets what a round changes among the cells that stood before it; whether anything known was forgotten.
    private bool Widen(Delta changed, string reason)
    {
        var forgot = false;
        foreach (var change in changed.Changes)
        {
            switch (_store.Read(change.Key), change.Value)
            {
                case (Unknown before, Value after) when !before.Equals(after):
                    if (before.IsNeverNull || before.IsForeign)
                        _store.Write(change.Key, new Unknown(before.Reason, before.Origin));
                    forgot |= before.IsNeverNull || before.IsForeign;
                    break;
                case (not Unknown and Value before, Value after) when !before.Equals(after):
                    _store.Write(change.Key, new Unknown(reason, before.Origin));
                    forgot = true;
                    break;
                case (ObjectState before, ObjectState after) when !ReferenceEquals(before, after):
                    forgot |= WidenObject(change.Key, before, after, reason);
                    break;
            }
        }

        return forgot;
    }

    private bool WidenObject(int cell, ObjectState before, ObjectState after, string reason)
    {
        if (before.Lost is null && (after.Lost is not null || !before.HoldsTheSame(after)))
        {
            _store.Write(cell, before.Lose(reason));
            return true;
        }

        var fields = before.Fields;
        foreach (var field in after.Fields)
        {
            if (before.Fields.TryGetValue(field.Key, out var value) ? !value.Equals(field.Value) && value is not Unknown : before.Lost is null)
                fields = fields.SetItem(field.Key, new Unknown(reason));
        }

        foreach (var field in before.Fields)
        {
            if (!after.Fields.ContainsKey(field.Key))
                fields = fields.Remove(field.Key);
        }

        if (ReferenceEquals(fields, before.Fields))
            return false;
        _store.Write(cell, before with { Fields = fields });
        return true;
    }
}
