using System;
using System.Collections.Generic;
using System.Linq;

namespace Pulumi.Reference.Generator;

/// <summary>All files of one provider assembly. Few and large, so that the compiler spends its time on code and not on files.</summary>
internal static class ProviderSource
{
    public static IEnumerable<KeyValuePair<string, string>> Write(Surface surface)
    {
        yield return File("Provider.g.cs", file =>
        {
            AttributeWriter.Write(file, surface);
            ConfigWriter.Write(file, surface);
        });
        yield return File("Resources.g.cs", file =>
        {
            foreach (var resource in surface.Resources.OrderBy(resource => resource.Class, StringComparer.Ordinal))
            {
                ResourceWriter.Write(file, surface, resource);
            }
        });
        yield return File("Functions.g.cs", file =>
        {
            foreach (var function in surface.Functions)
            {
                FunctionWriter.Write(file, surface, function);
            }
        });
        yield return File("Inputs.g.cs", file =>
        {
            var invokeTypes = InvokeArgsTypes.Of(surface);
            foreach (var type in surface.Inputs)
            {
                InputTypeWriter.Write(file, surface, type.Class, type.Members, invokeTypes.Contains(type.Class) ? "InvokeArgs" : "ResourceArgs");
            }
        });
        yield return File("Outputs.g.cs", file =>
        {
            foreach (var type in surface.Outputs)
            {
                OutputTypeWriter.Write(file, type);
            }
        });
        yield return File("Enums.g.cs", file =>
        {
            foreach (var type in surface.Enums)
            {
                EnumWriter.Write(file, type);
            }
        });
    }

    private static KeyValuePair<string, string> File(string name, Action<SourceFile> write)
    {
        var file = new SourceFile();
        write(file);
        return new KeyValuePair<string, string>(name, file.Complete());
    }
}
