// language: 14
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Ssm;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var options = new ServingOptions { Model = "  openai.gpt-oss-20b-1:0 " };
    options?.Region = "eu-west-1";
    AgentAgentArgs? args = new() { AgentName = "modern", AgentResourceRoleArn = "arn:aws:iam::1:role/modern" };
    args?.FoundationModel = options!.Model;
    args?.Tags["family"] = options!.Model.Family;
    _ = new AgentAgent(nameof(List<>).ToLowerInvariant() + "-agent", args!);

    Span<string> parts = ["a", "b"];
    _ = new Parameter("parts", new() { Type = "String", Value = Join(parts), Tags = { ["default"] = string.DefaultModel, ["region"] = options!.Region } });

    var counter = new Counter();
    counter += 3;
    counter++;
    _ = new Parameter("count", new() { Type = "String", Value = counter.Value.ToString() });

    var named = new Named("first");
    _ = new Parameter("named", new() { Type = "String", Value = named.Full + named[2] });

    static string Join(ReadOnlySpan<string> items) => items[0] + "+" + items[1];
});

internal sealed class ServingOptions
{
    public string Model
    {
        get;
        set => field = value.Trim();
    } = "";

    public string Region { get => field ?? "us-east-1"; set; }
}

internal sealed partial class Named
{
    public partial Named(string name);

    public partial string Full { get; }

    public partial string this[int index] { get; }
}

internal sealed partial class Named
{
    private readonly string _name;

    public partial Named(string id) => _name = id;

    public partial string Full => _name + "!";

    public partial string this[int at] => _name[at].ToString();
}

internal sealed class Counter
{
    public int Value { get; private set; }

    public void operator +=(int amount) => Value += amount;

    public void operator ++() => Value++;
}

internal static class ModelStrings
{
    extension(string model)
    {
        public string Family => model.Split('.')[0];

        public static string DefaultModel => "amazon.nova-micro-v1:0";
    }
}
