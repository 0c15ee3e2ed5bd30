using System.Linq;
using System.Threading.Tasks;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Placement;
using Xunit;

namespace ModelPlacement.Engine.Tests.Catalog;

public sealed class ResourceCatalogTests
{
    [Theory]
    [InlineData("azure-native:cognitiveservices/v20240601preview:Deployment", "Azure OpenAI deployment")]
    [InlineData("azure-native_cognitiveservices_v20240601preview:cognitiveservices:Deployment", "Azure OpenAI deployment")]
    [InlineData("azure-nextgen:cognitiveservices/v20170418:Account", "Azure AI account")]
    [InlineData("azure-nextgen:cognitiveservices:Account", "Azure AI account")]
    [InlineData("kubernetes:core/v1:PodList", "Kubernetes Pod list")]
    [InlineData("kubernetes:extensions/v1beta1:Deployment", "Kubernetes Deployment")]
    [InlineData("kubernetes:apps/v1beta2:Deployment", "Kubernetes Deployment")]
    [InlineData("kubernetes:apps/v1:DeploymentPatch", "Kubernetes Deployment")]
    [InlineData("kubernetes:batch/v1beta1:CronJob", "Kubernetes CronJob")]
    [InlineData("kubernetes:networking.k8s.io/v1beta1:Ingress", "Kubernetes Ingress")]
    [InlineData("aws:applicationloadbalancing/targetGroup:TargetGroup", "target group")]
    [InlineData("aws:elasticloadbalancingv2/listener:Listener", "load balancer listener")]
    [InlineData("scaleway:index/inferenceDeployment:InferenceDeployment", "Scaleway inference deployment")]
    [InlineData("digitalocean:index/genaiAgent:GenaiAgent", "Gradient AI agent")]
    [InlineData("pulumi:providers:kubernetes", "Kubernetes provider")]
    public void A_token_is_found_in_any_spelling(string token, string name) => Assert.Equal(name, ResourceCatalog.BuiltIn.Find(token)?.DisplayName);

    [Theory]
    [InlineData("aws:s3/bucket:Bucket")]
    [InlineData("acme:ai:ModelServer")]
    [InlineData("aws:sagemaker/endpoint:Endpoint2")]
    [InlineData("Endpoint")]
    [InlineData("")]
    public void What_has_nothing_to_do_with_models_is_not_found(string token) => Assert.Null(ResourceCatalog.BuiltIn.Find(token));

    [Fact]
    public void Only_the_providers_asked_for_are_looked_at()
    {
        var catalog = ResourceCatalog.For(["aws", "no-such-provider"]);
        Assert.NotNull(catalog.Find("aws:sagemaker/endpoint:Endpoint"));
        Assert.Null(catalog.Find("azure-native:cognitiveservices:Deployment"));
        Assert.Null(catalog.Find("no-such-provider:a:B"));
    }

    [Theory]
    [InlineData("v1", "Service", "Kubernetes Service")]
    [InlineData("apps/v1", "Deployment", "Kubernetes Deployment")]
    [InlineData("serving.kserve.io/v1beta1", "InferenceService", "KServe inference service")]
    [InlineData("kaito.sh/v1alpha1", "Workspace", "KAITO workspace")]
    [InlineData("serving.knative.dev/v1", "Service", "Knative service")]
    public void A_manifest_s_object_is_found(string apiVersion, string kind, string name) => Assert.Equal(name, ResourceCatalog.BuiltIn.FindKubernetes(apiVersion, kind)?.DisplayName);

    [Theory]
    [InlineData("ollama", "Ollama chart")]
    [InlineData("otwld/ollama", "Ollama chart")]
    [InlineData("oci://ghcr.io/berriai/litellm-helm", "LiteLLM chart")]
    [InlineData("oci://ghcr.io/berriai/litellm-helm:0.1.2", "LiteLLM chart")]
    [InlineData("./charts/vllm-stack/", "vLLM production stack chart")]
    [InlineData("cert-manager", null)]
    public void A_chart_is_found_as_it_is_written(string chart, string? name) => Assert.Equal(name, ResourceCatalog.BuiltIn.FindChart(chart)?.DisplayName);

    [Fact]
    public void Classes_without_a_token_are_found_by_name()
    {
        Assert.Equal("Helm chart", ResourceCatalog.BuiltIn.FindClass("kubernetes", "Pulumi.Kubernetes.Helm.V3.Chart")?.DisplayName);
        Assert.Equal("Kubernetes manifests", ResourceCatalog.BuiltIn.FindClass("kubernetes", "Pulumi.Kubernetes.Yaml.ConfigGroup")?.DisplayName);
        Assert.Null(ResourceCatalog.BuiltIn.FindClass("kubernetes", "Pulumi.Kubernetes.Yaml"));
    }

