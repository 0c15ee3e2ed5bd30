// stack: dev
// config: project:public = true
using Pulumi;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var variables = new InputMap<string>();
    variables.Add("OPENAI_BASE_URL", "https://acme.openai.azure.com/openai/v1");
    variables.Add("LOG_LEVEL", "debug");

    var args = new FunctionArgs
    {
        Role = "arn:aws:iam::123456789012:role/lambda",
        PackageType = "Image",
    };
    args.ImageUri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/chat:1.4.2";
    args.Environment = new FunctionEnvironmentArgs { Variables = variables };
    args.MemorySize = 512;
    args.Timeout = 30;
    Tune(args);
    args.Layers.Add("arn:aws:lambda:eu-west-1:1:layer:a:1");
    args.Layers.Add("arn:aws:lambda:eu-west-1:1:layer:b:2");

    var function = new Function("chat", args);

    if (config.RequireBoolean("public"))
    {
        _ = new FunctionUrl("chat-url", new() { FunctionName = function.Name, AuthorizationType = "NONE" });
    }
    else
    {
        _ = new FunctionUrl("chat-url-iam", new() { FunctionName = function.Name, AuthorizationType = "AWS_IAM" });
    }
});

static void Tune(FunctionArgs args)
{
    args.MemorySize = 2048;
    args.Architectures = new[] { "arm64" };
    args.Tags["tuned"] = "yes";
}
