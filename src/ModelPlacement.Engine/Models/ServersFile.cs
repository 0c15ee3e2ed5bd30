using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>The data file of model servers, proxies and clients.</summary>
internal sealed class ServersFile
{
    private static readonly string[] SectionSeparators = ["__", ":"];

    private static readonly Lazy<ServersFile> LazyBuiltIn = new(static () => new ServersFile(DataDocument.Load("servers")));

    private readonly EngineIndex _byImage;
    private readonly EngineIndex _byProgram;
    private readonly ImmutableDictionary<string, ClientVariable> _clients;

    private ServersFile(DocumentMapping root)
    {
        root.AllowOnly(
            "engines", "environment", "clients", "vendorHosts", "ownHosts", "gateways", "shells", "interpreters", "others", "wrappers", "containers", "downloads", "files");
        Engines = root.Items("engines").Select(ReadEngine).ToImmutableArray();
        _byImage = new EngineIndex(Engines, static engine => engine.Images);
        _byProgram = new EngineIndex(Engines, static engine => engine.Programs.Select(static program => new GlobPath(ImmutableArray.Create(program))));
        Variables = root.Items("environment").Select(ReadVariable).ToImmutableDictionary(static variable => variable.Name, StringComparer.Ordinal);
        _clients = root.Items("clients").Select(ReadClient).ToImmutableDictionary(static variable => Letters(variable.Name), StringComparer.OrdinalIgnoreCase);
        VendorHosts = root.Items("vendorHosts").Select(static node => (new Glob(node.Required("host")), node.Required("vendor"))).ToImmutableArray();
        OwnHosts = root.Texts("ownHosts").Select(static host => new Glob(host)).ToImmutableArray();
        var gateways = root.Mapping("gateways");
        GatewayDialects = Set(gateways.Texts("dialects"));
        GatewayPrefixes = gateways.Items("prefixes").Select(static node => (node.Required("prefix"), node.Required("cloud"))).ToImmutableArray();
        Shells = Set(root.Texts("shells"));
        Interpreters = root.Texts("interpreters").Select(static name => new Glob(name)).ToImmutableArray();
        Others = Set(root.Texts("others"));
        Wrappers = root.Items("wrappers")
            .Select(static node => new WrapperProgram(node.Required("program"), Set(node.Texts("options")), node.Number("words") ?? 0))
            .ToImmutableDictionary(static wrapper => wrapper.Program, StringComparer.Ordinal);
        Downloads = root.Items("downloads")
            .Select(static node => new DownloadProgram(node.Required("program"), Set(node.Texts("serve")), Set(node.Texts("options")), node.Texts("schemes"), node.Required("dialect")))
            .ToImmutableDictionary(static download => download.Program, StringComparer.Ordinal);
        Containers = ReadContainers(root.Mapping("containers"));
        Gateway = ReadGateway(root.Mapping("files").Mapping("gateway"));
    }

    public static ServersFile BuiltIn => LazyBuiltIn.Value;

    public ImmutableArray<ServingEngine> Engines { get; }

    public ImmutableDictionary<string, ModelVariable> Variables { get; }

    public IEnumerable<ClientVariable> Clients => _clients.Values;

    public ImmutableArray<(Glob Host, string Vendor)> VendorHosts { get; }

    /// <summary>Hosts by which a workload calls what runs beside it.</summary>
    public ImmutableArray<Glob> OwnHosts { get; }

    /// <summary>Prefixes of model ids by which gateways choose who serves, and the cloud that means.</summary>
    public ImmutableArray<(string Prefix, string Cloud)> GatewayPrefixes { get; }

    /// <summary>The dialects in which ids have such prefixes.</summary>
    public ImmutableHashSet<string> GatewayDialects { get; }

    public ImmutableHashSet<string> Shells { get; }

    public ImmutableArray<Glob> Interpreters { get; }

    /// <summary>Programs that serve no model.</summary>
    public ImmutableHashSet<string> Others { get; }

    public ImmutableDictionary<string, WrapperProgram> Wrappers { get; }

    public ImmutableDictionary<string, DownloadProgram> Downloads { get; }

    public ContainerPrograms Containers { get; }

    public GatewayFile Gateway { get; }

    public ServingEngine? EngineOfImage(ImageReference image) => _byImage.First(image.Segments[image.Segments.Length - 1], image.EndsWith);

    /// <summary>The engine that a program belongs to, or null.</summary>
    /// <param name="program">File or module name, in lower case.</param>
    public ServingEngine? EngineOfProgram(string program) => _byProgram.First(program, static _ => true);

    /// <summary>
    /// What a variable says of a client, or null. Case and underscores do not matter, nor the sections of settings before it: as .NET writes them into names, <c>OpenAI__ApiKey</c> and
    /// <c>Assistant:OpenAI:ApiKey</c> are <c>OPENAI_API_KEY</c>.
    /// </summary>
    public ClientVariable? ClientOf(string name)
    {
        var sections = name.Split(SectionSeparators, StringSplitOptions.None);
        for (var first = 0; first < sections.Length; first++)
        {
            if (_clients.TryGetValue(Letters(string.Concat(sections.Skip(first))), out var variable))
                return variable;
        }

        return null;
    }

    /// <summary>The vendor whose own API an address (URL or host) belongs to, or null.</summary>
    public string? VendorOf(string address)
    {
        var host = HostOf(address);
        foreach (var (glob, vendor) in VendorHosts)
        {
            if (glob.Matches(host))
                return vendor;
        }

        return null;
    }

