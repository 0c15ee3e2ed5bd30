using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Policies;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement.Matrices;

/// <summary>A provider that nothing but a text describes.</summary>
public sealed class NewProviderTests
{
    private const string Policy = """
        version: 1
        resources:
          - token: nimbus:inference/endpoint:Endpoint
            name: Nimbus endpoint
            role: serve
            cloud: nimbus
            region: zone
            model: { path: modelRef, dialect: huggingface }
            exposure:
              visibility: { private: private, absent: public }
            links:
              serves: { sourceId: "nimbus:inference/source:Source#id" }
          - token: nimbus:inference/source:Source
            role: registry
            cloud: nimbus
            model: { path: repository, dialect: huggingface }
        """;

    private static readonly MatrixRow Row = new(
        "new provider",
        "nimbus",
        "serve",
        """
        new Nimbus.Endpoint("open", new() { ModelRef = "openai/gpt-oss-20b", Zone = "eu-1" });
        new Nimbus.Endpoint("direct", new() { ModelRef = "openai/gpt-4o", Zone = "eu-1" });
        var source = new Nimbus.Source("source", new() { Repository = "openai/gpt-4.1" });
        new Nimbus.Endpoint("linked", new() { SourceId = source.Id, Visibility = "private" });
        """,
        """
        namespace Nimbus
        {
            class NimbusResourceTypeAttribute(string type) : ResourceTypeAttribute(type, "1.0.0");

            [NimbusResourceType("nimbus:inference/endpoint:Endpoint")]
            class Endpoint(string name, EndpointArgs args) : CustomResource("nimbus:inference/endpoint:Endpoint", name, args, options: null);

            class EndpointArgs : ResourceArgs
            {
                [Input("modelRef")] public Input<string>? ModelRef { get; set; }
                [Input("sourceId")] public Input<string>? SourceId { get; set; }
                [Input("visibility")] public Input<string>? Visibility { get; set; }
                [Input("zone")] public Input<string>? Zone { get; set; }
            }

            [NimbusResourceType("nimbus:inference/source:Source")]
            class Source(string name, SourceArgs args) : CustomResource("nimbus:inference/source:Source", name, args, options: null);

            class SourceArgs : ResourceArgs
            {
                [Input("repository")] public Input<string>? Repository { get; set; }
            }
        }
        """,
        [],
        [],
        Configuration: null);

    [Fact]
    public void It_is_judged_once_it_is_described()
    {
        Assert.Empty(MatrixProgram.Findings(Row));
        var policies = PolicySet.From([PolicyFile.Read(new DocumentFile("model-placement.yaml", Policy))], asOf: null);
        Assert.Empty(policies.Problems);
        Assert.Equal(
            "MPA1001 openai/gpt-4o nimbus eu-1 public-api 'direct'\nMPA1001 openai/gpt-4.1 nimbus ? private-api 'linked'",
            string.Join("\n", MatrixProgram.Findings(Row, policies)));
    }
}
