using Pulumi;
using static System.Math;
using static ModelNames;
using static Servers;
using Containers = Pulumi.AzureNative.ContainerInstance;
using ContainerInputs = Pulumi.AzureNative.ContainerInstance.Inputs;
using Deployment = Pulumi.Deployment;
using Environment = System.Collections.Generic.Dictionary<string, string>;
using Sizing = (double Cpu, double Memory);

return await Deployment.RunAsync(() =>
{
    _ = Serve("oss", GptOss, (4, 32), new Environment { ["HF_HOME"] = "/cache" });
    _ = Serve("whisper", Whisper, (Max(2, 1), Pow(2, 4)), new());
    _ = Serve("phi", Phi, (Ceiling(1.2), Min(16, 24)), new() { { "QUANTIZE", "awq" } });
});

internal static class ModelNames
{
    public const string Organisation = "openai";
    public const string GptOss = Organisation + "/gpt-oss-20b";
    public static readonly string Whisper = $"{Organisation}/whisper-{nameof(Size.Large).ToLowerInvariant()}-v{(int)Size.Large}";
    public static string Phi => "microsoft/" + "Phi-4".ToLower();

    private enum Size
    {
        Small = 1,
        Large = 3,
    }
}

internal static class Servers
{
    public static Containers.ContainerGroup Serve(string name, string model, Sizing sizing, Environment environment)
    {
        environment["MODEL_ID"] = model;
        return new(name, new Containers.ContainerGroupArgs
        {
            ResourceGroupName = "ai",
            OsType = Containers.OperatingSystemTypes.Linux,
            Containers =
            {
                new ContainerInputs.ContainerArgs
                {
                    Name = name,
                    Image = "ghcr.io/huggingface/text-generation-inference:3.3.5",
                    Resources = new ContainerInputs.ResourceRequirementsArgs { Requests = new ContainerInputs.ResourceRequestsArgs { Cpu = sizing.Cpu, MemoryInGB = sizing.Memory } },
                    EnvironmentVariables = environment.Select(pair => new ContainerInputs.EnvironmentVariableArgs { Name = pair.Key, Value = pair.Value }).ToList(),
                },
            },
        });
    }
}
