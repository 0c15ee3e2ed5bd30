using ModelPlacement.Engine.Catalog;
using Xunit;

namespace ModelPlacement.Engine.Tests.Catalog;

public sealed class TypeTokenTests
{
    [Theory]
    [InlineData("aws:sagemaker/endpoint:Endpoint", "aws:sagemaker/endpoint:Endpoint")]
    [InlineData("azure-native:cognitiveservices:Deployment", "azure-native:cognitiveservices:Deployment")]
    [InlineData("azure-native:cognitiveservices/v20240601preview:Deployment", "azure-native:cognitiveservices:Deployment")]
    [InlineData("azure-native_cognitiveservices_v20240601preview:cognitiveservices:Deployment", "azure-native:cognitiveservices:Deployment")]
    [InlineData("kubernetes:apps/v1beta1:Deployment", "kubernetes:apps:Deployment")]
    [InlineData("kubernetes:serving.kserve.io/v1beta1:InferenceService", "kubernetes:serving.kserve.io:InferenceService")]
    [InlineData("kubernetes:cognitiveservices.azure.com/v1api20250601:Deployment", "kubernetes:cognitiveservices.azure.com:Deployment")]
    [InlineData("kubernetes:core/v1:Service", "kubernetes:core:Service")]
    [InlineData("kubernetes:v1:Service", "kubernetes:core:Service")]
    [InlineData("aws:lex/v2modelsIntent:V2modelsIntent", "aws:lex/v2modelsIntent:V2modelsIntent")]
    [InlineData("alicloud:fc/v3Function:V3Function", "alicloud:fc/v3Function:V3Function")]
    [InlineData("pulumi:providers:azure-native_cognitiveservices_v20240601preview", "pulumi:providers:azure-native")]
    [InlineData("a:v1:B", "a:core:B")]
    [InlineData("a:v1az:B", "a:core:B")]
    [InlineData("a:m/v1z:B", "a:m:B")]
    [InlineData("a:/v1:B", "a::B")]
    [InlineData("a:v:B", "a:v:B")]
    [InlineData("a:v1A:B", "a:v1A:B")]
    [InlineData("a:v1.2:B", "a:v1.2:B")]
    [InlineData("a:vx:B", "a:vx:B")]
    [InlineData("a:12:B", "a:12:B")]
    [InlineData("a:v1", "a:v1")]
    [InlineData("a:v1:", "a:core:")]
    [InlineData(":v1:B", ":core:B")]
    [InlineData("nonsense", "nonsense")]
    [InlineData("", "")]
    public void Versions_of_one_shape_are_one(string token, string normalized) => Assert.Equal(normalized, TypeToken.Normalize(token));

    [Theory]
    [InlineData("aws:sagemaker/endpoint:Endpoint", "aws")]
    [InlineData("pulumi:providers:kubernetes", "kubernetes")]
    [InlineData("azure-native_app_v20240301:app:ContainerApp", "azure-native")]
    [InlineData("my_company:ai:ModelServer", "my_company")]
    [InlineData("_v1:ai:ModelServer", "_v1")]
    [InlineData("nonsense", "nonsense")]
    public void The_package_of_a_token(string token, string package) => Assert.Equal(package, TypeToken.Package(token));

    [Theory]
    [InlineData("aws:sagemaker/endpoint:Endpoint", "Endpoint")]
    [InlineData("Endpoint", "Endpoint")]
    public void The_type_s_name_is_the_last_part(string token, string name) => Assert.Equal(name, TypeToken.TypeName(token));
}
