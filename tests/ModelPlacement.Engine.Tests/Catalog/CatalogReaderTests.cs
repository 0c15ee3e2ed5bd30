using System;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Placement;
using Xunit;

namespace ModelPlacement.Engine.Tests.Catalog;

public sealed class CatalogReaderTests
{
    [Theory]
    [InlineData("- role: serve", 1, 3, "A resource needs a 'token'")]
    [InlineData("- token: acme:ai:Server", 1, 3, "needs a 'role': serve, host,")]
    [InlineData("- token: Server\n  role: serve", 1, 10, "'Server' is not a type token")]
    [InlineData("- token: acme::Server\n  role: serve", 1, 10, "'acme::Server' is not a type token")]
    [InlineData("- token: a:b:C\n  role: serves", 2, 9, "Unknown role 'serves'; did you mean 'serve'?")]
    [InlineData("- token: a:b:C\n  role: xyz", 2, 9, "Unknown role 'xyz'. Known: serve, host,")]
    [InlineData("- token: a:b:C\n  role: serve\n  modle: x", 3, 3, "Unknown key 'modle' of a resource; did you mean 'model'?")]
    [InlineData("- token: a:b:C\n  role: serve\n  api: pubic", 3, 8, "Unknown api 'pubic'; did you mean 'public'?")]
    [InlineData("- token: a:b:C\n  role: serve\n  kind: selfhosted", 3, 9, "Unknown kind 'selfhosted'; did you mean 'self-hosted'?")]
    [InlineData("- token: a:b:C\n  role: serve\n  model: [a..b]", 3, 11, "'a..b' is not a property path")]
    [InlineData("- token: a:b:C\n  role: serve\n  model: [{ dialect: azure }]", 3, 11, "A model needs a 'path'")]
    [InlineData("- token: a:b:C\n  role: serve\n  model: [{ path: x, dialekt: azure }]", 3, 22, "Unknown key 'dialekt' of a model; did you mean 'dialect'?")]
    [InlineData("- token: a:b:C\n  role: host\n  environment: env", 3, 16, "'env' must end in '{}'")]
    [InlineData("- token: a:b:C\n  role: host\n  environment: { path: 'env[]', value: value }", 3, 16, "needs 'path' (to each item), 'name' and 'value'")]
    [InlineData("- token: a:b:C\n  role: host\n  containers: [{ shape: pod }]", 3, 25, "Unknown shape 'pod'")]
    [InlineData("- token: a:b:C\n  role: expose\n  exposure: { internal: { 'true': privat } }", 3, 35, "'privat'; did you mean 'private'?")]
    [InlineData("- token: a:b:C\n  role: expose\n  exposure: { internal: private }", 3, 25, "must be a mapping")]
    [InlineData("- token: a:b:C\n  role: expose\n  links: { expose: { x: d:e:F } }", 3, 12, "Unknown link kind 'expose'; did you mean 'exposes'?")]
    [InlineData("- token: a:b:C\n  role: expose\n  links: { exposes: { x: Server } }", 3, 26, "'Server' is not a link's target")]
    [InlineData("- token: a:b:C\n  role: host\n  embedded: { path: x }", 3, 13, "Embedded text needs a 'path' and a 'format': json, yaml")]
    [InlineData("- token: a:b:C\n  role: host\n  embedded: { path: x, format: jsn }", 3, 32, "Unknown format 'jsn'; did you mean 'json'?")]
    [InlineData("- token: a:b:C\n  role: host\n  helm: { values: v }", 3, 9, "'helm' needs a 'chart'")]
    [InlineData("- token: a:b:C\n  role: host\n  kubernetesCluster: 'yes'", 3, 22, "must be true or false")]
    [InlineData("- token: a:b:C\n  role: host\n  cloud: aws\n  cloudSource: provider", 4, 16, "'cloud' and 'cloudSource' exclude each other")]
    [InlineData("- token: a:b:C\n  role: host\n  userData: { encoding: base64 }", 3, 13, "User data needs a 'path'")]
    [InlineData("- just text", 1, 3, "must be a mapping")]
    public void An_error_says_what_is_wrong_where_it_stands(string yaml, int line, int column, string message)
    {
        var error = Assert.Single(ResourceCatalogTests.Resources(yaml).Errors);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("cloudSource: prov", "Unknown cloud source 'prov'. Known: type, provider, unknown.")]
    [InlineData("kind: x", "Unknown kind 'x'. Known: managed, self-hosted, consumed, not-served.")]
    [InlineData("note: []", "'note' must be a text.")]
    [InlineData("scale: [[]]", "'scale' must be a text.")]
    [InlineData("scale: a b", "'a b' is not a property path: ' ' at position 2 is not expected. Write it like 'containers[].environment{}'.")]
    [InlineData("'': a", "A key of a resource must be a text.")]
    [InlineData("aliases: [[]]", "An alias must be a text.")]
    [InlineData("aliases: ':b:C'", "':b:C' is not a type token. It is written 'package:module:Type', as in the class's ResourceType attribute or its base(...) call.")]
    [InlineData("model: ''", "'model' must be a text.")]
    [InlineData("model: [[]]", "a model must be a mapping of keys to values.", "A model needs a 'path'.")]
    [InlineData("model: { dialect: any }", "A model needs a 'path'.")]
    [InlineData("model: { path: a, upstream: b }", "'upstream' must be a mapping of keys to values.")]
    [InlineData("model: { path: a, upstream: { '': { b: c } } }", "A path of 'upstream' must be a text.")]
    [InlineData("model: { path: a, kind: x }", "Unknown kind 'x'. Known: managed, self-hosted, consumed, not-served.")]
    [InlineData("containers: a", "a container must be a mapping of keys to values.")]
    [InlineData("containers: { shape: [] }", "'shape' must be a text.")]
    [InlineData("containers: { shape: x }", "Unknown shape 'x'")]
    [InlineData("environment: ''", "A path of names and values must be a text.")]
    [InlineData("environment: [[]]", "names and values must be a mapping of keys to values.", "A list of names and values needs 'path' (to each item), 'name' and 'value' (properties of an item).")]
    [InlineData("environment: { path: 'a[]' }", "Where values are kept elsewhere, 'path' leads to a map ('...{}'), or to items of which 'name' is the property with the name.")]
    [InlineData("environment: { path: 'a[]', value: b }", "A list of names and values needs 'path' (to each item), 'name' and 'value' (properties of an item).")]
    [InlineData("environment: { path: 'a[]', name: b, value: [] }", "'value' must be a text.")]
    [InlineData("environment: a", "'a' must end in '{}' (a map of names to values), in '[]' (a list of texts like NAME=value), or be written as { path, name, value }.")]
    [InlineData("userData: [[]]", "user data must be a mapping of keys to values.", "User data needs a 'path'.")]
    [InlineData("userData: { path: a, encoding: b }", "Unknown encoding 'b'. Known: plain, base64.")]
    [InlineData("embedded: { path: a }", "Embedded text needs a 'path' and a 'format': json, yaml, manifests, manifest-objects.")]
    [InlineData("embedded: { path: a, format: b }", "Unknown format 'b'. Known: json, yaml, manifests, manifest-objects.")]
    [InlineData("embedded: { path: a, format: json, exposure: b }", "'exposure' must be a mapping of keys to values.")]
    [InlineData("embedded: { path: a, format: json, b: c }", "Unknown key 'b' of embedded text. Known: path, format, encoding, model, image, arguments, environment, containers, links, exposure, upstreams.")]
    [InlineData("helm: a", "'helm' must be a mapping of keys to values.", "'helm' needs a 'chart'.")]
    [InlineData("exposure: a", "'exposure' must be a mapping of keys to values.")]
    [InlineData("exposure: { a: b }", "The values of 'a' must be a mapping of keys to values.")]
    [InlineData("exposure: { a: { b: [] } }", "A meaning must be a text.")]
    [InlineData("exposure: { a: { '': public } }", "A value must be a text.")]
    [InlineData("exposure: { a: { b: Public } }", "Unknown meaning 'Public'; did you mean 'public'?")]
    [InlineData("cloudFrom: a", "'cloudFrom' must be a mapping of keys to values.")]
    [InlineData("links: a", "'links' must be a mapping of keys to values.")]
    [InlineData("links: { serves: a }", "Links must be a mapping of keys to values.")]
    [InlineData("links: { serves: { '': 'a:b:C' } }", "A link's path must be a text.")]
    [InlineData("links: { serves: { a: [[]] } }", "A link's target must be a text.")]
    [InlineData("links: { serves: { a: b } }", "'b' is not a link's target. It is written 'package:module:Type#output', or 'data package:module:function#output'.")]
    [InlineData("kubernetesCluster: 1", "'kubernetesCluster' must be true or false.")]
    public void An_error_is_a_whole_sentence(string keys, params string[] messages) =>
        Assert.Equal(messages, ResourceCatalogTests.Resources("- { token: 'a:b:C', role: host, " + keys + " }").Errors.Select(static error => error.Message));

