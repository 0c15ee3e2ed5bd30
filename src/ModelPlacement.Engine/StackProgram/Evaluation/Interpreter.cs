using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>
/// Runs a part of a program on values that may be unknown, and keeps the resources it creates. Where a condition is not known both branches run and what
/// they leave behind is joined; where a loop's length is not known its body runs on what any round may find. One instance serves one evaluation and is not
/// thread-safe; it never throws on broken code, but for <see cref="OperationCanceledException"/>.
/// </summary>
/// <remarks>A file per group of constructs: statements, control flow, members, calls, objects; what libraries do stands in the Library folder.</remarks>
internal sealed partial class Interpreter
{
    private readonly ProgramBodies _bodies;
    private readonly PulumiSymbols _pulumi;
    private readonly Compilation _compilation;
    private readonly EvaluationOptions _options;
    private readonly Implementations _implementations;
    private readonly EffectsFinder _effects;
    private readonly CancellationToken _cancellation;
    private readonly LateChanges _lateChanges;
    private readonly Demand? _demand;
    private readonly Store _store;
    private readonly List<ResourceInstance> _instances = new();
    private readonly Dictionary<Location, int> _instancesByDeclaration = new();

    private Frame _frame;
    private bool _reachable = true;

    // Trial passes (of a loop's body) around the present operation: what is created here is created again by the pass that counts.
    private int _trials;
    private int _nesting;

    // The operation that was evaluated last.
    private IOperation? _here;
    private int _steps;

    public Interpreter(Compilation compilation, PulumiSymbols pulumi, ProgramBodies bodies, Implementations implementations, EvaluationOptions options, ConfigurationReads reads, LateChanges lateChanges, Demand? demand, CancellationToken cancellation)
    {
        Reads = reads;
        _lateChanges = lateChanges;
        _demand = demand;
        _store = new Store(NoteChange);
        _compilation = compilation;
        _pulumi = pulumi;
        _bodies = bodies;
        _implementations = implementations;
        _effects = new EffectsFinder(bodies, implementations);
        _options = options;
        _cancellation = cancellation;
        _frame = NewFrame(null, null, 0, ImmutableArray<Location>.Empty, NoTypeArguments, new Scope(null), 1);
    }

    /// <summary>The resources created so far, in order.</summary>
    public IReadOnlyList<ResourceInstance> Instances => _instances;

    /// <summary>What was asked so far of the stack's configuration.</summary>
    public ConfigurationReads Reads { get; }

    private static ImmutableDictionary<ISymbol, ITypeSymbol> NoTypeArguments { get; } = ImmutableDictionary.Create<ISymbol, ITypeSymbol>(SymbolEqualityComparer.Default);

    /// <summary>The operations evaluated so far.</summary>
    public int Steps => _steps;

    /// <summary>Whether the evaluation ended before the program did: what comes after is not told.</summary>
    public bool Exhausted => _steps > _options.OperationBudget;

    /// <summary>Whether every run would end by an exception that the program does not throw itself.</summary>
    public bool IsDoubtful { get; private set; }

    private static Frame NewFrame(
        IMethodSymbol? method,
        Value? receiver,
        int depth,
        ImmutableArray<Location> trail,
        ImmutableDictionary<ISymbol, ITypeSymbol> typeArguments,
        Scope scope,
        int mark) => new()
        {
            Method = method,
            This = receiver,
            Depth = depth,
            Trail = trail,
            TypeArguments = typeArguments,
            Scope = scope,
            Mark = mark,
        };

    private IOperation Here => _here!;

    /// <summary>The value of an expression, with its effects.</summary>
    private Value Evaluate(IOperation? operation)
    {
        if (operation is null)
            return new Unknown("code that does not compile");
        if (!_reachable)
            return new Unknown("code that is not reached");
        if (!Step() || (_nesting > 256 && !HasStack()))
            return GiveUp();
        _nesting++;
        _here = operation;
        var value = Bounded(EvaluateCore(operation));
        _nesting--;
        return value;
    }

    // Texts and tuples put together of themselves double each time.
    internal static Value Bounded(Value value) => value switch
    {
        Constant { Raw: string { Length: > Values.LongestText } } or Text { Pieces.Length: > Values.MostPieces } => Values.TooLong(value.Origin),
        TupleValue { Size: > Values.LargestTuple } => new Unknown("budget: the elements of a tuple", value.Origin) { IsNeverNull = true },
        _ => value,
    };

    // Past a budget nothing more is evaluated, so that nothing more is claimed.
    private Unknown GiveUp()
    {
        _steps = _options.OperationBudget + 1;
        _reachable = false;
        return new Unknown("budget: evaluated operations");
    }

