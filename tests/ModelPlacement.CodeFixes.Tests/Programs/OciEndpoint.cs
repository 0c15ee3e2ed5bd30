// sdks: Pulumi.Oci, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Oci.GenerativeAi;

return await Pulumi.Deployment.RunAsync(() =>
{
    // Hosted for us alone.
    var cluster = new DedicatedAiCluster("chat", new() { CompartmentId = "ocid1.compartment.oc1..a", Type = "HOSTING", UnitCount = 2, UnitShape = "LARGE_GENERIC" });
    var endpoint = new Endpoint("chat", new()
    {
        CompartmentId = "ocid1.compartment.oc1..a",
        DedicatedAiClusterId = cluster.Id,
        ModelId = "openai.gpt-5.5",
    });

    return new Dictionary<string, object?> { ["endpoint"] = endpoint.Id };
});
