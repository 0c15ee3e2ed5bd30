using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>A path, segment by segment as globs: a repository of images, or a program's name alone.</summary>
internal sealed record GlobPath(ImmutableArray<Glob> Segments)
{
    public Glob Last => Segments[Segments.Length - 1];
}

/// <summary>
/// Finds the first engine one of whose paths matches. Most globs have no wildcard, and most containers of a program are of no engine: both are settled by one
/// look-up.
/// </summary>
internal sealed class EngineIndex
{
    private readonly Dictionary<string, List<Entry>> _literal = new(StringComparer.Ordinal);
    private readonly List<Entry> _wild = [];

    /// <param name="engines">In order of precedence.</param>
    /// <param name="paths">The paths of an engine.</param>
    public EngineIndex(ImmutableArray<ServingEngine> engines, Func<ServingEngine, IEnumerable<GlobPath>> paths)
    {
        for (var order = 0; order < engines.Length; order++)
        {
            foreach (var path in paths(engines[order]))
            {
                var entry = new Entry(order, engines[order], path);
                if (!path.Last.IsLiteral)
                {
                    _wild.Add(entry);
                    continue;
                }

                if (!_literal.TryGetValue(path.Last.LiteralPrefix, out var same))
                    _literal.Add(path.Last.LiteralPrefix, same = []);
                same.Add(entry);
            }
        }
    }

    /// <summary>The engine that comes first of those with a path that matches, or null.</summary>
    /// <param name="last">What the last segment must match, in lower case.</param>
    /// <param name="matches">Whether the rest of a path whose last segment matches does too.</param>
    public ServingEngine? First(string last, Func<GlobPath, bool> matches)
    {
        var (best, found) = (int.MaxValue, (ServingEngine?)null);
        if (_literal.TryGetValue(last, out var same))
        {
            foreach (var entry in same)
            {
                if (entry.Order < best && matches(entry.Path))
                    (best, found) = (entry.Order, entry.Engine);
            }
        }

        foreach (var entry in _wild)
        {
            if (entry.Order < best && entry.Path.Last.Matches(last) && matches(entry.Path))
                (best, found) = (entry.Order, entry.Engine);
        }

        return found;
    }

    private sealed record Entry(int Order, ServingEngine Engine, GlobPath Path);
}
