using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Pulumi.Reference.Tests.Surface;

/// <summary>Every class of every provider is what the surface data says, in the shapes of the real assemblies.</summary>
public sealed class GeneratedShapeTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Packages => Surfaces.Packages;

    [Fact]
    public void EveryProviderIsThere() => Assert.Equal(
        [
            "Pulumi.Aws", "Pulumi.AwsNative", "Pulumi.Azure", "Pulumi.AzureNative", "Pulumi.Command", "Pulumi.Databricks", "Pulumi.DigitalOcean", "Pulumi.Docker",
            "Pulumi.Eks", "Pulumi.Gcp", "Pulumi.Kubernetes",
        ],
        Surfaces.Names);

    [Theory]
    [MemberData(nameof(Packages))]
    public void TheAttributeIsInternalSealedAndCarriesTheToken(string package)
    {
        var surface = Surfaces.Read(package);
        var attribute = Surfaces.Class(package, $"~{package["Pulumi.".Length..]}ResourceTypeAttribute");
        Assert.True(attribute is { IsNotPublic: true, IsSealed: true });
        Assert.Equal(typeof(ResourceTypeAttribute), attribute.BaseType);
        foreach (var (token, resource) in Entries(surface, "resources"))
        {
            var type = Surfaces.Class(package, resource.GetProperty("class").GetString()!);
            var data = Assert.Single(type.GetCustomAttributesData(), candidate => candidate.AttributeType == attribute);
            Assert.Equal(token, Assert.Single(data.ConstructorArguments).Value);
            var decoded = Assert.IsAssignableFrom<ResourceTypeAttribute>(type.GetCustomAttribute(attribute));
            Assert.Equal(token, decoded.Type);
            Assert.StartsWith(decoded.Version!, surface.GetProperty("version").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void ConstructorsTakeArgsThatAreOptionalWhereNothingIsRequired(string package)
    {
        foreach (var (_, resource) in Entries(Surfaces.Read(package), "resources"))
        {
            var type = Surfaces.Class(package, resource.GetProperty("class").GetString()!);
            var isComponent = resource.TryGetProperty("base", out var baseClass) && baseClass.GetString() == "Pulumi.ComponentResource";
            var constructor = Assert.Single(type.GetConstructors());
            Assert.Equal(
                [typeof(string), Surfaces.Class(package, resource.GetProperty("args").GetString()!), isComponent ? typeof(ComponentResourceOptions) : typeof(CustomResourceOptions)],
                constructor.GetParameters().Select(parameter => parameter.ParameterType));
            Assert.Equal(["name", "args", "options"], constructor.GetParameters().Select(parameter => parameter.Name));
            Assert.Equal([false, resource.GetProperty("optional").GetBoolean(), true], constructor.GetParameters().Select(parameter => parameter.HasDefaultValue));

            var isProvider = type.BaseType == typeof(ProviderResource);
            Assert.Equal(!isProvider && !isComponent, type.GetMethod("Get", BindingFlags.Public | BindingFlags.Static) is not null);
            Assert.Equal(!isProvider && !isComponent, type.GetConstructors(Own).Any(candidate => candidate.IsPrivate
                && candidate.GetParameters() is [{ ParameterType.Name: "String" }, var id, ..] && id.ParameterType == typeof(Input<string>)));
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void InputsSitOnPropertiesOrOnPrivateFields(string package)
    {
        var surface = Surfaces.Read(package);
        var types = Entries(surface, "resources").Select(entry => (Class: entry.Value.GetProperty("args").GetString()!, Members: entry.Value.GetProperty("inputs")))
            .Concat(Entries(surface, "inputs").Select(entry => (Class: entry.Name, Members: entry.Value)));
        foreach (var (name, members) in types)
        {
            var type = Surfaces.Class(package, name);
            Assert.True(typeof(InputArgs).IsAssignableFrom(type));
            Assert.Same(type, type.GetProperty("Empty", BindingFlags.Public | BindingFlags.Static)?.PropertyType);
            var attributed = AttributedMembers(type);
            foreach (var member in members.EnumerateObject())
            {
                AssertInput(package, type, member.Name, member.Value.GetString()!.Split(' '), attributed);
            }

            Assert.Equal(members.EnumerateObject().Count(), attributed.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void OutputsArePropertiesWithPrivateSetters(string package)
    {
        foreach (var (_, resource) in Entries(Surfaces.Read(package), "resources"))
        {
            var type = Surfaces.Class(package, resource.GetProperty("class").GetString()!);
            foreach (var output in resource.GetProperty("outputs").EnumerateObject())
            {
                var words = output.Value.GetString()!.Split(' ');
                var property = type.GetProperty(PropertyName(output.Name, words), Own);
                Assert.NotNull(property);
                Assert.Equal(output.Name, property.GetCustomAttribute<OutputAttribute>()!.Name);
                Assert.Equal($"Output<{words[0]}>", Surfaces.Written(property.PropertyType, package));
                Assert.True(property is { GetMethod.IsPublic: true, SetMethod.IsPrivate: true });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void OutputTypesAreSealedWithAMarkedPrivateConstructor(string package)
    {
        foreach (var (name, fields) in Entries(Surfaces.Read(package), "outputs"))
        {
            var type = Surfaces.Class(package, name);
            Assert.True(type is { IsSealed: true, IsClass: true });
            Assert.NotNull(type.GetCustomAttribute<OutputTypeAttribute>());
            var constructor = Assert.Single(type.GetConstructors(Own));
            Assert.True(constructor.IsPrivate);
            Assert.NotNull(constructor.GetCustomAttribute<OutputConstructorAttribute>());
            Assert.Equal(
                fields.EnumerateObject().Select(field => (field.Name, field.Value.GetString())),
                type.GetFields(Own).Select(field => (field.Name, (string?)Surfaces.Written(field.FieldType, package))));
            Assert.All(type.GetFields(Own), field => Assert.True(field is { IsInitOnly: true, IsPublic: true }));
            Assert.Equal(type.GetFields(Own).Select(field => field.FieldType), constructor.GetParameters().Select(parameter => parameter.ParameterType));
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void EnumsAreStructsThatConvertToTheirString(string package)
    {
        foreach (var (name, values) in Entries(Surfaces.Read(package), "enums"))
        {
            var type = Surfaces.Class(package, name);
            Assert.True(type.IsValueType);
            Assert.NotNull(type.GetCustomAttribute<EnumTypeAttribute>());
            Assert.True(Assert.Single(type.GetConstructors(Own)).IsPrivate);
            var conversion = type.GetMethod("op_Explicit", [type]);
            Assert.NotNull(conversion);
            foreach (var value in values.EnumerateObject())
            {
                var property = type.GetProperty(value.Name, BindingFlags.Public | BindingFlags.Static);
                Assert.NotNull(property);
                Assert.Equal(value.Value.GetString(), conversion.Invoke(null, [property.GetValue(null)]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void FunctionsAreInvokedPlainOrWithOutputs(string package)
    {
        foreach (var (name, function) in Entries(Surfaces.Read(package), "functions"))
        {
            var type = Surfaces.Class(package, name);
            var result = Surfaces.Class(package, function.GetProperty("result").GetString()!);
            Assert.True(type is { IsAbstract: true, IsSealed: true });
            var plain = Assert.Single(type.GetMethods(), method => method.Name == "InvokeAsync");
            Assert.Equal(typeof(Task<>).MakeGenericType(result), plain.ReturnType);
            var invokes = type.GetMethods().Where(method => method.Name == "Invoke").ToList();
            Assert.All(invokes, invoke => Assert.Equal(typeof(Output<>).MakeGenericType(result), invoke.ReturnType));
            Assert.Equal([typeof(InvokeOptions), typeof(InvokeOutputOptions)], invokes.Select(invoke => invoke.GetParameters()[^1].ParameterType));
            if (function.TryGetProperty("args", out var args))
            {
                Assert.Equal(Surfaces.Class(package, args.GetString()!), plain.GetParameters()[0].ParameterType);
                Assert.Equal(function.GetProperty("optional").GetBoolean(), plain.GetParameters()[0].HasDefaultValue);
                Assert.Equal(Surfaces.Class(package, function.GetProperty("invokeArgs").GetString()!), invokes[0].GetParameters()[0].ParameterType);
                Assert.True(plain.GetParameters()[0].ParameterType.IsSubclassOf(typeof(InvokeArgs)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void AProviderHasItsConfig(string package)
    {
        var config = Surfaces.Class(package, "~Config");
        Assert.True(config is { IsAbstract: true, IsSealed: true, IsPublic: true });
        var provider = Surfaces.Class(package, "~Provider");
        Assert.Equal(typeof(ProviderResource), provider.BaseType);
    }

    private static void AssertInput(
        string package,
        Type type,
        string name,
        string[] words,
        Dictionary<string, (MemberInfo Member, CustomAttributeData Attribute)> attributed)
    {
        var property = type.GetProperty(PropertyName(name, words), BindingFlags.Instance | BindingFlags.Public);
        Assert.NotNull(property);
        Assert.Equal(words[0], Surfaces.Written(property.PropertyType, package));
        var hasField = words.Contains("field");
        var (member, attribute) = Assert.Contains(name, attributed);
        Assert.Equal(hasField ? MemberTypes.Field : MemberTypes.Property, member.MemberType);
        Assert.Equal(hasField, member is FieldInfo { IsPrivate: true });
        Assert.Equal(words.Contains("required"), attribute.ConstructorArguments[1].Value);
        Assert.Equal(words.Contains("json"), attribute.ConstructorArguments[2].Value);
    }

    private static Dictionary<string, (MemberInfo Member, CustomAttributeData Attribute)> AttributedMembers(Type type) => (
        from member in type.GetFields(Own).Concat<MemberInfo>(type.GetProperties(Own))
        from attribute in member.GetCustomAttributesData()
        where attribute.AttributeType == typeof(InputAttribute)
        select (member, attribute)).ToDictionary(found => (string)found.attribute.ConstructorArguments[0].Value!, StringComparer.Ordinal);

    private static string PropertyName(string name, string[] words) =>
        Array.IndexOf(words, "as") is var index and >= 0 ? words[index + 1] : char.ToUpperInvariant(name[0]) + name[1..];

    private static IEnumerable<(string Name, JsonElement Value)> Entries(JsonElement surface, string section) =>
        surface.GetProperty(section).EnumerateObject().Select(entry => (entry.Name, entry.Value));
}
