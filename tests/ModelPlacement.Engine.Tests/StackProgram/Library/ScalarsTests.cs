using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class ScalarsTests
{
    [Fact]
    public void Durations() => SmallProgram.Check("""
        var timeout = TimeSpan.FromMinutes(15);
        KeepNumber("seconds", (int)timeout.TotalSeconds); // known
        Keep("text", $"{timeout} {timeout + TimeSpan.FromSeconds(30)} {timeout - TimeSpan.FromHours(2)} {TimeSpan.FromDays(1.5)}"); // known
        Keep("format", timeout.ToString("c") + timeout.ToString(@"hh\:mm")); // known
        Keep("parts", $"{timeout.Hours}{timeout.Minutes}{timeout.Ticks}{new TimeSpan(1, 2, 3).Seconds}{new TimeSpan(1, 2, 3, 4).Days}"); // known
        Keep("compared", timeout > TimeSpan.FromHours(1) ? "long" : timeout == TimeSpan.Parse("00:15:00") ? "short" : "other"); // known
        Keep("scaled", $"{timeout * 2}{timeout / 3}{timeout / TimeSpan.FromMinutes(5)}{TimeSpan.Zero}"); // known
        Keep("fraction", $"{timeout.TotalHours}"); // unknown
        Keep("culture", timeout.ToString("g")); // unknown
        Keep("json", JsonSerializer.Serialize(new { timeout, missing = (TimeSpan?)null })); // known
        """);

    [Fact]
    public void GuidsAndVersions() => SmallProgram.Check("""
        var id = Guid.Parse("6F9619FF-8B86-D011-B42D-00C04FC964FF");
        Keep("id", $"{id}{id:N}{id.ToString("B")}{Guid.Empty}{new Guid("6F9619FF8B86D011B42D00C04FC964FF") == id}"); // known
        Keep("key", new Dictionary<Guid, string> { [id] = "same" }[new Guid("6F9619FF8B86D011B42D00C04FC964FF")]); // known
        Keep("new", Guid.NewGuid().ToString().Length > 0 ? "any" : "none"); // unknown
        var version = new Version("1.12.3");
        Keep("version", $"{version}{version.ToString(2)}{version.Minor}{version > new Version(1, 9)}{version == new Version(1, 12, 3)}"); // known
        Keep("parsed", Version.TryParse("2.0", out var next) && next >= version ? next.ToString() : "none"); // known
        """);

    [Fact]
    public void Addresses() => SmallProgram.Check("""
        var address = new Uri("https://Models.acme.example:8443/openai/gpt-4o?rev=2#main");
        Keep("parts", address.Host + address.Port + address.Scheme + address.AbsolutePath + address.Query + address.Fragment + address.Authority); // known
        Keep("texts", address + address.AbsoluteUri + address.OriginalString + string.Join("|", address.Segments)); // known
        Keep("relative", new Uri(new Uri("https://h.example/a/b"), "c").ToString() + new Uri(new Uri("https://h.example/a/"), "/d")); // known
        Keep("default-port", new Uri("https://h.example:443/x").ToString() + Uri.EscapeDataString("a b/c")); // known
        Keep("one-of-two", (flag ? new Uri("https://h.example/#a") : new Uri("https://h.example/#b")).Fragment); // unknown
        Keep("escaped", new Uri("https://h.example/a%20b").AbsolutePath); // unknown
        Keep("file", new Uri("file:///tmp/x").AbsolutePath); // unknown
        """);
}