    [Theory]
    [InlineData("[a", "Not valid YAML: this '[' is not closed.", "a catalog file must be a mapping of keys to values.")]
    [InlineData("sameas: a", "Unknown key 'sameas' of a catalog file; did you mean 'sameAs'?")]
    [InlineData("cloudSource: x", "Unknown cloud source 'x'. Known: type, provider, unknown.")]
    [InlineData("shapes: a", "'shapes' must be a mapping of keys to values.")]
    [InlineData("shapes: { '': { image: a } }", "A shape's name must be a text.")]
    [InlineData("resources: { token: [], role: host }", "A token must be a text.")]
    [InlineData("resources: { role: host }", "A resource needs a 'token': the type token of its class, like 'acme:ai:ModelServer'.")]
    [InlineData("resources: { token: a:b:C }", "Resource 'a:b:C' needs a 'role': serve, host, expose, config, registry, train, batch, notebook, provider.")]
    [InlineData("functions: a", "a function must be a mapping of keys to values.")]
    [InlineData("functions: { token: a:b:c }", "A function needs a 'token' and a 'class'.")]
    [InlineData("functions: { class: C }", "A function needs a 'token' and a 'class'.")]
    [InlineData("functions: { token: [], class: C }", "A token must be a text.")]
    [InlineData("functions: { token: a:b:c, class: [] }", "'class' must be a text.")]
    [InlineData("functions: { token: a:b:c, class: C, echoes: a }", "'echoes' must be a mapping of keys to values.")]
    [InlineData("functions: { token: a:b:c, class: C, echoes: { '': a } }", "An output must be a text.")]
    [InlineData("functions: { token: a:b:c, class: C, echoes: { a: [] } }", "An argument must be a text.")]
    [InlineData("functions: { token: a:b:c, class: C, kubernetesCluster: [] }", "'kubernetesCluster' must be true or false.")]
    public void An_error_of_a_file_is_a_whole_sentence(string yaml, params string[] messages) =>
        Assert.Equal(messages, CatalogReader.ReadFile(new DocumentFile("acme.yaml", yaml)).Errors.Select(static error => error.Message));

