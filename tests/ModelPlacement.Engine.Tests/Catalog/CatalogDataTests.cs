using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Placement;
using Xunit;

namespace ModelPlacement.Engine.Tests.Catalog;

/// <summary>Holds the built-in data to its format, to the SDKs and to itself.</summary>
public sealed partial class CatalogDataTests
{
    public static TheoryData<string> Providers => [.. ResourceCatalog.Providers.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Each_file_is_read_without_errors(string provider) =>
        Assert.Empty(ResourceCatalog.File(provider).Errors.Select(static error => error.Position + ": " + error.Message));

    [Theory]
    [MemberData(nameof(Providers))]
    public void Each_entry_is_of_the_file_s_package_and_stands_there_once(string provider)
    {
        var file = ResourceCatalog.File(provider);
        var tokens = file.Entries.SelectMany(static entry => entry.Aliases.Prepend(entry.Token)).Concat(file.Functions.Select(static function => function.Token)).ToList();
        Assert.All(tokens, token => Assert.Equal(provider, TypeToken.Package(token)));
        Assert.Empty(tokens.GroupBy(static token => token, StringComparer.Ordinal).Where(static group => group.Count() > 1).Select(static group => group.Key));
        // Two entries must not claim one normalized token: only one of them could be found.
        var claims = file.Entries.SelectMany(static entry => entry.Aliases.Prepend(entry.Token).Select(TypeToken.Normalize).Distinct(StringComparer.Ordinal));
        Assert.Empty(claims.GroupBy(static token => token, StringComparer.Ordinal).Where(static group => group.Count() > 1).Select(static group => group.Key));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Each_entry_is_found_by_every_spelling_and_is_what_the_whole_file_says(string provider)
    {
        var file = ResourceCatalog.File(provider);
        var catalog = ResourceCatalog.For([provider]);
        Assert.All(file.Entries, entry =>
        {
            var found = catalog.Find(entry.Token);
            Assert.NotNull(found);
            Assert.Equal(CatalogText.Of(entry), CatalogText.Of(found));
            Assert.All(entry.Aliases, alias => Assert.Same(found, catalog.Find(alias)));
            if (entry.ClassName is { } className)
                Assert.Same(found, catalog.FindClass(provider, className));
        });
        Assert.All(file.Functions, function =>
        {
            Assert.Equal(function.ClassName, catalog.FindFunction(function.Token)?.ClassName);
            Assert.Equal(function.Token, catalog.FindFunctionClass(provider, function.ClassName)?.Token);
        });
        Assert.Equal(file.Entries.Select(CatalogText.Of), catalog.All().Where(entry => TypeToken.Package(entry.Token) == provider).Select(CatalogText.Of));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Each_path_leads_to_an_input_of_the_sdk(string provider)
    {
        var file = ResourceCatalog.File(provider);
        var astray = new List<string>();
        foreach (var entry in file.Entries.Where(static entry => !IsDescribedOutsidePulumi(entry)))
        {
            var carried = entry.Aliases.Prepend(entry.Token).Where(SdkSurface.All.Has).ToList();
            var shape = SdkShapes.All.GetValueOrDefault(entry.Token);
            foreach (var path in CatalogPaths.Of(entry, file).Select(static path => path.ToString()))
            {
                var reasons = carried.Select(token => SdkSurface.All.Astray(token, path)).ToList();
                if (!reasons.Contains(null) && shape?.Contains(WithoutKeys(path)) is not true)
                    astray.Add(entry.Token + " " + path + (reasons.Count > 0 ? ": " + reasons[0] : ": not in sdk-shapes.txt"));
            }
        }

        Assert.Empty(astray);
    }

    [Fact]
    public void What_a_file_says_for_all_its_types_holds_for_at_least_one()
    {
        foreach (var provider in ResourceCatalog.Providers)
        {
            var file = ResourceCatalog.File(provider);
            var tokens = file.Entries.Select(static entry => entry.Token).Where(SdkSurface.All.Has).ToList();
            if (tokens.Count == 0)
                continue;
            var paths = file.Region.Select(static region => region.Path)
                .Concat(file.Labels.Select(static labels => labels.Path))
                .Concat(file.Links.Select(static link => link.Path));
            Assert.All(paths, path => Assert.Contains(tokens, token => SdkSurface.All.Astray(token, path.ToString()) is null));
        }
    }

    [Fact]
    public void Sdk_shapes_lists_nothing_that_the_catalog_does_not_speak_of()
    {
        var spoken = ResourceCatalog.Providers.Select(ResourceCatalog.File)
            .SelectMany(static file => file.Entries.Select(entry => (entry.Token, Paths: CatalogPaths.Of(entry, file).Select(static path => WithoutKeys(path.ToString())).ToHashSet(StringComparer.Ordinal))))
            .ToDictionary(static entry => entry.Token, static entry => entry.Paths, StringComparer.Ordinal);
        Assert.All(SdkShapes.All, shape => Assert.Empty(shape.Value.Except(spoken.GetValueOrDefault(shape.Key) ?? [], StringComparer.Ordinal).Select(path => shape.Key + " " + path)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Each_link_leads_to_something_the_catalog_knows_and_to_an_output_it_has(string provider)
    {
        var file = ResourceCatalog.File(provider);
        var links = file.Entries.SelectMany(static entry => entry.Links.Concat(entry.Embedded.SelectMany(static embedded => embedded.Links)).Select(link => (From: entry.Token, Link: link)))
            .Concat(file.Functions.SelectMany(static function => function.Links.Select(link => (From: function.Token, Link: link))));
        Assert.All(links.SelectMany(static link => link.Link.Targets.Select(target => (link.From, Target: target))), link =>
        {
            if (link.Target.IsFunction)
            {
                Assert.True(ResourceCatalog.BuiltIn.FindFunction(link.Target.Token) is not null, link.From + " -> " + link.Target);
                return;
            }

            var entry = ResourceCatalog.BuiltIn.Find(link.Target.Token);
            Assert.True(entry is not null, link.From + " -> " + link.Target);
            var carried = entry.Aliases.Prepend(entry.Token).Where(SdkSurface.All.Has).ToList();
            Assert.True(carried.Count == 0 || carried.Any(token => SdkSurface.All.HasOutput(token, link.Target.Output)), link.From + " -> " + link.Target);
        });
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Each_value_with_a_meaning_is_one_that_the_input_can_have(string provider)
    {
        var wrong = from entry in ResourceCatalog.File(provider).Entries
                    from token in entry.Aliases.Prepend(entry.Token).Where(SdkSurface.All.Has)
                    from meanings in entry.Exposure.Concat(entry.CloudFrom)
                    let values = SdkSurface.All.ValuesOf(token, meanings.Path.ToString())
                    where values is not null
                    from meaning in meanings.ByValue
                    where !values.Any(value => new Glob(meaning.Glob).Matches(value))
                    select token + " " + meanings.Path + ": " + meaning.Glob + " is none of " + string.Join(", ", values);
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_sdks_say_which_values_an_input_can_have()
    {
        Assert.Contains("LoadBalancer", SdkSurface.All.ValuesOf("kubernetes:core/v1:Service", "spec.type")!);
        Assert.Equal(["true", "false"], SdkSurface.All.ValuesOf("aws:lb/loadBalancer:LoadBalancer", "internal"));
        Assert.Null(SdkSurface.All.ValuesOf("aws:apprunner/service:Service", "serviceName"));
    }

    [Fact]
    public void Each_type_of_the_reference_sdks_that_has_to_do_with_models_is_known()
    {
        // Modules whose types are in the SDKs for realistic stacks: networks, storage, permissions. Nothing in them runs or reaches a model.
        string[] beside =
        [
            "aws:cloudwatch/", "aws:ec2/", "aws:ecr/", "aws:iam/", "aws:kms/", "aws:s3/", "aws:secretsmanager/", "aws:ssm/", "azure-native:authorization:",
            "azure-native:containerregistry:", "azure-native:keyvault:", "azure-native:managedidentity:", "azure-native:network:", "azure-native:operationalinsights:",
            "azure-native:storage:", "azure:keyvault/", "azure:network/", "azure:operationalinsights/", "azure:storage/", "gcp:artifactregistry/", "gcp:compute/", "gcp:projects/",
            "gcp:serviceaccount/", "gcp:storage/", "kubernetes:core/", "kubernetes:rbac.authorization.k8s.io/", "kubernetes:storage.k8s.io/", "eks:index:VpcCniAddon",
        ];
        Assert.DoesNotContain(SdkSurface.All.Tokens, token => ResourceCatalog.BuiltIn.Find(token) is null && !beside.Any(module => token.StartsWith(module, StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_function_class_exists_where_its_sdk_is_a_reference_sdk_that_carries_functions()
    {
        // Data sources of reference SDKs that the trimmed surface leaves out.
        string[] trimmed = ["Pulumi.Azure.ContainerService.GetKubernetesCluster", "Pulumi.AzureNative.CognitiveServices.GetDeployment", "Pulumi.DigitalOcean.GetKubernetesCluster",
            "Pulumi.DigitalOcean.GetGradientaiModels", "Pulumi.DigitalOcean.GetGenaiModels"];
        var missing = ResourceCatalog.Providers.SelectMany(static provider => ResourceCatalog.File(provider).Functions).Select(static function => function.ClassName)
            .Where(static name => SdkSurface.All.HasPackageOf(name) && !SdkSurface.All.HasFunction(name));
        Assert.Equal(trimmed.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_serves_names_a_model_or_leads_to_one()
    {
        var mute = ResourceCatalog.BuiltIn.All().Where(static entry => entry.Role is Role.Serve
            && entry.Models.IsEmpty && entry.Containers.IsEmpty && entry.Embedded.IsEmpty && entry.UserData.IsEmpty && entry.Helm is null
            && entry.Links.All(static link => link.Kind is not LinkKind.Serves));
        Assert.Empty(mute.Select(static entry => entry.Token));
    }

    [Fact]
    public void What_is_not_served_is_no_api()
    {
        var roles = new[] { Role.Train, Role.Batch, Role.Notebook };
        Assert.All(ResourceCatalog.BuiltIn.All().Where(entry => roles.Contains(entry.Role)), static entry =>
        {
            Assert.Equal(ApiKind.NonApi, entry.Api);
            Assert.Equal(ServingKind.NotServed, entry.Kind);
        });
    }

    [Fact]
    public void Each_dialect_is_one_that_the_models_data_knows()
    {
        var families = (DocumentMapping)Document.Read(new DocumentFile("families.yaml", Repository.TextOf("src", "ModelPlacement.Engine", "Models", "families.yaml"))).Root!;
        var dialects = ((DocumentSequence)families.Entries.Single(static entry => entry.Key.Text is "dialects").Value).Items.Cast<DocumentMapping>().SelectMany(static dialect => dialect.Entries);
        var known = dialects.Where(static entry => entry.Key.Text is "dialect" or "aliases")
            .SelectMany(static entry => entry.Value is DocumentSequence list ? list.Items.AsEnumerable() : [entry.Value])
            .Select(static name => ((DocumentScalar)name).Text);
        var used = ResourceCatalog.Providers.Select(ResourceCatalog.File)
            .SelectMany(static file => file.Entries.SelectMany(static entry => entry.Models.Concat(entry.Embedded.SelectMany(static embedded => embedded.Models)))
                .Concat(file.Functions.SelectMany(static function => function.Models)))
            .Select(static model => model.Dialect)
            .OfType<string>();
        Assert.Empty(used.Distinct(StringComparer.Ordinal).Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void Each_cloud_is_one_that_the_clouds_data_knows()
    {
        var known = ModelPlacement.Engine.Catalog.Cloud.All.Select(static cloud => cloud.Id).ToHashSet(StringComparer.Ordinal);
        var named = ResourceCatalog.BuiltIn.All()
            .SelectMany(static entry => entry.CloudFrom.Concat(entry.Models.SelectMany(static model => model.Upstream)).SelectMany(Meanings).Append(entry.Cloud).OfType<string>())
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(named.Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void Each_name_reads_as_a_person_would_say_it() =>
        Assert.All(ResourceCatalog.BuiltIn.All(), static entry =>
        {
            Assert.DoesNotContain(":", entry.DisplayName, StringComparison.Ordinal);
            Assert.InRange(entry.DisplayName.Length, 4, 60);
            Assert.False(entry.DisplayName.EndsWith('.'), entry.DisplayName);
        });

    /// <summary>Custom resources and charts: Pulumi has no schema for what they hold.</summary>
    private static bool IsDescribedOutsidePulumi(CatalogEntry entry) =>
        TypeToken.Package(entry.Token) is "helm" || (TypeToken.Package(entry.Token) is "kubernetes" && !entry.Aliases.Prepend(entry.Token).Any(SdkSurface.All.Has) && !SdkShapes.All.ContainsKey(entry.Token));

    private static IEnumerable<string?> Meanings(ValueMeanings meanings) => meanings.ByValue.Select(static value => (string?)value.Meaning).Append(meanings.WhenPresent).Append(meanings.WhenAbsent);

    private static string WithoutKeys(string path) => Keys().Replace(path, static match => match.Value[0] is '[' ? "[]" : "{}");

    [GeneratedRegex(@"\[[^\]]+\]|\{[^}]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();
}
