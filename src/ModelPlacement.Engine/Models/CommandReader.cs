using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace ModelPlacement.Engine.Models;

/// <summary>A command to be read: what it is given, and in which image it runs.</summary>
internal sealed record CommandSource
{
    /// <summary>The image that it runs in, or null for a machine.</summary>
    public string? Image { get; init; }

    public ImmutableArray<CommandWord> Words { get; init; } = ImmutableArray<CommandWord>.Empty;

    /// <summary>Variables by name; null for one that is set but not known.</summary>
    public ImmutableDictionary<string, string?> Environment { get; init; } = ImmutableDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Whether the variables are the workload's own, not set inside a script.</summary>
    public bool IsWorkloads { get; init; }

    /// <summary>TCP port that the container's is published as, or null.</summary>
    public int? PublishedPort { get; init; }

    /// <summary>How deep scripts and containers are nested in one another.</summary>
    public int Nesting { get; init; }
}

/// <summary>Reads one command, with the image and variables it runs with, for the models it serves.</summary>
internal sealed class CommandReader(ServersFile servers, WorkloadFindings findings, Action<string, int, CommandSource> readScript)
{
    private const int DeepestNesting = 6;
    private const int MostWords = 2000;

    public void Read(CommandSource source)
    {
        if (source.Nesting > DeepestNesting || source.Words.Length > MostWords)
        {
            findings.Because("a command is too long or nested too deep to be read");
            return;
        }

        source = Divided(source);
        var engine = source.Image is null || ImageReference.Parse(source.Image) is not { } image ? null : servers.EngineOfImage(image);
        if (engine is not null && !source.Words.IsEmpty && (engine.ServeWords.Contains(source.Words[0].Text) || engine.IgnoredWords.Contains(source.Words[0].Text)))
        {
            ReadEngine(engine, source, 0, isEntryPoint: true, needsServeWord: false);
            return;
        }

        var call = Program(source, 0);
        switch (call.Kind)
        {
            case CallKind.Script:
                // A shell in an image runs what the script says, with the container's variables.
                readScript(call.Script!, call.Line, source);
                if (findings.Kind == WorkloadKind.Other && engine is not null)
                    findings.Because("runs a script of its own in an image of " + engine.Name);
                break;
            case CallKind.Container:
                ReadContainer(source, call.Next);
                return;
            case CallKind.Other when engine is not null:
                findings.Because("runs " + call.Name + " in an image of " + engine.Name);
                return;
            case CallKind.Engine:
                ReadEngine(call.Engine!, source, call.Next, isEntryPoint: false, call.NeedsServeWord);
                return;
            case CallKind.Download:
                ReadDownload(call.Download!, source, call.Next);
                return;
            default:
                if (engine is not null)
                {
                    ReadEngine(engine, source, 0, isEntryPoint: true, needsServeWord: false);
                    return;
                }

                ReadRequest(source);
                break;
        }

        if (source.Image is { } packed && engine is null)
            findings.Mention(new ModelMention(packed, "image", "image") { Kind = MentionKind.Artifact });
        if (source.Image is not null || source.IsWorkloads)
            ReadVariables(source, skipModels: findings.HasModel);
    }

    /// <summary>
    /// A whole command line given as one text, as some services take it and people write it where a list is taken: its words; several commands are what a shell runs.
    /// </summary>
    private static CommandSource Divided(CommandSource source)
    {
        if (source.Words.IsEmpty || !source.Words[0].Text.Any(char.IsWhiteSpace))
            return source;
        var line = source.Words[0];
        var variables = source.Environment.ToDictionary(
            static variable => variable.Key,
            static variable => (IReadOnlyList<string>)[variable.Value ?? WorkloadSource.UnknownPiece.ToString()],
            StringComparer.Ordinal);
        var commands = ShellScript.Read(line.Text, Math.Max(line.Line, 1), variables).Commands;
        var words = commands.Count == 1 && commands[0].Assignments.IsEmpty
            ? commands[0].Words.Select(word => word with { Line = line.Line, Argument = line.Argument })
            : [line with { Text = "sh" }, line with { Text = "-c" }, line];
        return source with { Words = words.Concat(source.Words.Skip(1)).ToImmutableArray() };
    }

