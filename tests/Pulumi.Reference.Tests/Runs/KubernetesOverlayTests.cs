using System.Collections.Generic;
using System.Threading.Tasks;
using Pulumi.Kubernetes.Helm;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Xunit;
using static Pulumi.Reference.Tests.Runs.Program;
using ApiExtensions = Pulumi.Kubernetes.ApiExtensions;
using Core = Pulumi.Kubernetes.Core.V1;
using Helm = Pulumi.Kubernetes.Helm;
using Yaml = Pulumi.Kubernetes.Yaml;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>The hand-written Kubernetes classes, and what generated kinds fix themselves.</summary>
public sealed class KubernetesOverlayTests
{
    [Fact]
    public async Task AKindFixesItsApiVersionAndKind()
    {
        var recording = await RecordAsync(() => new Core.Service("s", new ServiceArgs { Metadata = new ObjectMetaArgs { Name = "api" } }));
        Equal("""{"apiVersion":"v1","kind":"Service","metadata":{"name":"api"}}""", recording.Named("s").Inputs);
    }

    [Fact]
    public async Task AChartIsRecordedWithWhatItWasAskedFor()
    {
        var recording = await RecordAsync(() => new Helm.V3.Chart("vllm", new ChartArgs
        {
            Chart = "vllm-stack",
            Version = "0.1.0",
            FetchOptions = new ChartFetchArgs { Repo = "https://charts.example" },
            Values = new InputMap<object> { ["model"] = "openai/gpt-oss-20b", ["nested"] = new Dictionary<string, object> { ["n"] = 1 } },
        }));
        Assert.Equal("kubernetes:helm.sh/v3:Chart", recording.Named("vllm").Token);
        Equal(
            """
            {"chart":"vllm-stack","version":"0.1.0","fetchOptions":{"repo":"https://charts.example"},
             "values":{"model":"openai/gpt-oss-20b","nested":{"n":1}}}
            """,
            recording.Named("vllm").Inputs);
    }

    [Fact]
    public async Task ALocalChartHasAPathAndAPrefix()
    {
        var recording = await RecordAsync(() => new Helm.V3.Chart("vllm", new LocalChartArgs { Path = "./chart", ResourcePrefix = "a" }));
        Equal("""{"path":"./chart","resourcePrefix":"a"}""", recording.Named("a-vllm").Inputs);
    }

    [Fact]
    public async Task ReleasesAndManifests()
    {
        var recording = await RecordAsync(() =>
        {
            new Helm.V3.Release("r", new ReleaseArgs { Chart = "ollama", RepositoryOpts = new RepositoryOptsArgs { Repo = "https://charts.example" } });
            new Yaml.ConfigFile("manifest.yaml");
            new Yaml.ConfigGroup("g", new Yaml.ConfigGroupArgs { Yaml = "kind: Pod", Files = ["a.yaml"] });
            new Kubernetes.Kustomize.Directory("k", new Kubernetes.Kustomize.DirectoryArgs { Directory = "./k" });
        });
        Equal("""{"chart":"ollama","repositoryOpts":{"repo":"https://charts.example"}}""", recording.Named("r").Inputs);
        Equal("""{"file":"manifest.yaml"}""", recording.Named("manifest.yaml").Inputs);
        Equal("""{"yaml":["kind: Pod"],"files":["a.yaml"]}""", recording.Named("g").Inputs);
        Equal("""{"directory":"./k"}""", recording.Named("k").Inputs);
    }

    [Fact]
    public async Task ResourcesOfAManifestAreUnknown()
    {
        var recording = await RecordAsync(() =>
        {
            var group = new Yaml.ConfigGroup("g", new Yaml.ConfigGroupArgs { Yaml = "kind: Service" });
            new Thing("t", new ThingArgs { Text = group.GetResource<Core.Service>("api").Apply(service => service.Id) });
        });
        Assert.NotNull(recording.Named("t").Inputs["text"]!["$unknown"]);
    }

    [Fact]
    public async Task ACustomResourceTakesItsTokenFromItsArgs()
    {
        var recording = await RecordAsync(() => new ApiExtensions.CustomResource("i", new InferenceServiceArgs { Model = "openai/gpt-oss-20b" }));
        Assert.Equal("kubernetes:serving.kserve.io/v1beta1:InferenceService", recording.Named("i").Token);
        Equal("""{"apiVersion":"serving.kserve.io/v1beta1","kind":"InferenceService","spec":"openai/gpt-oss-20b"}""", recording.Named("i").Inputs);
    }

    private sealed class InferenceServiceArgs() : ApiExtensions.CustomResourceArgs("serving.kserve.io/v1beta1", "InferenceService")
    {
        [Input("spec")]
        public Input<string>? Model { get; set; }
    }
}
