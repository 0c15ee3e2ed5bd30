using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using ModelPlacement.Engine.Catalog;

namespace ModelPlacement.Engine.Tests.Catalog;

/// <summary>Writes the parts of <c>docs/catalog.md</c> that follow from the data: those between <c>&lt;!-- generated: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
internal static class CatalogPage
{
    private const string End = "<!-- end -->";

    private static readonly Dictionary<string, Func<string>> Parts = new(StringComparer.Ordinal)
    {
        ["keys of a resource"] = static () => KeysOf("resource"),
        ["keys of a model"] = static () => KeysOf("model"),
        ["links"] = static () => KeysOf("links"),
        ["counts"] = Counts,
        ["clouds"] = Clouds,
        ["functions"] = Functions,
        ["providers"] = Providers,
    };

    /// <summary>The page with its generated parts written anew.</summary>
    public static string Write(string page)
    {
        var written = new StringBuilder();
        var at = 0;
        foreach (var (name, write) in Parts)
        {
            var start = "<!-- generated: " + name + " -->\n";
            var from = page.IndexOf(start, at, StringComparison.Ordinal);
            if (from < 0)
                throw new InvalidOperationException("The page has no part '" + name + "' after the one before it.");
            from += start.Length;
            var to = page.IndexOf(End, from, StringComparison.Ordinal);
            written.Append(page, at, from - at).Append(write());
            at = to;
        }

        return written.Append(page, at, page.Length - at).ToString();
    }

    /// <summary>What the schema says of a property, in itself or in the definition it refers to; null where it says nothing.</summary>
    public static string? DescriptionOf(JsonElement definitions, JsonElement property)
    {
        if (property.TryGetProperty("description", out var own))
            return own.GetString();
        if (!property.TryGetProperty("$ref", out var reference))
            return null;
        return definitions.GetProperty(reference.GetString()!.Split('/')[^1]).TryGetProperty("description", out var there) ? there.GetString() : null;
    }

    private static string WordsOf(JsonElement definitions, JsonElement property)
    {
        if (property.TryGetProperty("enum", out var words))
            return " One of: " + string.Join(", ", words.EnumerateArray().Select(static word => Code(word.GetString()!))) + ".";
        return property.TryGetProperty("$ref", out var reference) ? WordsOf(definitions, definitions.GetProperty(reference.GetString()!.Split('/')[^1])) : "";
    }

    private static string KeysOf(string definition)
    {
        var definitions = JsonDocument.Parse(Repository.TextOf("src", "ModelPlacement.Engine", "Catalog", "catalog.schema.json")).RootElement.GetProperty("definitions");
        var schema = definitions.GetProperty(definition);
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(static name => name.GetString()).ToList() : [];
        return Table(
            ["Key", "What it says"],
            schema.GetProperty("properties").EnumerateObject().Select(property => new[]
            {
                Code(property.Name) + (required.Contains(property.Name) ? " (required)" : ""),
                DescriptionOf(definitions, property.Value) + WordsOf(definitions, property.Value),
            }));
    }

    private static string Counts()
    {
        var rows = ProviderNames().Select(static provider => (Provider: provider, ResourceCatalog.File(provider).Entries)).ToList();
        return Table(
            ["Provider", .. CatalogWords.Roles, "types", "tokens"],
            rows.Append((Provider: "all", Entries: [.. rows.SelectMany(static row => row.Entries)])).Select(static row => (string[])
            [
                row.Provider,
                .. Enum.GetValues<Role>().Select(role => row.Entries.Count(entry => entry.Role == role)).Select(static count => count == 0 ? "" : Number(count)),
                Number(row.Entries.Length),
                Number(row.Entries.Sum(static entry => 1 + entry.Aliases.Length)),
            ]));
    }

    private static string Clouds() => Table(
        ["Cloud", "Id", "Host names"],
        ModelPlacement.Engine.Catalog.Cloud.All.Select(static cloud => (string[])[cloud.Name, Code(cloud.Id), string.Join(", ", cloud.Hosts.Select(Code))]));

