using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Policies;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

public class PolicyLayersTests
{
    private const string Default = "openai-api-on-azure";

    private static PolicySet Layers(params (string Path, string Text)[] files) =>
        PolicySet.From([.. files.Select(static file => Given.File(file.Text, file.Path))], Given.Today);

    private static string[] Ids(PolicySet set) => [.. set.Policies.Select(static policy => policy.Id)];

    private static string Policy(string id, string cloud) => "{id: " + id + ", models: [openai/*], allow: {clouds: [" + cloud + "]}}";

    [Fact]
    public void Without_files_the_default_holds()
    {
        Assert.Equal([Default], Ids(PolicySet.Default));
        Assert.Empty(PolicySet.Default.Problems);
        Assert.Equal([Default], Ids(Layers()));
    }

    [Fact]
    public void Built_in_policies_are_well_formed_and_the_agreement_is_off()
    {
        Assert.Equal<string>(["openai-agreement-2025-10", Default], BuiltInPolicies.Ids);
        Assert.All(BuiltInPolicies.Ids, static id => Assert.Equal(id, BuiltInPolicies.Find(id)!.Id));
        Assert.Null(BuiltInPolicies.Find(Default)!.ValidFrom);
        Assert.Null(BuiltInPolicies.Find(Default)!.ValidUntil);
        Assert.Equal((Given.Day("2025-10-28"), Given.Day("2026-04-26")), (BuiltInPolicies.Find("openai-agreement-2025-10")!.ValidFrom!.Value, BuiltInPolicies.Find("openai-agreement-2025-10")!.ValidUntil!.Value));
    }

    [Theory]
    [InlineData("version: 1", Default)]
    [InlineData("{version: 1, extends: []}", "")]
    [InlineData("{version: 1, extends: [openai-agreement-2025-10]}", "openai-agreement-2025-10")]
    [InlineData("{version: 1, extends: [openai-api-on-azure, openai-agreement-2025-10]}", Default + ",openai-agreement-2025-10")]
    public void Extends_replaces_the_default(string text, string ids) => Assert.Equal(ids, string.Join(",", Ids(Layers(("/r/a.yaml", text)))));

    [Fact]
    public void The_nearest_file_wins_per_id()
    {
        var set = Layers(
            ("/r/app/model-placement.yaml", "{version: 1, policies: [" + Policy("p", "aws") + "]}"),
            ("/r/model-placement.yaml", "{version: 1, policies: [" + Policy("P", "gcp") + ", " + Policy("q", "gcp") + "]}"));
        Assert.Equal(["p", "q", Default], Ids(set));
        Assert.Equal("aws", set.Policies[0].AllowedClouds!.Value.Single().Text);
    }

    [Fact]
    public void A_file_can_replace_a_built_in_policy()
    {
        var set = Layers(("/r/a.yaml", "{version: 1, policies: [" + Policy(Default, "aws") + "]}"));
        Assert.Equal(["allowed " + Default], set.Judge(Given.Deployment(cloud: "aws")).Short());
    }

    [Fact]
    public void The_nearest_file_that_says_what_it_builds_on_decides()
    {
        Assert.Empty(Ids(Layers(("/r/a/p.yaml", "version: 1"), ("/r/p.yaml", "{version: 1, extends: []}"))));
        Assert.Equal([Default], Ids(Layers(("/r/a/p.yaml", "{version: 1, extends: [openai-api-on-azure]}"), ("/r/p.yaml", "{version: 1, extends: []}"))));
    }

    [Theory]
    [InlineData("../company.yaml")]
    [InlineData("..\\company.yaml")]
    [InlineData("./x/../../company.yaml")]
    [InlineData("/r/company.yaml")]
    public void A_file_builds_on_another_that_was_given(string path)
    {
        var set = Layers(
            ("/r/app/p.yaml", "{version: 1, extends: ['" + path + "']}"),
            ("/r/company.yaml", "{version: 1, extends: [], policies: [" + Policy("c", "aws") + "]}"));
        Assert.Empty(set.Problems);
        Assert.Equal(["c"], Ids(set));
    }

    [Fact]
    public void Windows_paths_resolve_too()
    {
        var set = Layers(("C:\\r\\app\\p.yaml", "{version: 1, extends: [../Company.yaml]}"), ("C:\\r\\company.yaml", "{version: 1, extends: []}"));
        Assert.Empty(set.Problems);
        Assert.Empty(Ids(set));
    }

    [Fact]
    public void A_whole_path_of_windows_resolves_too()
    {
        var set = Layers(("C:\\r\\app\\p.yaml", "{version: 1, extends: ['C:\\r\\company.yaml']}"), ("C:\\r\\company.yaml", "{version: 1, extends: []}"));
        Assert.Empty(set.Problems);
        Assert.Empty(Ids(set));
    }

