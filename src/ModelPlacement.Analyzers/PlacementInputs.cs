using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Analyzers;

/// <summary>
/// What a build gives the analyzers beside the program: policy files and stack files as additional files, the date to judge as of as a property. Read when first
/// asked for.
/// </summary>
internal sealed class PlacementInputs
{
    /// <summary>The build property with the date to judge as of, <c>yyyy-MM-dd</c>.</summary>
    public const string AsOfProperty = "build_property.ModelPlacementAsOf";

    /// <summary>The metadata that marks an additional file of any name as a policy file; those lie below the ones found by name.</summary>
    public const string PolicyMetadata = "build_metadata.AdditionalFiles.ModelPlacementPolicy";

    private readonly AnalyzerOptions _options;
    private readonly ImmutableArray<AdditionalText> _policyTexts;
    private readonly object _gate = new();
    private PolicySet? _policies;
    private ImmutableArray<StackConfiguration> _stacks;

    public PlacementInputs(AnalyzerOptions options)
    {
        _options = options;
        _policyTexts = FindPolicies(options);
    }

    /// <summary>The policies in force, with the problems of their files.</summary>
    public PolicySet Policies(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _policies ??= ReadPolicies(cancellation);
        }
    }

    /// <summary>The stacks whose configuration is known.</summary>
    public ImmutableArray<StackConfiguration> Stacks(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_stacks.IsDefault)
            {
                _stacks = StackConfiguration.ReadAll(_options.AdditionalFiles
                    .Where(static file => StackConfiguration.IsProjectFile(file.Path) || StackConfiguration.StackNameOf(file.Path) is not null)
                    .Select(file => Document(file, cancellation)));
            }

            return _stacks;
        }
    }

    /// <summary>Whether an additional file is read as a policy.</summary>
    public bool IsPolicy(AdditionalText file) => _policyTexts.Contains(file);

    private PolicySet ReadPolicies(CancellationToken cancellation)
    {
        if (_policyTexts.IsEmpty)
            return PolicySet.Default;
        _options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(AsOfProperty, out var date);
        DateTime? asOf = DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        return PolicySet.From(_policyTexts.Select(file => PolicyFile.Read(Document(file, cancellation))).ToImmutableArray(), asOf);
    }

    private static DocumentFile Document(AdditionalText file, CancellationToken cancellation) => new(file.Path, file.GetText(cancellation)?.ToString() ?? "");

    // Files found by name come nearest first: the deeper their folder, the nearer they are to the project.
    private static ImmutableArray<AdditionalText> FindPolicies(AnalyzerOptions options)
    {
        var named = options.AdditionalFiles.Where(static file => HasPolicyName(file.Path)).OrderByDescending(static file => Depth(file.Path));
        var marked = options.AdditionalFiles.Where(file => !HasPolicyName(file.Path) && IsMarked(file, options));
        return named.Concat(marked).ToImmutableArray();
    }

    private static bool IsMarked(AdditionalText file, AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(PolicyMetadata, out var marked) && string.Equals(marked, "true", StringComparison.OrdinalIgnoreCase);

    private static bool HasPolicyName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1) is "model-placement.yaml" or "model-placement.yml" or "model-placement.json";

    private static int Depth(string path) => path.Count(static character => character is '/' or '\\');
}
