using System;
using System.Linq;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Policies;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

public class PolicyTextTests
{
    private static readonly Exemption Chat = new()
    {
        Policy = "openai-api-on-azure",
        Resource = new Glob("aws:sagemaker/endpoint:Endpoint"),
        Name = new Glob("chat"),
        Stacks = [new Glob("dev")],
        Reason = "Load test.",
        ApprovedBy = "platform@acme.example",
        Expires = Given.Day("2026-12-31"),
    };

    private static readonly Exemption Short = new() { Policy = "p", Reason = "r" };

    private const string ChatBlock = """
          - policy: openai-api-on-azure
            resource: aws:sagemaker/endpoint:Endpoint
            name: chat
            stacks: [dev]
            reason: Load test.
            approvedBy: platform@acme.example
            expires: 2026-12-31

        """;

    [Theory]
    [InlineData("", "version: 1\nexemptions:\n")]
    [InlineData("# Our rules.\n", "# Our rules.\nversion: 1\nexemptions:\n")]
    [InlineData("version: 1\n", "version: 1\nexemptions:\n")]
    [InlineData("version: 1", "version: 1\nexemptions:\n")]
    [InlineData("version: 1\n\n# the end\n", "version: 1\n\n# the end\nexemptions:\n")]
    [InlineData("version: 1\nexemptions:\n", "version: 1\nexemptions:\n")]
    [InlineData("version: 1\nexemptions:   # none yet\n", "version: 1\nexemptions:   # none yet\n")]
    [InlineData("version: 1\nexemptions: null # none yet\n", "version: 1\nexemptions: # none yet\n")]
    [InlineData("version: 1\nexemptions: ~\n", "version: 1\nexemptions:\n")]
    [InlineData("version: 1\nexemptions :\n", "version: 1\nexemptions :\n")]
    [InlineData("---\n", "---\nversion: 1\nexemptions:\n")]
    public void At_the_end_of_a_file(string before, string start) => Assert.Equal(start + ChatBlock, PolicyText.AddExemption(before, Chat));

    [Fact]
    public void At_the_end_of_a_line_that_does_not_end() => Assert.Equal(
        "version: 1\nexemptions: # none\n  - policy: p\n    reason: r",
        PolicyText.AddExemption("version: 1\nexemptions: # none", Short));

    [Fact]
    public void Behind_those_that_are_there_whatever_they_say()
    {
        const string before = "version: 1\nexemptions:\n  - {policy: q, reason: x, approvedBy: y, expires: 2026-12-31}\n";
        Assert.Equal(before + ChatBlock, PolicyText.AddExemption(before, Chat));
        var unnamed = Chat with { Resource = null, Name = null, Stacks = null };
        Assert.Equal(2, Given.File(PolicyText.AddExemption(before, unnamed)!).Exemptions.Length);
    }

    [Fact]
    public void After_the_last_of_a_list_with_its_indentation_comments_and_what_follows()
    {
        const string before = """
            # Our exceptions
            version: 1

            exemptions:   # reviewed monthly
                # the first
                -   policy: openai-api-on-azure   # why not
                    reason: >
                      Because of
                      this.

                    approvedBy: a
                    expires: 2027-01-01   # soon

            # The rules
            policies: []
            """;
        var after = PolicyText.AddExemption(before, Short);
        Assert.Equal(before.Replace("2027-01-01   # soon\n", "2027-01-01   # soon\n    - policy: p\n      reason: r\n", StringComparison.Ordinal), after);
    }

    [Fact]
    public void A_list_without_indentation() => Assert.Equal(
        "version: 1\nexemptions:\n- policy: q\n  reason: |\n    text\n- policy: p\n  reason: r\n\nextends: []\n",
        PolicyText.AddExemption("version: 1\nexemptions:\n- policy: q\n  reason: |\n    text\n\nextends: []\n", Short));

    [Fact]
    public void Windows_line_endings_are_kept()
    {
        Assert.Equal("version: 1\r\nexemptions:\r\n  - policy: p\r\n    reason: r\r\n", PolicyText.AddExemption("version: 1\r\n", Short));
        Assert.Equal("\r\nversion: 1\r\nexemptions:\r\n  - policy: p\r\n    reason: r\r\n", PolicyText.AddExemption("\r\n", Short));
        Assert.Equal(
            "\uFEFFversion: 1\r\nexemptions:\r\n  - {policy: q}\r\n  - policy: p\r\n    reason: r\r\nextends: []\r\n",
            PolicyText.AddExemption("\uFEFFversion: 1\r\nexemptions:\r\n  - {policy: q}\r\nextends: []\r\n", Short));
    }

