// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 1
using Pulumi;
using Pulumi.Aws.ApiGatewayV2;

return await Pulumi.Deployment.RunAsync(() =>
{
    var api = new Api("models", new() { ProtocolType = "HTTP" });

    // Callers say the model, with each request.
    _ = new Integration("chat", new()
    {
        ApiId = api.Id,
        IntegrationType = "HTTP_PROXY",
        IntegrationMethod = "POST",
        IntegrationUri = "https://api.openai.com/v1/chat/completions",
    });
});