    /// <summary>What the words run, once what only wraps it is set aside.</summary>
    private Call Program(CommandSource source, int index)
    {
        var words = source.Words;
        while (index < words.Length)
        {
            var word = words[index].Text;
            if (ShellScript.Assignment(word) is not null)
            {
                index++;
                continue;
            }

            var name = FileName(word);
            if (servers.Wrappers.TryGetValue(name, out var wrapper))
                index = AfterOptions(words, AfterOptions(words, index + 1, wrapper.Options) + wrapper.Words, wrapper.Options);
            else if (string.Equals(name, "env", StringComparison.Ordinal) && index + 1 < words.Length)
                index = AfterOptions(words, index + 1, ImmutableHashSet.Create(StringComparer.Ordinal, "-u", "-C"));
            else if (servers.Shells.Contains(name))
                return ShellCall(words, index);
            else if (servers.Interpreters.Any(glob => glob.Matches(name)))
                return InterpreterCall(words, index);
            else if (servers.Containers.Programs.Contains(name))
                return new Call(CallKind.Container, name) { Next = index + 1 };
            else if (servers.EngineOfProgram(name) is { } engine)
                return new Call(CallKind.Engine, name) { Engine = engine, Next = index + 1, NeedsServeWord = true };
            else if (servers.Downloads.TryGetValue(name, out var download))
                return new Call(CallKind.Download, name) { Download = download, Next = index + 1 };
            else
                return new Call(servers.Others.Contains(name) ? CallKind.Other : CallKind.Unknown, name);
        }

        return new Call(CallKind.Unknown, "");
    }

    private static int AfterOptions(ImmutableArray<CommandWord> words, int index, ImmutableHashSet<string> withValue)
    {
        while (index < words.Length && (words[index].Text.StartsWith("-", StringComparison.Ordinal) || ShellScript.Assignment(words[index].Text) is not null))
            index += withValue.Contains(words[index].Text) ? 2 : 1;
        return index;
    }

    private Call ShellCall(ImmutableArray<CommandWord> words, int index)
    {
        for (var next = index + 1; next < words.Length; next++)
        {
            var word = words[next].Text;
            if (servers.Shells.Contains(FileName(word)))
                continue;
            if (!word.StartsWith("-", StringComparison.Ordinal))
                break;
            if (!word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('c') > 0 && next + 1 < words.Length)
                return new Call(CallKind.Script, "sh") { Script = words[next + 1].Text, Line = words[next + 1].Line };
        }

        return new Call(CallKind.Unknown, FileName(words[index].Text));
    }

    /// <summary><c>python -m module</c> or <c>python script.py</c>.</summary>
    private Call InterpreterCall(ImmutableArray<CommandWord> words, int index)
    {
        for (var next = index + 1; next < words.Length; next++)
        {
            var word = words[next].Text;
            var isModule = string.Equals(word, "-m", StringComparison.Ordinal);
            if (word.StartsWith("-", StringComparison.Ordinal) && !isModule)
                continue;
            if (isModule)
                next++;
            var program = next < words.Length ? words[next].Text : "";
            return servers.EngineOfProgram(isModule ? program.ToLowerInvariant() : FileName(program)) is { } engine
                ? new Call(CallKind.Engine, program) { Engine = engine, Next = next + 1 }
                : new Call(CallKind.Unknown, program);
        }

        return new Call(CallKind.Unknown, FileName(words[index].Text));
    }

    private void ReadEngine(ServingEngine engine, CommandSource source, int first, bool isEntryPoint, bool needsServeWord)
    {
        var words = source.Words;
        var index = first;
        if (!engine.ServeWords.IsEmpty)
        {
            var serve = first;
            while (serve < words.Length && !engine.ServeWords.Contains(words[serve].Text))
                serve++;
            if (serve < words.Length)
                index = serve + 1;
            else if (needsServeWord)
                return;
        }

        findings.Run(engine.Kind, engine.Name, source.PublishedPort ?? engine.Port, isEntryPoint ? "the image is " + engine.Name : "runs " + engine.Name);
        if (engine.ImageIsModel && source.Image is { } packed)
            findings.Mention(new ModelMention(packed, "image", "image"));

        var named = ReadOptions(engine, source, index);
        ReadEngineVariables(engine, source, skipModels: named is not null);
        if (engine.Kind != WorkloadKind.Server)
            ReadClientVariables(source);
        else if (named is not null && IsLocalPath(named))
            ReadOrigin(source);
    }

    /// <summary>What was put under a path of the machine is told to what put it there.</summary>
    private void ReadOrigin(CommandSource source)
    {
        foreach (var pair in source.Environment.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (pair.Value is not (null or "") && servers.Variables.TryGetValue(pair.Key, out var variable) && variable is { IsServers: true, IsAlias: false } && !IsLocalPath(pair.Value))
                MentionVariable(pair.Key, pair.Value, variable.Dialect, source, MentionKind.Model);
        }
    }

