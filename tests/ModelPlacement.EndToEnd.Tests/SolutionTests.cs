using System;
using System.IO;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>
/// A solution with central package versions: a component library for two frameworks that uses the package, and a program that uses the library.
/// </summary>
[Collection(PackedPackageTests.Name)]
public class SolutionTests(PackedPackage package)
{
    private const string Component = """
        using Pulumi.Aws.Bedrock;

        namespace Components;

        public static class Support
        {
            public static AgentAgent Agent() => new("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/support",
                FoundationModel = "openai.gpt-5.5",
            });
        }

        """;

    [Fact]
    public void Each_framework_of_a_library_is_analyzed_and_what_uses_the_library_is_not()
    {
        var folder = NewRepository("PackageVersion");
        Write(folder, "model-placement.yaml", """
            version: 1
            extends: []
            policies:
              - id: from-the-root
                models: [openai/*]
                allow: { clouds: [azure, gcp] }
            """);

        // As somebody writes it by hand: without the PrivateAssets that tools add for a development dependency.
        Write(folder, "Components/Components.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks>
                <EnableWindowsTargeting>true</EnableWindowsTargeting>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ModelPlacement.Analyzers" />
              </ItemGroup>
              {ConsumerProject.References()}
            </Project>
            """);
        Write(folder, "Components/Support.cs", Component);

        // A mode that does not exist is an error wherever the package is in use: here it is not.
        Write(folder, "Program/Program.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <ModelPlacementMode>nonsense</ModelPlacementMode>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Components/Components.csproj" />
              </ItemGroup>
              {ConsumerProject.References()}
            </Project>
            """);
        Write(folder, "Program/Program.cs", Stacks.OpenAiAgent);
        Write(folder, "All.slnx", """
            <Solution>
              <Project Path="Components/Components.csproj" />
              <Project Path="Program/Program.csproj" />
            </Solution>
            """);
        Write(folder, "Some.slnf", """{ "solution": { "path": "All.slnx", "projects": ["Components/Components.csproj", "Program/Program.csproj"] } }""");

        var build = DotNetCommand.RunSuccessfully(folder, "build", "Some.slnf", "-v", "q", "-nologo");
        Assert.Equal(2, build.Findings.Count);
        Assert.All(build.Findings, static finding =>
        {
            Assert.Contains("Support.cs(7,41): warning MPA1001", finding, StringComparison.Ordinal);
            Assert.Contains("policy 'from-the-root'", finding, StringComparison.Ordinal);
        });

        // Unless the program wants what the library brings.
        var asked = DotNetCommand.RunSuccessfully(
            folder, "build", "Program/Program.csproj", "--no-restore", "-v", "q", "-nologo", "-p:ModelPlacementTransitive=true", "-p:ModelPlacementMode=default");
        Assert.Contains(asked.Findings, static finding => finding.Contains(Stacks.AgentPlace, StringComparison.Ordinal) && finding.Contains("policy 'from-the-root'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_package_for_every_project_of_a_repository_judges_those_that_are_stacks()
    {
        var folder = NewRepository("GlobalPackageReference");
        Write(folder, "Plain/Plain.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Write(folder, "Plain/Plain.cs", "namespace Plain;\n\npublic static class Model\n{\n    public const string Name = \"openai.gpt-5.5\";\n}\n");
        Write(folder, "Components/Components.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Plain/Plain.csproj" />
              </ItemGroup>
              {ConsumerProject.References()}
            </Project>
            """);
        Write(folder, "Components/Support.cs", Component.Replace("\"openai.gpt-5.5\"", "Plain.Model.Name", StringComparison.Ordinal));

        var build = DotNetCommand.RunSuccessfully(folder, "build", "Components/Components.csproj", "-v", "q", "-nologo");
        Assert.Contains("Support.cs(7,41): warning MPA1001", Assert.Single(build.Findings), StringComparison.Ordinal);
    }

    // A folder with central package versions: the package is one of them, to be referred to by projects or in all of them.
    private string NewRepository(string item)
    {
        var folder = package.NewFolder();
        Write(folder, "Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <{item} Include="ModelPlacement.Analyzers" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }

    private static void Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
