// sdks: Pulumi.Oci, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi.Oci.DataScience.Inputs;
using Pulumi.Oci.GenerativeAi;
using Pulumi.Oci.GenerativeAi.Inputs;
using DataScience = Pulumi.Oci.DataScience;

return await Pulumi.Deployment.RunAsync(() =>
{
    const string compartment = "ocid1.compartment.oc1..a";

    // Units that nobody else has.
    var cluster = new DedicatedAiCluster("units", new() { CompartmentId = compartment, Type = "HOSTING", UnitCount = 50, UnitShape = "LARGE_GENERIC" });
    var model = new ImportedModel("gpt", new() { CompartmentId = compartment, DataSource = new ImportedModelDataSourceArgs { SourceType = "HUGGING_FACE_MODEL", ModelId = "openai/gpt-4o" } });
    var endpoint = new Endpoint("chat", new() { CompartmentId = compartment, DedicatedAiClusterId = cluster.Id, ModelId = model.Id });

    _ = new DataScience.ModelDeployment("vllm", new()
    {
        CompartmentId = compartment,
        ProjectId = "ocid1.datascienceproject.oc1..a",
        ModelDeploymentConfigurationDetails = new ModelDeploymentModelDeploymentConfigurationDetailsArgs
        {
            DeploymentType = "SINGLE_MODEL",
            EnvironmentConfigurationDetails = new ModelDeploymentModelDeploymentConfigurationDetailsEnvironmentConfigurationDetailsArgs
            {
                EnvironmentConfigurationType = "OCIR_CONTAINER",
                Image = "iad.ocir.io/acme/vllm-openai:1",
                Cmds = { "--model", "openai/gpt-4o" },
            },
        },
    });

    return new Dictionary<string, object?> { ["endpoint"] = endpoint.DisplayName };
});
