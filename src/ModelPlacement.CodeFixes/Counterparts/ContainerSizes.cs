using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>What a container is given.</summary>
/// <param name="Cpu">Processors.</param>
/// <param name="Memory">Memory, in GiB.</param>
internal sealed record ContainerSize(decimal Cpu, decimal Memory)
{
    /// <summary>The processors as they are written in C#.</summary>
    public string CpuText => Cpu.ToString(CultureInfo.InvariantCulture);

    /// <summary>The memory as the platform writes it: <c>4Gi</c>.</summary>
    public string MemoryText => Memory.ToString(CultureInfo.InvariantCulture) + "Gi";
}

/// <summary>The sizes that a platform offers, from the smallest to the largest.</summary>
/// <param name="All">The sizes.</param>
/// <param name="Default">The one where nothing is known.</param>
internal sealed record ContainerSizes(ImmutableArray<ContainerSize> All, ContainerSize Default)
{
    /// <summary>The smallest size that has room for what is asked for, else the largest.</summary>
    /// <param name="cpu">Processors, or null.</param>
    /// <param name="memory">Memory in GiB, or null.</param>
    public ContainerSize For(decimal? cpu, decimal? memory) =>
        cpu is null && memory is null
            ? Default
            : All.FirstOrDefault(size => size.Cpu >= (cpu ?? 0) && size.Memory >= (memory ?? 0)) ?? All[All.Length - 1];
}

/// <summary>Where a source says how large it is.</summary>
/// <param name="Cpu">Paths of its processors; the first that is written counts.</param>
/// <param name="CpuUnit">How many of its plain numbers make a processor.</param>
/// <param name="Memory">Paths of its memory.</param>
/// <param name="MemoryUnit">How many of its plain numbers make a GiB.</param>
/// <param name="Named">Paths of the name of a size.</param>
/// <param name="Names">The sizes by that name.</param>
internal sealed record SizeRule(
    ImmutableArray<string> Cpu,
    decimal CpuUnit,
    ImmutableArray<string> Memory,
    decimal MemoryUnit,
    ImmutableArray<string> Named,
    ImmutableDictionary<string, ContainerSize> Names)
{
    private static readonly Regex Quantity = new(@"^\s*(?<number>\d+(\.\d+)?)\s*(?<unit>[A-Za-z]*)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    /// <summary>The size that a source asks for, each part null where it is not known.</summary>
    /// <param name="read">The text that a path leads to, or null.</param>
    public (decimal? Cpu, decimal? Memory) Read(Func<string, string?> read)
    {
        if (First(Named, read) is { } name)
            return Names.TryGetValue(name, out var size) ? (size.Cpu, size.Memory) : (null, null);
        return (
            First(Cpu, read) is { } cpu ? Parse(cpu, unit => unit switch { "" => CpuUnit, "m" => 1000, "vcpu" => 1, _ => null }) : null,
            First(Memory, read) is { } memory ? Parse(memory, unit => unit switch { "" => MemoryUnit, "gi" or "gib" or "gb" or "g" => 1, "mi" or "mib" or "mb" or "m" => 1024, _ => null }) : null);
    }

    private static string? First(IEnumerable<string> paths, Func<string, string?> read) => paths.Select(read).FirstOrDefault(static text => text is not null);

    private static decimal? Parse(string text, Func<string, decimal?> unitOf) =>
        Quantity.Match(text) is { Success: true } match && unitOf(match.Groups["unit"].Value.ToLowerInvariant()) is { } unit ? decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) / unit : null;
}