    [Theory]
    [InlineData("exemptions: []", "exemptions: [{policy: p, reason: r}]")]
    [InlineData("exemptions: [ ]  # none", "exemptions: [{policy: p, reason: r} ]  # none")]
    [InlineData("exemptions: [{policy: q, reason: x}]", "exemptions: [{policy: q, reason: x}, {policy: p, reason: r}]")]
    [InlineData("exemptions: [{policy: q, stacks: [a, b]}, ]", "exemptions: [{policy: q, stacks: [a, b]}, {policy: p, reason: r}, ]")]
    [InlineData("exemptions: [\n  {policy: q} # x ]\n]", "exemptions: [\n  {policy: q},\n  {policy: p, reason: r} # x ]\n]")]
    [InlineData("exemptions: [{policy: q}, {policy: s, reason: x, stacks: []}]", "exemptions: [{policy: q}, {policy: s, reason: x, stacks: []}, {policy: p, reason: r}]")]
    [InlineData("exemptions: [\n  {policy: q}, {policy: s}]", "exemptions: [\n  {policy: q}, {policy: s}, {policy: p, reason: r}]")]
    [InlineData("exemptions: [\n  {policy: q} # x, y\n  ,\n]", "exemptions: [\n  {policy: q} # x, y\n  ,\n  {policy: p, reason: r},\n]")]
    [InlineData("exemptions:\n  [\n    {policy: q},\n  ]", "exemptions:\n  [\n    {policy: q},\n    {policy: p, reason: r},\n  ]")]
    public void A_list_in_brackets(string before, string after) =>
        Assert.Equal("version: 1\n" + after + "\nextends: []\n", PolicyText.AddExemption("version: 1\n" + before + "\nextends: []\n", Short));

