using System;
using System.Collections.Generic;
using System.Linq;

namespace Pulumi.Reference.Generator;

/// <summary>Arguments of data sources derive from <c>InvokeArgs</c>, and so do the plain types nested in the arguments of <c>InvokeAsync</c>.</summary>
internal static class InvokeArgsTypes
{
    public static HashSet<string> Of(Surface surface)
    {
        var types = surface.Inputs.ToDictionary(type => type.Class, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var function in surface.Functions)
        {
            if (function.InvokeArgs is { } invokeArgs)
            {
                found.Add(invokeArgs);
            }

            if (function.Args is { } args)
            {
                AddWithNested(args);
            }
        }

        return found;

        void AddWithNested(string type)
        {
            if (!types.TryGetValue(type, out var shape) || !found.Add(type))
            {
                return;
            }

            foreach (var part in shape.Members.SelectMany(member => member.Type.Split('<', '>', ',', '?')))
            {
                AddWithNested(part);
            }
        }
    }
}
