using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>One own model, resolved: the globs that name it and the identity it is judged as.</summary>
internal sealed record OwnModelName(string Id, ImmutableArray<Glob> Match, ModelIdentity Base)
{
    /// <summary>Whether a raw string names it: by its id, or by a glob over the string with or without its scheme.</summary>
    public bool Names(string raw)
    {
        if (string.Equals(raw, Id, StringComparison.OrdinalIgnoreCase))
            return true;
        var scheme = raw.IndexOf("://", StringComparison.Ordinal);
        var bare = scheme > 0 ? raw.Substring(scheme + 3) : null;
        foreach (var glob in Match)
        {
            if (glob.Matches(raw) || (bare is not null && glob.Matches(bare)))
                return true;
        }

        return false;
    }
}

/// <summary>Resolves an organisation's own models against what is known, and finds what is wrong with them.</summary>
internal sealed class OwnModelResolution
{
    private readonly ModelFamilies _families;
    private readonly ImmutableArray<OwnModelError>.Builder _errors = ImmutableArray.CreateBuilder<OwnModelError>();
    private readonly Dictionary<string, OwnModel> _byId = new(StringComparer.OrdinalIgnoreCase);

    public OwnModelResolution(ModelFamilies families, ImmutableArray<OwnModel> models)
    {
        _families = families;
        var names = ImmutableArray.CreateBuilder<OwnModelName>();
        foreach (var model in models.Where(IsWellFormed))
            _byId[model.Id.Text] = model;
        foreach (var model in models)
        {
            if (_byId.TryGetValue(model.Id.Text, out var kept) && ReferenceEquals(kept, model) && Base(model) is { } identity)
                names.Add(new OwnModelName(model.Id.Text, model.Match.Select(static glob => new Glob(glob.Text.Trim())).ToImmutableArray(), identity));
        }

        Names = names.ToImmutable();
        Errors = _errors.ToImmutable();
    }

    public ImmutableArray<OwnModelName> Names { get; }

    public ImmutableArray<OwnModelError> Errors { get; }

    private bool IsWellFormed(OwnModel model)
    {
        var id = model.Id.Text;
        var slash = id.IndexOf("/", StringComparison.Ordinal);
        if (slash <= 0 || slash == id.Length - 1 || id.Any(static character => char.IsWhiteSpace(character) || character is '*' or '?'))
            return Fault(model.Id, "'" + id + "' is not a model id: write vendor/name, without spaces or wildcards.");
        if (_byId.ContainsKey(id))
            return Fault(model.Id, "Model '" + id + "' is given twice.");
        if (_families.Find(id) is not null)
            return Fault(model.Id, "Model '" + id + "' is built in; give your own a name of its own.");

        foreach (var glob in model.Match)
        {
            if (glob.Text.Trim().Trim('*', '?').Length == 0)
                return Fault(glob, "'" + glob.Text + "' would match every model.");
        }

        return true;
    }

    /// <summary>The identity an own model is judged as; follows own models to the listed one at the end.</summary>
    private ModelIdentity? Base(OwnModel model)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var current = model; ; current = _byId[current.BasedOn!.Text])
        {
            if (!seen.Add(current.Id.Text))
            {
                Fault(model.BasedOn!, "Model '" + model.Id.Text + "' is based on itself.");
                return null;
            }

            if (current.BasedOn is not { } basedOn)
                return OwnMaking(current.Id.Text);
            if (_byId.ContainsKey(basedOn.Text))
                continue;
            if (_families.Identify(basedOn.Text, "openai-api") is { } known && _families.IsKnown(basedOn.Text))
                return known;

            var nearest = _families.Nearest(basedOn.Text);
            Fault(basedOn, "Unknown model '" + basedOn.Text + "'" + (nearest is null ? "." : "; did you mean '" + nearest + "'?"));
            return null;
        }
    }

    private static ModelIdentity OwnMaking(string id)
    {
        var lower = id.ToLowerInvariant();
        return new ModelIdentity(
            lower, lower.Substring(0, lower.IndexOf("/", StringComparison.Ordinal)), ModelIdentity.Unlisted, Version: null, ModelWeights.Proprietary, id);
    }

    private bool Fault(PlacedText at, string message)
    {
        _errors.Add(new OwnModelError(message, at));
        return false;
    }
}
