using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Program;

public sealed class ProgramBodiesTests
{
    [Fact]
    public void AProgramThatIsBoundAheadIsEvaluatedTheSame()
    {
        foreach (var source in StackSource.All().Take(4))
        {
            var compilation = StackCompiler.Compile(source);
            var expected = ResourceGraphJson.Write(DifferentialResult.Analyze(compilation, null));
            var evaluator = StackProgramEvaluator.For(compilation)!;
            Parallel.For(0, 4, _ => evaluator.Bodies.BindAhead(static () => false, CancellationToken.None));
            Assert.Equal(expected, ResourceGraphJson.Write(evaluator.Evaluate(EvaluationOptions.Default, CancellationToken.None)));
        }
    }

    [Fact]
    public void WhoHasEnoughBindsNoMore()
    {
        var compilation = StackCompiler.Compile(StackSource.All().First());
        var asked = 0;
        StackProgramEvaluator.For(compilation)!.Bodies.BindAhead(() => ++asked == 3, CancellationToken.None);
        Assert.Equal(3, asked);
    }
}
