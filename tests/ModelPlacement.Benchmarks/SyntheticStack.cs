using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.Benchmarks;

/// <summary>
/// A stack program of a given number of resource declarations, half of them in the catalog: a file per team with ten services, a service per method, about six lines a
/// resource; one service in ten serves a model that the built-in policy forbids there.
/// </summary>
internal sealed class SyntheticStack
{
    private const int ServicesPerFile = 10;
    private const int ResourcesPerService = 10;

    private static readonly string[] Models = ["anthropic.claude-sonnet-4-20250514-v1:0", "meta.llama3-3-70b-instruct-v1:0", "mistral.mistral-large-2407-v1:0", "amazon.nova-pro-v1:0"];

    private static readonly ImmutableArray<MetadataReference> Framework = References(static name => name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll");

    private static readonly ImmutableArray<MetadataReference> Pulumi = Directory.EnumerateFiles(AppContext.BaseDirectory, "Pulumi*.dll")
        .Order(StringComparer.Ordinal)
        .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    private static readonly CSharpCompilationOptions Options = new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);

    private readonly ImmutableArray<MetadataReference> _references;

    private SyntheticStack(ImmutableArray<SyntaxTree> trees, ImmutableArray<MetadataReference> references)
    {
        Trees = trees;
        _references = references;
    }

    /// <summary>What a program of this framework refers to.</summary>
    public static ImmutableArray<MetadataReference> OfFramework => Framework;

    /// <summary>The parsed files.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>The paths of the assemblies that it refers to.</summary>
    public IEnumerable<string> ReferencedFiles => _references.Select(static reference => reference.Display!);

    /// <summary>A stack of so many resources, a multiple of a hundred.</summary>
    public static SyntheticStack Of(int resources) => Of(resources / ResourcesPerService, restrictedEvery: 10);

    /// <summary>A stack with so many findings, a multiple of ten.</summary>
    public static SyntheticStack OfFindings(int findings) => Of(findings, restrictedEvery: 1);

    /// <summary>A program of so many methods that does not use Pulumi.</summary>
    public static SyntheticStack WithoutPulumi(int methods) => new([Parse("Program.cs", Plain(methods))], Framework);

