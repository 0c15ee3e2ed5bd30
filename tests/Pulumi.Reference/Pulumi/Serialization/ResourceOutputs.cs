using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace Pulumi.Serialization;

/// <summary>The outputs of one resource: the properties marked so, filled before its constructor returns.</summary>
internal sealed class ResourceOutputs
{
    // Weak, so that the types of a program that was loaded to be run once can go again.
    private static readonly ConditionalWeakTable<Type, (string Name, PropertyInfo Property)[]> PropertiesByType = [];

    private readonly ImmutableArray<Source> sources;
    private readonly bool isDryRun;

    private ResourceOutputs(ImmutableArray<Source> sources, bool isDryRun)
    {
        this.sources = sources;
        this.isDryRun = isDryRun;
    }

    /// <summary>Without mocks every output is unknown and stays so; only the id of a resource that exists already is what the program says.</summary>
    public static ResourceOutputs Initialize(Resource resource, ResourceRequest request, RunSettings settings)
    {
        var sources = ImmutableArray.CreateBuilder<Source>();
        foreach (var (name, property) in PropertiesByType.GetValue(resource.GetType(), Properties))
        {
            // What a component written in the program hands out, it sets itself.
            if (!request.Custom && !request.Remote && name is not "urn")
            {
                continue;
            }

            var type = property.PropertyType.GetGenericArguments()[0];
            var source = (Source)Activator.CreateInstance(typeof(Source<>).MakeGenericType(type), resource, name, settings.Mocks is null)!;
            property.SetValue(resource, name is "id" && request.Options.Id is { } id && settings.Mocks is null ? id.ToOutputCore() : source.Output);
            sources.Add(source);
        }

        return new ResourceOutputs(sources.ToImmutable(), settings.IsDryRun);
    }

    public void Resolve(string urn, string? id, ImmutableSortedDictionary<string, object?> state)
    {
        foreach (var source in sources)
        {
            var value = source.Name switch
            {
                "urn" => urn,
                "id" => string.IsNullOrEmpty(id) ? null : id,
                _ => state.GetValueOrDefault(source.Name),
            };
            source.Resolve(value, isKnown: value is not null ? value is not Trace : !isDryRun);
        }
    }

    public void Fail(Exception exception)
    {
        foreach (var source in sources)
        {
            source.Fail(exception);
        }
    }

    private static (string Name, PropertyInfo Property)[] Properties(Type type)
    {
        var properties = new List<(string Name, PropertyInfo Property)>();

        // Declared properties class by class: only there is a private setter to be had.
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            properties.AddRange(
                from property in current.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                let attribute = property.GetCustomAttribute<OutputAttribute>()
                where attribute is not null && property.CanWrite && property.PropertyType.IsGenericType
                    && property.PropertyType.GetGenericTypeDefinition() == typeof(Output<>)
                select (attribute.Name ?? property.Name, property));
        }

        return [.. properties];
    }

    private abstract class Source(string name)
    {
        public string Name { get; } = name;

        public abstract object Output { get; }

        public abstract void Resolve(object? value, bool isKnown);

        public abstract void Fail(Exception exception);
    }

    private sealed class Source<T> : Source
    {
        private readonly Resource resource;
        private readonly TaskCompletionSource<OutputData<T>> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Source(Resource resource, string name, bool isUnknown)
            : base(name)
        {
            this.resource = resource;
            if (isUnknown)
            {
                completion.SetResult(Unknown);
            }

            Output = new Output<T>(completion.Task);
        }

        public override object Output { get; }

        private OutputData<T> Unknown => OutputData<T>.Unknown(new Trace.Reference(resource, Name), [resource]);

        public override void Resolve(object? value, bool isKnown) =>
            completion.TrySetResult(isKnown ? new OutputData<T>([resource], (T)ValueDeserializer.To(typeof(T), value)!, IsKnown: true, IsSecret: false, Trace: null) : Unknown);

        public override void Fail(Exception exception) => completion.TrySetException(exception);
    }
}
