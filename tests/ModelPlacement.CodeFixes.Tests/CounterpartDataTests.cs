using Microsoft.CodeAnalysis;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>What the data of the counterparts names exists in the SDKs.</summary>
public class CounterpartDataTests
{
    private static readonly string[] Sdks = ["Pulumi.AliCloud", "Pulumi.Aws", "Pulumi.AwsNative", "Pulumi.Awsx", "Pulumi.Azure", "Pulumi.AzureNative", "Pulumi.Databricks", "Pulumi.DigitalOcean", "Pulumi.Docker", "Pulumi.Eks", "Pulumi.Gcp", "Pulumi.GoogleNative", "Pulumi.Kubernetes", "Pulumi.Oci", "Pulumiverse.Scaleway"];

    [Fact]
    public async Task Every_class_input_and_output_of_a_target_exists()
    {
        var (compilation, pulumi) = await SdksAsync();
        foreach (var family in CounterpartData.BuiltIn.Targets.SelectMany(target => target.Families))
        {
            foreach (var resource in family.Supports.Select(support => support.Resource).Append(family.Resource))
            {
                Assert.True(pulumi.IsResource(compilation.GetTypeByMetadataName(family.ClassName(resource.Class))), resource.Class);
                Check(family, resource.Class + "Args", resource);
            }

            var outputs = Outputs(compilation.GetTypeByMetadataName(family.ClassName(family.Resource.Class))!, pulumi).Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
            Assert.All(family.Outputs.Values, written => Assert.Contains(written.Split('.')[0], outputs));
        }

        void Check(CounterpartFamily family, string className, TemplateObject template)
        {
            var type = compilation.GetTypeByMetadataName(family.ClassName(className));
            Assert.True(type is not null, className);
            var inputs = Inputs(type, pulumi);
            foreach (var (name, value) in template.Inputs)
            {
                Assert.True(inputs.Contains(name), className + "." + name);
                foreach (var nested in Nested(value))
                    Check(family, nested.Class, nested);
            }
        }
    }

    [Fact]
    public async Task Every_resource_output_and_path_of_a_source_exists()
    {
        var (compilation, pulumi) = await SdksAsync();
        var types = compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Where(assembly => Sdks.Contains(assembly.Name, StringComparer.Ordinal))
            .SelectMany(assembly => Types(assembly.GlobalNamespace)).Where(type => pulumi.IsResource(type) && pulumi.Token(type) is not null)
            .ToLookup(type => pulumi.Token(type)!, StringComparer.Ordinal);
        foreach (var source in CounterpartData.BuiltIn.Sources)
        {
            Assert.All(source.Tokens.Concat(source.Dependents.Select(dependent => dependent.Token)), token => Assert.True(types.Contains(token), token));
            var outputs = source.Tokens.SelectMany(token => types[token]).SelectMany(type => Outputs(type, pulumi)).Select(output => pulumi.OutputName(output)).ToHashSet(StringComparer.Ordinal);
            Assert.All(source.Outputs.Keys, output => Assert.Contains(output.Split('[')[0], outputs));
            var inputs = source.Tokens.SelectMany(token => types[token]).SelectMany(type => Inputs(compilation.GetTypeByMetadataName(type + "Args")!, pulumi)).ToHashSet(StringComparer.Ordinal);
            Assert.All(source.Values.Values.SelectMany(paths => paths).Concat(source.Refused), path => Assert.Contains(path.Split('.', '[')[0], inputs));
            Assert.All(source.Outputs.Values, meaning => Assert.Contains(source.Target.Families, family => family.Outputs.ContainsKey(meaning)));
        }

        var known = CounterpartData.BuiltIn;

        // The reference SDKs are trimmed: of some modules (aws-native's IAM, the providers) they have nothing.
        var modules = types.Select(type => ModuleOf(type.Key)).ToHashSet(StringComparer.Ordinal);
        Assert.All(known.Leftovers.Concat(known.Attached.Keys).Concat(known.Fronts.Keys).Where(token => modules.Contains(ModuleOf(token))), token => Assert.True(types.Contains(token), token));
    }

    private static string ModuleOf(string token) => token[..token.LastIndexOfAny([':', '/'])];

    private static async Task<(Compilation Compilation, PulumiSymbols Pulumi)> SdksAsync()
    {
        var compilation = (await StackProject.Of("return;", Sdks).GetCompilationAsync())!;
        return (compilation, PulumiSymbols.From(compilation)!);
    }

    private static IEnumerable<TemplateObject> Nested(Template template) => template switch
    {
        TemplateObject nested => [nested],
        TemplateSequence sequence => sequence.Items.SelectMany(Nested),
        TemplateElements { Item: { } item } => [item],
        _ => [],
    };

    private static HashSet<string> Inputs(ITypeSymbol args, PulumiSymbols pulumi) => args.GetMembers().OfType<IPropertySymbol>().Select(pulumi.InputName).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<IPropertySymbol> Outputs(ITypeSymbol resource, PulumiSymbols pulumi)
    {
        for (ITypeSymbol? type = resource; type is not null; type = type.BaseType)
        {
            foreach (var output in type.GetMembers().OfType<IPropertySymbol>().Where(property => pulumi.OutputName(property) is not null))
                yield return output;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
