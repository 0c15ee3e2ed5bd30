using Pulumi;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Deployment = Pulumi.Deployment;
using Function = Pulumi.Aws.Lambda.Function;

return await Deployment.RunAsync(() =>
{
    var small = new Sizing { Memory = 256, Timeout = 15 };
    var large = small;
    large.Memory *= 8;
    Grow(ref large, by: 2);
    if (!Limits.TryFit(large, out var fitted, out var note))
        note += "!";
    var (memory, timeout) = fitted;
    ref var shared = ref small.Memory;
    shared += 1;

    Create("small", small, "none");
    Create("large", fitted, note);
    _ = new Function("tuple", new() { Role = "r", MemorySize = memory, Timeout = timeout });

    static void Create(string name, in Sizing sizing, string note) => _ = new Function(name, new()
    {
        Role = "arn:aws:iam::1:role/x",
        MemorySize = sizing.Memory,
        Timeout = sizing.Timeout,
        Environment = new FunctionEnvironmentArgs { Variables = { ["NOTE"] = note, ["MODEL"] = sizing.Memory > 3000 ? "large-v3" : "tiny" } },
    });

    static void Grow(ref Sizing sizing, int by)
    {
        sizing.Memory *= by;
        sizing = sizing with { Timeout = sizing.Timeout * by };
    }
});

internal struct Sizing
{
    public int Memory;
    public int Timeout;

    public readonly void Deconstruct(out int memory, out int timeout) => (memory, timeout) = (Memory, Timeout);
}

internal static class Limits
{
    private const int Most = 3008;

    public static bool TryFit(Sizing wanted, out Sizing fitted, out string note)
    {
        fitted = wanted;
        note = "as wanted";
        if (wanted.Memory <= Most)
            return true;
        fitted.Memory = Most;
        note = $"{wanted.Memory} is too much";
        return false;
    }
}
