using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Pulumi.Reference;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Data sources and methods. Whoever set up the run may answer them; without an answer their results are unknown.</summary>
public sealed partial class Deployment
{
    internal Output<T> Invoke<T>(string token, InputArgs args, InvokeOptions? options, bool single)
    {
        return new Output<T>(InvokeDataAsync());

        async Task<OutputData<T>> InvokeDataAsync()
        {
            var serializer = new ValueSerializer();
            var request = await RequestAsync(token, args, options, serializer).ConfigureAwait(false);
            var answer = request.HasUnknown ? null : await AnswerAsync(request).ConfigureAwait(false);
            return answer is null
                ? OutputData<T>.Unknown(new Trace.Reason("result of " + token), serializer.Resources, serializer.IsSecret)
                : new OutputData<T>(serializer.Resources, await ResultAsync<T>(answer, single).ConfigureAwait(false), IsKnown: true, serializer.IsSecret, Trace: null);
        }
    }

    /// <exception cref="InvalidOperationException">Nobody answers: a task, unlike an output, cannot be unknown.</exception>
    internal async Task<T> InvokePlainAsync<T>(string token, InvokeArgs args, InvokeOptions? options, bool single)
    {
        var request = await RequestAsync(token, args, options, new ValueSerializer()).ConfigureAwait(false);
        var answer = await AnswerAsync(request).ConfigureAwait(false)
            ?? throw new InvalidOperationException(
                $"The result of '{token}' is unknown, which a task cannot express. Answer it through RecorderOptions.Invoke, or call Invoke instead of InvokeAsync.");
        return await ResultAsync<T>(answer, single).ConfigureAwait(false);
    }

    private async Task<InvokeRequest> RequestAsync(string token, InputArgs args, InvokeOptions? options, ValueSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(token);
        var inputs = args.ToDictionary();
        foreach (var transform in InvokeTransforms)
        {
            if (await transform(new InvokeTransformArgs(token, inputs, options ?? new InvokeOptions())).ConfigureAwait(false) is { } result)
            {
                (inputs, options) = (result.Args, result.Options);
            }
        }

        var request = new InvokeRequest(token, await serializer.SerializeInputsAsync(token, inputs).ConfigureAwait(false), options?.Provider);
        Settings.Session.Add(request);
        return request;
    }

    private async Task<object?> AnswerAsync(InvokeRequest request) => Settings.Mocks is { } mocks
        ? await mocks.CallAsync(new MockCallArgs
        {
            Token = request.Token,
            Args = MockValues.Of(request.Inputs),
            Provider = request.Provider is { } provider ? UrnOf(provider) : "",
        }).ConfigureAwait(false)
        : Settings.Invoke?.Invoke(request);

    private static async Task<T> ResultAsync<T>(object answer, bool single)
    {
        if (answer is T result)
        {
            return result;
        }

        var value = await new ValueSerializer().SerializeAsync("result", answer).ConfigureAwait(false);
        if (single && value is ImmutableSortedDictionary<string, object?> { Count: 1 } map)
        {
            value = map.Values.Single();
        }

        return (T)ValueDeserializer.To(typeof(T), value)!;
    }
}
