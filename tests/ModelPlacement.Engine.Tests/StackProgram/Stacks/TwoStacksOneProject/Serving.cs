using Pulumi;
using Pulumi.Aws.AppRunner;
using Pulumi.Aws.AppRunner.Inputs;

namespace TwoStacksOneProject;

internal static class Serving
{
    public static IDictionary<string, object?> Define()
    {
        var network = new StackReference("acme/project/network");
        var vpc = network.GetOutput("vpc").Apply(id => (string)id!);
        var service = new Service("tgi", new ServiceArgs
        {
            ServiceName = "tgi",
            SourceConfiguration = new ServiceSourceConfigurationArgs
            {
                ImageRepository = new ServiceSourceConfigurationImageRepositoryArgs
                {
                    ImageIdentifier = "ghcr.io/huggingface/text-generation-inference:3.3.5",
                    ImageRepositoryType = "ECR_PUBLIC",
                    ImageConfiguration = new ServiceSourceConfigurationImageRepositoryImageConfigurationArgs
                    {
                        Port = "8080",
                        StartCommand = string.Join(' ', "--model-id", "openai/gpt-oss-20b", "--max-total-tokens", 4096),
                    },
                },
            },
            Tags = { ["vpc"] = vpc },
        });
        return new Dictionary<string, object?> { ["url"] = service.ServiceUrl };
    }
}