    [Fact]
    public void An_entry_says_otherwise_than_its_file()
    {
        var read = CatalogReader.ReadFile(new DocumentFile("acme.yaml", """
            cloudSource: provider
            region: place
            labels: tags{}
            links: { within: { groupId: "acme:index:Group" } }
            resources:
            - { token: "a:b:Same", role: config }
            - { token: "a:b:Own", role: config, cloudSource: unknown, zone: area, labels: "marks[]", links: { uses: { id: "data acme:getKey" } } }
            - { token: "a:b:Cloudy", role: config, cloud: acme, region: [r, s] }
            functions:
            - { token: "a:b:get", class: Acme.Get }
            - { token: "a:b:ask", class: Acme.Ask, cloud: other, model: id, links: { uses: { id: "acme:b:Same#arn" } } }
            """));
        Assert.Empty(read.Errors);
        string Of(CatalogEntry entry) =>
            $"{entry.Cloud}/{entry.CloudSource} {string.Join(",", entry.Region.Select(static region => region.Path + (region.IsZone ? " zone" : "")))} "
            + $"{string.Join(",", entry.Labels.Select(static labels => labels.Path))} {string.Join(",", entry.Links.Select(Link))} {entry.IsKubernetesCluster}";
        Assert.Equal(
            ["/Provider place tags Within groupId acme:index:Group# False",
             "/Unknown area zone marks[] Uses id data acme:getKey#,Within groupId acme:index:Group# False",
             "acme/Type r,s tags Within groupId acme:index:Group# False"],
            read.Entries.Select(Of));
        Assert.Equal(
            [" place   False", "other place id Uses id acme:b:Same#arn False"],
            read.Functions.Select(static function => $"{function.Cloud} {function.Region.Single().Path} {function.Models.SingleOrDefault()?.Path} {string.Join(",", function.Links.Select(Link))} {function.IsKubernetesCluster}"));
        Assert.Equal(["acme", null], new[] { "cloud: acme", "cloudSource: type" }.Select(static head => CatalogReader.ReadFile(new DocumentFile("acme.yaml", head + "\nfunctions: { token: 'a:b:c', class: C }")).Functions.Single().Cloud));

        static string Link(CatalogLink link) => $"{link.Kind} {link.Path} {string.Join(";", link.Targets.Select(static target => (target.IsFunction ? "data " : "") + target.Token + "#" + target.Output))}";
    }

