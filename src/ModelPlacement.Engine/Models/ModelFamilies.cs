using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>The model families that the data (and the organisation) know: from a raw string in its dialect to a model identity. Immutable and thread-safe.</summary>
public sealed class ModelFamilies
{
    /// <summary>No id is longer, ARNs and resource ids of Azure included; a longer string names no model.</summary>
    private const int LongestRaw = 2048;

    /// <summary>Longest name that patterns are tried on, once a dialect has found it.</summary>
    private const int LongestName = 160;

    /// <summary>A program names few models and many times; answers beyond that many are not kept.</summary>
    private const int MostAnswers = 1024;

    /// <summary>A string may hold another dialect's id, and that another's; no real one nests deeper.</summary>
    private const int DeepestNesting = 6;

    private const string AnyDialect = "any";

    /// <summary>Reads canonical ids, new names in a vendor's scheme included.</summary>
    private const string LooseDialect = "openai-api";

    /// <summary>Reads canonical ids of what is known only.</summary>
    private const string StrictDialect = "id";

    /// <summary>As many edits from a known id are more likely a slip than a new model.</summary>
    private const int FewestEdits = 2;

    private static readonly Lazy<ModelFamilies> LazyBuiltIn =
        new(static () => new ModelFamilies(FamiliesFile.Load(), ImmutableArray<OwnModelName>.Empty));

    private static readonly TextPattern UnlistedName = new(
        "^(?<name>[a-z0-9][a-z0-9._+-]*?)(?:[-@](?<version>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8}|latest))?$");

    private readonly FamiliesFile _file;
    private readonly ImmutableArray<OwnModelName> _own;
    private readonly ConcurrentDictionary<Question, ModelIdentity?> _answers = new();

    private ModelFamilies(FamiliesFile file, ImmutableArray<OwnModelName> own)
    {
        _file = file;
        _own = own;
        KnownIds = file.Models.Keys.Concat(own.Select(static model => model.Id)).Distinct(StringComparer.Ordinal)
            .OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();
    }

    /// <summary>The families that ship with the engine. Parsed on first use.</summary>
    public static ModelFamilies BuiltIn => LazyBuiltIn.Value;

    /// <summary>Canonical ids of the models that the data lists, and the organisation's own, in ordinal order.</summary>
    public ImmutableArray<string> KnownIds { get; }

    /// <summary>Adds an organisation's own models. What is wrong with one is an error with its place; the others are added.</summary>
    public OwnModelsResult With(ImmutableArray<OwnModel> models)
    {
        var resolution = new OwnModelResolution(this, models);
        return new OwnModelsResult(new ModelFamilies(_file, _own.AddRange(resolution.Names)), resolution.Errors);
    }

    /// <summary>Which model a raw string names, or null where it names none that is known.</summary>
    /// <param name="raw">The string as it stands in the program; may hold <see cref="WorkloadSource.UnknownPiece"/>.</param>
    /// <param name="dialect">How to read it: <c>azure</c>, <c>bedrock</c>, <c>huggingface</c>, ...; an unknown dialect reads as <c>any</c>.</param>
    /// <param name="format">What stands beside the name and decides the vendor (format of an Azure deployment, provider of an external model), if known.</param>
    public ModelIdentity? Identify(string raw, string dialect, string? format = null)
    {
        if (raw.Length is 0 or > LongestRaw)
            return null;

        var question = new Question(raw, dialect, format);
        if (_answers.TryGetValue(question, out var known))
            return known;
        var answer = IdentifyAnew(raw, dialect, format);
        if (_answers.Count < MostAnswers)
            _answers.TryAdd(question, answer);
        return answer;
    }

    private ModelIdentity? IdentifyAnew(string raw, string dialect, string? format)
    {
        foreach (var own in _own)
        {
            if (own.Names(raw))
                return own.Base with { OwnId = own.Id, Raw = raw };
        }

        // Ids are ASCII; a hole is allowed where a dialect expects a region, an account or a version.
        foreach (var character in raw)
        {
            if (character is < '\t' or > '~' and not WorkloadSource.UnknownPiece)
                return null;
        }

        try
        {
            return Identify(raw.Trim().ToLowerInvariant(), DialectOf(dialect), format, raw, DeepestNesting);
        }
        catch (RegexMatchTimeoutException)
        {
            // Not reached by any id that exists; a string made to be slow names no model.
            return null;
        }
    }

    /// <summary>Whether a policy's id or glob names at least one model that is known.</summary>
    public bool IsKnown(string idOrGlob)
    {
        var glob = new Glob(idOrGlob.Trim());
        if (KnownIds.Any(glob.Matches))
            return true;

        // A dated id, or a variant that the patterns know and the list does not: openai/gpt-4o-2024-11-20, openai/gpt-7*. What only follows the vendor's
        // scheme (openai/gpt-4o-mni) may be new, or mistyped where it is all but a known one.
        var literal = glob.LiteralPrefix.TrimEnd('-', '.');
        return IsRecognised(literal, StrictDialect) || (IsRecognised(literal, LooseDialect) && Neighbour(idOrGlob, FewestEdits) is null);
    }

