using System;
using System.Linq;
using System.Reflection;
using Pulumi.Aws.Sagemaker;
using Xunit;
using CognitiveServices = Pulumi.AzureNative.CognitiveServices;

namespace Pulumi.Reference.Tests.Surface;

/// <summary>Shapes that analyzers stumble over, spelled out on well-known classes.</summary>
public sealed class RealShapeTests
{
    [Fact]
    public void ATokenSitsOnAnInternalAttribute()
    {
        var attribute = Assert.Single(typeof(Endpoint).GetCustomAttributesData(), data => data.AttributeType.BaseType == typeof(ResourceTypeAttribute));
        Assert.Equal("Pulumi.Aws.AwsResourceTypeAttribute", attribute.AttributeType.FullName);
        Assert.False(attribute.AttributeType.IsPublic);
        Assert.Equal("aws:sagemaker/endpoint:Endpoint", attribute.ConstructorArguments[0].Value);
    }

    [Fact]
    public void AListHasItsAttributeOnAPrivateField()
    {
        var property = typeof(EndpointConfigurationArgs).GetProperty("ProductionVariants")!;
        var field = typeof(EndpointConfigurationArgs).GetField("_productionVariants", BindingFlags.Instance | BindingFlags.NonPublic)!;
        Assert.Null(property.GetCustomAttribute<InputAttribute>());
        Assert.NotNull(field.GetCustomAttribute<InputAttribute>());
        Assert.True(field.IsPrivate);
    }

    [Fact]
    public void AnOptionalListIsMadeOnDemand()
    {
        var args = new EndpointConfigurationArgs();
        Assert.NotNull(args.ProductionVariants);
        Assert.Same(args.ProductionVariants, args.ProductionVariants);
    }

    [Fact]
    public void AUnionOfAStringAndAnEnumIsAnInputUnion()
    {
        Assert.Equal(
            typeof(InputUnion<string, CognitiveServices.DeploymentModelVersionUpgradeOption>),
            typeof(CognitiveServices.Inputs.DeploymentPropertiesArgs).GetProperty("VersionUpgradeOption")!.PropertyType);
        Assert.Equal("OnceCurrentVersionExpired", (string)CognitiveServices.DeploymentModelVersionUpgradeOption.OnceCurrentVersionExpired);
        Assert.True(CognitiveServices.DeploymentModelVersionUpgradeOption.NoAutoUpgrade != CognitiveServices.DeploymentModelVersionUpgradeOption.OnceCurrentVersionExpired);
    }

    [Fact]
    public void CSharpRenamesWhatWouldBeNamedLikeItsClass()
    {
        Assert.Equal("bucket", SchemaName(typeof(Aws.S3.BucketArgs), "BucketName"));
        Assert.Equal("policy", SchemaName(typeof(Aws.Iam.PolicyArgs), "PolicyDocument"));

        static object? SchemaName(Type type, string property) => Assert.Single(
            type.GetProperty(property)!.GetCustomAttributesData(),
            data => data.AttributeType == typeof(InputAttribute)).ConstructorArguments[0].Value;
    }

    [Fact]
    public void TheCoreHasTheRealKindsOfTypes()
    {
        Assert.True(typeof(Output<>).IsSealed);
        Assert.True(typeof(InputList<>).IsSealed);
        Assert.True(typeof(InputMap<>).IsSealed);
        Assert.True(typeof(InputJson).IsSealed);
        Assert.False(typeof(Input<>).IsSealed);
        Assert.True(typeof(Union<,>).IsValueType);
        Assert.True(typeof(Urn).IsValueType);
        Assert.True(typeof(ResourceTransformResult).IsValueType);
        Assert.True(typeof(ResourceOptions).IsAbstract);
        Assert.True(typeof(CustomResourceOptions).IsSealed);
        Assert.True(typeof(ComponentResourceOptions).IsSealed);
        Assert.True(typeof(ResourceArgs).IsAbstract);
        Assert.True(typeof(Deployment).IsSealed);
        Assert.True(typeof(DeploymentInstance).IsSealed);
        Assert.True(typeof(Config).IsSealed);
        Assert.Equal(typeof(CustomResource), typeof(ProviderResource).BaseType);
        Assert.Equal(typeof(CustomResource), typeof(StackReference).BaseType);
        Assert.Equal(typeof(ComponentResource), typeof(Stack).BaseType);
        Assert.Equal(typeof(Input<System.Text.Json.JsonElement>), typeof(InputJson).BaseType);
        Assert.Equal(10, typeof(Deployment).GetMethods().Count(method => method.Name is "RunAsync" or "TestAsync") - 1);
    }

    [Fact]
    public void TheCoreShowsNothingOfItsRecording()
    {
        var visible = typeof(Output).Assembly.GetExportedTypes().Where(type => type.Namespace is "Pulumi.Reference").Select(type => type.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["InvokeRequest", "Recorder", "RecorderOptions", "Recording", "Registration"], visible);
        Assert.DoesNotContain(typeof(Output).Assembly.GetExportedTypes(), type => type.Namespace is "Pulumi.Serialization");
    }

    [Fact]
    public void TheAssembliesAreNamedAsTheRealOnes() =>
        Assert.Equal(["Pulumi", "Pulumi.Aws", "Pulumi.AzureNative"], new[] { typeof(Output), typeof(Endpoint), typeof(CognitiveServices.Account) }.Select(type => type.Assembly.GetName().Name));
}
