using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>A stack of a user who added the package.</summary>
internal sealed class ConsumerProject
{
    private static readonly string[] Sdks = ["Pulumi", "Pulumi.Aws", "Pulumi.AzureNative"];

    public ConsumerProject(string folder) => Folder = folder;

    public string Folder { get; }

    public static ConsumerProject Create(string folder, string version)
    {
        Directory.CreateDirectory(folder);
        return new ConsumerProject(folder).With("Stack.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ModelPlacement.Analyzers" Version="{version}" PrivateAssets="all" />
              </ItemGroup>
              {References()}
            </Project>
            """);
    }

    public static ConsumerProject Copy(string template, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new ConsumerProject(folder);
    }

    /// <summary>The SDK assemblies that the tests were built with.</summary>
    public static string References() =>
        "<ItemGroup>" + string.Concat(Sdks.Select(static name => $"<Reference Include=\"{name}\" HintPath=\"{Path.Combine(System.AppContext.BaseDirectory, name + ".dll")}\" />")) + "</ItemGroup>";

    /// <summary>Writes a file beside the project, or with <c>../</c> above it.</summary>
    public ConsumerProject With(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return this;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public DotNetCommand Build(params string[] options) => DotNetCommand.Run(Folder, ["build", "--no-restore", "-v", "q", "-nologo", .. options]);

    /// <summary>Builds, and gives what the compiler logged of the package's rules: <c>level id</c>, also of what a console does not show.</summary>
    public IReadOnlyList<string> Log(params string[] options)
    {
        var build = Build(["-p:ErrorLog=log.sarif%2Cversion=2.1", .. options]);
        var path = Path.Combine(Folder, "log.sarif");
        if (!File.Exists(path))
            throw new FileNotFoundException(build.Output, path);
        using var log = JsonDocument.Parse(File.ReadAllText(path));
        return log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(static result => result.GetProperty("level").GetString() + " " + result.GetProperty("ruleId").GetString())
            .Where(static result => result.Contains(" MPA", System.StringComparison.Ordinal))
            .Order(System.StringComparer.Ordinal)
            .ToList();
    }
}