    /// <summary>The known id nearest to a mistyped id or glob, for "did you mean"; null where none is near.</summary>
    public string? Nearest(string idOrGlob) => Neighbour(idOrGlob, int.MaxValue);

    /// <summary>What the data says of a canonical id, or null where it does not list it.</summary>
    public KnownModel? Find(string id) => _file.Models.TryGetValue(id, out var model) ? model : null;

    /// <summary>What the platform of the counterpart calls a model, with the version asked for if it has one; null where it does not offer it.</summary>
    public CounterpartModel? CounterpartOf(ModelIdentity model)
    {
        if (Find(model.Id) is { } known)
            return known.Counterpart is { } counterpart && IsDate(counterpart.Version) && IsDate(model.Version) ? counterpart with { Version = model.Version } : known.Counterpart;

        // Newer than the data: the platform takes the vendor's own name.
        var vendor = _file.Vendors.FirstOrDefault(vendor => string.Equals(vendor.Id, model.Vendor, StringComparison.Ordinal));
        return vendor?.CounterpartFormat is { } format && model.Weights == ModelWeights.Proprietary
            ? new CounterpartModel(model.Name, format, IsDate(model.Version) ? model.Version : null, Notes: null, Retires: null, Sku: null)
            : null;
    }

    private bool IsRecognised(string id, string dialect) =>
        id.IndexOf("/", StringComparison.Ordinal) > 0
        && Identify(id, dialect) is { } model
        && !string.Equals(model.Family, ModelIdentity.Unlisted, StringComparison.Ordinal)
        && id.StartsWith(model.Vendor + "/", StringComparison.Ordinal);

    private string? Neighbour(string idOrGlob, int mostEdits) =>
        new NearestModel(this, _file.Vendors.Select(static vendor => vendor.Id), mostEdits).To(idOrGlob.Trim().ToLowerInvariant());

    private static bool IsDate(string? version) => version is { Length: 10 } && version[4] == '-' && version[7] == '-';

    private Dialect DialectOf(string name) => _file.Dialects.TryGetValue(name, out var dialect) ? dialect : _file.Dialects[AnyDialect];

    private ModelIdentity? Identify(string text, Dialect dialect, string? format, string raw, int nesting)
    {
        if (dialect.ReadsSegments)
            return IdentifySegments(text, dialect, raw);

        foreach (var form in dialect.Forms)
        {
            if (form.If.Length > 0 && text.IndexOf(form.If, StringComparison.Ordinal) < 0)
                continue;
            if (form.Pattern.Match(text) is not { } match)
                continue;
            if (form.IsNoModel || nesting == 0)
                return null;
            if (form.As is not null || match.Groups["rest"].Success)
            {
                var rest = match.Groups["rest"] is { Success: true } group ? group.Value : text;
                return Identify(rest, form.As is null ? dialect : DialectOf(form.As), format, raw, nesting - 1);
            }

            var spelled = Spelled(match, dialect, form);
            if (spelled.Vendor is not null && !form.AnyVendor && !_file.VendorsBySpelling.ContainsKey(spelled.Vendor))
                continue;
            return Resolve(spelled, format, raw);
        }

        return Resolve(new SpelledName(Vendor: null, text, Tag: null, Version: null, dialect, Form: null), format, raw);
    }

    /// <summary>The last segment that names a model, with the vendor's folder before it if there is one.</summary>
    private ModelIdentity? IdentifySegments(string text, Dialect dialect, string raw)
    {
        // A bucket, container or host may be called anything.
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var authority = scheme < 0 ? -1 : text.IndexOf('/', scheme + 3);
        if (scheme >= 0 && authority < 0)
            return null;

        var segments = text.Substring(authority + 1).Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        for (var index = segments.Length - 1; index >= 0; index--)
        {
            var vendor = index > 0 && _file.VendorsBySpelling.ContainsKey(segments[index - 1]) ? segments[index - 1] : null;
            var name = segments[index];
            foreach (var form in dialect.Forms)
            {
                if (form.Pattern.Match(name) is not { } match)
                    continue;
                name = match.Groups["name"].Value;
                if (match.Groups["vendor"] is { Success: true } spelled)
                    vendor = spelled.Value;
                break;
            }

            var spelledName = new SpelledName(vendor, name, Tag: null, Version: null, dialect, new Form(UnlistedName) { Unlisted = false });
            if (Resolve(spelledName, format: null, raw) is { } model)
                return model;
        }

        return null;
    }

    private static SpelledName Spelled(Match match, Dialect dialect, Form form)
    {
        var vendor = match.Groups["vendor"];
        var tag = match.Groups["tag"];
        var version = match.Groups["version"];
        return new SpelledName(
            vendor.Success ? vendor.Value : null,
            match.Groups["name"].Value,
            tag.Success ? tag.Value : null,
            version.Success && version.Value.IndexOf(WorkloadSource.UnknownPiece) < 0 ? version.Value : null,
            dialect,
            form);
    }

