using System;
using System.IO;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>A company ships its policy as a package of its own: a file, and a line of MSBuild that hands it over.</summary>
[Collection(PackedPackageTests.Name)]
public class PolicyPackageTests(PackedPackage package)
{
    private const string Policy = """
        version: 1
        extends: []
        policies:
          - id: acme-models
            description: What Acme agreed with its customers.
            models: [openai/*]
            allow: { clouds: [azure, gcp] }
            severity: error
        """;

    [Theory]
    [InlineData("Acme.Policy.Beside", false)]
    [InlineData("Acme.Policy.WithAnalyzers", true)]
    public void Its_policy_holds_where_the_package_is_referenced(string id, bool bringsAnalyzers)
    {
        PackPolicy(id, bringsAnalyzers);
        var stack = NewStack(id, bringsAnalyzers).With("Program.cs", Stacks.OpenAiAgent);
        DotNetCommand.RunSuccessfully(stack.Folder, "restore", "-v", "q", "-nologo");

        var build = stack.Build();
        var finding = Assert.Single(build.Findings);
        Assert.Contains(Stacks.AgentPlace + ": error MPA1001", finding, StringComparison.Ordinal);
        Assert.Contains("policy 'acme-models' allows it on Azure or Google Cloud only", finding, StringComparison.Ordinal);
        Assert.NotEqual(0, build.ExitCode);

        // A file of the project's own lies above it, and an entry of the same id takes its place.
        var softened = stack.With("model-placement.yaml", "version: 1\npolicies:\n  - id: acme-models\n    models: [openai/*]\n    allow: { clouds: [azure] }\n    severity: warning\n").Build();
        Assert.Contains("warning MPA1001", Assert.Single(softened.Findings), StringComparison.Ordinal);
        Assert.Equal(0, softened.ExitCode);
    }

    private void PackPolicy(string id, bool bringsAnalyzers)
    {
        var folder = package.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "buildTransitive"));
        new ConsumerProject(folder)
            .With("acme.yaml", Policy)
            .With("buildTransitive/" + id + ".props", $"""
                <Project>
                  <PropertyGroup>
                    <ModelPlacementTransitive>{(bringsAnalyzers ? "true" : "false")}</ModelPlacementTransitive>
                  </PropertyGroup>
                  <ItemGroup>
                    <AdditionalFiles Include="$(MSBuildThisFileDirectory)../policy/acme.yaml" ModelPlacementPolicy="true" Visible="false" />
                  </ItemGroup>
                </Project>
                """)
            .With(id + ".csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <PackageId>{id}</PackageId>
                    <Version>1.0.0</Version>
                    <Description>Where Acme may serve AI models.</Description>
                    <IncludeBuildOutput>false</IncludeBuildOutput>
                    <NoWarn>$(NoWarn);NU5128</NoWarn>
                  </PropertyGroup>
                  <ItemGroup>
                    <None Include="buildTransitive/*" Pack="true" PackagePath="buildTransitive" />
                    <None Include="acme.yaml" Pack="true" PackagePath="policy" />
                    {(bringsAnalyzers ? $"<PackageReference Include=\"ModelPlacement.Analyzers\" Version=\"{package.Version}\" PrivateAssets=\"none\" />" : "")}
                  </ItemGroup>
                </Project>
                """);
        DotNetCommand.RunSuccessfully(folder, "pack", "-o", package.Feed, "-v", "q", "-nologo");
    }

    private ConsumerProject NewStack(string policy, bool bringsAnalyzers) => new ConsumerProject(package.NewFolder()).With("Stack.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{policy}" Version="1.0.0" />
            {(bringsAnalyzers ? "" : $"<PackageReference Include=\"ModelPlacement.Analyzers\" Version=\"{package.Version}\" PrivateAssets=\"all\" />")}
          </ItemGroup>
          {ConsumerProject.References()}
        </Project>
        """);
}