    private static bool IsLocalPath(string text) => text.StartsWith("/", StringComparison.Ordinal) || text.StartsWith(".", StringComparison.Ordinal);

    /// <summary>The model that the options or words name; null where they name none.</summary>
    private string? ReadOptions(ServingEngine engine, CommandSource source, int index)
    {
        var words = source.Words;
        var takesPositional = engine.HasPositional || engine.HasPositionals;
        string? named = null;
        for (; index < words.Length; index++)
        {
            var word = words[index].Text;
            if (word.Length > 1 && word[0] == '-')
            {
                // "--model x" as one word is an option with its value, too.
                var equals = word.IndexOfAny(['=', ' ']);
                var option = ServingEngine.OptionName(equals < 0 ? word : word.Substring(0, equals));
                var hasNext = index + 1 < words.Length;
                var value = equals >= 0 ? words[index] with { Text = word.Substring(equals + 1) } : hasNext ? words[index + 1] : null;
                if (value is null)
                    continue;
                if (ReadOption(engine, source, option, value))
                    named = value.Text;
                if (equals < 0 && !engine.IsFlag(option) && (engine.Option(option) is not null || !value.Text.StartsWith("-", StringComparison.Ordinal)))
                    index++;
            }
            else if (takesPositional && !engine.IgnoredWords.Contains(word))
            {
                Mention(engine, word, engine.Dialect, words[index], "argument");
                named = word;
                takesPositional = engine.HasPositionals;
            }
        }

        return named;
    }

    private bool ReadOption(ServingEngine engine, CommandSource source, string option, CommandWord value)
    {
        if (engine.Option(option) is { } carrier)
        {
            Mention(engine, value.Text, carrier.Dialect, value, "argument " + option);
            return true;
        }

        if (engine.Aliases.Contains(option))
            Mention(engine, value.Text, engine.Dialect, value, "argument " + option, MentionKind.Alias);
        else if (engine.PortCarriers.Contains(option) && source.PublishedPort is null && Port(value.Text) is { } port)
            findings.Listen(port);
        return false;
    }

    private void Mention(ServingEngine engine, string text, string dialect, CommandWord word, string where, MentionKind kind = MentionKind.Model)
    {
        foreach (var raw in engine.HasPositionals ? Listed(text) : [text])
        {
            findings.Mention(new ModelMention(IsUnknown(raw) ? null : raw, dialect, word.Line > 0 ? "script, " + Line(word.Line) : where)
            {
                Kind = kind,
                ArgumentIndex = word.Argument,
                ServedBy = servers.ServedBy(raw, dialect),
            });
        }
    }

    private void ReadEngineVariables(ServingEngine engine, CommandSource source, bool skipModels)
    {
        foreach (var variable in engine.Variables)
        {
            if (!skipModels && source.Environment.TryGetValue(variable.Name, out var value) && value is not "")
                MentionVariable(variable.Name, value, variable.Dialect, source, MentionKind.Model);
        }

        foreach (var name in engine.Aliases)
        {
            if (source.Environment.TryGetValue(name, out var value) && value is not "")
                MentionVariable(name, value, engine.Dialect, source, MentionKind.Alias);
        }

        foreach (var name in engine.PortCarriers)
        {
            if (source.PublishedPort is null && source.Environment.TryGetValue(name, out var value) && value is not null && Port(value) is { } port)
                findings.Listen(port);
        }
    }

    /// <summary>Variables that say something whatever runs: those of model servers, those of clients, and those that either may read.</summary>
    public void ReadVariables(CommandSource source, bool skipModels)
    {
        var isClient = ReadClientVariables(source);
        if (skipModels)
            return;
        foreach (var pair in source.Environment.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (pair.Value is "" || !servers.Variables.TryGetValue(pair.Key, out var variable))
                continue;
            MentionVariable(pair.Key, pair.Value, variable.Dialect, source, variable.IsAlias ? MentionKind.Alias : MentionKind.Model);
            if (variable.IsServers && !isClient)
                findings.Run(WorkloadKind.Server, engine: null, port: null, "environment variable " + pair.Key + " is one of model servers");
        }
    }

