namespace Pulumi.Automation;

/// <summary>A value of a stack's configuration.</summary>
public class ConfigValue
{
    public ConfigValue(string value, bool isSecret = false)
    {
        Value = value;
        IsSecret = isSecret;
    }

    public string Value { get; set; }

    public bool IsSecret { get; set; }
}
