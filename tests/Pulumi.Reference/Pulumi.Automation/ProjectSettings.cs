namespace Pulumi.Automation;

/// <summary>What <c>Pulumi.yaml</c> says of a project.</summary>
public class ProjectSettings
{
    public ProjectSettings(string name) => Name = name;

    public string Name { get; set; }

    public string? Description { get; set; }

    internal static ProjectSettings Default(string name) => new(name);
}
