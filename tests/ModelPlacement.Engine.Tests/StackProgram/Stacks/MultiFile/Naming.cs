namespace Acme.Infrastructure;

public static class Naming
{
    public const string Prefix = "acme";

    public static string NameOf(string what, string? suffix = null) => suffix is null ? $"{Prefix}-{what}" : $"{Prefix}-{what}-{suffix}";

    public static Dictionary<string, string> Tagged(this Dictionary<string, string> tags, string key, string value)
    {
        tags[key] = value;
        return tags;
    }
}
