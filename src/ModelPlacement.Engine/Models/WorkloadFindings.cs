using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.Engine.Models;

/// <summary>Gathers what is found while a workload is read.</summary>
internal sealed class WorkloadFindings
{
    private const int MostMentions = 64;
    private const int MostReasons = 32;

    private readonly List<ModelMention> _mentions = [];
    private readonly List<Upstream> _upstreams = [];
    private readonly List<string> _reasons = [];
    private WorkloadKind _kind = WorkloadKind.Other;
    private string? _engine;
    private int? _port;

    public bool HasModel => _mentions.Exists(static mention => mention.Kind == MentionKind.Model);

    public WorkloadKind Kind => _kind;

    /// <summary>Something of that kind runs; what runs a model outweighs what calls one.</summary>
    public void Run(WorkloadKind kind, string? engine, int? port, string reason)
    {
        Because(reason);
        if (kind > _kind || (kind == _kind && _engine is null))
        {
            _engine = engine;
            _port = port ?? (kind == _kind ? _port : null);
        }

        if (kind > _kind)
            _kind = kind;
    }

    public void Listen(int port) => _port = port;

    public void Mention(ModelMention mention)
    {
        if (_mentions.Count < MostMentions && !_mentions.Exists(known => known == mention))
            _mentions.Add(mention);
    }

    public void SendTo(Upstream upstream)
    {
        if (_upstreams.Count < MostMentions && !_upstreams.Exists(known => known == upstream))
            _upstreams.Add(upstream);
    }

    public void Because(string reason)
    {
        if (_reasons.Count < MostReasons && !_reasons.Contains(reason, StringComparer.Ordinal))
            _reasons.Add(reason);
    }

    public Workload ToWorkload() => new()
    {
        Kind = _kind,
        Engine = _engine,
        Mentions = _mentions.OrderBy(static mention => mention.Kind).ToImmutableArray(),
        Upstreams = _upstreams.ToImmutableArray(),
        Port = _port,
        Reasons = _reasons.ToImmutableArray(),
    };
}