    [Theory]
    [InlineData("{\"version\": 1}", "{\"version\": 1, \"exemptions\": [{ \"policy\": \"p\", \"reason\": \"r\" }]}")]
    [InlineData("{\n  \"version\": 1\n}\n", "{\n  \"version\": 1,\n  \"exemptions\": [{ \"policy\": \"p\", \"reason\": \"r\" }]\n}\n")]
    [InlineData("{\n\t\"version\": 1,\n\t\"exemptions\": [\n\t\t{ \"policy\": \"q\" }\n\t]\n}\n", "{\n\t\"version\": 1,\n\t\"exemptions\": [\n\t\t{ \"policy\": \"q\" },\n\t\t{ \"policy\": \"p\", \"reason\": \"r\" }\n\t]\n}\n")]
    [InlineData("{\"version\": 1, \"exemptions\": null}", "{\"version\": 1, \"exemptions\": [{ \"policy\": \"p\", \"reason\": \"r\" }]}")]
    [InlineData("{\"version\": 1, \"policies\": []}", "{\"version\": 1, \"policies\": [], \"exemptions\": [{ \"policy\": \"p\", \"reason\": \"r\" }]}")]
    [InlineData("{\"version\": 1, policies: []}", "{\"version\": 1, policies: [], exemptions: [{policy: p, reason: r}]}")]
    [InlineData("{version: 1}", "{version: 1, exemptions: [{policy: p, reason: r}]}")]
    public void A_file_in_brackets_and_json(string before, string after) => Assert.Equal(after, PolicyText.AddExemption(before, Short));

    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("* starts with a star", "\"* starts with a star\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("12", "\"12\"")]
    [InlineData("", "\"\"")]
    [InlineData(" x ", "\" x \"")]
    [InlineData("two\nlines \"quoted\" \\ \t", "\"two\\nlines \\\"quoted\\\" \\\\ \\t\"")]
    [InlineData("'tis", "\"'tis\"")]
    [InlineData("fällig, bis dann", "fällig, bis dann")]
    [InlineData("INFRA-123: later", "\"INFRA-123: later\"")]
    [InlineData("😀", "\"😀\"")]
    [InlineData(".net, later", ".net, later")]
    [InlineData("/etc", "/etc")]
    [InlineData("_x", "_x")]
    [InlineData("(see INFRA-123)", "(see INFRA-123)")]
    [InlineData("ends with:", "\"ends with:\"")]
    [InlineData("a\rb", "\"a\\rb\"")]
    [InlineData("ding\a", "\"ding\\u0007\"")]
    [InlineData("a\u007Fb", "\"a\\u007fb\"")]
    [InlineData("a\u0085b", "\"a\\u0085b\"")]
    [InlineData("a\u2028b", "\"a\\u2028b\"")]
    [InlineData("a\u2029b", "\"a\\u2029b\"")]
    [InlineData("a\uFEFFb", "\"a\\ufeffb\"")]
    public void Texts_that_yaml_could_take_for_something_else_are_quoted(string reason, string written) =>
        Assert.Equal("version: 1\nexemptions:\n  - policy: p\n    reason: " + written + "\n", PolicyText.AddExemption("version: 1\n", Short with { Reason = reason }));

    [Fact]
    public void Patterns_and_brackets_are_quoted_where_needed() => Assert.Equal(
        "version: 1\nexemptions: [{policy: p, name: \"*-{a}\", stacks: [\"*\", \"a,b\"], reason: \"x, y\"}]\n",
        PolicyText.AddExemption("version: 1\nexemptions: []\n", Short with { Name = new Glob("*-{a}"), Stacks = [new Glob("*"), new Glob("a,b")], Reason = "x, y" }));

    [Fact]
    public void Several_stacks_are_a_list()
    {
        var exemption = Short with { Stacks = [new Glob("dev"), new Glob("a,b")] };
        Assert.Equal("version: 1\nexemptions:\n  - policy: p\n    stacks: [dev, \"a,b\"]\n    reason: r\n", PolicyText.AddExemption("version: 1\n", exemption));
        Assert.Equal(
            "{\"version\": 1, \"exemptions\": [{ \"policy\": \"p\", \"stacks\": [\"dev\", \"a,b\"], \"reason\": \"r\" }]}",
            PolicyText.AddExemption("{\"version\": 1}", exemption));
    }

    [Theory]
    [InlineData("~\n")]
    [InlineData("version: 1\nexemptions:\n\t- policy: q\n")]
    [InlineData("version: 1\nexemptions: [\n")]
    [InlineData("version: 1\nexemptions: &e []\nother: *e\n")]
    [InlineData("version: 1\nx: &e []\nexemptions: *e\n")]
    [InlineData("version: 1\nexemptions: text\n")]
    [InlineData("version: 1\nexemptions: {a: b}\n")]
    [InlineData("version: 1\nversion: 1\n")]
    [InlineData("- a list\n")]
    [InlineData("text\n")]
    [InlineData("version: 1\n...\n")]
    [InlineData("version: 1\n---\nversion: 1\n")]
    [InlineData("version: 2\n")]
    public void Where_it_cannot_be_done_safely_it_is_not_done(string text) => Assert.Null(PolicyText.AddExemption(text, Short));

    [Fact]
    public void A_file_with_other_problems_can_be_edited()
    {
        var after = PolicyText.AddExemption("version: 1\ntypo: 1\nexemptions:\n  - {policy: q, stack: [x]}\n", Chat);
        Assert.Equal(3, Given.File(after!).Problems.Length + Given.File(after!).Exemptions.Length);
    }

    [Fact]
    public void The_edited_file_takes_the_finding_out_and_twice_is_twice()
    {
        var once = PolicyText.AddExemption("version: 1\n", Chat)!;
        Assert.Equal(["exempted MPA1001 openai-api-on-azure [dev]"], Given.Policies(once).Judge(Given.Deployment(stacks: ["dev"])).Short());
        Assert.Equal(2, Given.Policies(PolicyText.AddExemption(once, Chat)!).Exemptions.Length);
    }

    [Fact]
    public void Whatever_the_file_it_is_edited_whole_or_not_at_all()
    {
        string[] heads = ["", "# c\n", "version: 1\n", "version: 1", "{version: 1}", "{\"version\": 1,\n \"policies\": []}", "\uFEFFversion: 1\r\n"];
        string[] tails =
        [
            "", "exemptions:\n", "exemptions: []\n", "exemptions: [{policy: a}]\n", "exemptions:\n- policy: a\n  reason: 'x\n    y'\n", "exemptions:\n  - policy: a\n    stacks:\n      - b\n      - c\n",
            "exemptions:\n  - policy: a\n    reason: |+\n      x\n\n\n", "exemptions: # c\n  # d\n  - {policy: a,\n     reason: b}\n  # e\npolicies:\n  # f\n", "policies: [] # c", "exemptions:\n  -\n",
        ];
        var edits = (from head in heads from tail in tails select (Text: head + tail, Edited: PolicyText.AddExemption(head + tail, Chat))).ToArray();
        Assert.All(edits.Where(static edit => edit.Edited is not null), static edit =>
        {
            var lost = edit.Text.Split('\n').Select(static line => line.Trim()).Where(line => line.Length > 0 && line[0] == '#' && !edit.Edited!.Contains(line, StringComparison.Ordinal));
            Assert.Empty(lost);
            Assert.Equal(Chat.Reason, Given.File(edit.Edited!).Exemptions.Last().Reason);
        });
        Assert.True(edits.Count(static edit => edit.Edited is not null) > 30);
    }
}
