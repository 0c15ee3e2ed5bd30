namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>What generated programs have in common: the types and methods that their constructs use.</summary>
internal static class GeneratedSurroundings
{
    public const string Text = """
        global using System.Globalization;
        global using System.Text;
        global using System.Text.Json;
        global using Pulumi;
        global using Pulumi.Aws.Lambda;
        global using Pulumi.Aws.S3;
        global using static Library;
        global using Deployment = Pulumi.Deployment;

        internal enum Mode { Off, Slow, Fast = 10 }

        internal sealed record Item(string Name, int Size = 1, string? Note = null)
        {
            public string Label => Name + "/" + Size;

            public List<string> Tags { get; init; } = new();
        }

        internal record struct Spot(string Place, int Weight);

        internal class Box
        {
            private string _value;

            public Box(string value) => _value = value;

            public string Value { get => _value; set { _value = Library.Clip(value); Writes++; } }

            public int Writes { get; private set; }

            public Box? Next { get; set; }

            public virtual string Describe() => "box:" + _value;

            public Box With(string value)
            {
                Value = value;
                return this;
            }
        }

        internal sealed class Crate(string value, int count) : Box(value)
        {
            public int Count { get; set; } = count;

            public override string Describe() => base.Describe() + "*" + Count++;
        }

        internal interface INamed
        {
            string Name { get; }

            string Full() => "full:" + Name;
        }

        internal sealed class First(string name) : INamed
        {
            public string Name { get; } = name;
        }

        internal sealed class Second(Box box) : INamed
        {
            public string Name => box.Value;

            public string Full() => "second:" + box.Describe();
        }

        internal sealed class Holder<T>(T value)
        {
            public T Value { get; } = value;

            public Holder<TOther> Map<TOther>(Func<T, TOther> map) => new(map(Value));
        }

        internal sealed class Guard : IDisposable
        {
            private readonly Action _end;

            public Guard(Action end) => _end = end;

            public void Dispose() => _end();
        }

        internal sealed class Part : ComponentResource
        {
            public Part(string name, string value, bool isTagged, ComponentResourceOptions? options = null)
                : base("acme:parts:Part", name, options)
            {
                var args = new BucketArgs { BucketName = value };
                if (isTagged)
                    args.Tags.Add("part", name);
                Inner = new Bucket(name + "-inner", args, new CustomResourceOptions { Parent = this }).BucketName;
            }

            public Output<string> Inner { get; }
        }

        internal static class Library
        {
            public static string Clip(string text) => text.Length <= 30 ? text : text[..30];

            public static string Wrap(this string text, string with = "_") => with + text + with;

            public static T Twice<T>(this T value, Func<T, T> change) => change(change(value));

            public static IEnumerable<string> Marked(this IEnumerable<string> texts)
            {
                foreach (var text in texts)
                {
                    if (text.Length == 0)
                        yield break;
                    yield return "m" + text;
                }
            }

            public static IEnumerable<string> Counted(string text)
            {
                for (var count = 1; count <= 3; count++)
                    yield return text + count;
            }

            public static async IAsyncEnumerable<string> StreamAsync(List<string> texts)
            {
                foreach (var text in texts.ToList())
                {
                    await Task.CompletedTask;
                    yield return text;
                }
            }

            public static async Task<string> SoonAsync(string text)
            {
                await Task.CompletedTask;
                return text + ".";
            }

            public static string Joined(params string[] texts) => string.Join("&", texts);

            public static string Ordered(string first, string second) => first + "<" + second;

            public static string Recurse(string text, int depth) => depth <= 0 ? text : "(" + Recurse(text, depth - 1) + ")";

            public static (string Left, int Right) Divide(string text) => (text.Trim(), text.Length);

            public static void Swap(ref string one, ref string other) => (one, other) = (other, one);

            public static bool TryPick(Dictionary<string, string> map, string key, out string value)
            {
                if (map.TryGetValue(key, out var found))
                {
                    value = found;
                    return true;
                }

                value = "not there";
                return false;
            }

            public static void Fill(BucketArgs args, string value)
            {
                args.BucketName = value;
                args.Tags.Add(value, value);
            }

            public static void Keep(string name, Input<string>? value) => _ = new Bucket(name, new() { BucketName = value! });

            public static void KeepNumber(string name, Input<int> value) => _ = new Function(name, new() { Role = "role", Timeout = value });

            public static void KeepList(string name, InputList<string> values) => _ = new Function(name, new() { Role = "role", Layers = values });

            public static void KeepMap(string name, InputMap<string> values) => _ = new Bucket(name, new() { Tags = values });
        }
        """;
}
