using System;
using System.Linq;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement;

/// <summary>The cloud of a workload whose type does not tell: from its provider, the provider's kubeconfig or host, and where those come from.</summary>
public sealed class CloudTests
{
    private const string Served = """{ "token": "kubernetes:serving.kserve.io/v1beta1:InferenceService", "name": "svc", "inputs": { "spec": { "predictor": { "model": { "storageUri": "hf://openai/gpt-4o" } } } } """;

    /// <summary>A cluster, a kubeconfig made of it as programs make it, and the cloud of what runs there.</summary>
    [Theory]
    [InlineData("EKS, kubeconfig text made of its outputs", "aws", """
        { "token": "aws:eks/cluster:Cluster", "name": "c" }
        """, """{ "$text": ["server: ", { "$ref": "c.endpoint" }, "\ncertificate-authority-data: ", { "$ref": "c.certificateAuthority.data" }, "\ncommand: aws"] }""")]
    [InlineData("EKS, text known only by how it asks for a token", "aws", "", """{ "$text": ["server: ", null, "\ncommand: aws\nargs: [eks, get-token, --cluster-name, ", null, "]\n# aws eks get-token"] }""")]
    [InlineData("EKS component, kubeconfig output", "aws", """
        { "token": "eks:index:Cluster", "name": "c" }
        """, """{ "$ref": "c.kubeconfig" }""")]
    [InlineData("EKS component, something computed from its kubeconfig", "aws", """
        { "token": "eks:index:Cluster", "name": "c" }
        """, """{ "$unknown": "a call that cannot be followed", "$from": [{ "$ref": "c.kubeconfig" }] }""")]
    [InlineData("EKS, read by a data source", "aws", """
        { "token": "aws:eks/getCluster:getCluster", "name": "asked", "inputs": { "name": "prod" } }
        """, """{ "$text": ["server: ", { "$ref": "asked.endpoint" }] }""")]
    [InlineData("GKE, text made of its outputs", "gcp", """
        { "token": "gcp:container/cluster:Cluster", "name": "c", "inputs": { "location": "europe-west4" } }
        """, """{ "$text": ["server: https://", { "$ref": "c.endpoint" }, "\ncommand: gke-gcloud-auth-plugin"] }""")]
    [InlineData("GKE, known only by its plugin", "gcp", "", """{ "$text": ["server: https://", null, "\ncommand: gke-gcloud-auth-plugin"] }""")]
    [InlineData("AKS, credentials decoded", "azure", """
        { "token": "azure-native:containerservice:ManagedCluster", "name": "c" },
        { "token": "azure-native:containerservice:listManagedClusterUserCredentials", "name": "asked", "inputs": { "resourceName": { "$ref": "c.name" } } }
        """, """{ "$unknown": "Encoding.GetString", "$from": [{ "$ref": "asked.kubeconfigs[0].value" }] }""")]
    [InlineData("AKS, credentials asked for by the function's class", "azure", """
        { "token": "Pulumi.AzureNative.ContainerService.ListManagedClusterAdminCredentials", "name": "asked", "inputs": { "resourceName": "aks" } }
        """, """{ "$unknown": "Encoding.GetString", "$from": [{ "$ref": "asked.kubeconfigs[0].value" }] }""")]
    [InlineData("AKS, classic output", "azure", """
        { "token": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "c" }
        """, """{ "$ref": "c.kubeConfigRaw" }""")]
    [InlineData("GKE on AWS", "aws", """
        { "token": "gcp:container/awsCluster:AwsCluster", "name": "c" }
        """, """{ "$ref": "c.endpoint" }""")]
    [InlineData("an attached cluster says what it is", "azure", """
        { "token": "gcp:container/attachedCluster:AttachedCluster", "name": "c", "inputs": { "distribution": "aks" } }
        """, """{ "$ref": "c.clusterRegion" }""")]
    [InlineData("an attached cluster of another kind", "?", """
        { "token": "gcp:container/attachedCluster:AttachedCluster", "name": "c", "inputs": { "distribution": "generic" } }
        """, """{ "$ref": "c.clusterRegion" }""")]
    [InlineData("one of two clusters", "aws|gcp", """
        { "token": "eks:index:Cluster", "name": "a" }, { "token": "gcp:container/cluster:Cluster", "name": "b" }
        """, """{ "$choice": [{ "$ref": "a.kubeconfig" }, { "$ref": "b.endpoint" }] }""")]
    [InlineData("a cluster or something unknown", "aws|?", """
        { "token": "eks:index:Cluster", "name": "a" }
        """, """{ "$choice": [{ "$ref": "a.kubeconfig" }, { "$unknown": "config 'kubeconfig'" }] }""")]
    [InlineData("another stack's output", "?", """
        { "token": "pulumi:pulumi:StackReference", "name": "infra" }
        """, """{ "$ref": "infra.kubeconfig" }""")]
    [InlineData("a file", "?", "", """{ "$unknown": "File.ReadAllText" }""")]
    [InlineData("a path", "?", "", "\"~/.kube/config\"")]
    [InlineData("a text that names no cloud", "?", "", "\"server: https://10.0.0.1:6443\"")]
    [InlineData("names are no evidence", "?", "", "\"server: https://10.0.0.1:6443\\nname: aks-production\\ncontext: eks\"")]
    public void FollowsTheKubeconfig(string story, string cloud, string cluster, string kubeconfig)
    {
        _ = story;
        var separator = cluster.Trim().Length == 0 ? "" : ",";
        Assert.Equal(cloud, Cloud($$"""
            [
              {{cluster}}{{separator}}
              { "token": "pulumi:providers:kubernetes", "name": "k8s", "inputs": { "kubeconfig": {{kubeconfig}} } },
              {{Served}}, "options": { "provider": { "$ref": "k8s" } } },
            ]
            """));
    }

