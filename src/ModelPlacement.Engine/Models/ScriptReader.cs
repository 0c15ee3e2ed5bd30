using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>
/// Reads what a machine or container is given to run as text: shell scripts, cloud-init, systemd units, Compose files and manifests inside them, for the
/// commands in them.
/// </summary>
internal sealed class ScriptReader
{
    /// <summary>Longer scripts are cut off; the largest user data any cloud takes is 256 KiB.</summary>
    private const int LongestScript = 256 * 1024;

    /// <summary>Texts inside texts: a unit in a here-document in a cloud-init file, and no deeper.</summary>
    private const int DeepestNesting = 5;

    private readonly ServersFile _servers;
    private readonly WorkloadFindings _findings;
    private readonly CommandReader _commands;
    private readonly Dictionary<string, IReadOnlyList<string>> _variables = new(StringComparer.Ordinal);

    public ScriptReader(ServersFile servers, WorkloadFindings findings, ImmutableDictionary<string, string?> environment)
    {
        _servers = servers;
        _findings = findings;
        _commands = new CommandReader(servers, findings, ReadInner);
        foreach (var variable in environment)
            _variables[variable.Key] = [variable.Value ?? WorkloadSource.UnknownPiece.ToString()];
    }

    public CommandReader Commands => _commands;

    /// <summary>Reads user data, a start-up script or a configuration file, encoded or not.</summary>
    public void ReadWhole(string text)
    {
        ReadText(text, firstLine: 1, nesting: 0);

        // A script that sets HF_MODEL_ID and starts something unknown still says which model a server is to load.
        if (!_findings.HasModel)
            _commands.ReadVariables(new CommandSource { Environment = KnownVariables() }, skipModels: false);
    }