    /// <summary>Whether the variables are those of a client.</summary>
    private bool ReadClientVariables(CommandSource source)
    {
        var keys = new List<(ClientVariable Variable, string Where)>();
        var hasAddress = false;
        var isClient = false;
        foreach (var pair in source.Environment.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (pair.Value is "" || servers.ClientOf(pair.Key) is not { } variable)
                continue;
            isClient = true;
            var where = "environment variable " + pair.Key;
            findings.Run(WorkloadKind.Client, engine: null, port: null, where + " is one of a client");
            switch (variable.Carries)
            {
                case ClientCarriage.Address:
                    foreach (var address in ListedOrUnknown(pair.Value))
                        findings.SendTo(UpstreamAt(address, variable.Cloud, where) with { EnvironmentName = source.IsWorkloads ? pair.Key : null });
                    hasAddress = true;
                    break;
                case ClientCarriage.Model:
                    MentionVariable(pair.Key, pair.Value, variable.Dialect!, source, MentionKind.Model, variable.Cloud);
                    break;
                default:
                    keys.Add((variable, where));
                    break;
            }
        }

        foreach (var (key, where) in hasAddress ? [] : keys)
        {
            if (key.Cloud is not null)
                findings.SendTo(new Upstream(null, key.Cloud, where));
            else if (key.Address is not null)
                findings.SendTo(UpstreamAt(key.Address, cloud: null, where));
        }

        return isClient;
    }

    internal Upstream UpstreamAt(string? address, string? cloud, string where)
    {
        var known = address is null || IsUnknown(address) ? null : address;
        var vendor = known is null ? null : servers.VendorOf(known);
        return new Upstream(known, cloud ?? (known is null || vendor is not null ? null : Catalog.ResourceCatalog.CloudOfHost(known)), where) { Vendor = vendor };
    }

    private void MentionVariable(string name, string? value, string dialect, CommandSource source, MentionKind kind, string? cloud = null)
    {
        foreach (var raw in ListedOrUnknown(value))
        {
            findings.Mention(new ModelMention(raw is null || IsUnknown(raw) ? null : raw, dialect, "environment variable " + name)
            {
                Kind = kind,
                EnvironmentName = source.IsWorkloads ? name : null,
                ServedBy = cloud ?? (raw is null ? null : servers.ServedBy(raw, dialect)),
            });
        }
    }

