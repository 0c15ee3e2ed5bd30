using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>Writes a value as JSON in which outputs may be nested at any depth. An unknown one leaves a hole in the text.</summary>
internal static class OutputJson
{
    public static Output<string> Serialize<T>(Output<T> value, JsonSerializerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<string>(SerializeAsync(value, options));
    }

    private static async Task<OutputData<string>> SerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var data = await value.DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return OutputData<string>.Unknown(new Trace.Reason("JSON of " + data.Trace!.Describe()), data.Resources, data.IsSecret);
        }

        var nested = new NestedOutputs();
        var settings = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        settings.Converters.Add(nested);

        // The asynchronous serializer writes what can only be enumerated asynchronously, as input lists can.
        using var stream = new MemoryStream();
        await JsonSerializer.SerializeAsync(stream, data.Value, settings).ConfigureAwait(false);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        var resources = data.Resources.Union(nested.Resources);
        var isSecret = data.IsSecret || nested.IsSecret;
        return nested.HasUnknown
            ? OutputData<string>.Unknown(nested.Pieces(text), resources, isSecret)
            : new OutputData<string>(resources, text, IsKnown: true, isSecret, Trace: null);
    }

    /// <summary>Converts <c>Output&lt;T&gt;</c> and <c>Input&lt;T&gt;</c> met on the way. A converter is synchronous, so it waits for them.</summary>
    private sealed class NestedOutputs : JsonConverterFactory
    {
        // Long and random-looking, so that no text of a program contains it.
        private const string Hole = "7f0d1a52-hole-of-an-unknown-output-9be3c4";

        public ImmutableHashSet<Resource> Resources { get; private set; } = ImmutableHashSet<Resource>.Empty;

        public bool IsSecret { get; private set; }

        public bool HasUnknown { get; private set; }

        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType
            && (typeToConvert.GetGenericTypeDefinition() == typeof(Output<>) || typeToConvert.GetGenericTypeDefinition() == typeof(Input<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<,>).MakeGenericType(typeToConvert, typeToConvert.GetGenericArguments()[0]), this)!;

        public Trace.Text Pieces(string json)
        {
            var pieces = new List<string?>();
            foreach (var piece in json.Split('"' + Hole + '"'))
            {
                if (pieces.Count > 0)
                {
                    pieces.Add(null);
                }

                pieces.Add(piece);
            }

            return new Trace.Text([.. pieces.Where(piece => piece is not "")]);
        }

        private sealed class Converter<T, TValue> : JsonConverter<T>
        {
            private readonly NestedOutputs owner;

            public Converter(NestedOutputs owner) => this.owner = owner;

            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                throw new NotSupportedException("An output cannot be read from JSON.");

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
            {
                var data = Combination.DataOfAsync(value).GetAwaiter().GetResult();
                owner.Resources = owner.Resources.Union(data.Resources);
                owner.IsSecret |= data.IsSecret;
                if (data.IsKnown)
                {
                    JsonSerializer.Serialize(writer, data.Value, typeof(TValue), options);
                    return;
                }

                owner.HasUnknown = true;
                writer.WriteStringValue(Hole);
            }
        }
    }
}
