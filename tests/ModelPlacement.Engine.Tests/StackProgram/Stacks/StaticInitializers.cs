using Pulumi;
using Pulumi.Aws.LightSail;
using Pulumi.Aws.Ssm;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(Servers.Create);

internal static class Servers
{
    private static readonly Dictionary<string, int> Power = new() { ["ollama"] = 2, ["whisper"] = 1 };

    private static readonly string[] Names;

    private static int s_created;

    static Servers()
    {
        Names = Power.Keys.OrderByDescending(name => Power[name]).ToArray();
        Prefix = Defaults.Company + "-ai";
    }

    private static string Prefix { get; }

    public static void Create()
    {
        foreach (var name in Names)
        {
            var number = ++s_created;
            _ = new ContainerService($"{Prefix}-{name}", new() { Name = name, Power = Power[name] > 1 ? "xlarge" : "medium", Scale = number, Tags = { ["order"] = $"{number:00}" } });
        }

        _ = new Parameter("created", new() { Type = "String", Value = $"{s_created}/{Names.Length} {Defaults.Full}" });
    }
}

internal static class Defaults
{
    public const string Company = "acme";

    public static readonly string Full = Company.ToUpperInvariant() + Suffix;

    private static readonly string Suffix = " Inc.";
}
