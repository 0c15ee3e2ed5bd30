// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using V2 = Pulumi.Aws.ApiGatewayV2;

return await Pulumi.Deployment.RunAsync(() =>
{
    var function = new Function("infer", new()
    {
        Role = "arn:aws:iam::111122223333:role/lambda",
        PackageType = "Image",
        ImageUri = "111122223333.dkr.ecr.us-east-1.amazonaws.com/infer:1",
        MemorySize = 4096,
        Environment = new FunctionEnvironmentArgs { Variables = { ["HF_MODEL_ID"] = "openai/gpt-4o" } },
    });

    // Two ways in.
    var rest = new RestApi("rest");
    new Integration("rest", new()
    {
        RestApi = rest.Id,
        ResourceId = rest.RootResourceId,
        HttpMethod = "POST",
        IntegrationHttpMethod = "POST",
        Type = "AWS_PROXY",
        Uri = function.InvokeArn,
    });
    new Permission("rest", new() { Action = "lambda:InvokeFunction", Function = function.Name, Principal = "apigateway.amazonaws.com" });

    var http = new V2.Api("http", new() { ProtocolType = "HTTP" });
    var integration = new V2.Integration("http", new() { ApiId = http.Id, IntegrationType = "AWS_PROXY", IntegrationUri = function.Arn, PayloadFormatVersion = "2.0" });

    return new Dictionary<string, object?> { ["integration"] = integration.Id, ["api"] = http.ApiEndpoint };
});