    [Theory]
    [InlineData("/r/a.yaml", "/r/a.yaml")]
    [InlineData("r\\x\\..\\a.yaml", "r/a.yaml")]
    [InlineData("/r//x/./../a.yaml", "/r/a.yaml")]
    [InlineData("../a.yaml", "../a.yaml")]
    [InlineData("../../a.yaml", "../../a.yaml")]
    [InlineData("/../a.yaml", "/../a.yaml")]
    public void A_path_is_written_one_way(string path, string written) => Assert.Equal(written, FilePath.Normalize(path));

    [Theory]
    [InlineData("openai-api-on-azure", false)]
    [InlineData("yaml", false)]
    [InlineData("company.yaml", true)]
    [InlineData("company.YML", true)]
    [InlineData("company.json", true)]
    [InlineData("rules/company", true)]
    [InlineData("/company", true)]
    [InlineData("\\company", true)]
    public void A_file_is_told_from_a_built_in_policy(string entry, bool isFile) =>
        Assert.Equal(isFile, Assert.Single(Given.File("{version: 1, extends: ['" + entry + "']}").Extends!.Value).IsFile);

    [Fact]
    public void A_file_that_does_not_say_builds_on_the_default()
    {
        var set = Layers(("/r/p.yaml", "{version: 1, extends: [c.yaml]}"), ("/r/c.yaml", "version: 1"));
        Assert.Equal([Default], Ids(set));
    }

    [Fact]
    public void Files_that_build_on_each_other_end_and_keep_the_default()
    {
        var set = Layers(("/r/a.yaml", "{version: 1, extends: [b.yaml]}"), ("/r/b.yaml", "{version: 1, extends: [a.yaml]}"));
        Assert.Equal([Default], Ids(set));
    }

    [Theory]
    [InlineData("{version: 1, extends: [openai-api-on-azur]}")]
    [InlineData("{version: 1, extends: [5]}")]
    [InlineData("{version: 1, extends: none}")]
    [InlineData("{version: 1, extends: [gone.yaml]}")]
    [InlineData("{version: 1, extends: [], policies: [{id: p}]}")]
    [InlineData("{version: 2, extends: []}")]
    [InlineData("{version: '1', extends: []}")]
    [InlineData("{version: '1', extends: [5]}")]
    [InlineData("{version: 1, extends: [")]
    [InlineData("[")]
    public void A_broken_file_never_means_no_policy(string text)
    {
        var set = Layers(("/r/a.yaml", text));
        Assert.NotEmpty(set.Problems);
        Assert.Equal([Default], Ids(set));
    }

    [Theory]
    [InlineData("version: '1', extends: []")]
    [InlineData("version: '1', extends: [5]")]
    [InlineData("version: 1, extends: [5]")]
    public void What_cannot_be_read_of_the_top_leaves_the_rest_and_the_default(string top) =>
        Assert.Equal(["c", Default], Ids(Layers(("/r/p.yaml", "{" + top + ", policies: [" + Policy("c", "aws") + "]}"))));

    [Fact]
    public void A_broken_entry_means_no_policy_only_where_no_other_is_left()
    {
        const string broken = "{version: 1, extends: [], policies: [{id: p}]}";
        Assert.Equal(["c"], Ids(Layers(("/r/a/p.yaml", broken), ("/r/p.yaml", "{version: 1, policies: [" + Policy("c", "aws") + "]}"))));
        Assert.Equal([Default], Ids(Layers(("/r/a/p.yaml", broken), ("/r/p.yaml", "version: 1"))));
        Assert.Equal(["openai-agreement-2025-10"], Ids(Layers(("/r/p.yaml", "{version: 1, extends: [openai-agreement-2025-10], typo: 1}"))));
    }

    [Fact]
    public void What_is_wrong_in_allow_takes_the_policy_out() =>
        Assert.Equal([Default], Ids(Layers(("/r/p.yaml", "{version: 1, policies: [{id: p, models: [openai/*], allow: {clouds: [aws], region: [eu-*]}}]}"))));

    [Fact]
    public void What_is_wrong_in_a_resource_takes_it_out() =>
        Assert.Empty(Layers(("/r/p.yaml", "{version: 1, resources: [{token: 'acme:ai:Server', role: serve, cloud: aws, model: [m], typo: 1}]}")).Resources);

    [Fact]
    public void A_broken_file_does_not_hide_another()
    {
        var set = Layers(("/r/a/p.yaml", "["), ("/r/p.yaml", "{version: 1, extends: [], policies: [" + Policy("c", "aws") + "]}"));
        Assert.Equal(["c", Default], Ids(set));
    }

    [Fact]
    public void What_was_whole_before_a_syntax_error_stays_in_force()
    {
        var set = Layers(("/r/a.yaml", "version: 1\nextends: []\npolicies:\n  - " + Policy("c", "aws") + "\n  - {id: d, models: [openai/*], allow: {clouds: [azure]\n"));
        Assert.Equal(["c", Default], Ids(set));
        Assert.Equal(["Not valid YAML: this '{' is not closed"], set.Problems.Select(static problem => problem.Message));
    }

