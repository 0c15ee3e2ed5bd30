using System;
using System.Linq;

namespace Pulumi.Reference.Generator;

/// <summary>A resource class, its args class and, where the provider has one, its state class.</summary>
internal static class ResourceWriter
{
    public static void Write(SourceFile file, Surface surface, ResourceShape resource)
    {
        var name = CSharpNames.SimpleName(resource.Class);
        file.Namespace(CSharpNames.NamespaceOf(resource.Class));
        file.Line($"[{surface.ShortName}ResourceType({CSharpNames.Literal(resource.Token)})]");
        file.Line($"public partial class {name} : global::{resource.Base}").Line("{");
        foreach (var output in resource.Outputs)
        {
            file.Line($"[Output({CSharpNames.Literal(output.Name)})]");
            file.Line($"public Output<{CSharpNames.Rooted(output.Type)}> {output.Property} {{ get; private set; }} = null!;");
        }

        WriteConstructor(file, resource, name);
        if (!resource.IsProvider && !resource.IsComponent)
        {
            WriteGet(file, surface, resource, name);
        }

        file.Line("}");
        InputTypeWriter.Write(file, surface, resource.Args, resource.Inputs, "ResourceArgs");
        if (HasState(surface, resource))
        {
            var state = resource.Outputs.Select(StateMember).OfType<Member>().Select(member => NotNamedLike(name + "State", member));
            InputTypeWriter.Write(file, surface, resource.Class + "State", state, "ResourceArgs");
        }
    }

    /// <summary>C# has no member named like its class: the state of <c>Instance</c> has an output <c>instanceState</c>.</summary>
    private static Member NotNamedLike(string type, Member member) =>
        string.Equals(member.Property, type, StringComparison.Ordinal) ? member with { Property = member.Property + "Value" } : member;

    private static bool HasState(Surface surface, ResourceShape resource) => surface.IsBridged && !resource.IsProvider && !resource.IsComponent;

    private static void WriteConstructor(SourceFile file, ResourceShape resource, string name)
    {
        var args = CSharpNames.Rooted(resource.Args);
        var parameter = resource.ArgsAreOptional ? $"{args}? args = null" : $"{args} args";
        if (resource.IsComponent)
        {
            file.Line($"public {name}(string name, {parameter}, ComponentResourceOptions? options = null)");
            file.Line($": base({CSharpNames.Literal(resource.Token)}, name, args ?? new {args}(), ComponentResourceOptions.Merge(null, options), remote: true) {{ }}");
            return;
        }

        // A provider's base class takes the package name and makes the token of it.
        var type = resource.IsProvider ? resource.Token[(resource.Token.LastIndexOf(':') + 1)..] : resource.Token;
        var constants = KubernetesConstants(resource);
        var value = constants is null ? $"args ?? new {args}()" : "MakeArgs(args)";
        file.Line($"public {name}(string name, {parameter}, CustomResourceOptions? options = null)");
        file.Line($": base({CSharpNames.Literal(type)}, name, {value}, Utilities.Options(options, null)) {{ }}");
        if (constants is var (apiVersion, kind))
        {
            file.Line($$"""
                private static {{args}} MakeArgs({{args}}? args)
                {
                args ??= new {{args}}();
                args.ApiVersion = {{CSharpNames.Literal(apiVersion)}};
                args.Kind = {{CSharpNames.Literal(kind)}};
                return args;
                }
                """);
        }
    }

    /// <summary>A Kubernetes kind fixes its own <c>apiVersion</c> and <c>kind</c>: <c>kubernetes:core/v1:Service</c> is <c>v1</c>, <c>Service</c>.</summary>
    private static (string ApiVersion, string Kind)? KubernetesConstants(ResourceShape resource)
    {
        if (!resource.Base.EndsWith(".KubernetesResource", StringComparison.Ordinal)
            || resource.Inputs.All(input => input.Name is not "apiVersion")
            || resource.Inputs.All(input => input.Name is not "kind"))
        {
            return null;
        }

        var parts = resource.Token.Split(':');
        return (parts[1].StartsWith("core/", StringComparison.Ordinal) ? parts[1]["core/".Length..] : parts[1], parts[2]);
    }

    private static void WriteGet(SourceFile file, Surface surface, ResourceShape resource, string name)
    {
        var token = CSharpNames.Literal(resource.Token);
        if (HasState(surface, resource))
        {
            file.Line($$"""
                private {{name}}(string name, Input<string> id, {{name}}State? state = null, CustomResourceOptions? options = null)
                : base({{token}}, name, state, Utilities.Options(options, id)) { }
                public static {{name}} Get(string name, Input<string> id, {{name}}State? state = null, CustomResourceOptions? options = null)
                => new {{name}}(name, id, state, options);
                """);
            return;
        }

        file.Line($$"""
            private {{name}}(string name, Input<string> id, CustomResourceOptions? options = null)
            : base({{token}}, name, null, Utilities.Options(options, id)) { }
            public static {{name}} Get(string name, Input<string> id, CustomResourceOptions? options = null) => new {{name}}(name, id, options);
            """);
    }

    /// <summary>
    /// State properties of plain types. Those of nested types have args classes of their own (<c>XGetArgs</c>) in the real assemblies, which the
    /// surface data does not carry, and are left out.
    /// </summary>
    private static Member? StateMember(Member output) => output.Type.TrimEnd('?') switch
    {
        "string" or "int" or "bool" or "double" => output with { Type = $"Input<{output.Type.TrimEnd('?')}>", IsRequired = false, HasField = false, IsJson = false },
        "ImmutableArray<string>" => output with { Type = "InputList<string>", IsRequired = false, HasField = true, IsJson = false },
        "ImmutableDictionary<string,string>" => output with { Type = "InputMap<string>", IsRequired = false, HasField = true, IsJson = false },
        _ => null,
    };
}