    [Theory]
    [InlineData("the component's provider", "aws", """{ "providers": [{ "$ref": "gcp" }, { "$ref": "k8s" }] }""", "{}")]
    [InlineData("the component's providers by package", "aws", """{ "providers": { "kubernetes": { "$ref": "k8s" } } }""", "{}")]
    [InlineData("the component's only provider", "aws", """{ "provider": { "$ref": "k8s" } }""", "{}")]
    [InlineData("a provider of another package is not the workload's", "?", """{ "provider": { "$ref": "gcp" } }""", "{}")]
    [InlineData("an outer component's provider", "aws", "{}", """{ "providers": [{ "$ref": "k8s" }] }""")]
    [InlineData("the inner component wins", "azure", """{ "providers": [{ "$ref": "aks" }] }""", """{ "providers": [{ "$ref": "k8s" }] }""")]
    [InlineData("one of two", "aws|azure", """{ "provider": { "$choice": [{ "$ref": "k8s" }, { "$ref": "aks" }] } }""", "{}")]
    [InlineData("one or the default one", "aws|?", """{ "provider": { "$choice": [{ "$ref": "k8s" }, null] } }""", "{}")]
    [InlineData("not known", "?", """{ "provider": { "$unknown": "parameter 'provider'" } }""", "{}")]
    [InlineData("the default one", "?", "{}", "{}")]
    public void InheritsTheProvider(string story, string cloud, string inner, string outer)
    {
        _ = story;
        Assert.Equal(cloud, Cloud($$"""
            [
              { "token": "eks:index:Cluster", "name": "eks" },
              { "token": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "akscluster" },
              { "token": "pulumi:providers:kubernetes", "name": "k8s", "inputs": { "kubeconfig": { "$ref": "eks.kubeconfigJson" } } },
              { "token": "pulumi:providers:kubernetes", "name": "aks", "inputs": { "kubeconfig": { "$ref": "akscluster.kubeConfigRaw" } } },
              { "token": "pulumi:providers:gcp", "name": "gcp" },
              { "token": "acme:platform:Outer", "name": "outer", "options": {{outer}} },
              { "token": "acme:platform:Inner", "name": "inner", "options": { "parent": { "$ref": "outer" }, {{inner.Trim('{', '}')}} } },
              {{Served}}, "options": { "parent": { "$ref": "inner" } } },
            ]
            """.Replace(", } }", " } }", StringComparison.Ordinal)));
    }

