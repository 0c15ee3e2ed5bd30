using System;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration under one namespace; without a name, the project's.</summary>
public sealed class Config
{
    private readonly string name;

    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        this.name = name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;
    }

    public string? Get(string key) => Deployment.Internal.Settings.Configuration.TryGetValue(FullKey(key), out var value) ? value : null;

    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    public bool? GetBoolean(string key) => Get(key) is { } value ? ToBoolean(key, value) : null;

    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    public int? GetInt32(string key) => Get(key) is { } value ? ToInt32(key, value) : null;

    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    public double? GetDouble(string key) => Get(key) is { } value ? ToDouble(key, value) : null;

    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    public T? GetObject<T>(string key, JsonSerializerOptions? options) => Get(key) is { } value ? ToObject<T>(key, value, options) : default;

    public T? GetObject<T>(string key) => GetObject<T>(key, null);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions? options) =>
        Get(key) is { } value ? Output.CreateSecret(ToObject<T>(key, value, options)) : null;

    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, null);

    public string Require(string key) => Get(key) ?? throw new ConfigMissingException(FullKey(key));

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public bool RequireBoolean(string key) => ToBoolean(key, Require(key));

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public int RequireInt32(string key) => ToInt32(key, Require(key));

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public double RequireDouble(string key) => ToDouble(key, Require(key));

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public T RequireObject<T>(string key, JsonSerializerOptions? options) => ToObject<T>(key, Require(key), options);

    public T RequireObject<T>(string key) => RequireObject<T>(key, null);

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions? options) => Output.CreateSecret(RequireObject<T>(key, options));

    public Output<T> RequireSecretObject<T>(string key) => RequireSecretObject<T>(key, null);

    private string FullKey(string key) => $"{name}:{key}";

    private bool ToBoolean(string key, string value) => value switch
    {
        "true" => true,
        "false" => false,
        _ => throw new ConfigTypeException(FullKey(key), value, nameof(Boolean)),
    };

    private int ToInt32(string key, string value) => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ConfigTypeException(FullKey(key), value, nameof(Int32));

    private double ToDouble(string key, string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ConfigTypeException(FullKey(key), value, nameof(Double));

    private T ToObject<T>(string key, string value, JsonSerializerOptions? options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(value, options)!;
        }
        catch (JsonException exception)
        {
            throw new ConfigTypeException(FullKey(key), value, typeof(T).FullName!, exception);
        }
    }

    private sealed class ConfigTypeException(string key, string value, string expectedType, Exception? innerException = null)
        : RunException($"Configuration '{key}' value '{value}' is not a valid {expectedType}", innerException);

    private sealed class ConfigMissingException(string key)
        : RunException($"Missing required configuration variable '{key}'\n\tplease set a value using the command `pulumi config set {key} <value>`");
}