    [Fact]
    public void Functions_that_carry_a_model_are_known_by_their_question()
    {
        var function = ResourceCatalog.BuiltIn.FindFunctionClass("aws", "Pulumi.Aws.BedrockFoundation.GetModel");
        Assert.NotNull(function);
        Assert.Equal("modelId", Assert.Single(function.Models).Path.ToString());
        Assert.Equal("modelId", function.Echoes["modelArn"].ToString());
        Assert.True(ResourceCatalog.BuiltIn.FindFunction("azure-native:containerservice:listManagedClusterUserCredentials")?.IsKubernetesCluster);
    }

    [Fact]
    public void A_link_s_target_is_met_in_any_spelling()
    {
        var target = new LinkTarget("aws:lb/targetGroup:TargetGroup", "arn", IsFunction: false);
        Assert.True(ResourceCatalog.BuiltIn.IsTarget(target, "aws:alb/targetGroup:TargetGroup"));
        Assert.True(ResourceCatalog.BuiltIn.IsTarget(target, "aws:lb/targetGroup:TargetGroup"));
        Assert.False(ResourceCatalog.BuiltIn.IsTarget(target, "aws:lb/listener:Listener"));
        Assert.True(ResourceCatalog.BuiltIn.IsTarget(
            new LinkTarget("azure-native:app:ManagedEnvironment", "id", IsFunction: false), "azure-native:app/v20240301:ManagedEnvironment"));
    }

    [Fact]
    public void A_new_provider_needs_no_code()
    {
        var read = Resources("""
            - token: nimbus:inference:Endpoint
              name: Nimbus endpoint
              role: serve
              cloud: nimbus
              model: { path: modelRef, dialect: huggingface }
              region: region
              exposure:
                visibility: { private: private, absent: public }
              links:
                within: { projectId: nimbus:index:Project#id }
            - { token: nimbus:index:Project, role: config, cloud: nimbus }
            """);
        Assert.Empty(read.Errors);
        var catalog = ResourceCatalog.For(["aws"]).With(read.Entries);

        var endpoint = catalog.Find("nimbus:inference/v2:Endpoint");
        Assert.NotNull(endpoint);
        Assert.Equal((Role.Serve, ServingKind.Managed, ApiKind.Managed, "nimbus"), (endpoint.Role, endpoint.Kind, endpoint.Api, endpoint.Cloud));
        Assert.Equal("huggingface", Assert.Single(endpoint.Models).Dialect);
        Assert.Equal("private", Assert.Single(endpoint.Exposure).Of("Private"));
        Assert.True(catalog.IsTarget(Assert.Single(Assert.Single(endpoint.Links).Targets), "nimbus:index:Project"));
        Assert.Equal("project", catalog.Find("nimbus:index:Project")?.DisplayName);
        Assert.NotNull(catalog.Find("aws:sagemaker/endpoint:Endpoint"));
        Assert.Contains(endpoint, catalog.All());
    }

    [Fact]
    public void An_organisation_s_own_entry_wins_over_a_built_in_one()
    {
        var catalog = ResourceCatalog.BuiltIn.With(Resources("- { token: 'aws:ecs/service:Service', role: batch, cloud: aws, name: our ECS }").Entries);
        Assert.Equal("our ECS", catalog.Find("aws:ecs/service:Service")?.DisplayName);
        Assert.Equal("ECS service", ResourceCatalog.BuiltIn.Find("aws:ecs/service:Service")?.DisplayName);
        var charts = ResourceCatalog.BuiltIn.With(Resources("- { token: 'acme:k8s:Chart', class: Pulumi.Kubernetes.Helm.V3.Chart, aliases: ['acme:old:Chart'], role: config, name: our chart }").Entries);
        Assert.Equal("our chart", charts.FindClass("kubernetes", "Pulumi.Kubernetes.Helm.V3.Chart")?.DisplayName);
        Assert.Equal("our chart", charts.Find("acme:old/v1:Chart")?.DisplayName);
    }

