using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ModelPlacement.Analyzers.Tests.Documentation;
using Xunit;

namespace ModelPlacement.Analyzers.Tests;

/// <summary>Every rule about a deployment in every situation: it passes, it fails, it cannot be told, it is exempted, the exemption has run out or says no reason, the policy file is broken.</summary>
public sealed class RuleOutcomesTests
{
    private const string Usings = """
        using Pulumi;
        using Aws = Pulumi.Aws;
        using AzureNative = Pulumi.AzureNative;
        using K8s = Pulumi.Kubernetes;
        using Pulumi.Kubernetes.Types.Inputs.Core.V1;
        """;

    private const string Policy = """
        version: 1
        extends: [openai-api-on-azure]
        policies:
          - id: gpt-in-europe
            description: On Azure, GPT is served from Europe.
            models: [openai/gpt-5*]
            allow: { clouds: [azure], regions: ["*europe*"] }
          - id: llama-on-google-cloud
            description: Llama is used on Google Cloud only, training included.
            models: [meta/llama-*]
            exposure: any
            allow: { clouds: [gcp] }

        """;

    private const string Eks = """new Pulumi.Eks.Cluster("cluster").KubeconfigJson""";

    private const string Aks = """AzureNative.ContainerService.ListManagedClusterUserCredentials.Invoke(new() { ResourceGroupName = "platform", ResourceName = "shared" }).Apply(found => found.Kubeconfigs[0].Value)""";

    private static readonly Dictionary<string, Situation> Situations = new(StringComparer.Ordinal)
    {
        ["MPA1001"] = new(Agent("\"openai.gpt-4o\""), Agent("\"anthropic.claude-3-haiku-20240307-v1:0\""), Agent("new Config().Require(\"model\")"), "MPA2001"),
        ["MPA1002"] = new(Pod("\"openai/gpt-4o\"", Eks), Pod("\"openai/gpt-4o\"", Aks), Pod("\"openai/gpt-4o\"", "System.IO.File.ReadAllText(\"kubeconfig\")"), "MPA2002"),
        ["MPA1003"] = new(Function("""{ "OPENAI_API_KEY", "sk-1" }, { "OPENAI_MODEL", "gpt-4o" }"""), Function("""{ "AZURE_OPENAI_ENDPOINT", "https://acme.openai.azure.com" }, { "OPENAI_MODEL", "gpt-4o" }""")),
        ["MPA1004"] = new(Account("\"eastus2\""), Account("\"westeurope\""), Account("new Config().Require(\"location\")"), "MPA2002", "gpt-in-europe"),
        ["MPA1005"] = new(Tuning("\"meta.llama3-1-70b-instruct-v1:0\""), Tuning("\"amazon.nova-lite-v1:0\""), Tuning("new Config().Require(\"base\")"), "MPA2001", "llama-on-google-cloud"),
        ["MPA2001"] = new(Agent("new Config().Require(\"model\")"), Agent("\"openai.gpt-oss-120b-1:0\""), Policies: "openai-api-on-azure gpt-in-europe llama-on-google-cloud"),
        ["MPA2002"] = new(Pod("\"openai/gpt-4o\"", "new StackReference(\"acme/platform/prod\").RequireOutput(\"kubeconfig\").Apply(value => (string)value)"), Pod("\"openai/gpt-oss-20b\"", "System.IO.File.ReadAllText(\"kubeconfig\")")),
        ["MPA2003"] = new(Function("""{ "HF_MODEL_ID", "openai/gpt-4o" }"""), Function("""{ "HF_MODEL_ID", "openai/whisper-large-v3" }""")),
    };

