using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Labels and jumps to them.</content>
internal sealed partial class Interpreter
{
    // The sections of the switch statements in progress, for `goto case`.
    private readonly Stack<ISwitchOperation> _switches = new();

    // The sections that a `goto case` runs at the moment.
    private readonly HashSet<ISwitchCaseOperation> _jumpedTo = new();

    private void ExecuteLabeled(ILabeledOperation labeled)
    {
        Land(labeled.Label);
        if (_reachable && IsJumpedBackTo(labeled.Label))
        {
            // What runs from here on runs any number of times: nothing is claimed of what the code around may have changed until it comes back.
            LoseEffects(_effects.Of(_frame.Body!, _cancellation), _frame.Scope, "changes when a label is jumped back to", labeled);
            _conditions++;
            DepartFor(_frame.Level);
        }

        Execute(labeled.Operation);
    }

    private bool IsJumpedBackTo(ILabelSymbol label) => _frame.Body is { } body && body.Descendants().Any(operation =>
        operation is IBranchOperation { BranchKind: BranchKind.GoTo } jump && SymbolEqualityComparer.Default.Equals(jump.Target, label) && IsBehind(jump));

    private void ExecuteBranch(IBranchOperation branch)
    {
        if (SectionOf(branch.Target) is { } section)
        {
            ExecuteJumpToSection(section);
            return;
        }

        if (!_frame.Jumps.TryGetValue(branch.Target, out var target))
        {
            if (IsBehind(branch))
            {
                // The label was passed with nothing known of what may have changed by now.
                DepartFor(_frame.Level);
                _reachable = false;
                return;
            }

            target = (_frame.Mark, _frame.Level, new List<Delta>());
            _frame.Jumps[branch.Target] = target;
        }

        target.Deltas.Add(_store.Since(target.Mark));
        MergeMany(target.Mark, target.Deltas);
        DepartFor(target.Level);
        _reachable = false;
    }

    // Many states that arrive at one place are kept as one: a loop with a break in it would keep a state per round.
    private void MergeMany(int since, List<Delta> deltas)
    {
        if (deltas.Count <= 32)
            return;
        var mark = _store.Mark();
        _store.Replace(since, deltas);
        var merged = _store.Since(since);
        _store.Rollback(mark);
        deltas.Clear();
        deltas.Add(merged);
    }

    private static bool IsBehind(IBranchOperation branch) =>
        branch.Target.DeclaringSyntaxReferences.FirstOrDefault() is { } label && label.Span.Start < branch.Syntax.SpanStart;

    private ISwitchCaseOperation? SectionOf(ILabelSymbol label)
    {
        foreach (var section in _switches.SelectMany(static @switch => @switch.Cases))
        {
            if (section.Clauses.Any(clause => SymbolEqualityComparer.Default.Equals(clause.Label, label)))
                return section;
        }

        return null;
    }

    // `goto case`: runs the section, whose own break leaves the switch.
    private void ExecuteJumpToSection(ISwitchCaseOperation section)
    {
        if (!_jumpedTo.Add(section))
        {
            LoseAll("a `goto case` that comes back to itself");
            if (section.Parent is ISwitchOperation { ExitLabel: { } exit } && _frame.Jumps.TryGetValue(exit, out var target))
                target.Deltas.Add(_store.Since(target.Mark));
            _reachable = false;
            return;
        }

        foreach (var statement in section.Body)
            Execute(statement);
        _jumpedTo.Remove(section);
        _reachable = false;
    }

    /// <summary>Joins what jumped to a label with the state that falls through to it.</summary>
    private void Land(ISymbol label)
    {
        if (!_frame.Jumps.TryGetValue(label, out var arrived) || arrived.Deltas.Count == 0)
            return;
        var ends = new List<Delta>(arrived.Deltas);
        arrived.Deltas.Clear();
        if (_reachable)
            ends.Add(_store.Since(arrived.Mark));
        _reachable = true;
        _store.Replace(arrived.Mark, ends);
    }
}
