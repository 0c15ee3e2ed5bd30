namespace Pulumi.Automation;

/// <summary>A stack with a program within this process.</summary>
public class InlineProgramArgs : LocalWorkspaceOptions
{
    public InlineProgramArgs(string projectName, string stackName, PulumiFn program)
    {
        ProjectSettings = ProjectSettings.Default(projectName);
        StackName = stackName;
        Program = program;
    }

    public string StackName { get; }
}
