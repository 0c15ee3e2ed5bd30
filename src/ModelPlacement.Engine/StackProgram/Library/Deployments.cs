using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>How a program is run: Pulumi's entry points and the Automation API.</summary>
internal static class Deployments
{
    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("Pulumi.Deployment", "RunAsync", Run),
        ("Pulumi.Deployment", "TestAsync TestWithServiceProviderAsync", static (interpreter, call) => new Unknown("the result of a test run", interpreter.OriginOf(call.Operation))),
        ("Pulumi.Deployment", "RequirePulumiVersionAsync", static (_, _) => Constant.Null),
        ("Pulumi.Automation.PulumiFn", "Create", Run),
    ];

    private static Value Run(Interpreter interpreter, Call call)
    {
        if (call.Method.TypeParameters.Length == 1)
        {
            if (interpreter.TypeArgument(call.Method, 0) is INamedTypeSymbol stack)
                interpreter.RunStack(stack, call.Operation);
        }
        else if (call.Arguments.OfType<Closure>().FirstOrDefault() is { } program)
        {
            var arguments = program.Method.Parameters.Select(static parameter => (Value)new Unknown("parameter '" + parameter.Name + "'")).ToArray();
            if (call.Method.ContainingType.Name == "PulumiFn")
                interpreter.RunInlineProgram(program, call.Operation, arguments);
            else
                interpreter.Call(program, call.Operation, arguments);
        }

        return new Unknown("the exit code", interpreter.OriginOf(call.Operation));
    }
}