    [Fact]
    public void A_broken_entry_drops_only_itself()
    {
        var set = Layers(("/r/a.yaml", "version: 1\npolicies:\n  - {id: bad, models: 5}\n  - " + Policy("good", "aws") + "\nexemptions:\n  - {policy: good, reasn: x}\n  - {policy: good, reason: r, approvedBy: a, expires: 2027-01-01}\n"));
        Assert.Equal(["good", Default], Ids(set));
        Assert.Equal("r", Assert.Single(set.Exemptions).Reason);
    }

    [Fact]
    public void Problems_come_file_by_file_each_with_its_path()
    {
        var set = Layers(("/r/a.yaml", "{version: 1, typo: 1}"), ("/r/b.yaml", "{version: 1, typo: 2, extends: [nothing]}"));
        Assert.Equal(["/r/a.yaml", "/r/b.yaml", "/r/b.yaml"], set.Problems.Select(static problem => problem.Path));
    }

    [Fact]
    public void What_is_wrong_with_a_model_is_not_said_of_one_at_the_same_place_of_another_file()
    {
        var set = Layers(
            ("/r/a/p.yaml", "{version: 1, models: [{id: acme/a, basedOn: openai/gtp-4o, match: [a-*]}]}"),
            ("/r/p.yaml", "{version: 1, models: [{id: acme/b, basedOn: openai/gpt-4o, match: [b-*]}]}"));
        Assert.Equal("/r/a/p.yaml", Assert.Single(set.Problems).Path);
    }

    [Fact]
    public void Own_models_and_resources_of_all_files_take_part()
    {
        var set = Layers(
            ("/r/a/p.yaml", "{version: 1, models: [{id: acme/a, basedOn: acme/b, match: [a-*]}]}"),
            ("/r/p.yaml", """
                version: 1
                models: [{ id: acme/b, basedOn: openai/gpt-4o, match: [b-*] }]
                resources:
                  - token: acme:ai:ModelServer
                    role: serve
                    cloud: aws
                    model: [modelName]
                """));
        Assert.Empty(set.Problems);
        Assert.Equal("openai/gpt-4o", set.Families.Identify("a-1", "any")!.Id);
        var catalog = ResourceCatalog.BuiltIn.With(set.Resources);
        Assert.Equal(("aws", Role.Serve), (catalog.Find("acme:ai:ModelServer")!.Cloud, catalog.Find("acme:ai:ModelServer")!.Role));
    }

    [Fact]
    public void Own_resources_bring_their_clouds_and_tokens_with_them()
    {
        var set = Layers(("/r/p.yaml", """
            version: 1
            policies: [{ id: p, models: [openai/*], allow: { clouds: [basement] } }]
            exemptions: [{ policy: p, resource: "acme:ai:*", reason: r, approvedBy: a, expires: 2027-01-01 }]
            resources: [{ token: "acme:ai:ModelServer", role: serve, cloud: basement, model: [modelName] }]
            """));
        Assert.Empty(set.Problems);
    }

    [Theory]
    [InlineData("eu-south-9")]
    [InlineData("europe-west99")]
    [InlineData("eu-*")]
    [InlineData("moonbase1")]
    [InlineData("swedencentral")]
    public void A_region_that_may_be_new_is_no_problem(string region) =>
        Assert.Empty(Layers(("/r/p.yaml", "{version: 1, policies: [{id: p, models: [openai/*], allow: {regions: ['" + region + "']}}]}")).Problems);

    [Theory]
    [InlineData("openai/gpt-9.3-astra-max")]
    [InlineData("openai/gpt-4o-2031-01-01")]
    [InlineData("anthropic/claude-*")]
    [InlineData("*")]
    public void A_model_that_a_family_recognises_is_known(string model) =>
        Assert.Empty(Layers(("/r/p.yaml", "{version: 1, policies: [{id: p, models: ['" + model + "'], allow: {clouds: [azure]}}]}")).Problems);

    [Theory]
    [InlineData("aws:sagemaker/endpoint:Endpoint")]
    [InlineData("aws:*")]
    [InlineData("aws:sagemaker/*")]
    [InlineData("*")]
    [InlineData("azure-native:cognitiveservices:Deployment")]
    [InlineData("azure-native:cognitiveservices/v20240101:Deployment")]
    [InlineData("kubernetes:apps/v1:Deployment")]
    public void Tokens_are_known_in_any_spelling(string token) =>
        Assert.Empty(Layers(("/r/p.yaml", "{version: 1, exemptions: [{policy: openai-api-on-azure, resource: '" + token + "', reason: r, approvedBy: a, expires: 2027-01-01}]}")).Problems);
}