    /// <summary>A compilation that has bound nothing yet.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "stack",
        Trees,
        _references,
        Options);

    /// <summary>The stack as a project of a solution, as an IDE holds it.</summary>
    public Project AsProject()
    {
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, "stack", "stack", LanguageNames.CSharp, compilationOptions: Options, metadataReferences: _references));
        foreach (var tree in Trees)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), tree.FilePath, tree.GetText(), filePath: tree.FilePath);
        return solution.GetProject(id)!;
    }

    private static SyntheticStack Of(int services, int restrictedEvery)
    {
        var files = services / ServicesPerFile;
        return new SyntheticStack(
            [Parse("Program.cs", Program(files)), .. Enumerable.Range(0, files).Select(file => Parse($"Team{file}.cs", Team(file, restrictedEvery)))],
            [.. Framework, .. Pulumi]);
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), CSharpParseOptions.Default, path);

    private static ImmutableArray<MetadataReference> References(Func<string, bool> isWanted) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => isWanted(Path.GetFileName(path)))
        .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    private static string Program(int files)
    {
        var calls = string.Concat(Enumerable.Range(0, files).Select(static file => Invariant($"    Acme.Platform.Team{file}.Create(settings);\n")));
        return $$"""
            using Acme.Platform;
            using Pulumi;

            return await Deployment.RunAsync(() =>
            {
                var config = new Config();
                var settings = new PlatformSettings(config.Get("environment") ?? "dev", config.GetInt32("instances") ?? 1);
            {{calls}}});

            namespace Acme.Platform
            {
                internal sealed record PlatformSettings(string Environment, int Instances);
            }
            """;
    }

    private static string Team(int file, int restrictedEvery)
    {
        var text = new StringBuilder($$"""
            using System.Collections.Generic;
            using System.Text.Json;
            using Pulumi;
            using Pulumi.Aws.Bedrock;
            using Pulumi.Aws.CloudWatch;
            using Pulumi.Aws.Ecs;
            using Pulumi.Aws.Iam;
            using Pulumi.Aws.S3;
            using Pulumi.Aws.Sagemaker;
            using Pulumi.Aws.Sagemaker.Inputs;
            using Pulumi.Aws.SecretsManager;
            using Pulumi.Aws.Ssm;

            namespace Acme.Platform;

            internal static class Team{{file}}
            {
                private const string Prefix = "team{{file}}";

                private static readonly Dictionary<string, string> Tags = new() { ["team"] = Prefix, ["managed-by"] = "pulumi" };

                public static void Create(PlatformSettings settings)
                {

            """);
        for (var service = 0; service < ServicesPerFile; service++)
            text.Append(CultureInfo.InvariantCulture, $"        CreateService{service}(settings);\n");
        text.Append("    }\n");
        for (var service = 0; service < ServicesPerFile; service++)
            text.Append(Service((file * ServicesPerFile) + service, service, restrictedEvery));
        return text.Append("}\n").ToString();
    }

    // Of the services that serve a forbidden model, every other does in an agent, the rest at an endpoint.
    private static string Service(int number, int method, int restrictedEvery)
    {
        var restricted = (number + 1) % restrictedEvery == 0;
        var inAgent = number / restrictedEvery % 2 == 0;
        var foundationModel = restricted && inAgent ? "openai.gpt-5.5" : Models[number % Models.Length];
        var hosted = restricted && !inAgent ? "openai/gpt-4o" : "meta-llama/Llama-3.1-8B-Instruct";
        return $$"""

                private static void CreateService{{method}}(PlatformSettings settings)
                {
                    var name = $"{Prefix}-service{{number}}";
                    var role = new Role($"{name}-role", new RoleArgs
                    {
                        AssumeRolePolicy = JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = new[] { new { Effect = "Allow", Action = "sts:AssumeRole" } } }),
                        Tags = Tags,
                    });
                    var bucket = new Bucket($"{name}-data", new BucketArgs
                    {
                        ForceDestroy = settings.Environment != "prod",
                        Tags = Tags,
                    });
                    var model = new Model($"{name}-model", new ModelArgs
                    {
                        ExecutionRoleArn = role.Arn,
                        PrimaryContainer = new ModelPrimaryContainerArgs
                        {
                            Image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-tgi-inference:2.4.0-tgi2.3.1-gpu-py311-cu124-ubuntu22.04",
                            Environment =
                            {
                                ["HF_MODEL_ID"] = "{{hosted}}",
                                ["SM_NUM_GPUS"] = settings.Instances.ToString(),
                            },
                        },
                    });
                    var configuration = new EndpointConfiguration($"{name}-config", new EndpointConfigurationArgs
                    {
                        ProductionVariants =
                        {
                            new EndpointConfigurationProductionVariantArgs
                            {
                                ModelName = model.Name,
                                InitialInstanceCount = settings.Instances,
                                InstanceType = "ml.g5.2xlarge",
                            },
                        },
                    });
                    var endpoint = new Endpoint($"{name}-endpoint", new EndpointArgs
                    {
                        EndpointConfigName = configuration.Name,
                        Tags = Tags,
                    });
                    var logs = new LogGroup($"{name}-logs", new LogGroupArgs
                    {
                        Name = $"/acme/{settings.Environment}/{name}",
                        RetentionInDays = 30,
                    });
                    var secret = new Secret($"{name}-secret", new SecretArgs
                    {
                        Description = Output.Format($"Credentials of {bucket.Id}"),
                        Tags = Tags,
                    });
                    var agent = new AgentAgent($"{name}-agent", new AgentAgentArgs
                    {
                        AgentName = name,
                        AgentResourceRoleArn = role.Arn,
                        FoundationModel = "{{foundationModel}}",
                        Instruction = "You answer questions about orders.",
                    });
                    var task = new TaskDefinition($"{name}-task", new TaskDefinitionArgs
                    {
                        Family = name,
                        Cpu = "1024",
                        Memory = "4096",
                        ContainerDefinitions = JsonSerializer.Serialize(new[]
                        {
                            new { name = "web", image = "nginx:1.27", essential = true, portMappings = new[] { new { containerPort = 80 } } },
                        }),
                    });
                    var parameter = new Parameter($"{name}-parameter", new ParameterArgs
                    {
                        Type = "String",
                        Value = endpoint.Name.Apply(value => $"{settings.Environment}/{value}"),
                    });
                }

            """;
    }

    private static string Plain(int methods)
    {
        var text = new StringBuilder("using System;\nusing System.Collections.Generic;\nusing System.Linq;\n\nstatic class Program\n{\n    static void Main() => Console.WriteLine(Method0(1));\n");
        for (var method = 0; method < methods; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                    public static string Method{{method}}(int count)
                    {
                        var names = new List<string> { "gpt-4o", "claude", "llama" };
                        foreach (var number in Enumerable.Range(0, count))
                            names.Add($"name-{number}-{{method}}");
                        return string.Join(",", names.Where(name => name.Length > count));
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
