using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Pulumi;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class StringEnumsTests
{
    [Fact]
    public void Members_stand_for_their_strings() => SmallProgram.Check("""
        var type = Pulumi.Kubernetes.Core.V1.ServiceSpecType.LoadBalancer;
        var protocol = Pulumi.Aws.Ec2.ProtocolType.TCP;
        object boxed = protocol;
        Keep("printed", $"{type}/{protocol}"); // known
        Keep("to-string", protocol.ToString().ToUpperInvariant()); // known
        Keep("cast", (string)Pulumi.Aws.Ec2.InstanceType.G5_12XLarge); // known
        Keep("equal", type == Pulumi.Kubernetes.Core.V1.ServiceSpecType.ClusterIP ? "inside" : "outside"); // known
        Keep("boxed", boxed is string ? "string" : "struct"); // known
        Keep("compared", boxed.Equals("tcp") ? "string" : "struct"); // unknown
        Keep("nullable", (flag ? type : Pulumi.Kubernetes.Core.V1.ServiceSpecType.ClusterIP).ToString()); // unknown
        Keep("json", System.Text.Json.JsonSerializer.Serialize(new { type })); // unknown
        """);

    [Fact]
    public void The_data_is_what_the_SDKs_say()
    {
        const string Folder = "StringEnums/";
        var data = typeof(Engine.StackProgram.ResourceGraph).Assembly;
        var known = from name in data.GetManifestResourceNames()
                    where name.StartsWith(Folder, StringComparison.Ordinal)
                    let package = Path.GetFileNameWithoutExtension(name[Folder.Length..])
                    from line in Lines(data.GetManifestResourceStream(name)!)
                    select package + "." + line;
        var real = from path in Directory.GetFiles(AppContext.BaseDirectory, "Pulumi.*.dll")
                   let sdk = Assembly.LoadFrom(path)
                   from type in sdk.GetExportedTypes()
                   where type.GetCustomAttribute<EnumTypeAttribute>() is not null
                   from member in type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                   select type.FullName + " " + member.Name + " " + member.GetValue(null);
        Assert.Equal(real.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(Stream file)
    {
        using var lines = new StreamReader(file);
        var type = "";
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith(' '))
                yield return type + line;
            else
                type = line;
        }
    }
}
