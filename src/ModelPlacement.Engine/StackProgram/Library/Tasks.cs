using System.Collections.Generic;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Tasks and lazies: a task is its result.</summary>
internal static class Tasks
{
    public static readonly IReadOnlyList<(string Type, string Names, LibraryMethod Method)> Table =
    [
        ("System.Threading.Tasks.Task", "FromResult", static (_, call) => call[0]),
        ("System.Threading.Tasks.Task", "Run", static (interpreter, call) => call[0] is Closure work ? interpreter.Call(work, call.Operation) : null),
        ("System.Threading.Tasks.Task", "WhenAll", static (interpreter, call) => interpreter.ItemsOf(call[0]) is { } items ? interpreter.NewList(items, call.Method.ReturnType, interpreter.OriginOf(call.Operation)) : null),
        ("System.Threading.Tasks.Task", "ConfigureAwait GetAwaiter", static (_, call) => call.Receiver),
        ("System.Threading.Tasks.Task", "Delay Yield", static (_, _) => Constant.Null),
        ("System.Threading.Tasks.ValueTask", "FromResult", static (_, call) => call[0]),
        ("System.Runtime.CompilerServices.TaskAwaiter", "GetResult", static (_, call) => call.Receiver),
        ("System.Console", "WriteLine Write", static (_, _) => Constant.Null),
        ("Pulumi.Log", "Debug Info Warn Error Exception", static (_, _) => Constant.Null),
        ("System.ArgumentNullException", "ThrowIfNull", static (_, _) => Constant.Null),
        ("System.ArgumentException", "ThrowIfNullOrEmpty ThrowIfNullOrWhiteSpace", static (_, _) => Constant.Null),
        ("System.Guid", "NewGuid", static (interpreter, call) => new Unknown("a new GUID", interpreter.OriginOf(call.Operation)) { IsNeverNull = true }),
        ("System.Environment", "GetEnvironmentVariable", static (interpreter, call) => new Unknown("environment variable" + (call[0].AsString() is { } name ? " '" + name + "'" : ""), interpreter.OriginOf(call.Operation))),
    ];
}
