// stack: network
// stack: serving
using Pulumi;
using TwoStacksOneProject;

return await Deployment.RunAsync(() =>
{
    switch (Deployment.Instance.StackName)
    {
        case "network":
            return Network.Define();
        case "serving":
            return Serving.Define();
        case var other:
            throw new ArgumentException($"no stack '{other}' in this project");
    }
});