    [Fact]
    public void All_entries_stand_in_the_order_of_their_packages()
    {
        var packages = ResourceCatalog.For(["gcp", "aws", "oci"]).All().Select(static entry => TypeToken.Package(entry.Token)).Where(static package => package is "aws" or "gcp" or "oci").Distinct();
        Assert.Equal(["aws", "gcp", "oci"], packages);
        Assert.Contains("azure-native", ResourceCatalog.Providers);
        Assert.DoesNotContain("clouds", ResourceCatalog.Providers);
        Assert.Empty(ResourceCatalog.File("clouds").Entries);
        Assert.Empty(ResourceCatalog.File("acme").Entries);
        Assert.NotEmpty(ResourceCatalog.File("aws").Entries);
    }

    [Theory]
    [InlineData("azure-native:web:WebApp", "azure-native")]
    [InlineData("Pulumi.AzureNative.Web.WebApp", "azure-native")]
    [InlineData("Pulumi.Aws.S3.Bucket", "aws")]
    [InlineData("Acme.Infra.Ai.Server", "Acme.Infra.Ai.Server")]
    [InlineData("Pulumi.Aws", "Pulumi.Aws")]
    [InlineData(":Pulumi.Aws.S3.Bucket", "")]
    public void The_package_of_a_token_or_class(string tokenOrClass, string package) => Assert.Equal(package, ResourceCatalog.PackageOf(tokenOrClass));

    [Theory]
    [InlineData("aws", "AWS")]
    [InlineData("AZURE", "Azure")]
    [InlineData("nimbus", "nimbus")]
    public void The_name_of_a_cloud(string id, string name) => Assert.Equal(name, Cloud.NameOf(id));

    [Fact]
    public void Concurrent_callers_get_one_and_the_same_entry()
    {
        var entries = new CatalogEntry?[64];
        Parallel.For(0, entries.Length, at => entries[at] = ResourceCatalog.For(["oci"]).Find("oci:GenerativeAi/endpoint:Endpoint"));
        Assert.All(entries, entry => Assert.Same(entries[0], entry));
        Assert.NotNull(entries[0]);
    }

    [Theory]
    [InlineData("https://acme.openai.azure.com/openai/v1", "azure")]
    [InlineData("acme.services.ai.azure.com", "azure")]
    [InlineData("adb-123.4.azuredatabricks.net", "azure")]
    [InlineData("https://bedrock-runtime.us-east-1.amazonaws.com", "aws")]
    [InlineData("https://user@x.run.app:443/path", "gcp")]
    [InlineData("https://user:secret@x.run.app", "gcp")]
    [InlineData("x.run.app.", "gcp")]
    [InlineData("X.RUN.APP?a=b", "gcp")]
    [InlineData("x.run.app#a", "gcp")]
    [InlineData("https://evil.example#@x.run.app", null)]
    [InlineData("https://api.openai.com/v1", null)]
    [InlineData("http://localhost:4566", null)]
    [InlineData("https://evil.example/?x=.openai.azure.com", null)]
    [InlineData("openai.azure.com.evil.example", null)]
    public void The_cloud_of_a_host(string address, string? cloud) => Assert.Equal(cloud, ResourceCatalog.CloudOfHost(address));

    [Theory]
    [InlineData("command: aws\nargs: [eks, get-token]\nserver: https://ABC.gr7.us-east-1.eks.amazonaws.com", "aws")]
    [InlineData("command: aws\nargs:\n  - --region\n  - us-east-1\n  - eks\n  - get-token", "aws")]
    [InlineData("""{ "command": "aws", "args": ["eks", "get-token", "--cluster-name", "prod"] }""", "aws")]
    [InlineData("command: oci\nargs: [ce, cluster, generate-token, --cluster-id, ocid1]", "oci")]
    [InlineData("eks get-token", "aws")]
    [InlineData("command: tool\nargs: [seeks, get-token]", null)]
    [InlineData("command: gke-gcloud-auth-plugin", "gcp")]
    [InlineData("server: https://acme-dns-1.hcp.westeurope.azmk8s.io:443", "azure")]
    [InlineData("server: https://x.k8s.ondigitalocean.com", "digitalocean")]
    [InlineData("server: https://10.0.0.1:6443", null)]
    [InlineData("server: https://x.azmk8s.io and https://y.eks.amazonaws.com", null)]
    public void The_cloud_of_a_kubeconfig(string text, string? cloud) => Assert.Equal(cloud, ResourceCatalog.CloudOfKubeconfig(text));

    internal static CatalogFile Resources(string yaml) => CatalogReader.ReadResources(Document.Read(new DocumentFile("policy.yaml", yaml)).Root!);
}
