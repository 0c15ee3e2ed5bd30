using Pulumi.Aws.Ec2;

namespace TwoStacksOneProject;

internal static class Network
{
    private static readonly string[] Zones = ["a", "b", "c"];

    public static IDictionary<string, object?> Define()
    {
        var vpc = new Vpc("main", new VpcArgs { CidrBlock = "10.20.0.0/16", EnableDnsHostnames = true });
        var subnets = Zones.Select((zone, index) => new Subnet($"private-{zone}", new SubnetArgs
        {
            VpcId = vpc.Id,
            CidrBlock = $"10.20.{index * 16}.0/20",
            AvailabilityZone = "eu-west-1" + zone,
            Tags = { ["tier"] = "private" },
        })).ToList();
        return new Dictionary<string, object?>
        {
            ["vpc"] = vpc.Id,
            ["subnets"] = subnets.Select(subnet => subnet.Id).ToArray(),
        };
    }
}