    private void ReadText(string text, int firstLine, int nesting)
    {
        if (nesting > DeepestNesting)
            return;
        text = Cut(PackedText.Decode(text));

        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.StartsWith("content-type: multipart", StringComparison.OrdinalIgnoreCase) || start.StartsWith("mime-version:", StringComparison.OrdinalIgnoreCase))
            ReadParts(start, nesting);
        else if (SystemdUnit.IsOne(text))
            ReadShell(SystemdUnit.ToScript(text), firstLine, nesting);
        else if (IsDocument(start))
            ReadDocuments(text, nesting);
        else
            ReadShell(text, firstLine, nesting);
    }

    private string Cut(string script)
    {
        if (script.Length <= LongestScript)
            return script;
        _findings.Because(FormattableString.Invariant($"only the first {LongestScript} characters of the script were read"));
        return script.Substring(0, LongestScript);
    }

    private void ReadShell(string text, int firstLine, int nesting)
    {
        var script = ShellScript.Read(text, firstLine, _variables);
        var variables = KnownVariables();
        foreach (var command in script.Commands)
            _commands.Read(Source(command.Words, command.Assignments, variables, nesting));
        foreach (var document in script.HereDocuments)
            ReadHereDocument(document, nesting + 1);
    }

    private void ReadInner(string script, int line, CommandSource source)
    {
        // The script of `sh -c` sees the variables of its container.
        foreach (var variable in source.Environment)
            _variables[variable.Key] = [variable.Value ?? WorkloadSource.UnknownPiece.ToString()];
        var shell = ShellScript.Read(Cut(script), Math.Max(line, 1), _variables);
        foreach (var command in shell.Commands)
        {
            var words = line > 0 ? command.Words : command.Words.Select(word => word with { Line = 0, Argument = source.Words.LastOrDefault()?.Argument }).ToImmutableArray();
            _commands.Read(Source(words, command.Assignments, source.Environment, source.Nesting + 1) with { IsWorkloads = source.IsWorkloads });
        }

        foreach (var document in shell.HereDocuments)
            ReadHereDocument(document, source.Nesting + 1);
    }

    private static CommandSource Source(
        ImmutableArray<CommandWord> words, ImmutableArray<KeyValuePair<string, string>> assignments, ImmutableDictionary<string, string?> environment, int nesting)
    {
        foreach (var assignment in assignments)
            environment = environment.SetItem(assignment.Key, assignment.Value);
        return new CommandSource { Words = words, Environment = environment, Nesting = nesting };
    }

    private ImmutableDictionary<string, string?> KnownVariables() =>
        _variables.ToImmutableDictionary(
            static variable => variable.Key,
            static variable => variable.Value.Count == 1 ? variable.Value[0] : null,
            StringComparer.Ordinal);

    private void ReadHereDocument(HereDocument document, int nesting)
    {
        var isScript = document.Command.Any(word => _servers.Shells.Contains(word.Text.Substring(word.Text.LastIndexOf('/') + 1)))
            || document.Path?.EndsWith(".sh", StringComparison.Ordinal) == true;
        if (isScript)
            ReadShell(document.Text, document.Line + 1, nesting);
        else
            ReadText(document.Text, document.Line + 1, nesting);
    }

    /// <summary>The parts of a MIME message, as cloud-init takes them.</summary>
    private void ReadParts(string text, int nesting)
    {
        var at = text.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return;
        var end = text.IndexOfAny(['\r', '\n', ';'], at);
        var boundary = text.Substring(at + 9, (end < 0 ? text.Length : end) - at - 9).Trim().Trim('"');
        if (boundary.Length == 0)
            return;
        foreach (var part in text.Split(new[] { "--" + boundary }, StringSplitOptions.None).Skip(1))
        {
            // A part without headers starts with its empty line.
            var normal = part.Replace("\r\n", "\n");
            var body = normal.IndexOf("\n\n", StringComparison.Ordinal);
            if (body >= 0)
                ReadText(normal.Substring(body + 2), firstLine: 1, nesting + 1);
        }
    }

    /// <summary>Whether a text is YAML or JSON rather than a script.</summary>
    private static bool IsDocument(string start)
    {
        if (start.StartsWith("#cloud-config", StringComparison.Ordinal) || start.StartsWith("---", StringComparison.Ordinal) || start.StartsWith("{\"", StringComparison.Ordinal)
            || start.StartsWith("{\n", StringComparison.Ordinal) || start.StartsWith("## template:", StringComparison.Ordinal))
            return true;
        if (start.StartsWith("#!", StringComparison.Ordinal))
            return false;

        // The first line that says something is a key: "services:", "apiVersion: v1".
        foreach (var line in start.Split('\n').Take(20))
        {
            var text = line.TrimEnd();
            if (text.Length == 0 || text[0] == '#')
                continue;
            var colon = text.IndexOf(':');
            return colon > 0 && (colon == text.Length - 1 || text[colon + 1] == ' ') && text.Take(colon).All(static character => char.IsLetterOrDigit(character) || character is '_' or '-');
        }

        return false;
    }

    private void ReadDocuments(string text, int nesting)
    {
        foreach (var part in Documents(text))
        {
            if (Document.Read(new DocumentFile("script", part)).Root is { } root)
                Read(root, nesting);
        }
    }

    /// <summary>The documents of a YAML stream; a reader of one document takes one.</summary>
    private static IEnumerable<string> Documents(string text) =>
        text.Replace("\r\n", "\n").Split(new[] { "\n---" }, StringSplitOptions.None);

    private void Read(DocumentNode node, int nesting)
    {
        switch (node)
        {
            case DocumentSequence sequence:
                foreach (var item in sequence.Items)
                    Read(item, nesting);
                break;
            case DocumentMapping mapping:
                ReadMapping(mapping, nesting);
                break;
        }
    }

    private void ReadMapping(DocumentMapping mapping, int nesting)
    {
        if (Scalar(mapping, "image") is { } image)
            ReadContainer(mapping, image, nesting);
        if (Child(mapping, _servers.Gateway.List) is DocumentSequence models)
            ReadGateway(models);

        foreach (var entry in mapping.Entries)
        {
            switch (entry.Key.Text)
            {
                case "runcmd" or "bootcmd":
                    ReadCommands(entry.Value, nesting);
                    break;
                case "content" or "contents" or "startup-script" or "user-data" when entry.Value is DocumentScalar content:
                    ReadText(DataUrl(content.Text), Line(content), nesting + 1);
                    break;
                case "source" or "inline" when entry.Value is DocumentScalar source && source.Text.StartsWith("data:", StringComparison.Ordinal):
                    ReadText(DataUrl(source.Text), Line(source), nesting + 1);
                    break;
                default:
                    Read(entry.Value, nesting);
                    break;
            }
        }
    }

    /// <summary>cloud-init runs a string in a shell, and a list as it is.</summary>
    private void ReadCommands(DocumentNode node, int nesting)
    {
        if (node is not DocumentSequence commands)
            return;
        foreach (var command in commands.Items)
        {
            if (command is DocumentScalar line)
                ReadShell(line.Text, Line(line), nesting + 1);
            else if (command is DocumentSequence)
                _commands.Read(Source(Words(command), ImmutableArray<KeyValuePair<string, string>>.Empty, KnownVariables(), nesting + 1));
        }
    }

    /// <summary>A service of a Compose file or a container of a Kubernetes manifest.</summary>
    private void ReadContainer(DocumentMapping mapping, string image, int nesting)
    {
        var environment = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var key in new[] { "environment", "env" })
        {
            switch (Child(mapping, key))
            {
                case DocumentMapping map:
                    foreach (var entry in map.Entries)
                        environment[entry.Key.Text] = entry.Value is DocumentScalar value ? Expanded(value.Text) : null;
                    break;
                case DocumentSequence list:
                    foreach (var item in list.Items)
                        Add(environment, item);
                    break;
            }
        }

        var words = new[] { "entrypoint", "command", "args" }.SelectMany(key => Child(mapping, key) is { } child ? Words(child) : ImmutableArray<CommandWord>.Empty);
        _commands.Read(new CommandSource { Image = Expanded(image), Words = words.ToImmutableArray(), Environment = environment.ToImmutable(), Nesting = nesting + 1 });
    }

    private void Add(ImmutableDictionary<string, string?>.Builder environment, DocumentNode item)
    {
        if (item is DocumentScalar scalar && ShellScript.Assignment(scalar.Text) is { } assignment)
            environment[assignment.Key] = Expanded(assignment.Value);
        else if (item is DocumentMapping entry && Scalar(entry, "name") is { } name)
            environment[name] = Scalar(entry, "value") is { } value ? Expanded(value) : null;
    }

    private void ReadGateway(DocumentSequence models)
    {
        var gateway = _servers.Gateway;
        var engine = gateway.Engine;
        foreach (var item in models.Items.OfType<DocumentMapping>())
        {
            if (Child(item, gateway.Parameters) is not DocumentMapping parameters || Scalar(parameters, gateway.Model) is not { } model)
                continue;
            _findings.Run(engine.Kind, engine.Name, engine.Port, "a configuration file of " + engine.Name + " names models");
            _findings.Mention(new ModelMention(model, engine.Dialect, "configuration file, " + gateway.Model)
            {
                ServedBy = _servers.ServedBy(model, engine.Dialect),
                Upstream = Scalar(parameters, gateway.Address) is { } address ? _commands.UpstreamAt(Expanded(address), cloud: null, "configuration file, " + gateway.Address) : null,
            });
        }
    }

    private ImmutableArray<CommandWord> Words(DocumentNode node) =>
        node switch
        {
            DocumentSequence sequence => sequence.Items.OfType<DocumentScalar>().Select(item => new CommandWord(Expanded(item.Text), Line(item))).ToImmutableArray(),
            DocumentScalar scalar => ShellScript.Read(scalar.Text, Line(scalar), new Dictionary<string, IReadOnlyList<string>>(_variables, StringComparer.Ordinal))
                .Commands.SelectMany(static command => command.Words).ToImmutableArray(),
            _ => ImmutableArray<CommandWord>.Empty,
        };

    private string Expanded(string text) => ShellScript.Expand(text, _variables);

    private static int Line(DocumentNode node) => node.Position.Line;

    private static DocumentNode? Child(DocumentMapping mapping, string key) =>
        mapping.Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal)).Value;

    private static string? Scalar(DocumentMapping mapping, string key) => (Child(mapping, key) as DocumentScalar)?.Text;

    /// <summary>What a <c>data:</c> URL holds; any other text as it is.</summary>
    private static string DataUrl(string text)
    {
        var comma = text.StartsWith("data:", StringComparison.Ordinal) ? text.IndexOf(',') : -1;
        if (comma < 0)
            return text;
        var data = text.Substring(comma + 1);
        return text.Substring(0, comma).EndsWith(";base64", StringComparison.Ordinal) ? PackedText.Decode(data) : Uri.UnescapeDataString(data);
    }
}
