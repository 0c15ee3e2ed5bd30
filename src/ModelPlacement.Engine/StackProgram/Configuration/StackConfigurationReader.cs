using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>Reads a project file and a stack file as Pulumi lays them over each other.</summary>
internal sealed class StackConfigurationReader
{
    private static readonly ImmutableArray<string> DefinitionKeys = ImmutableArray.Create("type", "description", "items", "default", "value", "secret");

    private readonly DocumentFile? _stackFile;
    private readonly DocumentMapping? _project;
    private readonly DocumentMapping? _stack;
    private readonly ImmutableArray<ConfigurationProblem>.Builder _problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);
    private readonly string? _projectName;
    private string? _whyIncomplete;

    public StackConfigurationReader(DocumentFile? projectFile, DocumentFile? stackFile)
    {
        _stackFile = stackFile;
        _project = Open(projectFile);
        _stack = Open(stackFile);
        _projectName = Value(_project, "name") is DocumentScalar { Kind: ScalarKind.Text, Text.Length: > 0 } name ? name.Text : null;
        if (stackFile is null)
            _whyIncomplete ??= "it can be set by a stack";
    }

    public StackConfiguration Read()
    {
        var fromEnvironment = _stack?.Entries.Any(static entry => entry.Key.Text is "environment" or "mainEnvironment" && entry.Value is not DocumentScalar { Kind: ScalarKind.Null }) ?? false;
        if (fromEnvironment)
            _whyIncomplete ??= "it can come from the environment that the stack imports";

        foreach (var entry in Config(_project))
            ReadDefinition(entry.Key, entry.Value);
        foreach (var entry in Config(_stack))
            ReadStackValue(entry.Key, entry.Value, fromEnvironment);
        return new StackConfiguration(
            _stackFile is null ? null : StackConfiguration.StackNameOf(_stackFile.Path),
            _projectName,
            _values.ToImmutableDictionary(StringComparer.Ordinal),
            _whyIncomplete,
            _problems.OrderBy(problem => string.Equals(problem.Position.Path, _stackFile?.Path, StringComparison.Ordinal))
                .ThenBy(static problem => problem.Position.Span.Start)
                .ToImmutableArray());
    }

    private DocumentMapping? Open(DocumentFile? file)
    {
        if (file is null)
            return null;
        var document = Document.Read(file);
        foreach (var error in document.Errors)
            _problems.Add(new ConfigurationProblem(error.Message, error.Position));
        var name = file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1);
        if (document.IsCutShort)
            _whyIncomplete ??= name + " cannot be read to its end";
        if (document.Root is null or DocumentMapping or DocumentScalar { Kind: ScalarKind.Null })
            return document.Root as DocumentMapping;
        _whyIncomplete ??= name + " cannot be read";
        if (document.Root is not BrokenNode)
            _problems.Add(new ConfigurationProblem("A project or stack file is a mapping", document.Root.Position));
        return null;
    }

    /// <summary>The entries under <c>config:</c>. In a project file a text there is the old spelling of a folder.</summary>
    private ImmutableArray<KeyValuePair<DocumentScalar, DocumentNode>> Config(DocumentMapping? file)
    {
        switch (Value(file, "config"))
        {
            case DocumentMapping mapping:
                if (mapping.IsBroken)
                    _whyIncomplete ??= "a part of 'config' cannot be read";
                return mapping.Entries;
            case null or DocumentScalar { Kind: ScalarKind.Null }:
                break;
            case DocumentScalar { Kind: ScalarKind.Text } when ReferenceEquals(file, _project):
                break;
            case var other:
                _whyIncomplete ??= "'config' cannot be read";
                if (other is not BrokenNode)
                    _problems.Add(new ConfigurationProblem("'config' is a mapping of keys to values", other.Position));
                break;
        }

        return ImmutableArray<KeyValuePair<DocumentScalar, DocumentNode>>.Empty;
    }

    private void ReadDefinition(DocumentScalar key, DocumentNode node)
    {
        if (ConfigurationKey.Full(key.Text, _projectName) is not { } full)
            return;
        var value = node switch
        {
            DocumentMapping definition => Defined(full, definition),
            DocumentSequence => ConfigurationValue.OfProject(node, full),
            DocumentScalar { Kind: ScalarKind.Null } => null,
            _ => ConfigurationValue.OfProject(node, full),
        };
        if (value is null)
            return;

        // Whatever a stack says of the key wins; without a stack file the default is only one of the values it can have.
        _values[full] = _stackFile is not null ? value
            : value is Unknown ? value
            : new Choice(ImmutableArray.Create(value, new Unknown("configuration value '" + full + "' can be set by a stack", value.Origin)), value.Origin);
    }

    private Value? Defined(string key, DocumentMapping definition)
    {
        var unknownKey = definition.Entries.Select(static entry => entry.Key).FirstOrDefault(static entry => !DefinitionKeys.Contains(entry.Text));
        if (unknownKey is not null)
        {
            _problems.Add(new ConfigurationProblem(
                "Unknown key '" + unknownKey.Text + "' in the definition of '" + key + "': write an object under 'value' or 'default'", unknownKey.Position));
            return new Unknown("unreadable definition of configuration value '" + key + "'", ConfigurationValue.OriginOf(definition));
        }

        if (definition.IsBroken)
            return new Unknown("unreadable definition of configuration value '" + key + "'", ConfigurationValue.OriginOf(definition));
        if ((Value(definition, "default") ?? Value(definition, "value")) is not { } given || given is DocumentScalar { Kind: ScalarKind.Null })
            return null;
        return Value(definition, "secret") is DocumentScalar { Text: "true" } ? ConfigurationValue.Secret(given, key) : ConfigurationValue.OfProject(given, key);
    }

    private void ReadStackValue(DocumentScalar key, DocumentNode node, bool fromEnvironment)
    {
        if (ConfigurationKey.Full(key.Text, _projectName) is not { } full)
        {
            _problems.Add(new ConfigurationProblem("'" + key.Text + "' has no namespace, and the project's name is not known; write it as namespace:" + key.Text, key.Position));
            return;
        }

        var value = ConfigurationValue.OfStack(node, full);

        // An object of the stack is merged with one of the environment key by key: what it does not have, the environment may.
        _values[full] = fromEnvironment && value is Mapping
            ? new Unknown("configuration value '" + full + "' is merged with the environment that the stack imports", value.Origin)
            : value;
    }

    private static DocumentNode? Value(DocumentMapping? mapping, string key) =>
        mapping?.Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal)).Value;
}
