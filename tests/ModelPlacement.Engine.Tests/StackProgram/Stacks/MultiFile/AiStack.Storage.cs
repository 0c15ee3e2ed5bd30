namespace Acme.Infrastructure;

public partial class AiStack
{
    private Bucket? documents;

    partial void CreateStorage()
    {
        documents = new Bucket(NameOf("documents"), new() { Tags = tags.Tagged("kind", "documents") });
    }
}
