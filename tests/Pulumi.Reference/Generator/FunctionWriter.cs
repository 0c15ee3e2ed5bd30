using System;
using System.Linq;

namespace Pulumi.Reference.Generator;

/// <summary>A data source: a static class with <c>InvokeAsync</c> (plain arguments) and <c>Invoke</c> (inputs).</summary>
internal static class FunctionWriter
{
    public static void Write(SourceFile file, Surface surface, FunctionShape function)
    {
        var result = CSharpNames.Rooted(function.Result);
        var token = CSharpNames.Literal(Token(surface, function));
        var optional = function.ArgsAreOptional ? "? args = null" : " args";

        string Call(string method, string? args, string options) =>
            $"=> global::Pulumi.Deployment.Instance.{method}<{result}>({token}, {(args is null ? "InvokeArgs.Empty" : $"args ?? new {args}()")}, {options});";

        var args = function.Args is null ? null : CSharpNames.Rooted(function.Args);
        var invokeArgs = function.InvokeArgs is null ? null : CSharpNames.Rooted(function.InvokeArgs);
        file.Namespace(CSharpNames.NamespaceOf(function.Class));
        file.Line($"public static class {CSharpNames.SimpleName(function.Class)}").Line("{");
        file.Line($"public static Task<{result}> InvokeAsync({(args is null ? "" : $"{args}{optional}, ")}InvokeOptions? options = null)");
        file.Line(Call("InvokeAsync", args, "options"));
        file.Line($"public static Output<{result}> Invoke({(invokeArgs is null ? "" : $"{invokeArgs}{optional}, ")}InvokeOptions? options = null)");
        file.Line(Call("Invoke", invokeArgs, "options"));
        file.Line($"public static Output<{result}> Invoke({(invokeArgs is null ? "" : $"{invokeArgs} args, ")}InvokeOutputOptions options)");
        file.Line(Call("Invoke", invokeArgs, "options"));
        file.Line("}");
    }

    /// <summary>
    /// A function is in the module of the resources beside it: <c>aws:ec2/getVpc:getVpc</c> beside <c>aws:ec2/vpc:Vpc</c>, and
    /// <c>azure-native:cognitiveservices:getAccount</c> beside <c>azure-native:cognitiveservices:Account</c>.
    /// </summary>
    private static string Token(Surface surface, FunctionShape function)
    {
        var name = CSharpNames.SimpleName(function.Class);
        var camel = char.ToLowerInvariant(name[0]) + name[1..];
        var place = CSharpNames.NamespaceOf(function.Class);
        var neighbour = surface.Resources.FirstOrDefault(resource =>
            !resource.IsProvider && string.Equals(CSharpNames.NamespaceOf(resource.Class), place, StringComparison.Ordinal));
        var provider = surface.Resources.First(resource => resource.IsProvider).Token;
        var package = provider[(provider.LastIndexOf(':') + 1)..];
        var module = neighbour is not null
            ? neighbour.Token.Split(':')[1].Split('/')[0]
            : string.Equals(place, surface.Package, StringComparison.Ordinal) ? "index" : CSharpNames.SimpleName(place).ToLowerInvariant();
        return surface.IsBridged ? $"{package}:{module}/{camel}:{camel}" : $"{package}:{module}:{camel}";
    }
}
