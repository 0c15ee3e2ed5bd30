// sdks: Pulumi.Oci, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Oci.ContainerEngine;
using Pulumi.Oci.ContainerEngine.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    _ = new ContainerInstance("chat", new()
    {
        AvailabilityDomain = "AD-1",
        CompartmentId = "ocid1.compartment.oc1..a",
        Shape = "CI.Standard.E4.Flex",
        ShapeConfig = new ContainerInstanceShapeConfigArgs { Ocpus = 1, MemoryInGbs = 3 },
        Containers =
        {
            new ContainerInstanceContainerArgs
            {
                ImageUrl = "vllm/vllm-openai:latest",
                Arguments = { "--model", "openai/gpt-4o" },
                EnvironmentVariables = { ["LOG_LEVEL"] = "info" },
                HealthChecks =
                {
                    new ContainerInstanceContainerHealthCheckArgs { HealthCheckType = "HTTP", Path = "/health", Port = 8000, Headers = { new ContainerInstanceContainerHealthCheckHeaderArgs { Name = "X-Check", Value = "1" } } },
                },
            },
        },
        Vnics = { new ContainerInstanceVnicArgs { SubnetId = "ocid1.subnet.oc1..a", IsPublicIpAssigned = true } },
    });
});
