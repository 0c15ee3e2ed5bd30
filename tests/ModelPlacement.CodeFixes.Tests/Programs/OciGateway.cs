// sdks: Pulumi.Oci, Pulumi.Azure
// fixed: 0 of 1, 1 alone
using Pulumi.Oci.ApiGateway;
using Pulumi.Oci.ApiGateway.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
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
                    Methods = { "POST" },
                    Backend = new DeploymentSpecificationRouteBackendArgs { Type = "HTTP_BACKEND", Url = "https://api.openai.com/v1/chat/completions" },
                    RequestPolicies = new DeploymentSpecificationRouteRequestPoliciesArgs
                    {
                        HeaderTransformations = new DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsArgs
                        {
                            SetHeaders = new DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsSetHeadersArgs
                            {
                                Items = { new DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsSetHeadersItemArgs { Name = "Authorization", Values = { "Bearer sk-0000" } } },
                            },
                        },
                    },
                },
            },
        },
    });

    return new Dictionary<string, object?> { ["api"] = api.Endpoint };
});
