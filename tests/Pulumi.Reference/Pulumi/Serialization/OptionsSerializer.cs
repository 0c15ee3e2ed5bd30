using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

namespace Pulumi.Serialization;

/// <summary>The options that a program gives a resource, as plain values by their camel-case name. Options that are not set are not there.</summary>
internal static class OptionsSerializer
{
    public static async Task<ImmutableSortedDictionary<string, object?>> SerializeAsync(ResourceOptions options)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = options.Id,
            ["parent"] = options.Parent,
            ["dependsOn"] = options.DependsOn,
            ["protect"] = options.Protect,
            ["ignoreChanges"] = options.IgnoreChanges,
            ["version"] = options.Version,
            ["provider"] = options.Provider,
            ["customTimeouts"] = Timeouts(options.CustomTimeouts),
            ["aliases"] = options.Aliases.Select(alias => alias.ToOutput().Convert(Alias)).ToList(),
            ["urn"] = options.Urn,
            ["replaceOnChanges"] = options.ReplaceOnChanges,
            ["pluginDownloadURL"] = options.PluginDownloadURL,
            ["retainOnDelete"] = options.RetainOnDelete,
            ["deletedWith"] = options.DeletedWith,
            ["replaceWith"] = options.ReplaceWith,
            ["hooks"] = Hooks(options.Hooks),
            ["hideDiffs"] = options.HideDiffs,
            ["replacementTrigger"] = options.ReplacementTrigger,
        };
        switch (options)
        {
            case CustomResourceOptions custom:
                values["deleteBeforeReplace"] = custom.DeleteBeforeReplace;
                values["additionalSecretOutputs"] = custom.AdditionalSecretOutputs;
                values["importId"] = custom.ImportId;
                values["envVarMappings"] = custom.EnvVarMappings;
                break;
            case ComponentResourceOptions component:
                values["providers"] = component.Providers;
                break;
        }

        var serialized = await new ValueSerializer().SerializeInputsAsync("options", values.ToImmutableDictionary()).ConfigureAwait(false);
        return serialized.RemoveRange(serialized.Where(entry => entry.Value is ImmutableArray<object?> { IsEmpty: true }).Select(entry => entry.Key));
    }

    private static Dictionary<string, object?> Alias(Alias alias) => new(StringComparer.Ordinal)
    {
        ["urn"] = alias.Urn,
        ["name"] = alias.Name,
        ["type"] = alias.Type,
        ["stack"] = alias.Stack,
        ["project"] = alias.Project,
        ["parent"] = alias.Parent,
        ["parentUrn"] = alias.ParentUrn,
        ["noParent"] = alias.NoParent ? true : null,
    };

    private static Dictionary<string, object?>? Timeouts(CustomTimeouts? timeouts) => timeouts is null
        ? null
        : new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["create"] = timeouts.Create?.TotalSeconds,
            ["update"] = timeouts.Update?.TotalSeconds,
            ["delete"] = timeouts.Delete?.TotalSeconds,
        };

    private static Dictionary<string, object?>? Hooks(ResourceHookBinding? hooks) => hooks is null or { IsEmpty: true }
        ? null
        : new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["beforeCreate"] = Names(hooks.BeforeCreate),
            ["afterCreate"] = Names(hooks.AfterCreate),
            ["beforeUpdate"] = Names(hooks.BeforeUpdate),
            ["afterUpdate"] = Names(hooks.AfterUpdate),
            ["beforeDelete"] = Names(hooks.BeforeDelete),
            ["afterDelete"] = Names(hooks.AfterDelete),
            ["onError"] = hooks.OnError.Count == 0 ? null : hooks.OnError.Select(hook => hook.Name).ToList(),
        };

    private static List<string>? Names(List<ResourceHook> hooks) => hooks.Count == 0 ? null : [.. hooks.Select(hook => hook.Name)];
}
