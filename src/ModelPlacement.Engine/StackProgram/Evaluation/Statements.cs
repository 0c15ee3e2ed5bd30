using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Statements other than loops, branches and jumps.</content>
internal sealed partial class Interpreter
{
    // Try statements in progress that catch something.
    private int _guards;

    private void Execute(IOperation? operation)
    {
        if (operation is null || !_reachable)
            return;
        if (!Step() || (_nesting > 256 && !HasStack()))
        {
            GiveUp();
            return;
        }

        _nesting++;
        ExecuteCore(operation);
        _nesting--;
    }

    private void ExecuteCore(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                ExecuteBlock(block);
                break;
            case IMethodBodyBaseOperation body:
                if (body is IConstructorBodyOperation { Initializer: { } initializer })
                    Execute(initializer);
                Execute(body.BlockBody ?? body.ExpressionBody);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations)
                    ExecuteDeclaration(declaration);
                break;
            case IVariableDeclarationOperation declaration:
                ExecuteDeclaration(declaration);
                break;
            case IExpressionStatementOperation statement:
                Evaluate(statement.Operation);
                break;
            case IReturnOperation @return:
                ExecuteReturn(@return);
                break;
            case IConditionalOperation conditional:
                ExecuteConditional(conditional);
                break;
            case ISwitchOperation @switch:
                ExecuteSwitch(@switch);
                break;
            case IForEachLoopOperation loop:
                ExecuteForEach(loop);
                break;
            case IForLoopOperation loop:
                ExecuteFor(loop);
                break;
            case IWhileLoopOperation loop:
                ExecuteWhile(loop);
                break;
            case IBranchOperation branch:
                ExecuteBranch(branch);
                break;
            case ILabeledOperation labeled:
                ExecuteLabeled(labeled);
                break;
            case ITryOperation @try:
                ExecuteTry(@try);
                break;
            case IUsingOperation @using:
                Scoped(() => ExecuteUsing(@using.Resources, () => Execute(@using.Body)));
                break;
            case ILockOperation @lock:
                Evaluate(@lock.LockedValue);
                Execute(@lock.Body);
                break;
            case ILocalFunctionOperation or IEmptyOperation:
                break;
            case IFieldInitializerOperation or IPropertyInitializerOperation:
                break;
            default:
                Evaluate(operation);
                break;
        }
    }

    private void ExecuteBlock(IBlockOperation block) => Scoped(
        () =>
        {
            DeclareLocalFunctions(block.Operations);
            ExecuteFrom(block.Operations, 0);
        },
        block.Locals);

    // What follows a `using` declaration is its body.
    private void ExecuteFrom(ImmutableArray<IOperation> operations, int first)
    {
        for (var index = first; index < operations.Length; index++)
        {
            var operation = operations[index];
            if (!_reachable && operation is not ILabeledOperation)
                continue;
            if (operation is IUsingDeclarationOperation @using)
            {
                var next = index + 1;
                ExecuteUsing(@using.DeclarationGroup, () => ExecuteFrom(operations, next));
                return;
            }

            if (operation is ILabeledOperation labeled)
                ExecuteLabeled(labeled);
            else
                Execute(operation);
        }
    }

    private void DeclareLocalFunctions(ImmutableArray<IOperation> operations)
    {
        foreach (var function in operations.Select(Unlabeled).OfType<ILocalFunctionOperation>())
            _frame.Scope.Declare(function.Symbol, new Closure(function.Symbol, function, _frame.Scope, _frame, null, function));
    }

    private static IOperation Unlabeled(IOperation operation)
    {
        while (operation is ILabeledOperation { Operation: { } labeled })
            operation = labeled;
        return operation;
    }

    private void Scoped(Action action, ImmutableArray<ILocalSymbol> locals = default)
    {
        var outer = _frame.Scope;
        _frame.Scope = new Scope(outer, locals);
        action();
        _frame.Scope = outer;
    }

    private void ExecuteDeclaration(IVariableDeclarationOperation declaration)
    {
        foreach (var declarator in declaration.Declarators)
        {
            var initializer = declarator.Initializer ?? declaration.Initializer;
            if (initializer is null)
                DeclareVariable(declarator.Symbol, new Unknown("variable '" + declarator.Symbol.Name + "' is not assigned"));
            else if (declarator.Symbol.IsRef)
                DeclareVariable(declarator.Symbol, new ReferenceValue(PlaceOf(initializer.Value)));
            else
                DeclareVariable(declarator.Symbol, CopyOf(Evaluate(initializer.Value)));
        }
    }

    private void DeclareVariable(ISymbol variable, Value value)
    {
        if (!_reachable)
            return;
        var cell = _store.Allocate(variable);
        _frame.Scope.Declare(variable, cell);
        _store.Write(cell, value);
    }

    private void ExecuteReturn(IReturnOperation @return)
    {
        switch (@return.Kind)
        {
            case OperationKind.YieldReturn:
                var yielded = CopyOf(Evaluate(@return.ReturnedValue));
                if (_reachable)
                    Yield(yielded);
                break;
            case OperationKind.YieldBreak:
                Leave(Constant.Null);
                break;
            default:
                Leave(@return.ReturnedValue is null ? Constant.Null : _frame.Method is { ReturnsByRef: true } ? Evaluate(@return.ReturnedValue) : CopyOf(Evaluate(@return.ReturnedValue)));
                break;
        }
    }

    private void Leave(Value value)
    {
        if (!_reachable)
            return;
        _frame.Returns.Add((_store.Since(_frame.Mark), value));
        _frame.ReturnedAt = _store.Version;
        if (_frame.Returns.Count > _frame.KeptReturns + 32)
            MergeReturns();
        DepartFor(_frame.Level);
        _reachable = false;
    }

    // Many ways out of one call are kept as one: a loop with a return in it would keep a state per round.
    private void MergeReturns()
    {
        var (returns, kept) = (_frame.Returns, _frame.KeptReturns);
        var merging = returns.GetRange(kept, returns.Count - kept);
        var mark = _store.Mark();
        _store.Replace(_frame.Mark, merging.ConvertAll(static ending => ending.Delta));
        var merged = (_store.Since(_frame.Mark), Values.OneOf(merging.ConvertAll(static ending => ending.Value)));
        _store.Rollback(mark);
        returns.RemoveRange(kept, returns.Count - kept);
        returns.Add(merged);
    }

    private void ExecuteTry(ITryOperation @try)
    {
        if (@try.Finally is { } last)
            RunWithFinally(() => ExecuteCaught(@try), () => Execute(last));
        else
            ExecuteCaught(@try);
    }

    // Any statement in the body may be the last that runs: a handler finds what the cells held at any moment.
    private void ExecuteCaught(ITryOperation @try)
    {
        if (@try.Catches.IsEmpty)
        {
            Execute(@try.Body);
            return;
        }

        var path = EnterPath();
        var mark = _store.Mark();
        _store.Watch();
        _conditions++;
        _guards++;
        Execute(@try.Body);
        _guards--;
        var ends = new List<Delta>();
        if (_reachable)
            ends.Add(_store.Since(mark));
        _store.Rollback(mark);
        var interrupted = new[] { _store.Watched() };
        foreach (var handler in @try.Catches)
        {
            var catchMark = _store.Mark();
            _reachable = true;
            _store.Join(interrupted);
            Scoped(() => ExecuteHandler(handler));
            if (_reachable)
                ends.Add(_store.Since(catchMark));
            _store.Rollback(catchMark);
        }

        _conditions--;
        _reachable = ends.Count > 0;
        if (_reachable)
            _store.Join(ends);
        LeavePath(path, landsAll: false);
    }

    private void ExecuteHandler(ICatchClauseOperation handler)
    {
        foreach (var local in handler.Locals)
            DeclareVariable(local, new Unknown("a caught exception") { IsNeverNull = true });
        if (handler.Filter is not null)
            Evaluate(handler.Filter);
        Execute(handler.Handler);
    }

    private void ExecuteUsing(IOperation resources, Action body)
    {
        var held = new List<Value>();
        if (resources is IVariableDeclarationGroupOperation group)
        {
            Execute(group);
            foreach (var local in group.Declarations.SelectMany(static declaration => declaration.Declarators))
                held.Add(ReadVariable(local.Symbol, local));
        }
        else
        {
            held.Add(Evaluate(resources));
        }

        RunWithFinally(body, () =>
        {
            for (var index = held.Count - 1; index >= 0; index--)
                Dispose(held[index], resources);
        });
    }

    private void Dispose(Value value, IOperation operation)
    {
        foreach (var one in Values.Alternatives(value).OfType<ObjectReference>())
        {
            if (StateOf(one) is not { Type: { } type } || !IsOfProgram(type))
                continue;
            foreach (var contract in type.AllInterfaces.Where(static contract => contract.Name is "IDisposable" or "IAsyncDisposable" && contract.ContainingNamespace.Name == "System"))
            {
                if (Implementations.Of(contract.GetMembers().First(), type) is IMethodSymbol method && IsOfProgram(method))
                    CallMethod(method, one, ImmutableArray<Value>.Empty, operation);
            }
        }
    }

    /// <summary>Runs a body and then, whichever way it is left, what must run at its end.</summary>
    private void RunWithFinally(Action body, Action last)
    {
        var frame = _frame;
        var (returns, kept) = (frame.Returns.Count, frame.KeptReturns);
        frame.KeptReturns = returns;
        var jumps = frame.Jumps.Values.Select(static jump => (jump.Mark, jump.Deltas, jump.Deltas.Count)).ToList();
        var isCaught = _guards > 0;
        if (isCaught)
            _store.Watch();
        body();
        var interrupted = isCaught ? _store.Watched() : null;
        frame.KeptReturns = kept;
        if (_reachable)
            last();
        else
            RunApart(() => last(), _trials);

        for (var index = returns; index < frame.Returns.Count; index++)
            frame.Returns[index] = (AfterFinally(frame.Mark, frame.Returns[index].Delta, last), frame.Returns[index].Value);
        foreach (var (mark, deltas, count) in jumps)
        {
            for (var index = count; index < deltas.Count; index++)
                deltas[index] = AfterFinally(mark, deltas[index], last);
        }

        // An exception on the way: who catches it may find what the last part makes of any state between.
        if (interrupted is not null)
        {
            RunApart(
                () =>
                {
                    _store.Join([interrupted, new Delta(new Dictionary<int, object?>())]);
                    last();
                },
                _trials + 1);
        }
    }

    private Delta AfterFinally(int mark, Delta left, Action last)
    {
        Delta? after = null;
        RunApart(
            () =>
            {
                _store.Replace(mark, [left]);
                last();
                after = _store.Since(mark);
            },
            _trials + 1);
        return after!;
    }

    // What it changes is taken back, but for what it creates where that is no trial. Nothing leaves a finally but an exception: a return in one, which does not compile, is none.
    private void RunApart(Action action, int trials)
    {
        var (reachable, trialsBefore) = (_reachable, _trials);
        _trials = trials;
        var mark = _store.Mark();
        _reachable = true;
        RunWithoutWaysOut(action);
        _store.Rollback(mark);
        (_reachable, _trials) = (reachable, trialsBefore);
    }
}
