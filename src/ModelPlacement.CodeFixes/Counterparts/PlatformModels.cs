using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>How the counterpart's platform names the models of the program.</summary>
internal static class PlatformModels
{
    private const string CanonicalDialect = "openai-api";
    private const string AnyDialect = "any";

    /// <summary>The platform's name of a canonical id, or null where it does not offer it.</summary>
    public static CounterpartModel? Of(string id, string? version) =>
        ModelFamilies.BuiltIn.Identify(id, CanonicalDialect) is { } model ? ModelFamilies.BuiltIn.CounterpartOf(model with { Version = version ?? model.Version }) : null;

    /// <summary>The platform's name of a model that a program names in any dialect; null where it names none, or one whose weights anybody may run anywhere.</summary>
    public static CounterpartModel? Named(string text) =>
        ModelFamilies.BuiltIn.Identify(text, AnyDialect) is { Weights: ModelWeights.Proprietary } model ? ModelFamilies.BuiltIn.CounterpartOf(model) : null;
}