    [Fact]
    public void OwnProviderWinsOverInherited() => Assert.Equal("azure", Cloud($$"""
        [
          { "token": "eks:index:Cluster", "name": "eks" },
          { "token": "azure:containerservice/kubernetesCluster:KubernetesCluster", "name": "akscluster" },
          { "token": "pulumi:providers:kubernetes", "name": "k8s", "inputs": { "kubeconfig": { "$ref": "eks.kubeconfigJson" } } },
          { "token": "pulumi:providers:kubernetes", "name": "aks", "inputs": { "kubeconfig": { "$ref": "akscluster.kubeConfigRaw" } } },
          { "token": "acme:platform:Component", "name": "component", "options": { "providers": [{ "$ref": "k8s" }] } },
          {{Served}}, "options": { "parent": { "$ref": "component" }, "provider": { "$ref": "aks" } } },
        ]
        """));

    [Fact]
    public void ParentsThatFormACircleEnd() => Assert.Equal("?", Cloud($$"""
        [
          { "token": "acme:a:A", "name": "a", "options": { "parent": { "$ref": "b" } } },
          { "token": "acme:a:B", "name": "b", "options": { "parent": { "$ref": "a" } } },
          {{Served}}, "options": { "parent": { "$ref": "a" } } },
        ]
        """));

    [Fact]
    public void AKubeconfigInTheStacksConfigurationIsKnown()
    {
        var graph = "[" + Served + " }]";
        Assert.Equal("gcp", Cloud(graph, ("kubernetes:kubeconfig", "users: [{ user: { exec: { command: gke-gcloud-auth-plugin } } }]")));
        Assert.Equal("?", Cloud(graph, ("kubernetes:context", "gke_project_zone_name")));
    }

    [Theory]
    [InlineData("no endpoints", "aws", "{}")]
    [InlineData("LocalStack", "?", """{ "endpoints": [{ "bedrockagent": "http://localhost:4566" }] }""")]
    [InlineData("the cloud's own endpoint, a VPC's or a FIPS one", "aws", """{ "endpoints": [{ "bedrockagent": "https://bedrock-fips.us-gov-west-1.amazonaws.com" }] }""")]
    public void ReplacedEndpointsAreNotTheCloud(string story, string cloud, string inputs)
    {
        _ = story;
        Assert.Equal(cloud, Cloud($$"""
            [
              { "token": "pulumi:providers:aws", "name": "aws", "inputs": {{inputs}} },
              { "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": "openai.gpt-5.5" }, "options": { "provider": { "$ref": "aws" } } },
            ]
            """));
    }

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-north-1")]
    public void PartitionsAreRegionsOfTheCloud(string region)
    {
        var deployment = Placements.Find($$"""
            [
              { "token": "pulumi:providers:aws", "name": "aws", "inputs": { "region": "{{region}}" } },
              { "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": "openai.gpt-5.5" }, "options": { "provider": { "$ref": "aws" } } },
            ]
            """).Single();
        Assert.Equal("aws", Assert.Single(deployment.Cloud.Values));
        Assert.Equal(region, Assert.Single(deployment.Region.Values));
    }

    [Fact]
    public void UndeterminedSaysWhy()
    {
        var deployment = Placements.Find("[" + Served + " }]").Single();
        Assert.Contains("default kubernetes provider", deployment.Cloud.WhyUndetermined, StringComparison.Ordinal);
    }

    [Fact]
    public void EvidenceLeadsFromTheModelThroughTheProviderToTheCluster()
    {
        var deployment = Placements.Find($$"""
            [
              { "token": "eks:index:Cluster", "name": "eks" },
              { "token": "pulumi:providers:kubernetes", "name": "k8s", "inputs": { "kubeconfig": { "$ref": "eks.kubeconfigJson" } } },
              {{Served}}, "options": { "provider": { "$ref": "k8s" } } },
            ]
            """).Single();
        Assert.Equal(
            ["2: model 'hf://openai/gpt-4o' is set here (spec.predictor.model.storageUri)", "1: made through Kubernetes provider 'k8s'", "0: its kubeconfig comes from EKS cluster 'eks'"],
            deployment.Evidence.Select(static evidence => evidence.Location.GetLineSpan().StartLinePosition.Line + ": " + evidence.Says));
    }

    private static string Cloud(string graph, params (string Key, string Value)[] configuration)
    {
        var cloud = Placements.Find(graph, configuration).Single(static deployment => deployment.Model?.Vendor == "openai").Cloud;
        return string.Join("|", cloud.Values.Concat(cloud.WhyUndetermined is null ? [] : ["?"]));
    }
}