    [Theory]
    [InlineData("image: a", "a||")]
    [InlineData("arguments: a", "|a|")]
    [InlineData("environment: 'a{}'", "||a")]
    [InlineData("containers: []", "")]
    [InlineData("image: a, containers: { at: b, image: c }", "a|| b:c||")]
    public void Containers_are_those_beside_the_resource_and_those_listed(string keys, string containers)
    {
        var entry = Assert.Single(ResourceCatalogTests.Resources("- { token: 'a:b:C', role: host, " + keys + " }").Entries);
        Assert.Equal(containers, string.Join(" ", entry.Containers.Select(static container =>
            (container.At.IsRoot ? "" : container.At + ":")
            + string.Join(",", container.Image) + "|" + string.Join(",", container.Arguments) + "|" + string.Join(",", container.Environment.Select(static values => values.Path)))));
    }

    [Fact]
    public void What_is_right_is_read_beside_what_is_wrong()
    {
        var read = ResourceCatalogTests.Resources("""
            - token: a:b:First
              role: serve
              model: [name, "bad..path"]
            - token: broken
              role: serve
            - token: a:b:Second
              role: batch
            """);
        Assert.Equal(2, read.Errors.Length);
        Assert.Equal(["a:b:First", "a:b:Second"], read.Entries.Select(static entry => entry.Token));
        Assert.Equal("name", Assert.Single(read.Entries[0].Models).Path.ToString());
    }

    [Theory]
    [InlineData("serve", ServingKind.Managed, ApiKind.Managed)]
    [InlineData("host", ServingKind.SelfHosted, ApiKind.Conditional)]
    [InlineData("expose", ServingKind.SelfHosted, ApiKind.Conditional)]
    [InlineData("config", ServingKind.NotServed, ApiKind.None)]
    [InlineData("registry", ServingKind.NotServed, ApiKind.None)]
    [InlineData("train", ServingKind.NotServed, ApiKind.NonApi)]
    [InlineData("batch", ServingKind.NotServed, ApiKind.NonApi)]
    [InlineData("notebook", ServingKind.NotServed, ApiKind.NonApi)]
    [InlineData("provider", ServingKind.NotServed, ApiKind.None)]
    public void A_role_says_the_rest_unless_the_entry_does(string role, ServingKind kind, ApiKind api)
    {
        var entry = Assert.Single(ResourceCatalogTests.Resources("- { token: 'acme:ai:ModelServer', role: " + role + " }").Entries);
        Assert.Equal((kind, api, "model server", CloudSource.Unknown), (entry.Kind, entry.Api, entry.DisplayName, entry.CloudSource));
    }

