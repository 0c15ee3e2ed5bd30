using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.Catalog;

namespace ModelPlacement.Engine.Tests.Catalog;

/// <summary>The paths that an entry speaks of from a resource's inputs, leaving out what a file says for all its types and what stands inside embedded texts.</summary>
internal static class CatalogPaths
{
    public static IEnumerable<PropertyPath> Of(CatalogEntry entry, CatalogFile file) =>
        OfModels(entry.Models)
            .Concat(entry.Containers.SelectMany(OfContainer))
            .Concat(entry.UserData.Select(static script => script.Path))
            .Concat(entry.Embedded.Select(static embedded => embedded.Path))
            .Concat(entry.Helm is { } helm ? [helm.Chart, .. helm.Repository, .. helm.Values, .. helm.ValuesYaml] : [])
            .Concat(entry.Scale)
            .Concat(entry.Region.Except(file.Region).Select(static region => region.Path))
            .Concat(entry.Exposure.Concat(entry.CloudFrom).Select(static meanings => meanings.Path))
            .Concat(entry.Ports)
            .Concat(entry.Labels.Except(file.Labels).SelectMany(static labels => OfNamedValues(labels, PropertyPath.Root)))
            .Concat(entry.Links.Except(file.Links).Select(static link => link.Path))
            .Concat(new[] { entry.Selects, entry.Selectable }.OfType<PropertyPath>())
            .Concat(entry.Kubeconfig)
            .Concat(entry.Endpoints)
            .Concat(entry.Upstreams)
            .Concat(entry.Machine)
            .Where(static path => !path.IsRoot)
            .Distinct();

    private static IEnumerable<PropertyPath> OfModels(IEnumerable<ModelPath> models)
    {
        foreach (var model in models)
        {
            yield return model.Path;
            var besides = new[] { model.Format, model.Version, model.Vendor, model.Unless }.OfType<PropertyPath>()
                .Concat(model.Upstream.Select(static meanings => meanings.Path))
                .Concat(model.Endpoints);
            foreach (var beside in besides)
                yield return model.Path.Parent.Then(beside);
        }
    }

    private static IEnumerable<PropertyPath> OfContainer(ContainerPaths container) =>
        container.Image.Concat(container.Arguments).Select(container.At.Then)
            .Concat(container.Environment.SelectMany(environment => OfNamedValues(environment, container.At)))
            .Prepend(container.At);

    private static IEnumerable<PropertyPath> OfNamedValues(NamedValuesPath values, PropertyPath at)
    {
        yield return at.Then(values.Path).Then(values.Shape is NamedValuesShape.Map or NamedValuesShape.Names ? PropertyPath.Parse("{}") : PropertyPath.Root);
        foreach (var property in new[] { values.Name, values.Value }.OfType<string>())
            yield return at.Then(values.Path).Then(PropertyPath.Parse(property));
    }
}