    /// <summary>Whether an address (URL or host) leads back to where it is called from.</summary>
    public bool IsOwn(string address) => HostOf(address) is var host && OwnHosts.Any(glob => glob.Matches(host));

    /// <summary>Id of the cloud that a gateway's model id says serves it, or null.</summary>
    public string? ServedBy(string raw, string dialect)
    {
        if (!GatewayDialects.Contains(dialect))
            return null;
        foreach (var (prefix, cloud) in GatewayPrefixes)
        {
            if (raw.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return cloud;
        }

        return null;
    }

    private static string Letters(string name) => name.Replace("_", "");

    private static string HostOf(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var host = address.Substring(scheme < 0 ? 0 : scheme + 3);
        return host.StartsWith("[", StringComparison.Ordinal) ? host.Split(']')[0] + "]" : host.Split('/', ':', '?')[0];
    }

    private static ServingEngine ReadEngine(DocumentMapping node)
    {
        node.AllowOnly(
            "engine", "kind", "port", "images", "imageIsModel", "programs", "serve", "ignore", "positional", "positionals", "model", "environment", "alias",
            "portOption", "flags", "requests", "dialect");
        var dialect = node.Required("dialect");
        var kind = node.Required("kind") switch
        {
            "server" => WorkloadKind.Server,
            "proxy" => WorkloadKind.Proxy,
            "client" => WorkloadKind.Client,
            var other => throw DataDocument.Fault(node, "'" + other + "' is no kind of engine"),
        };
        return new ServingEngine(node.Required("engine"), kind)
        {
            Port = node.Number("port"),
            Images = node.Texts("images").Select(static image => new GlobPath(image.Split('/').Select(static segment => new Glob(segment)).ToImmutableArray())).ToImmutableArray(),
            ImageIsModel = node.Flag("imageIsModel"),
            Programs = node.Texts("programs").Select(static program => new Glob(program)).ToImmutableArray(),
            ServeWords = Set(node.Texts("serve")),
            IgnoredWords = Set(node.Texts("ignore")),
            HasPositional = node.Flag("positional"),
            HasPositionals = node.Flag("positionals"),
            Options = Carriers(node, "model", dialect),
            Variables = Carriers(node, "environment", dialect),
            Aliases = Set(node.Texts("alias").Select(ServingEngine.OptionName)),
            PortCarriers = Set(node.Texts("portOption").Select(ServingEngine.OptionName)),
            Flags = node.Texts("flags").Select(static flag => new Glob(flag)).ToImmutableArray(),
            Requests = node.Texts("requests"),
            Dialect = dialect,
        };
    }

    private static ImmutableArray<ModelCarrier> Carriers(DocumentMapping node, string key, string dialect) =>
        node.Entries(key)
            .Select(entry => entry is DocumentMapping mapping
                ? new ModelCarrier(ServingEngine.OptionName(mapping.Required("name")), mapping.Required("dialect"))
                : new ModelCarrier(ServingEngine.OptionName(((DocumentScalar)entry).Text), dialect))
            .ToImmutableArray();

    private static ModelVariable ReadVariable(DocumentMapping node)
    {
        node.AllowOnly("name", "server", "alias", "dialect");
        return new ModelVariable(node.Required("name"), node.Required("dialect"), node.Flag("server"), node.Flag("alias"));
    }

    private static ClientVariable ReadClient(DocumentMapping node)
    {
        node.AllowOnly("name", "carries", "cloud", "vendor", "address", "dialect");
        var carries = node.Required("carries") switch
        {
            "key" => ClientCarriage.Key,
            "address" => ClientCarriage.Address,
            "model" => ClientCarriage.Model,
            "nothing" => ClientCarriage.Nothing,
            var other => throw DataDocument.Fault(node, "a client's variable cannot carry '" + other + "'"),
        };
        return new ClientVariable(node.Required("name"), carries)
        {
            Cloud = node.Text("cloud"),
            Vendor = node.Text("vendor"),
            Address = node.Text("address"),
            Dialect = carries == ClientCarriage.Model ? node.Required("dialect") : node.Text("dialect"),
        };
    }

    private ContainerPrograms ReadContainers(DocumentMapping node)
    {
        node.AllowOnly("programs", "run", "environment", "publish", "entrypoint", "flags", "models", "modelEngine");
        return new ContainerPrograms(Set(node.Texts("programs")))
        {
            Run = Set(node.Texts("run")),
            Environment = Set(node.Texts("environment")),
            Publish = Set(node.Texts("publish")),
            Entrypoint = Set(node.Texts("entrypoint")),
            Flags = Set(node.Texts("flags")),
            Models = Set(node.Texts("models")),
            ModelEngine = EngineNamed(node.Required("modelEngine")),
        };
    }

    private GatewayFile ReadGateway(DocumentMapping node)
    {
        node.AllowOnly("list", "parameters", "model", "address", "engine");
        return new GatewayFile(
            node.Required("list"),
            node.Required("parameters"),
            node.Required("model"),
            node.Required("address"),
            EngineNamed(node.Required("engine")));
    }

    private ServingEngine EngineNamed(string name) => Engines.Single(engine => string.Equals(engine.Name, name, StringComparison.Ordinal));

    private static ImmutableHashSet<string> Set(IEnumerable<string> texts) => texts.ToImmutableHashSet(StringComparer.Ordinal);
}
