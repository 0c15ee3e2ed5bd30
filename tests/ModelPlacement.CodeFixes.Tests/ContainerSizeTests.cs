using Microsoft.CodeAnalysis.CodeFixes;
using ModelPlacement.CodeFixes.Counterparts;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>A container app has room for what the container that it replaces was given.</summary>
public class ContainerSizeTests
{
    [Theory]
    [InlineData("aws:ecs/service:Service", "taskDefinition.cpu", "1024", "taskDefinition.memory", "2048", "1", "2Gi")]
    [InlineData("aws:ecs/service:Service", "taskDefinition.cpu", "1 vCPU", "taskDefinition.memory", "3 GB", "1.5", "3Gi")]
    [InlineData("aws:ecs/service:Service", "taskDefinition.cpu", "256", "taskDefinition.memory", "2048", "1", "2Gi")]
    [InlineData("aws:ecs/service:Service", "taskDefinition.cpu", "4096", "taskDefinition.memory", "30720", "2", "4Gi")]
    [InlineData("aws:ecs/service:Service", "taskDefinition.cpu", "many", "taskDefinition.memory", "", "2", "4Gi")]
    [InlineData("aws:lambda/function:Function", "", "", "memorySize", "512", "0.25", "0.5Gi")]
    [InlineData("aws:lambda/function:Function", "", "", "memorySize", "3008", "1.5", "3Gi")]
    [InlineData("gcp:cloudrunv2/service:Service", "template.containers[].resources.limits{cpu}", "1000m", "template.containers[].resources.limits{memory}", "512Mi", "1", "2Gi")]
    [InlineData("gcp:cloudrunv2/service:Service", "template.containers[].resources.limits{cpu}", "2", "template.containers[].resources.limits{memory}", "4Gi", "2", "4Gi")]
    [InlineData("scaleway:containers/container:Container", "cpuLimit", "1120", "memoryLimit", "2048", "1.25", "2.5Gi")]
    [InlineData("aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion", "", "", "serviceName.power", "micro", "0.5", "1Gi")]
    public void The_nearest_size_with_room_is_taken(string token, string cpuPath, string cpu, string memoryPath, string memory, string wantedCpu, string wantedMemory)
    {
        var source = CounterpartData.BuiltIn.SourcesOf(token).First(source => source.Size is not null);

        var (processors, gibibytes) = source.Size!.Read(path => path == cpuPath ? cpu : path == memoryPath && memory.Length > 0 ? memory : null);
        var size = source.Target.Sizes!.For(processors, gibibytes);

        Assert.Equal((wantedCpu, wantedMemory), (size.CpuText, size.MemoryText));
    }

    [Theory]
    [InlineData("AwsxFargate", "Cpu = 1,", "Memory = \"2Gi\",")]
    [InlineData("AwsNativeContainers", "Cpu = 0.5,", "Memory = \"1Gi\",")]
    [InlineData("OciContainer", "Cpu = 1.5,", "Memory = \"3Gi\",")]
    [InlineData("ScalewayContainer", "Cpu = 1.25,", "Memory = \"2.5Gi\",")]
    [InlineData("AppRunner", "Cpu = 2,", "Memory = \"4Gi\",")]
    public async Task It_is_read_where_the_program_writes_it(string program, string cpu, string memory)
    {
        var (project, _) = ContractTests.Read(program, "\n");

        var text = await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Project));

        Assert.Contains(cpu, text, StringComparison.Ordinal);
        Assert.Contains(memory, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_grow()
    {
        var sizes = CounterpartData.BuiltIn.Targets.Single(target => target.Sizes is not null).Sizes!;
        Assert.Equal(sizes.All.OrderBy(size => size.Cpu).ThenBy(size => size.Memory), sizes.All);
        Assert.Contains(sizes.Default, sizes.All);
    }
}
