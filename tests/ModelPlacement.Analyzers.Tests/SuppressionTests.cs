using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using static ModelPlacement.Analyzers.Tests.Stacks;

namespace ModelPlacement.Analyzers.Tests;

/// <summary>MPA3001 in code.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public Task PragmaWithoutAReasonIsReported() => Check<SuppressionAnalyzer>(
        """
        #pragma warning disable {|MPA3001:MPA1001|}, CS0168
        return 0;
        """);

    [Fact]
    public Task PragmaWithAReasonIsNot() => Check<SuppressionAnalyzer>(
        """
        #pragma warning disable MPA1001 // Load test until the quota arrives, see OPS-12.
        var one = 1;
        #pragma warning restore MPA1001
        // The old region goes in March.
        #pragma warning disable MPA1004
        return one;
        #pragma warning disable CS0162
        """);

    [Fact]
    public Task CommentFurtherUpIsNoReason() => Check<SuppressionAnalyzer>(
        """
        // Starts the program.

        #pragma warning disable {|MPA3001:MPA1001|}
        return 0;
        """);

    [Theory]
    [InlineData("""{|MPA3001:SuppressMessage("ModelPlacement", "MPA1001")|}""")]
    [InlineData("""{|MPA3001:SuppressMessage("ModelPlacement", "MPA1001:Restricted model", Justification = " ")|}""")]
    [InlineData("""{|MPA3001:SuppressMessage("ModelPlacement", "MPA1001", Justification = "<Pending>")|}""")]
    [InlineData("""SuppressMessage("ModelPlacement", "MPA1001", Justification = "Load test, see OPS-12.")""")]
    [InlineData("""SuppressMessage("Design", "CA1000")""")]
    public Task SuppressMessageNeedsAJustification(string attribute) => Check<SuppressionAnalyzer>(
        $$"""
        using System.Diagnostics.CodeAnalysis;

        class Program
        {
            [{{attribute}}]
            static void Main()
            {
            }
        }
        """);

    [Fact]
    public async Task AttributeThatDoesNotCompileIsLeftAlone()
    {
        var test = new StackTest<SuppressionAnalyzer> { CompilerDiagnostics = CompilerDiagnostics.None };
        test.TestState.Sources.Add(("Program.cs", """
            [Role("agent", () =>
            {
                var agent = { AgentAgent("support", new() { AgentName = "fallback"{ AgentResourceRoleArn = "role" });
                return new Dictionary<string, object?> { ["agent"] = agent };
            })] short
            """));
        await test.RunAsync();
    }
}