    private void ReadDownload(DownloadProgram download, CommandSource source, int index)
    {
        var words = source.Words.Skip(index).ToList();
        if (!download.ServeWords.IsEmpty && !words.Exists(word => download.ServeWords.Contains(word.Text)))
        {
            ReadRequest(source);
            return;
        }

        for (var next = 0; next < words.Count; next++)
        {
            var word = words[next];
            if (download.Options.Contains(word.Text))
            {
                next++;
                continue;
            }

            var isWeights = download.Schemes.IsEmpty
                ? !word.Text.StartsWith("-", StringComparison.Ordinal) && !download.ServeWords.Contains(word.Text)
                : download.Schemes.Any(scheme => word.Text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
            if (!isWeights || IsUnknown(word.Text))
                continue;
            findings.Mention(new ModelMention(word.Text, download.Dialect, word.Line > 0 ? "script, " + Line(word.Line) : "argument")
            {
                Kind = MentionKind.Artifact,
                ArgumentIndex = word.Argument,
            });
            return;
        }

        ReadRequest(source);
    }

    /// <summary>A request that asks a server to load a model: <c>curl .../api/pull -d '{"name": "llama3"}'</c>.</summary>
    private void ReadRequest(CommandSource source)
    {
        foreach (var engine in servers.Engines)
        {
            if (engine.Requests.IsEmpty || !source.Words.Any(word => engine.Requests.Any(part => word.Text.IndexOf(part, StringComparison.Ordinal) >= 0)))
                continue;
            foreach (var word in source.Words)
            {
                if (JsonName(word.Text) is { } name)
                {
                    findings.Run(engine.Kind, engine.Name, engine.Port, "asks " + engine.Name + " for a model");
                    Mention(engine, name, engine.Dialect, word, "argument");
                }
            }
        }
    }

    /// <summary>The value of <c>"model"</c> or <c>"name"</c> in a piece of JSON.</summary>
    private static string? JsonName(string text)
    {
        foreach (var key in new[] { "\"model\"", "\"name\"" })
        {
            var at = text.IndexOf(key, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var open = text.IndexOf('"', at + key.Length);
            var close = open < 0 ? -1 : text.IndexOf('"', open + 1);
            if (close > open)
                return text.Substring(open + 1, close - open - 1);
        }

        return null;
    }

    /// <summary><c>docker run [options] image [command]</c>, <c>docker model run model</c>.</summary>
    private void ReadContainer(CommandSource source, int index)
    {
        var words = source.Words;
        var containers = servers.Containers;
        for (; index < words.Length; index++)
        {
            if (containers.Models.Contains(words[index].Text))
            {
                ReadModelRun(source, index + 1);
                return;
            }

            if (containers.Run.Contains(words[index].Text))
                break;
        }

        var environment = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        var entrypoint = ImmutableArray<CommandWord>.Empty;
        int? published = null;
        for (index++; index < words.Length && words[index].Text.StartsWith("-", StringComparison.Ordinal); index++)
        {
            var word = words[index].Text;
            var equals = word.StartsWith("--", StringComparison.Ordinal) ? word.IndexOf('=') : -1;
            var option = equals < 0 ? word : word.Substring(0, equals);
            if (equals < 0 && containers.Flags.Contains(option))
                continue;
            var value = equals >= 0 ? word.Substring(equals + 1) : index + 1 < words.Length ? words[index + 1].Text : "";
            if (equals < 0)
                index++;
            if (containers.Environment.Contains(option))
                Set(environment, value, source.Environment);
            else if (containers.Publish.Contains(option))
                published ??= PublishedPort(value);
            else if (containers.Entrypoint.Contains(option))
                entrypoint = ImmutableArray.Create(new CommandWord(value, words[index].Line));
        }

        if (index >= words.Length)
            return;
        Read(new CommandSource
        {
            Image = words[index].Text,
            Words = entrypoint.AddRange(words.Skip(index + 1)),
            Environment = environment.ToImmutable(),
            PublishedPort = published,
            Nesting = source.Nesting + 1,
        });
    }

    /// <summary><c>-e NAME=value</c>, or <c>-e NAME</c> to hand on the variable that is set outside.</summary>
    private static void Set(ImmutableDictionary<string, string?>.Builder environment, string assignment, ImmutableDictionary<string, string?> outside)
    {
        var equals = assignment.IndexOf('=');
        if (equals > 0)
            environment[assignment.Substring(0, equals)] = assignment.Substring(equals + 1);
        else if (assignment.Length > 0)
            environment[assignment] = outside.TryGetValue(assignment, out var value) ? value : null;
    }

    private void ReadModelRun(CommandSource source, int index)
    {
        var model = source.Words.Skip(index).Where(word => !word.Text.StartsWith("-", StringComparison.Ordinal)).Skip(1).FirstOrDefault();
        if (model is null)
            return;
        var engine = servers.Containers.ModelEngine;
        findings.Run(engine.Kind, engine.Name, engine.Port, "runs " + engine.Name);
        Mention(engine, model.Text, engine.Dialect, model, "argument");
    }

    /// <summary>The host's port of <c>-p [address:]host:container[/tcp]</c>.</summary>
    private static int? PublishedPort(string value)
    {
        var parts = value.Split(':');
        return parts.Length < 2 ? null : Port(parts[parts.Length - 2]);
    }

    private static int? Port(string text)
    {
        var digits = text.Substring(text.LastIndexOf(':') + 1).Split('/')[0];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;
    }

    private static IEnumerable<string?> ListedOrUnknown(string? value) => value is null ? new string?[] { null } : Listed(value).Select(static part => (string?)part);

    private static IEnumerable<string> Listed(string value) =>
        value.IndexOf(',') < 0 && value.IndexOf(';') < 0
            ? [value.Trim()]
            : value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(static part => part.Trim()).Where(static part => part.Length > 0);

    private static bool IsUnknown(string text) => text.Trim(WorkloadSource.UnknownPiece).Length == 0;

    private static string Line(int line) => FormattableString.Invariant($"line {line}");

    private static string FileName(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.ToLowerInvariant();
    }

    private enum CallKind
    {
        Unknown,
        Script,
        Container,
        Engine,
        Download,
        Other,
    }

    private sealed record Call(CallKind Kind, string Name)
    {
        public ServingEngine? Engine { get; init; }

        public DownloadProgram? Download { get; init; }

        public string? Script { get; init; }

        public int Line { get; init; }

        /// <summary>Whether the engine serves only when a word says so: its executable does much else, its modules do not.</summary>
        public bool NeedsServeWord { get; init; }

        /// <summary>Index of the first word after the program.</summary>
        public int Next { get; init; }
    }
}