    private ModelIdentity? Resolve(SpelledName spelled, string? format, string raw)
    {
        if (spelled.Name.Length is 0 or > LongestName || spelled.Name.IndexOf(WorkloadSource.UnknownPiece) >= 0)
            return null;

        var vendorSpelling = spelled.Vendor;
        if (format is { Length: > 0 })
        {
            if (_file.VendorsByFormat.TryGetValue(format.Trim(), out var byFormat))
                return InVendor(spelled, byFormat, raw, mayBeUnlisted: true);
            vendorSpelling ??= format.Trim().ToLowerInvariant().Replace(' ', '-');
        }

        if (vendorSpelling is null)
            return InFamilies(_file.Families, spelled, isScoped: false, openOnly: false, raw);

        if (_file.VendorsBySpelling.TryGetValue(vendorSpelling, out var vendor))
            return InVendor(spelled, vendor, raw, spelled.Form is null or { Unlisted: true });

        // Somebody else's copy or fine-tune of an open model counts as its base; a name that mentions a proprietary one says nothing.
        if (InFamilies(_file.Families, spelled, isScoped: false, openOnly: true, raw) is { } derived)
            return derived;
        return spelled.Form is null or { AnyVendor: true, Unlisted: true } && vendorSpelling.IndexOf(WorkloadSource.UnknownPiece) < 0
            ? UnlistedModel(spelled, vendorSpelling, spelled.Dialect.Downloads ? ModelWeights.Open : ModelWeights.Proprietary, raw)
            : null;
    }

    private ModelIdentity? InVendor(SpelledName spelled, ModelVendor vendor, string raw, bool mayBeUnlisted) =>
        InFamilies(vendor.Families, spelled, isScoped: true, openOnly: false, raw)
        ?? InFamilies(_file.Families, spelled, isScoped: false, openOnly: true, raw)
        ?? (mayBeUnlisted ? UnlistedModel(spelled, vendor.Id, spelled.Dialect.Downloads ? vendor.UnlistedDownloads : vendor.Unlisted, raw) : null);

    private static ModelIdentity? InFamilies(IReadOnlyList<ModelFamily> families, SpelledName spelled, bool isScoped, bool openOnly, string raw)
    {
        foreach (var candidate in spelled.Candidates())
        {
            var name = spelled.Dialect.ReadsUnderscores ? candidate.Replace('_', '-') : candidate;
            if (InFamilies(families, name, spelled, isScoped, openOnly, raw) is { } model)
                return model;
            foreach (var trim in spelled.Dialect.Trims)
            {
                if (trim.Match(name) is not { Index: > 0 } match)
                    continue;
                name = name.Substring(0, match.Index);
                if (InFamilies(families, name, spelled, isScoped, openOnly, raw) is { } trimmed)
                    return trimmed;
            }
        }

        return null;
    }

    private static ModelIdentity? InFamilies(
        IReadOnlyList<ModelFamily> families, string name, SpelledName spelled, bool isScoped, bool openOnly, string raw)
    {
        for (var index = 0; index < families.Count; index++)
        {
            var family = families[index];
            if (!HoldsKey(name, family.Keys))
                continue;
            foreach (var pattern in family.Patterns)
            {
                if (!Applies(pattern, spelled.Dialect, isScoped, openOnly) || pattern.Pattern.Match(name) is not { } match)
                    continue;
                var version = match.Groups["version"] is { Success: true } group ? group.Value : spelled.Version;
                return new ModelIdentity(family.Vendor.Id + "/" + pattern.Id.Write(match), family.Vendor.Id, family.Id, version, pattern.Weights, raw);
            }
        }

        return null;
    }

    private static bool HoldsKey(string name, ImmutableArray<string> keys)
    {
        foreach (var key in keys)
        {
            if (name.IndexOf(key, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static bool Applies(NamePattern pattern, Dialect dialect, bool isScoped, bool openOnly)
    {
        if (openOnly && pattern.Weights != ModelWeights.Open)
            return false;
        if (pattern.In.Count > 0 && !pattern.In.Contains(dialect.Name))
            return false;
        if (pattern.CuratedOnly && dialect.IsStrict)
            return false;
        return isScoped || !(pattern.ScopedOnly || (pattern.CuratedOnly && !dialect.IsCurated) || pattern.NotIn.Contains(dialect.Name));
    }

    private static ModelIdentity? UnlistedModel(SpelledName spelled, string vendor, ModelWeights weights, string raw)
    {
        var name = spelled.Name;
        foreach (var trim in spelled.Dialect.Trims)
        {
            if (trim.Match(name) is { Index: > 0 } trimmed)
                name = name.Substring(0, trimmed.Index);
        }

        return UnlistedName.Match(name) is { } match
            ? new ModelIdentity(
                vendor + "/" + match.Groups["name"].Value,
                vendor,
                ModelIdentity.Unlisted,
                match.Groups["version"] is { Success: true } version ? version.Value : spelled.Version,
                weights,
                raw)
            : null;
    }

    private sealed record Question(string Raw, string Dialect, string? Format);
}
