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
    [InlineData("/", null)]
    [InlineData(" ", null)]
    public void Is_taken_apart(string image, string? segments) =>
        Assert.Equal(segments, ImageReference.Parse(image) is { } reference ? string.Join(' ', reference.Segments) : null);
}
