using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.Engine.Policies;

/// <summary>How the organisation's own model names stand for the models they are based on.</summary>
internal static class OwnModels
{
    /// <summary>
    /// The ids that a model is judged under: its own, its dated one, and those of the models it is based on, directly or through others.
    /// </summary>
    public static ImmutableArray<string> IdsOf(ModelIdentity model, ImmutableArray<OwnModel> ownModels)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        ids.Add(model.Id);
        if (model.Version is { Length: > 0 } version)
            ids.Add(model.Id + "-" + version);
        foreach (var own in BasesOf(model.Id, ownModels))
            ids.Add(own.BasedOn);
        return ids.ToImmutable();
    }

    /// <summary>The chain of own models from an id downwards; ends where it would come round.</summary>
    public static IEnumerable<OwnModel> BasesOf(string id, ImmutableArray<OwnModel> ownModels)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (seen.Add(id) && ownModels.FirstOrDefault(own => string.Equals(own.Id, id, StringComparison.OrdinalIgnoreCase)) is { } next)
        {
            yield return next;
            id = next.BasedOn;
        }
    }
}
