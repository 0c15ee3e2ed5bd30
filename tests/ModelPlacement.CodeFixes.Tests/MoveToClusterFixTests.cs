namespace ModelPlacement.CodeFixes.Tests;

public class MoveToClusterFixTests
{
    [Theory]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-internal", "true")]
    [InlineData("networking.gke.io/load-balancer-type", "Internal")]
    public async Task The_workload_moves_to_the_cluster_in_scope_with_what_stands_beside_it(string annotation, string value)
    {
        var project = StackProject.Of(Program("elsewhere", annotation, value, other: "", OldProvider, Export), "Pulumi.Kubernetes", "Pulumi.Gcp", "Pulumi.Azure");

        var finding = Assert.Single(await StackProject.FixableAsync(project));
        var action = Assert.Single(await StackProject.ActionsAsync(project, finding, new MoveToClusterFix()));

        Assert.Equal("Run it on the cluster of 'azure'", action.Title);
        var result = await StackProject.ApplyAsync(project, action);
        Assert.Equal(Program("azure", "service.beta.kubernetes.io/azure-load-balancer-internal", "true", other: "", "", Export), await StackProject.TextAsync(result));
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(result));
        Assert.Empty(await StackProject.FindingsAsync(result));
    }

    [Theory]
    [InlineData("", "[\"chat\"] = \"chat\"", false)]
    [InlineData("", Export, true)]
    [InlineData(", options: new() { Protect = true }", "[\"chat\"] = \"chat\"", true)]
    public async Task The_old_cluster_goes_with_its_nodes_unless_something_reads_or_protects_it(string options, string export, bool stays)
    {
        const string nodes = """
                var pool = new Pulumi.Gcp.Container.NodePool("gpus", new() { Cluster = gke.Name, Location = gke.Location });
                var elsewhere = new Kubernetes.Provider("elsewhere", new() { KubeConfig = gke.Endpoint.Apply(endpoint => $"server: https://{endpoint}") }, new() { DependsOn = { pool } });

            """;
        var program = Program("elsewhere", "team", "chat", other: "", nodes, export).Replace("Cluster(\"models\");", "Cluster(\"models\"" + options + ");", StringComparison.Ordinal);
        var project = StackProject.Of(program, "Pulumi.Kubernetes", "Pulumi.Gcp", "Pulumi.Azure");

        var action = Assert.Single(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project)), new MoveToClusterFix()));
        var result = await StackProject.ApplyAsync(project, action);

        Assert.Equal(stays, (await StackProject.TextAsync(result)).Contains("Pulumi.Gcp", StringComparison.Ordinal));
        Assert.DoesNotContain("DependsOn", await StackProject.TextAsync(result), StringComparison.Ordinal);
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(result));
    }

    [Fact]
    public async Task A_provider_that_runs_something_else_too_is_for_a_person_to_split()
    {
        const string other = """
                _ = new Kubernetes.Apps.V1.Deployment("web", new() { Metadata = new ObjectMetaArgs { Name = "web" } }, new() { Provider = elsewhere });

            """;
        var project = StackProject.Of(Program("elsewhere", "team", "chat", other, OldProvider, Export), "Pulumi.Kubernetes", "Pulumi.Gcp", "Pulumi.Azure");

        Assert.Empty(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project)), new MoveToClusterFix()));
    }

    private const string Export = "[\"gke\"] = gke.Name";

    private const string OldProvider = "    var elsewhere = new Kubernetes.Provider(\"elsewhere\", new() { KubeConfig = gke.Endpoint.Apply(endpoint => $\"server: https://{endpoint}\") });\n";

    private static string Program(string provider, string annotation, string value, string other, string old, string export) => $$"""
        using Pulumi;
        using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
        using Pulumi.Kubernetes.Types.Inputs.Core.V1;
        using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
        using Kubernetes = Pulumi.Kubernetes;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            var gke = new Pulumi.Gcp.Container.Cluster("models");
            var aks = new Pulumi.Azure.ContainerService.KubernetesCluster("models", new() { ResourceGroupName = "models", DnsPrefix = "models" });
            var azure = new Kubernetes.Provider("azure", new() { KubeConfig = aks.KubeConfigRaw });
        {{old}}    var labels = new InputMap<string> { { "app", "chat" } };
            _ = new Kubernetes.Apps.V1.Deployment("chat", new()
            {
                Spec = new DeploymentSpecArgs
                {
                    Selector = new LabelSelectorArgs { MatchLabels = labels },
                    Template = new PodTemplateSpecArgs
                    {
                        Metadata = new ObjectMetaArgs { Labels = labels },
                        Spec = new PodSpecArgs
                        {
                            Containers = { new ContainerArgs { Name = "server", Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o" } } },
                        },
                    },
                },
            }, new() { Provider = {{provider}} });
            _ = new Kubernetes.Core.V1.Service("chat", new()
            {
                Metadata = new ObjectMetaArgs { Annotations = { { "{{annotation}}", "{{value}}" } } },
                Spec = new ServiceSpecArgs { Type = "LoadBalancer", Selector = labels, Ports = { new ServicePortArgs { Port = 80, TargetPort = 8000 } } },
            }, new() { Provider = {{provider}} });
        {{other}}
            return new Dictionary<string, object?> { {{export}} };
        });

        """;
}
