using System;
using System.Collections.Generic;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>How the counterpart's platform names the models of the program.</summary>
internal static class PlatformModels
{
    private const string CanonicalDialect = "openai-api";
    private const string AnyDialect = "any";

    /// <summary>The platform's name of a canonical id, with or without a version; null where it does not offer it.</summary>
    public static CounterpartModel? Of(string id) => Identify(id) is { } model ? ModelFamilies.BuiltIn.CounterpartOf(model) : null;

    /// <summary>
    /// What takes the place of a model that the platform does not offer, or no longer: the nearest of those that the vendor names that it does. Null where the model is offered,
    /// or nothing is named.
    /// </summary>
    public static CounterpartModel? SuccessorOf(string id, DateTime? asOf)
    {
        if (Identify(id) is not { } model || IsOffered(ModelFamilies.BuiltIn.CounterpartOf(model), asOf))
            return null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var known = ModelFamilies.BuiltIn.Find(model.Id); known?.Successor is { } successor && seen.Add(successor); known = ModelFamilies.BuiltIn.Find(successor))
        {
            if (Of(successor) is { } offered && IsOffered(offered, asOf))
                return offered;
        }

        return null;
    }

    /// <summary>The platform's name of a model that a program names in any dialect; null where it names none, or one whose weights anybody may run anywhere.</summary>
    public static CounterpartModel? Named(string text) =>
        ModelFamilies.BuiltIn.Identify(text, AnyDialect) is { Weights: ModelWeights.Proprietary } model ? ModelFamilies.BuiltIn.CounterpartOf(model) : null;

    /// <summary>Whether the platform serves a model on a day; where no day is given, what it ever served counts.</summary>
    private static bool IsOffered(CounterpartModel? model, DateTime? asOf) => model is not null && !(model.Retires <= asOf);

    private static ModelIdentity? Identify(string id) => ModelFamilies.BuiltIn.Identify(id, CanonicalDialect);
}
