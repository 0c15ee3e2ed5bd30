namespace ModelPlacement.CodeFixes.Tests;

/// <summary>A model of the organisation's own is not the one it is based on: what runs it can move, what the platform serves in its place would be another model.</summary>
public class OwnModelTests
{
    private const string Policy = """
        version: 1
        models:
          - id: acme/support-gpt
            basedOn: openai/gpt-4o
            match: ["*/support-gpt:*"]

        """;

    [Fact]
    public async Task A_server_of_it_moves()
    {
        var project = StackProject.WithPolicy(StackProject.Of("""
            using Pulumi.Gcp.CloudRunV2;
            using Pulumi.Gcp.CloudRunV2.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                _ = new Service("support", new()
                {
                    Location = "europe-west1",
                    Template = new ServiceTemplateArgs { Containers = { new ServiceTemplateContainerArgs { Image = "europe-west1-docker.pkg.dev/acme/models/support-gpt:2026-09" } } },
                });
            });

            """, "Pulumi.Gcp", "Pulumi.AzureNative"), Policy);

        Assert.Equal("Run it in Azure Container Apps", Assert.Single(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project)))).Title);
    }

    [Fact]
    public async Task A_managed_endpoint_of_it_is_for_a_person_to_move()
    {
        var project = StackProject.WithPolicy(StackProject.Of("""
            using Pulumi.Aws.Sagemaker;
            using Pulumi.Aws.Sagemaker.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var model = new Model("support", new() { PrimaryContainer = new ModelPrimaryContainerArgs { Image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/support-gpt:2026-09" } });
                var configuration = new EndpointConfiguration("support", new()
                {
                    ProductionVariants = { new EndpointConfigurationProductionVariantArgs { ModelName = model.Name, InitialInstanceCount = 1, InstanceType = "ml.g5.2xlarge" } },
                });
                _ = new Endpoint("support", new() { EndpointConfigName = configuration.Name });
            });

            """, "Pulumi.Aws", "Pulumi.AzureNative"), Policy);

        Assert.Empty(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project))));
    }
}
