using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Tasks and lazies: a task is its result.</summary>
internal static class Tasks
{
    /// <summary>A task that yields nothing.</summary>
    public static readonly Unknown Done = new("a task without a result") { IsNeverNull = true, IsForeign = true };

    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("System.Threading.Tasks.Task", "FromResult", static (_, call) => call[0]),
        ("System.Threading.Tasks.Task", "Run", Run),
        ("System.Threading.Tasks.Task", "WhenAll", static (interpreter, call) => interpreter.ItemsOf(call[0]) is { } items ? interpreter.NewList(items, interpreter.ObjectType, interpreter.OriginOf(call.Operation)) : null),
        ("System.Threading.Tasks.Task", "ConfigureAwait GetAwaiter AsTask", static (_, call) => call.Receiver),
        ("System.Threading.Tasks.ValueTask", "ConfigureAwait GetAwaiter AsTask", static (_, call) => call.Receiver),
        ("System.Threading.Tasks.Task", "Delay Yield Wait", static (_, _) => Done),
        ("System.Threading.Tasks.TaskAsyncEnumerableExtensions", "ConfigureAwait WithCancellation", static (_, call) => call[0]),
        ("System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable", "ConfigureAwait WithCancellation", static (_, call) => call.Receiver),
        ("System.Threading.Tasks.ValueTask", "FromResult", static (_, call) => call[0]),
        ("System.Runtime.CompilerServices.TaskAwaiter", "GetResult", static (_, call) => call.Receiver),
        ("System.Runtime.CompilerServices.ValueTaskAwaiter", "GetResult", static (_, call) => call.Receiver),
        ("System.Console", "WriteLine Write", static (_, _) => Constant.Null),
        ("Pulumi.Log", "Debug Info Warn Error Exception", static (_, _) => Constant.Null),
        ("System.ArgumentNullException", "ThrowIfNull", static (interpreter, call) => call[0] is Constant { Raw: null } ? interpreter.Throw() : Constant.Null),
        ("System.ArgumentException", "ThrowIfNullOrEmpty ThrowIfNullOrWhiteSpace", static (interpreter, call) => call[0] is Constant { Raw: null or "" } || (call.Method.Name == "ThrowIfNullOrWhiteSpace" && call[0].AsString() is { } text && string.IsNullOrWhiteSpace(text)) ? interpreter.Throw() : Constant.Null),
        ("System.GC", "SuppressFinalize KeepAlive", static (_, _) => Constant.Null),
        ("System.Guid", "NewGuid", static (interpreter, call) => new Unknown("a new GUID", interpreter.OriginOf(call.Operation)) { IsNeverNull = true, IsForeign = true }),
        ("System.Environment", "GetEnvironmentVariable", static (interpreter, call) => new Unknown("environment variable" + (call[0].AsString() is { } name ? " '" + name + "'" : ""), interpreter.OriginOf(call.Operation)) { IsForeign = true }),
    ];

    /// <summary>A new <c>Lazy&lt;T&gt;</c> with a factory, or null where the type is another.</summary>
    public static Value? CreateLazy(Interpreter interpreter, INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (type is not { Name: "Lazy", TypeArguments.Length: 1, ContainingNamespace.Name: "System" } || constructor.Parameters.IsEmpty)
            return null;
        return arguments[0] is Closure || constructor.Parameters[0].Name == "value" ? new LazyValue(arguments[0], interpreter.NewCell(), interpreter.OriginOf(operation)) : null;
    }

    /// <summary>The value of a lazy: made the first time that it is asked for.</summary>
    public static Value ValueOf(Interpreter interpreter, LazyValue lazy, IOperation operation)
    {
        if (interpreter.ReadCell(lazy.Cell) is { } made)
            return made;
        var value = lazy.Factory is Closure factory ? interpreter.Call(factory, operation) : lazy.Factory;
        interpreter.WriteCell(lazy.Cell, value);
        return value;
    }

    // Work that nobody awaits here runs beside what follows: what it changes may have changed or not.
    private static Value? Run(Interpreter interpreter, Call call)
    {
        if (call[0] is not Closure work)
            return null;
        return IsAwaited(call.Operation) ? interpreter.Call(work, call.Operation) : interpreter.CallLate(work, call.Operation);
    }

    /// <summary>Whether a member of a library begins what goes on by itself, so that who awaits it may have to wait.</summary>
    public static bool GoesOn(ISymbol member, ITypeSymbol type) =>
        IsAwaitable(type)
        && member.Name is not ("CompletedTask" or "FromResult" or "WhenAll" or "ConfigureAwait" or "AsTask" or "RunAsync");

    /// <summary>Whether awaiting a type yields the result that it carries; other types have awaiters that yield what they like.</summary>
    public static bool IsAwaitable(ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask" or "YieldAwaitable" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable", ContainingNamespace.Name: "Tasks" or "CompilerServices" };

    /// <summary>Whether what a call yields is awaited where it stands.</summary>
    public static bool IsAwaited(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAwaitOperation:
                case IPropertyReferenceOperation { Property.Name: "Result" }:
                case IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait" }:
                    return true;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" } or IArgumentOperation or IConversionOperation or IArrayCreationOperation or IArrayInitializerOperation or IParenthesizedOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
