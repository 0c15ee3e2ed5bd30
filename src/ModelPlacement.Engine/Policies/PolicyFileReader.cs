using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.Engine.Policies;

/// <summary>Reads the top of a policy file, and hands each entry to its reader. A broken entry drops only itself.</summary>
internal sealed class PolicyFileReader
{
    internal static readonly ImmutableArray<string> Keys = ImmutableArray.Create("version", "extends", "policies", "exemptions", "requiredInExemptions", "models", "resources");

    private const int Version = 1;

    private readonly Document _document;
    private readonly SourceText _text;
    private readonly ProblemList _problems = new();
    private readonly List<Policy> _droppedPolicies = new();
    private readonly List<Exemption> _droppedExemptions = new();
    private bool _isBroken;

    public PolicyFileReader(Document document)
    {
        _document = document;
        _text = SourceText.From(document.File.Text.TrimStart('\uFEFF'));
        foreach (var error in _document.Errors)
            _problems.Invalid(error.Position, error.Message);
        _isBroken = _document.IsCutShort;
    }

    public PolicyFile Read()
    {
        var file = new PolicyFile { Path = _document.File.Path, IsBroken = true, Text = _text };
        if (_document.Root is null or DocumentScalar { Kind: ScalarKind.Null })
        {
            if (!_document.IsCutShort && _document.Errors.IsEmpty)
                _problems.Invalid(Document.PositionOf(file.Path, _text, 0, Math.Min(1, _text.Length)), "The file is empty; a policy file starts with 'version: 1'");
            return file with { Problems = _problems.ToImmutable() };
        }

        var top = new MappingReader(_document.Root, "a policy file", Keys, _problems);
        if (_document.Root is not DocumentMapping || !IsVersionReadable(top))
            return file with { Problems = _problems.ToImmutable() };

        var extends = Extends(top);
        var required = RequiredInExemptions(top);
        return file with
        {
            Extends = extends,
            Policies = Unique(top.Items("policies").Select(item => PolicyReader.Read(item, _problems, _droppedPolicies)), static policy => policy.Id, "policy", static policy => policy.Position!),
            Exemptions = top.Items("exemptions").Select(item => ExemptionReader.Read(item, required, _problems, _droppedExemptions)).OfType<Exemption>().ToImmutableArray(),
            Models = Unique(top.Items("models").Select(item => OwnModelReader.Read(item, _problems)), static own => own.Id.Text, "model", own => PositionOf(own.Id)),
            Resources = Unique(top.Items("resources").SelectMany(item => Resource(item)), static own => TypeToken.Normalize(own.Entry.Token), "resource", static own => own.Position)
                .Select(static own => own.Entry)
                .ToImmutableArray(),
            IsBroken = _isBroken,
            DroppedPolicies = _droppedPolicies.ToImmutableArray(),
            DroppedExemptions = _droppedExemptions.ToImmutableArray(),
            Problems = _problems.ToImmutable(),
        };
    }

    /// <summary>A file of a version this reader does not know means something that it cannot know either: nothing of it is read.</summary>
    private bool IsVersionReadable(MappingReader top)
    {
        if (!top.Require("version", "version: 1"))
            return true;
        if (top.Node("version") is DocumentScalar { Kind: ScalarKind.Integer } scalar && string.Equals(scalar.Text, "1", StringComparison.Ordinal))
            return true;
        top.Invalid(top.PositionOf("version"), FormattableString.Invariant($"'version' must be the number {Version}: this is the only version of the format so far"));
        _isBroken = true;
        return top.Node("version") is not DocumentScalar { Kind: ScalarKind.Integer };
    }

    private ImmutableArray<ExtendsEntry>? Extends(MappingReader top)
    {
        if (top.Node("extends") is not { } node)
            return null;
        var entries = top.Texts("extends");
        _isBroken |= node is not DocumentSequence { IsBroken: false } sequence || entries?.Length != sequence.Items.Length;
        return entries?.Select(static entry => new ExtendsEntry(entry.Text, entry.Position)).ToImmutableArray();
    }

    /// <summary>A list with something wrong in it requires everything: an error never loosens a rule.</summary>
    private static ImmutableArray<string> RequiredInExemptions(MappingReader top)
    {
        const string key = "requiredInExemptions";
        if (top.Texts(key) is not { } listed || listed.Length != top.Items(key).Length)
            return ExemptionReader.Requirable;
        var unknown = listed.Where(static entry => !ExemptionReader.Requirable.Contains(entry.Text)).ToImmutableArray();
        foreach (var entry in unknown)
            top.Invalid(entry.Position, "'" + key + "' does not know '" + MappingReader.Shorten(entry.Text) + "'" + MappingReader.Suggest(entry.Text, ExemptionReader.Requirable));
        return unknown.IsEmpty ? listed.Select(static entry => entry.Text).ToImmutableArray() : ExemptionReader.Requirable;
    }

    /// <summary>One entry of <c>resources:</c>, or none where something in it was wrong.</summary>
    private ImmutableArray<OwnResource> Resource(DocumentNode item)
    {
        if (item is not DocumentMapping)
            _ = new MappingReader(item, "a resource", ImmutableArray.Create("token", "role", "cloud", "model"), _problems);
        if (item is not DocumentMapping { IsBroken: false })
            return ImmutableArray<OwnResource>.Empty;

        var read = CatalogReader.ReadResources(item);
        foreach (var error in read.Errors)
            _problems.Invalid(error.Position, error.Message.TrimEnd('.'));
        return read.Errors.IsEmpty ? read.Entries.Select(entry => new OwnResource(entry, item.Position)).ToImmutableArray() : ImmutableArray<OwnResource>.Empty;
    }

    private ImmutableArray<T> Unique<T>(IEnumerable<T?> entries, Func<T, string> id, string what, Func<T, FilePosition> position)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unique = ImmutableArray.CreateBuilder<T>();
        foreach (var entry in entries)
        {
            if (entry is null)
                continue;
            if (seen.Add(id(entry)))
                unique.Add(entry);
            else
                _problems.Invalid(position(entry), "There is already a " + what + " '" + id(entry) + "' in this file; only the first is in force");
        }

        return unique.ToImmutable();
    }

    private FilePosition PositionOf(PlacedText text) => Document.PositionOf(_document.File.Path, _text, text.Line, text.Column, text.Text.Length);

    private sealed record OwnResource(CatalogEntry Entry, FilePosition Position);
}
