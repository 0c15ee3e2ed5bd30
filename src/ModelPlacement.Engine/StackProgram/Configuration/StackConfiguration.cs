using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>What the configuration of one stack says: <c>Pulumi.&lt;stack&gt;.yaml</c> over the defaults of <c>Pulumi.yaml</c>. Immutable.</summary>
public sealed class StackConfiguration
{
    private readonly ImmutableDictionary<string, Value> _values;
    private readonly string? _whyIncomplete;

    internal StackConfiguration(string? stackName, string? projectName, ImmutableDictionary<string, Value> values, string? whyIncomplete, ImmutableArray<ConfigurationProblem> problems)
    {
        StackName = stackName;
        ProjectName = projectName;
        _values = values;
        _whyIncomplete = whyIncomplete;
        Problems = problems;
    }

    /// <summary>Nothing is known: no file was given.</summary>
    public static readonly StackConfiguration Unknown =
        new(null, null, ImmutableDictionary<string, Value>.Empty, "no stack configuration was given", ImmutableArray<ConfigurationProblem>.Empty);

    /// <summary>The stack's name, as its file's name gives it; null where no stack file was given.</summary>
    public string? StackName { get; }

    /// <summary>The project's name; null where no project file was given or it has none.</summary>
    public string? ProjectName { get; }

    /// <summary>Whether a key without a value is known to have none.</summary>
    public bool IsComplete => _whyIncomplete is null;

    /// <summary>The keys that have a value, in full form, in ordinal order.</summary>
    public IEnumerable<string> Keys => _values.Keys.OrderBy(static key => key, StringComparer.Ordinal);

    /// <summary>What could not be read, in the order of the files.</summary>
    public ImmutableArray<ConfigurationProblem> Problems { get; }

    /// <summary>
    /// The value of a key in full form (<c>aws:region</c>, <c>my-project:model</c>). A top-level scalar is the text that the program receives (<c>"3"</c>, <c>"true"</c>);
    /// a list or object is a <see cref="Sequence"/> or <see cref="Mapping"/> with typed values; a secret is <see cref="Unknown"/>; a key that is not set is the
    /// constant null. Its origin is the place in the file.
    /// </summary>
    public Value Get(string key) =>
        _values.TryGetValue(key, out var value) ? value
        : _whyIncomplete is null ? Constant.Null
        : new Unknown("configuration value '" + key + "': " + _whyIncomplete);

    /// <summary>The full form of a key as <c>new Config(...)</c> spells it: the namespace, or null for the project's own. Null where the project's name is not known.</summary>
    public string? FullKey(string? configNamespace, string name) => ConfigurationKey.Full((configNamespace is null ? "" : configNamespace + ":") + name, ProjectName);

    /// <summary>The configuration of one stack.</summary>
    /// <param name="projectFile"><c>Pulumi.yaml</c>, or null.</param>
    /// <param name="stackFile"><c>Pulumi.&lt;stack&gt;.yaml</c>; null for what holds whatever the stack: then a default is only one of the values it can be.</param>
    public static StackConfiguration Read(DocumentFile? projectFile, DocumentFile? stackFile) => new StackConfigurationReader(projectFile, stackFile).Read();

    /// <summary>
    /// The configurations of all stacks among some files, by name; other files are passed over. Without a stack file the one of the project alone; without any
    /// file, none.
    /// </summary>
    public static ImmutableArray<StackConfiguration> ReadAll(IEnumerable<DocumentFile> files)
    {
        var all = files.ToImmutableArray();
        var project = all.FirstOrDefault(static file => IsProjectFile(file.Path));
        var stacks = all
            .Where(static file => StackNameOf(file.Path) is not null)
            .Select(file => Read(project, file))
            .OrderBy(static stack => stack.StackName, StringComparer.Ordinal)
            .ToImmutableArray();
        return stacks.IsEmpty && project is not null ? ImmutableArray.Create(Read(project, stackFile: null)) : stacks;
    }

    /// <summary>Whether a path is that of a project file: <c>Pulumi.yaml</c>, <c>.yml</c> or <c>.json</c>.</summary>
    public static bool IsProjectFile(string path) => Middle(path) is { Length: 0 };

    /// <summary>The stack whose file a path is that of: <c>prod</c> for <c>Pulumi.prod.yaml</c>; null for other files.</summary>
    public static string? StackNameOf(string path) => Middle(path) is { Length: > 0 } name ? name : null;

    /// <summary>What stands between <c>Pulumi.</c> and the extension; null where the file is not one of Pulumi's.</summary>
    private static string? Middle(string path)
    {
        const string start = "Pulumi";
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var dot = name.LastIndexOf(".", StringComparison.Ordinal);
        if (dot < start.Length || !name.StartsWith(start, StringComparison.Ordinal) || name.Substring(dot) is not (".yaml" or ".yml" or ".json"))
            return null;
        var middle = name.Substring(start.Length, dot - start.Length);
        return middle.Length == 0 ? "" : middle[0] == '.' && middle.Length > 1 ? middle.Substring(1) : null;
    }
}