    private static string Functions() => Table(
        ["Function", "What it carries"],
        ProviderNames().SelectMany(static provider => ResourceCatalog.File(provider).Functions).Select(static function => (string[])
        [
            Code(function.ClassName),
            string.Join("; ", new[]
            {
                function.Models.IsEmpty ? null : "a model: " + string.Join(", ", function.Models.Select(Of)),
                function.IsKubernetesCluster ? "the credentials of a cluster" : null,
                function.Links.IsEmpty ? null : string.Join("; ", function.Links.Select(Of)),
            }.OfType<string>()),
        ]));

    private static string Providers()
    {
        var text = new StringBuilder();
        foreach (var provider in ProviderNames())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {provider}\n\n");
            text.Append(Table(["Resource", "Role", "Offers", "API", "Model", "Leads to", "Note"], ResourceCatalog.File(provider).Entries.Select(entry => (string[])
            [
                entry.DisplayName + "<br>" + string.Join("<br>", entry.Aliases.Prepend(entry.Token).Select(Code)),
                CatalogWords.Roles[(int)entry.Role],
                CatalogWords.ServingKinds[(int)entry.Kind],
                string.Join("<br>", entry.Exposure.Select(Of).Prepend(CatalogWords.ApiKinds[(int)entry.Api])),
                string.Join("<br>", Carriers(entry)),
                string.Join("<br>", entry.Links.Except(ResourceCatalog.File(provider).Links).Select(Of).Distinct(StringComparer.Ordinal)),
                entry.Note ?? "",
            ])));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Carriers(CatalogEntry entry)
    {
        foreach (var model in entry.Models)
            yield return Of(model);
        foreach (var container in entry.Containers)
        {
            var parts = new[] { container.Image.IsEmpty ? null : "image", container.Arguments.IsEmpty ? null : "arguments", container.Environment.IsEmpty ? null : "environment" };
            yield return string.Join(", ", parts.OfType<string>()) + (container.At.IsRoot ? "" : " at " + Code(container.At.ToString()));
        }

        foreach (var script in entry.UserData)
            yield return "script " + Code(script.Path.ToString()) + (script.Encoding is TextEncoding.Base64 ? " (base64)" : "");
        foreach (var embedded in entry.Embedded)
            yield return CatalogWords.Formats[(int)embedded.Format] + " in " + Code(embedded.Path.ToString()) + string.Concat(embedded.Upstreams.Select(static upstream => ", passes on to " + Code(upstream.ToString())));
        if (entry.Helm is not null)
            yield return "a chart's values";
        foreach (var upstream in entry.Upstreams)
            yield return "passes on to " + Code(upstream.ToString());
    }

    private static string Of(ModelPath model) =>
        Code(model.Path.ToString())
        + (model.Dialect is null ? "" : " (" + model.Dialect + ")")
        + (model.Kind is { } kind ? ", " + CatalogWords.ServingKinds[(int)kind] : "");

    private static string Of(ValueMeanings meanings) =>
        Code(meanings.Path.ToString()) + ": " + string.Join(", ", meanings.ByValue.Select(static value => value.Glob.Replace("*", "\\*", StringComparison.Ordinal) + " → " + value.Meaning)
            .Concat(meanings.WhenPresent is { } present ? ["set → " + present] : [])
            .Concat(meanings.WhenAbsent is { } absent ? ["not set → " + absent] : []));

    private static string Of(CatalogLink link)
    {
        var verb = string.Concat(CatalogWords.LinkKinds[(int)link.Kind].Select(static c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
        var targets = link.Targets.Select(static target => target.IsFunction ? Code(target.Token) : ResourceCatalog.BuiltIn.Find(target.Token)!.DisplayName);
        return verb + " " + string.Join(" or ", targets.Distinct(StringComparer.Ordinal));
    }

    private static IEnumerable<string> ProviderNames() => ResourceCatalog.Providers.Where(static provider => !ResourceCatalog.File(provider).Entries.IsEmpty).Order(StringComparer.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Code(string text) => "`" + text + "`";

    private static string Table(string[] heads, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        Row(heads);
        Row([.. heads.Select(static _ => "---")]);
        foreach (var row in rows)
            Row(row);
        return text.ToString();

        void Row(string[] cells) => text.Append("| ").AppendJoin(" | ", cells.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
    }
}