    public static TheoryData<string> Rules => [.. Situations.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Passes(string rule) => Check(rule, Situations[rule].Good, Policy);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Fails(string rule) => Check(rule, Situations[rule].Bad, Policy, rule);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Cannot_be_told(string rule) => Situations[rule] is { Open: { } program, OpenRule: { } open } ? Check(rule, program, Policy, open) : Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Is_exempted(string rule) => Check(rule, Situations[rule].Bad, Policy + Exemptions(rule, "reason: Until the quota arrives., approvedBy: platform@acme.example, expires: 2026-12-31"));

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Has_an_exemption_that_has_expired(string rule) =>
        Check(rule, Situations[rule].Bad, Policy + Exemptions(rule, "reason: Until the quota arrives., approvedBy: platform@acme.example, expires: 2026-11-23"), rule, "MPA3002");

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Has_an_exemption_without_a_reason(string rule) =>
        Check(rule, Situations[rule].Bad, Policy + Exemptions(rule, "approvedBy: platform@acme.example, expires: 2026-12-31"), rule, "MPA3001");

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Has_an_exemption_that_matches_nothing(string rule) =>
        Check(rule, Situations[rule].Bad, Policy + Exemptions(rule, "reason: Until the quota arrives., approvedBy: platform@acme.example, expires: 2026-12-31").Replace("name: bad", "name: other", StringComparison.Ordinal), rule, "MPA3003");

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Has_a_policy_file_with_a_broken_entry(string rule) =>
        Check(rule, Situations[rule].Bad, Policy + "  - { id: broken, models: [openai/gpt-4o] }\n", rule, "MPA4001");

    private static async Task Check(string rule, string program, string policy, params string[] expected)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Program.cs"] = Usings + "\n\nreturn await Pulumi.Deployment.RunAsync(() =>\n{\n" + program + "\n});\n",
            ["model-placement.yaml"] = policy,
            [".editorconfig"] = "[*.cs]\ndotnet_diagnostic.MPA1003.severity = warning\n",
        };
        var found = await PageStack.Of(files, asOf: "2026-11-24").FindingsAsync();
        Assert.True(expected.SequenceEqual(found.Select(static finding => finding.Id).Distinct().Order(StringComparer.Ordinal)), rule + ":\n" + string.Join("\n", found));
    }

    private static string Exemptions(string rule, string justification) => "exemptions:\n" + string.Concat(Situations[rule].Policies.Split(' ')
        .Select(policy => "  - { policy: " + policy + ", name: bad, " + justification + " }\n"));

    private static string Agent(string model) =>
        """new Aws.Bedrock.AgentAgent("bad", new() { AgentName = "support", AgentResourceRoleArn = "arn:aws:iam::111122223333:role/agent", FoundationModel = """ + model + " });";

    private static string Tuning(string model) => """
        new Aws.Bedrock.CustomModel("bad", new()
        {
            CustomModelName = "invoices",
            JobName = "invoices",
            RoleArn = "arn:aws:iam::111122223333:role/training",
            TrainingDataConfig = new Aws.Bedrock.Inputs.CustomModelTrainingDataConfigArgs { S3Uri = "s3://acme/invoices.jsonl" },
            OutputDataConfig = new Aws.Bedrock.Inputs.CustomModelOutputDataConfigArgs { S3Uri = "s3://acme/output/" },
            BaseModelIdentifier =
        """ + model + "});";

    private static string Pod(string model, string kubeconfig) =>
        "var cluster = new K8s.Provider(\"cluster\", new() { KubeConfig = " + kubeconfig + " });\n"
        + """new K8s.Core.V1.Pod("bad", new() { Spec = new PodSpecArgs { Containers = { new ContainerArgs { Name = "vllm", Image = "vllm/vllm-openai:v0.6.3", Args = { "--model", """
        + model + " } } } } }, new() { Provider = cluster });";

    private static string Function(string variables) => """
        new Aws.Lambda.Function("bad", new()
        {
            PackageType = "Image",
            ImageUri = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/answers:1",
            Role = "arn:aws:iam::111122223333:role/answers",
            Environment = new Aws.Lambda.Inputs.FunctionEnvironmentArgs { Variables = {
        """ + variables + "} } });";

    private static string Account(string location) =>
        "var account = new AzureNative.CognitiveServices.Account(\"account\", new() { ResourceGroupName = \"ai\", Kind = \"OpenAI\", Location = " + location + " });\n"
        + """
            new AzureNative.CognitiveServices.Deployment("bad", new()
        {
            ResourceGroupName = "ai",
            AccountName = account.Name,
            Properties = new AzureNative.CognitiveServices.Inputs.DeploymentPropertiesArgs
            {
                Model = new AzureNative.CognitiveServices.Inputs.DeploymentModelArgs { Format = "OpenAI", Name = "gpt-5.5", Version = "2026-04-24" },
            },
        });
        """;

    /// <summary>Statements of a stack in which the rule reports, and does not; and where it cannot tell, with the rule that then does.</summary>
    private sealed record Situation(string Bad, string Good, string? Open = null, string? OpenRule = null, string Policies = "openai-api-on-azure");
}
