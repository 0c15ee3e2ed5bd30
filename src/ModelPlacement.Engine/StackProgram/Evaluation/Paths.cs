using System;
using System.Collections.Generic;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>
/// Which runs reach an operation. A branch that a condition not known takes may leave (return, break, jump): what follows, up to where it lands, then happens on
/// some runs only, as if it stood in the other branch.
/// </content>
internal sealed partial class Interpreter
{
    // Conditions not known around the present operation: what is created here is created on some runs only.
    private int _conditions;

    // How many constructs that ways out land at (calls, loops, switches) are in progress.
    private int _level;

    // The outermost of them that something has left for since the present one began.
    private int _departed = int.MaxValue;

    // How often something was thrown so far.
    private int _throws;

    private sealed record Path(int Level, int Conditions, int Departed);

    private Path EnterPath()
    {
        var path = new Path(++_level, _conditions, _departed);
        _departed = int.MaxValue;
        return path;
    }

    /// <summary>Ends a construct that ways out land at.</summary>
    /// <param name="path">What <see cref="EnterPath"/> gave.</param>
    /// <param name="landsAll">Whether nothing can leave for beyond it but an exception.</param>
    private void LeavePath(Path path, bool landsAll)
    {
        _level = path.Level - 1;
        var leftBeyond = !landsAll && _departed < path.Level;

        // What is reached although something left is reached on the other runs only.
        _conditions = leftBeyond && (_reachable || _conditions > path.Conditions) ? path.Conditions + 1 : path.Conditions;
        _departed = leftBeyond ? Math.Min(_departed, path.Departed) : path.Departed;
    }

    private void DepartFor(int level) => _departed = Math.Min(_departed, level);

    /// <summary>Runs each of several ways the program may go from here, and joins what they leave behind; those that do not come back drop out.</summary>
    private Value Fork(Microsoft.CodeAnalysis.IOperation operation, params Func<Value>[] ways)
    {
        var deltas = new List<Delta>(ways.Length);
        var values = new List<Value>(ways.Length);
        var departedBefore = _departed;
        var conditions = _conditions;
        _departed = int.MaxValue;
        foreach (var way in ways)
        {
            _conditions = conditions + 1;
            var mark = _store.Mark();
            _reachable = true;
            var value = way();
            if (_reachable)
            {
                deltas.Add(_store.Since(mark));
                values.Add(value);
            }

            _store.Rollback(mark);
        }

        // Where one of them left for somewhere, what comes next is not reached on every run.
        _conditions = deltas.Count < ways.Length && _departed != int.MaxValue ? conditions + 1 : conditions;
        _departed = Math.Min(_departed, departedBefore);
        _reachable = deltas.Count > 0;
        if (!_reachable)
            return new Unknown("code that is not reached");
        _store.Join(deltas);
        return Values.OneOf(values, Written(operation));
    }

    private void Fork(Microsoft.CodeAnalysis.IOperation operation, params Action[] ways)
    {
        var functions = Array.ConvertAll<Action, Func<Value>>(ways, static way => () =>
        {
            way();
            return Constant.Null;
        });
        Fork(operation, functions);
    }

    /// <summary>
    /// The program leaves here by an exception that something it calls throws. That happens on no run of a program that works: where it would on all, what was thought to
    /// be known of it is doubted, and it goes on with an unknown value.
    /// </summary>
    internal Value Throw(string reason = "an exception")
    {
        if (_options.DoubtsExceptions)
            return new Unknown(reason);
        IsDoubtful |= _conditions == 0 && _trials == 0 && _reachable;
        return ThrowOwn();
    }

    // The program leaves here by an exception of its own.
    private Value ThrowOwn()
    {
        _reachable = false;
        _throws++;
        return new Unknown("an exception");
    }
}
