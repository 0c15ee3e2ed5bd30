// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 2, 2 alone
using Pulumi;
using Pulumi.Aws.ApiGateway;
using V2 = Pulumi.Aws.ApiGatewayV2;

return await Pulumi.Deployment.RunAsync(() =>
{
    var openAiKey = new Config().RequireSecret("openAiKey");
    var rest = new RestApi("rest");

    // The key stays here.
    _ = new Integration("chat", new()
    {
        RestApi = rest.Id,
        ResourceId = rest.RootResourceId,
        HttpMethod = "POST",
        IntegrationHttpMethod = "POST",
        Type = "HTTP_PROXY",
        Uri = "https://api.openai.com/v1/chat/completions",
        RequestParameters = { ["integration.request.header.Authorization"] = Output.Format($"'Bearer {openAiKey}'") },
    });

    var http = new V2.Api("http", new() { ProtocolType = "HTTP" });
    _ = new V2.Integration("all", new()
    {
        ApiId = http.Id,
        IntegrationType = "HTTP_PROXY",
        IntegrationMethod = "ANY",
        IntegrationUri = "https://api.openai.com/{proxy}",
        RequestParameters = { ["overwrite:path"] = "$request.path", ["overwrite:header.Authorization"] = "Bearer sk-0000" },
    });
});
