using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement;

public sealed class GraphBuilderTests
{
    [Fact]
    public void ReadsEveryKindOfValue()
    {
        var graph = GraphBuilder.Graph("""
            [
              { "token": "aws:a/b:B", "name": "b", "inputs": { "c": { "$ref": "c.arn" }, "d": { "$choice": [1, true] }, "e": { "$text": ["x", null] } } },
              { "token": "aws:a/c:C", "name": "c", "inputs": { "f": { "$unknown": "why" } }, "options": { "protect": true } },
            ]
            """);

        var inputs = Assert.IsType<Mapping>(graph.Instances[0].Inputs);
        var reference = Assert.IsType<ResourceReference>(inputs["c"]);
        Assert.Same(graph.Instances[1], reference.Instance);
        Assert.Equal("arn", reference.Output);
        Assert.Equal(2, Assert.IsType<Choice>(inputs["d"]).Alternatives.Length);
        Assert.Equal("x", Assert.IsType<Text>(inputs["e"]).Pieces[0].AsString());
        Assert.Equal("why", Assert.IsType<Unknown>(Assert.IsType<Mapping>(graph.Instances[1].Inputs)["f"]).Reason);
        Assert.Equal(new Constant(true), Assert.IsType<Mapping>(graph.Instances[1].Options)["protect"]);
        Assert.Equal(1, graph.Instances[1].Declaration.GetLineSpan().StartLinePosition.Line);
    }
}