    [Fact]
    public void Each_key_of_an_entry_is_read()
    {
        var read = CatalogReader.ReadFile(new DocumentFile("acme.yaml", """
            cloud: acme
            region: place
            zone: zone
            labels: tags{}
            links: { within: { groupId: acme:index:Group#id } }
            shapes:
              pod: [{ at: "containers[]", image: image, arguments: ["command[]", "args[]"], environment: { path: "env[]", name: name, value: value } }]
            resources:
            - token: acme:ai:Everything
              aliases: [acme:old:Everything]
              class: Acme.Everything
              name: everything
              role: serve
              kind: consumed
              api: internal
              note: A note.
              model: [plain, { path: model.name, dialect: azure, format: format, version: version, vendor: vendor, unless: source, kind: managed, upstream: { apiType: { azure: azure } }, endpoints: url }]
              image: image
              arguments: command
              environment: ["map{}", "list[]", { path: "items[]", name: key, value: val }, { path: "kept[]", name: key }, { path: "secrets{}" }]
              containers: { at: spec.template, shape: pod }
              userData: [script, { path: encoded, encoding: base64 }]
              embedded: { path: body, format: yaml, encoding: base64, model: m, containers: { at: "c[]", image: i }, links: { exposes: { uri: acme:ai:F#arn } }, exposure: { open: { "true": public } }, upstreams: to }
              helm: { chart: chart, repository: repo, values: values, valuesYaml: "files[]" }
              scale: [count, size]
              exposure: { visibility: { open*: public, present: internal, absent: private } }
              ports: port
              selects: selector
              selectable: labels
              cloudFrom: { host: { "*.acme": acme } }
              kubeconfig: kubeconfig
              endpoints: endpoints{}
              upstreams: upstream
              machine: host
              kubernetesCluster: true
              links: { serves: { modelId: [acme:ai:Model#id, data acme:ai/getModel:getModel#id] } }
            functions:
            - { token: "acme:ai/getModel:getModel", class: Acme.GetModel, model: { path: id, dialect: any }, echoes: { id: id }, kubernetesCluster: true, links: { serves: { id: "acme:ai:Model#id" } } }
            """));
        Assert.Empty(read.Errors.Select(static error => error.Position + error.Message));
        var entry = Assert.Single(read.Entries);
        Assert.Equal("acme:old:Everything", Assert.Single(entry.Aliases));
        Assert.Equal(("Acme.Everything", "everything", "A note.", "acme"), (entry.ClassName, entry.DisplayName, entry.Note, entry.Cloud));
        Assert.Equal((Role.Serve, ServingKind.Consumed, ApiKind.Internal, CloudSource.Type), (entry.Role, entry.Kind, entry.Api, entry.CloudSource));
        Assert.Equal(["plain", "model.name"], entry.Models.Select(static model => model.Path.ToString()));
        Assert.Null(entry.Models[0].Dialect);
        var model = entry.Models[1];
        Assert.Equal(("azure", "format", "version", "vendor", "source"), (model.Dialect, model.Format?.ToString(), model.Version?.ToString(), model.Vendor?.ToString(), model.Unless?.ToString()));
        Assert.Equal((ServingKind.Managed, "azure", "url"), (model.Kind, Assert.Single(model.Upstream).Of("azure"), Assert.Single(model.Endpoints).ToString()));
        Assert.Equal(["", "spec.template.containers[]"], entry.Containers.Select(static container => container.At.ToString()));
        Assert.Equal(["command[]", "args[]"], entry.Containers[1].Arguments.Select(static path => path.ToString()));
        Assert.Equal(
            [("map", NamedValuesShape.Map, null), ("list[]", NamedValuesShape.Assignments, null), ("items[]", NamedValuesShape.Entries, "key/val"), ("kept[]", NamedValuesShape.Entries, "key/"), ("secrets", NamedValuesShape.Names, null)],
            entry.Containers[0].Environment.Select(static values => (values.Path.ToString(), values.Shape, values.Name is null ? null : values.Name + "/" + values.Value)));
        Assert.Equal([("script", TextEncoding.Plain), ("encoded", TextEncoding.Base64)], entry.UserData.Select(static script => (script.Path.ToString(), script.Encoding)));
        var embedded = Assert.Single(entry.Embedded);
        Assert.Equal((EmbeddedFormat.Yaml, TextEncoding.Base64), (embedded.Format, embedded.Encoding));
        Assert.Equal(
            ("m", "c[]", "uri", "open", "to"),
            (embedded.Models.Single().Path.ToString(), embedded.Containers.Single().At.ToString(), embedded.Links.Single().Path.ToString(), embedded.Exposure.Single().Path.ToString(), embedded.Upstreams.Single().ToString()));
        Assert.Equal(("chart", "repo", "values", "files[]"), (entry.Helm!.Chart.ToString(), entry.Helm.Repository.Single().ToString(), entry.Helm.Values.Single().ToString(), entry.Helm.ValuesYaml.Single().ToString()));
        Assert.Equal(["count", "size"], entry.Scale.Select(static path => path.ToString()));
        Assert.Equal([("place", false), ("zone", true)], entry.Region.Select(static region => (region.Path.ToString(), region.IsZone)));
        var exposure = Assert.Single(entry.Exposure);
        Assert.Equal(("public", "internal", "private"), (exposure.Of("OpenToAll"), exposure.Of("other"), exposure.WhenAbsent));
        Assert.Equal(("tags", NamedValuesShape.Map), (Assert.Single(entry.Labels).Path.ToString(), entry.Labels[0].Shape));
        Assert.Equal([LinkKind.Serves, LinkKind.Within], entry.Links.Select(static link => link.Kind));
        Assert.Equal([new LinkTarget("acme:ai:Model", "id", IsFunction: false), new LinkTarget("acme:ai/getModel:getModel", "id", IsFunction: true)], entry.Links[0].Targets.ToArray());
        Assert.Equal(("selector", "labels"), (entry.Selects?.ToString(), entry.Selectable?.ToString()));
        Assert.Equal(
            ("port", "host", "kubeconfig", "endpoints{}", "upstream", "host"),
            (entry.Ports.Single().ToString(), entry.CloudFrom.Single().Path.ToString(), entry.Kubeconfig.Single().ToString(), entry.Endpoints.Single().ToString(), entry.Upstreams.Single().ToString(), entry.Machine.Single().ToString()));
        Assert.True(entry.IsKubernetesCluster);
        var function = Assert.Single(read.Functions);
        Assert.Equal(("Acme.GetModel", "acme", "id", true), (function.ClassName, function.Cloud, function.Echoes["id"].ToString(), function.IsKubernetesCluster));
    }

    [Theory]
    [InlineData("")]
    [InlineData("resources: [")]
    [InlineData("{ resources: { token: x } }")]
    [InlineData("[]")]
    [InlineData("resources:\n- token: *nowhere\n  role: serve")]
    [InlineData("resources:\n\t- token: a:b:C")]
    [InlineData("resources: 3")]
    [InlineData("resources:\n- { token: [a], role: {}, model: [[x]], links: [], exposure: [], containers: x, labels: {}, helm: x, userData: [[]], embedded: x }")]
    public void Whatever_a_text_is_reading_it_does_not_throw(string text)
    {
        var read = CatalogReader.ReadFile(new DocumentFile("broken.yaml", text));
        Assert.Empty(read.Entries);
        Assert.Equal(text.Length == 0, read.Errors.IsEmpty);
    }
}
