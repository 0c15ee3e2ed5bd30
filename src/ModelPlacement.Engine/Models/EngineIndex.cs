using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>
/// Finds the first engine one of whose globs matches. Most globs have no wildcard, and most containers of a program are of no engine: both are settled by one
/// look-up.
/// </summary>
/// <typeparam name="TPattern">What is matched beside the key: an image's whole path, or nothing more than a program's name.</typeparam>
internal sealed class EngineIndex<TPattern>
{
    private readonly Dictionary<string, List<(int Order, ServingEngine Engine, TPattern Pattern)>> _literal = new(StringComparer.Ordinal);
    private readonly List<(int Order, Glob Key, ServingEngine Engine, TPattern Pattern)> _wild = [];

    /// <param name="engines">In order of precedence.</param>
    /// <param name="patterns">The patterns of an engine, each with the glob that its key must match.</param>
    public EngineIndex(ImmutableArray<ServingEngine> engines, Func<ServingEngine, IEnumerable<(Glob Key, TPattern Pattern)>> patterns)
    {
        for (var order = 0; order < engines.Length; order++)
        {
            foreach (var (key, pattern) in patterns(engines[order]))
            {
                if (!key.IsLiteral)
                {
                    _wild.Add((order, key, engines[order], pattern));
                    continue;
                }

                if (!_literal.TryGetValue(key.LiteralPrefix, out var same))
                    _literal.Add(key.LiteralPrefix, same = []);
                same.Add((order, engines[order], pattern));
            }
        }
    }

    /// <summary>The engine that comes first of those with a pattern that matches, or null.</summary>
    /// <param name="key">In lower case.</param>
    /// <param name="matches">Whether the rest of a pattern whose key matches does too.</param>
    public ServingEngine? First(string key, Func<TPattern, bool> matches)
    {
        var (best, found) = (int.MaxValue, (ServingEngine?)null);
        if (_literal.TryGetValue(key, out var same))
        {
            foreach (var (order, engine, pattern) in same)
            {
                if (order < best && matches(pattern))
                    (best, found) = (order, engine);
            }
        }

        foreach (var (order, glob, engine, pattern) in _wild)
        {
            if (order < best && glob.Matches(key) && matches(pattern))
                (best, found) = (order, engine);
        }

        return found;
    }
}
