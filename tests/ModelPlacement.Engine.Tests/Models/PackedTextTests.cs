using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>Text in base64, compressed or not, and text that only looks like it.</summary>
public sealed class PackedTextTests
{
    private const string Text = "ollama pull m";

    [Theory]
    [InlineData("b2xsYW1hIHB1bGwgbQ==", Text)]
    [InlineData("b2xsYW1hIHB1\r\n\tbGwgbQ==\n", Text)]
    [InlineData("YjJ4c1lXMWhJSEIxYkd3Z2JRPT0=", Text)]
    [InlineData("WWpKNGMxbFhNV2hKU0VJeFlrZDNaMkpSUFQwPQ==", "b2xsYW1hIHB1bGwgbQ==")]
    [InlineData("QUJDREVGR0hJSktM", "ABCDEFGHIJKL")]
    [InlineData("Pz8/Pz4+Pn5+fnp6", "????>>>~~~zz")]
    [InlineData("CQ0KICAgYWJjZGVm", "\t\r\n   abcdef")]
    public void Is_read(string text, string read) => Assert.Equal(read, PackedText.Decode(text));

    [Theory]
    [InlineData("YWJjZGVmZ2g=")]
    [InlineData("   YWJjZGVmZ2g=   ")]
    [InlineData("b2xsYW1hIHB1bGwgbQ")]
    [InlineData("b2xsYW1hIHB1bGwgb===")]
    [InlineData("b2xsYW1hIHB1bGwg!Q==")]
    [InlineData("b2xsYW1hIHB1bGwgbQ==;")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==")]
    [InlineData("YWJjZGVmZ2hpamtsAG1u")]
    [InlineData("/////////////////////w==")]
    [InlineData("H4sIAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("docker run vllm/vllm-openai")]
    [InlineData("")]
    public void Is_left_as_it_is(string text) => Assert.Equal(text, PackedText.Decode(text));

    [Theory]
    [InlineData("YQ==", "a")]
    [InlineData("", "")]
    [InlineData("a", null)]
    [InlineData("/w==", null)]
    [InlineData("H4sIAA==", "")]
    public void What_is_known_to_be_packed(string text, string? read) => Assert.Equal(read, PackedText.FromBase64(text));

    [Fact]
    public void Is_unpacked_and_at_most_a_million_characters_of_it()
    {
        Assert.Equal(Text, PackedText.FromBase64(Packed(Text)));
        Assert.Equal(Text, PackedText.Decode(Packed(Text)));
        Assert.Equal(1 << 20, PackedText.FromBase64(Packed(new string('a', (1 << 20) + 1)))?.Length);
        Assert.Equal((1 << 20) - 1, PackedText.FromBase64(Packed(new string('a', (1 << 20) - 1)))?.Length);
    }

    [Theory]
    [InlineData(1 << 21, true)]
    [InlineData((1 << 21) + 4, false)]
    public void Longer_text_is_not_decoded(int length, bool isDecoded) =>
        Assert.Equal(isDecoded ? length / 4 * 3 : length, PackedText.Decode(string.Concat(Enumerable.Repeat("QUJD", length / 4))).Replace("QUJD", isDecoded ? "ABC" : "QUJD", StringComparison.Ordinal).Length);

    private static string Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(packed.ToArray());
    }
}
