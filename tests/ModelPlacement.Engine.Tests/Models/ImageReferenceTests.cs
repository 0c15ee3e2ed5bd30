using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("nginx", "nginx")]
    [InlineData("nginx:1.27", "nginx")]
    [InlineData("Vllm/VLLM-openai:latest", "vllm vllm-openai")]
    [InlineData("docker.io/vllm/vllm-openai@sha256:0123", "docker.io vllm vllm-openai")]
    [InlineData("localhost:5000/vllm/vllm-openai", "localhost:5000 vllm vllm-openai")]
    [InlineData("localhost:5000/vllm/vllm-openai:v1@sha256:0123", "localhost:5000 vllm vllm-openai")]
    [InlineData("oci://ghcr.io/acme/x:1", "ghcr.io acme x")]
    [InlineData("://ghcr.io/acme/x", "ghcr.io acme x")]
    [InlineData("@sha256:0123", null)]
    [InlineData(":latest", null)]
    [InlineData("a:/b", "a: b")]
    [InlineData("/", null)]
    [InlineData(" ", null)]
    public void Is_taken_apart(string image, string? segments) =>
        Assert.Equal(segments, ImageReference.Parse(image) is { } reference ? string.Join(' ', reference.Segments) : null);

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void No_reference_is_longer(int length, bool isOne) => Assert.Equal(isOne, ImageReference.Parse("acme/".PadRight(length, 'a')) is not null);
}
