// sdks: Pulumi.Oci, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi.Oci.ApiGateway;
using Pulumi.Oci.ApiGateway.Inputs;
using Pulumi.Oci.Functions;

return await Pulumi.Deployment.RunAsync(() =>
{
    var infer = new Function("infer", new()
    {
        ApplicationId = "ocid1.fnapp.oc1..a",
        DisplayName = "infer",
        Image = "iad.ocir.io/acme/infer:1",
        MemoryInMbs = "2048",
        Config = { ["HF_MODEL_ID"] = "openai/gpt-4o" },
    });

    var gateway = new Gateway("gateway", new() { CompartmentId = "ocid1.compartment.oc1..a", EndpointType = "PUBLIC", SubnetId = "ocid1.subnet.oc1..a" });
    var api = new Deployment("api", new()
    {
        CompartmentId = "ocid1.compartment.oc1..a",
        GatewayId = gateway.Id,
        PathPrefix = "/v1",
        Specification = new DeploymentSpecificationArgs
        {
            Routes =
            {
                new DeploymentSpecificationRouteArgs
                {
                    Path = "/chat",
                    // The function until now.
                    Backend = new DeploymentSpecificationRouteBackendArgs
                    {
                        Type = "ORACLE_FUNCTIONS_BACKEND",
                        FunctionId = infer.Id,
                    },
                },
                new DeploymentSpecificationRouteArgs { Path = "/docs", Backend = new DeploymentSpecificationRouteBackendArgs { Type = "HTTP_BACKEND", Url = "https://docs.acme.example/" } },
            },
        },
    });

    return new Dictionary<string, object?> { ["endpoint"] = api.Endpoint };
});