    private Value EvaluateCore(IOperation operation)
    {
        if (operation.ConstantValue.HasValue)
            return new Constant(operation.ConstantValue.Value, Written(operation)) { EnumType = AsEnum(operation.Type) };

        switch (operation)
        {
            case ILocalReferenceOperation local:
                return ReadVariable(local.Local, local);
            case IParameterReferenceOperation parameter:
                return ReadVariable(parameter.Parameter, parameter);
            case IFieldReferenceOperation field:
                return EvaluateField(field);
            case IPropertyReferenceOperation property:
                return EvaluateProperty(property);
            case IInstanceReferenceOperation instance:
                return EvaluateInstance(instance);
            case IArrayElementReferenceOperation element:
                return EvaluateElement(element);
            case IConversionOperation conversion:
                return EvaluateConversion(conversion);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case ISimpleAssignmentOperation assignment:
                return EvaluateAssignment(assignment);
            case ICompoundAssignmentOperation compound:
                return EvaluateCompoundAssignment(compound);
            case ICoalesceAssignmentOperation coalesce:
                return EvaluateCoalesceAssignment(coalesce);
            case IDeconstructionAssignmentOperation deconstruction:
                return EvaluateDeconstruction(deconstruction);
            case IIncrementOrDecrementOperation increment:
                return EvaluateIncrement(increment);
            case IBinaryOperation binary:
                return EvaluateBinary(binary);
            case ITupleBinaryOperation tuples:
                return EvaluateTupleComparison(tuples);
            case IUnaryOperation unary:
                return EvaluateUnary(unary);
            case IConditionalOperation conditional:
                return EvaluateConditional(conditional);
            case ICoalesceOperation coalesce:
                return EvaluateCoalesce(coalesce);
            case IConditionalAccessOperation access:
                return EvaluateConditionalAccess(access);
            case IConditionalAccessInstanceOperation:
                return _frame.ConditionalReceivers.Count > 0 ? _frame.ConditionalReceivers.Peek() : NotKnown("a conditional access that does not compile", operation);
            case ISwitchExpressionOperation @switch:
                return EvaluateSwitch(@switch);
            case IIsPatternOperation isPattern:
                return AsValue(Matches(Evaluate(isPattern.Value), isPattern.Pattern), isPattern);
            case IIsTypeOperation isType:
                return EvaluateIsType(isType);
            case IInterpolatedStringOperation interpolated:
                return EvaluateInterpolation(interpolated, allowsOutputs: false);
            case IInterpolatedStringHandlerCreationOperation { Content: { } content }:
                return Evaluate(content);
            case ITupleOperation tuple:
                return new TupleValue(EvaluateCopies(tuple.Elements), Written(tuple));
            case IArrayCreationOperation array:
                return EvaluateArray(array);
            case IObjectCreationOperation creation:
                return EvaluateCreation(creation);
            case IAnonymousObjectCreationOperation anonymous:
                return EvaluateAnonymousObject(anonymous);
            case ITypeParameterObjectCreationOperation parameterCreation:
                return EvaluateTypeParameterCreation(parameterCreation);
            case IWithOperation with:
                return EvaluateWith(with);
            case IDelegateCreationOperation @delegate:
                return Evaluate(@delegate.Target);
            case IAnonymousFunctionOperation function:
                return Made(new Closure(function.Symbol, function.Body, _frame.Scope, _frame, null, function, Written(function)));
            case IMethodReferenceOperation method:
                return EvaluateMethodReference(method);
            case IInvocationOperation invocation:
                return EvaluateInvocation(invocation);
            case IAwaitOperation await:
                var awaited = Evaluate(await.Operation);
                return await.Operation.Type is { TypeKind: not (TypeKind.Dynamic or TypeKind.Error) } type && !Library.Tasks.IsAwaitable(type) ? NotKnown("what an awaiter yields", await) : awaited;
            case IThrowOperation @throw:
                if (@throw.Exception is not null)
                    Evaluate(@throw.Exception);
                return ThrowOwn();
            case IEventAssignmentOperation @event:
                return EvaluateEventAssignment(@event);
            case IEventReferenceOperation @event:
                return Read(PlaceOf(@event), @event);
            case IImplicitIndexerReferenceOperation indexer:
                return ReadElement(Evaluate(indexer.Instance), Evaluate(indexer.Argument), indexer);
            case ITranslatedQueryOperation query:
                return Evaluate(query.Operation);
            case ITypeOfOperation typeOf:
                return IsOpen(Resolve(typeOf.TypeOperand)) ? NotKnown("a type parameter", typeOf) : new TypeValue(Resolve(typeOf.TypeOperand), Written(typeOf));
            case IDefaultValueOperation defaultValue:
                return EvaluateDefault(defaultValue);
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case IDiscardOperation:
                return Constant.Null;
            case IObjectOrCollectionInitializerOperation initializer:
                EvaluateInitializers(initializer);
                return _frame.Initialized.Count > 0 ? _frame.Initialized.Peek() : NotKnown("an initializer that does not compile", initializer);
            case IMemberInitializerOperation member:
                return EvaluateMemberInitializer(member);
            case IRangeOperation range:
                return new RangeValue(EvaluateOrNull(range.LeftOperand), EvaluateOrNull(range.RightOperand), Written(range));
            case IArgumentOperation argument:
                return Evaluate(argument.Value);
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            default:
                return EvaluateByLanguageVersion(operation);
        }
    }

    private Value EvaluateOrNull(IOperation? operation) => operation is null ? Constant.Null : Evaluate(operation);

    private ImmutableArray<Value> EvaluateAll(ImmutableArray<IOperation> operations)
    {
        var values = ImmutableArray.CreateBuilder<Value>(operations.Length);
        foreach (var operation in operations)
            values.Add(Evaluate(operation));
        return values.MoveToImmutable();
    }

    private ImmutableArray<Value> EvaluateCopies(ImmutableArray<IOperation> operations)
    {
        var values = ImmutableArray.CreateBuilder<Value>(operations.Length);
        foreach (var operation in operations)
            values.Add(CopyOf(Evaluate(operation)));
        return values.MoveToImmutable();
    }

    private bool Step()
    {
        if ((++_steps & 1023) == 0)
            _cancellation.ThrowIfCancellationRequested();
        return !Exhausted;
    }

    // A compiler's or an IDE's thread may have a small stack: past a depth of plain code, ask before going deeper.
    private static bool HasStack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }

    private Origin Written(IOperation operation) => new(OriginKind.Written, operation.Syntax.GetLocation(), _frame.Depth);

    private Unknown NotKnown(string reason, IOperation operation) => new(reason, Written(operation));

    private Value AsValue(bool? known, IOperation operation) => known is { } value ? new Constant(value, Written(operation)) : NotKnown("a condition", operation);
}
