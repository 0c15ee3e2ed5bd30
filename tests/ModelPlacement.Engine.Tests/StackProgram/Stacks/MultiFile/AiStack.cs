namespace Acme.Infrastructure;

public partial class AiStack : Stack
{
    private readonly Dictionary<string, string> tags = new() { ["owner"] = "ml-platform" };

    public AiStack()
    {
        CreateStorage();
        CreateAgents();
    }

    partial void CreateStorage();
}
