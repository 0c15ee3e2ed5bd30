using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Statements other than loops and branches.</content>
internal sealed partial class Interpreter
{
    // What a catch may find: the states in which a statement inside the try may have stopped, by try statement in progress.
    private readonly List<(int Mark, List<Delta> States)> _tries = new();

    private void Execute(IOperation? operation)
    {
        if (operation is null || !_reachable)
            return;
        if (!Step())
        {
            _reachable = false;
            return;
        }

        if (_nesting > 256 && !HasStack())
        {
            _reachable = false;
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
                ExecuteBlock(block.Operations);
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
                Scoped(() =>
                {
                    Execute(@using.Resources);
                    Execute(@using.Body);
                });
                break;
            case IUsingDeclarationOperation @using:
                Execute(@using.DeclarationGroup);
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

    private void ExecuteBlock(ImmutableArray<IOperation> operations) => Scoped(() =>
    {
        DeclareLocalFunctions(operations);
        foreach (var operation in operations)
        {
            if (_reachable || operation is ILabeledOperation)
                ExecuteIn(operation);
        }
    });

    private void ExecuteIn(IOperation operation)
    {
        if (operation is ILabeledOperation labeled)
            ExecuteLabeled(labeled);
        else
            Execute(operation);
        if (!_reachable)
            return;
        foreach (var (mark, states) in _tries)
        {
            // A try that has many statements needs only a bounded set of states: what differs between them is joined early.
            if (states.Count > 64)
                continue;
            states.Add(_store.Since(mark));
        }
    }

    private void DeclareLocalFunctions(ImmutableArray<IOperation> operations)
    {
        foreach (var function in operations.Select(Unlabeled).OfType<ILocalFunctionOperation>())
        {
            var cell = _store.Allocate();
            _frame.Scope.Declare(function.Symbol, cell);
            _store.Write(cell, new Closure(function.Symbol, function, _frame.Scope, _frame, null));
        }
    }

    private static IOperation Unlabeled(IOperation operation)
    {
        while (operation is ILabeledOperation { Operation: { } labeled })
            operation = labeled;
        return operation;
    }

    private void Scoped(System.Action action)
    {
        var outer = _frame.Scope;
        _frame.Scope = new Scope(outer);
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
            else
                DeclareVariable(declarator.Symbol, CopyOf(Evaluate(initializer.Value), declarator.Symbol.Type));
        }
    }

    private void DeclareVariable(ISymbol variable, Value value)
    {
        if (!_reachable)
            return;
        var cell = _store.Allocate();
        _frame.Scope.Declare(variable, cell);
        _store.Write(cell, value);
    }

    private void ExecuteReturn(IReturnOperation @return)
    {
        switch (@return.Kind)
        {
            case OperationKind.YieldReturn:
                var yielded = Evaluate(@return.ReturnedValue);
                if (_reachable)
                    Yield(yielded);
                break;
            case OperationKind.YieldBreak:
                Leave(Constant.Null);
                break;
            default:
                Leave(@return.ReturnedValue is null ? Constant.Null : Evaluate(@return.ReturnedValue));
                break;
        }
    }

    private void Leave(Value value)
    {
        if (!_reachable)
            return;
        _frame.Returns.Add((_store.Since(_frame.Mark), value));
        _reachable = false;
    }

    private void ExecuteTry(ITryOperation @try)
    {
        var mark = _store.Mark();
        _tries.Add((mark, new List<Delta> { _store.Since(mark) }));
        Execute(@try.Body);
        var interrupted = _tries[_tries.Count - 1].States;
        _tries.RemoveAt(_tries.Count - 1);
        var completed = _reachable ? _store.Since(mark) : null;
        _store.Rollback(mark);

        var ends = new List<Delta>();
        if (completed is not null)
            ends.Add(completed);
        _conditions++;
        foreach (var handler in @try.Catches)
        {
            var catchMark = _store.Mark();
            _reachable = true;
            _store.Join(interrupted);
            Scoped(() =>
            {
                foreach (var local in handler.Locals)
                    DeclareVariable(local, new Unknown("a caught exception"));
                if (handler.Filter is not null)
                    Evaluate(handler.Filter);
                Execute(handler.Handler);
            });
            if (_reachable)
                ends.Add(_store.Since(catchMark));
            _store.Rollback(catchMark);
        }

        _conditions--;
        _reachable = ends.Count > 0;
        if (_reachable)
            _store.Join(ends);
        if (@try.Finally is null)
            return;
        if (_reachable)
        {
            Execute(@try.Finally);
            return;
        }

        // Whatever leaves the try passes the finally block; what it creates counts, what it assigns nobody after it sees.
        var finallyMark = _store.Mark();
        _reachable = true;
        Execute(@try.Finally);
        _store.Rollback(finallyMark);
        _reachable = false;
    }

    private void ExecuteLabeled(ILabeledOperation labeled)
    {
        Land(labeled.Label);
        Execute(labeled.Operation);
    }

    private void ExecuteBranch(IBranchOperation branch)
    {
        if (!_frame.Jumps.TryGetValue(branch.Target, out var target))
        {
            // A label passed before would need another round: nothing is claimed of what the program holds from there on.
            if (IsBehind(branch))
                LoseAll("a jump back to a label");
            target = (_frame.Mark, new List<Delta>());
            _frame.Jumps[branch.Target] = target;
        }

        target.Deltas.Add(_store.Since(target.Mark));
        _reachable = false;
    }

    private bool IsBehind(IBranchOperation branch) =>
        branch.Target.DeclaringSyntaxReferences.FirstOrDefault() is { } label && label.Span.Start < branch.Syntax.SpanStart;

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
        RewindTo(arrived.Mark, ends);
    }

    // Replaces everything since a mark, which stays set with the marks above it, by the join of several states.
    private void RewindTo(int mark, List<Delta> states)
    {
        var present = _store.Since(mark);
        var cells = new HashSet<int>(present.Changes.Keys);
        foreach (var state in states)
            cells.UnionWith(state.Changes.Keys);
        _store.Replace(mark, cells, states);
    }
}
