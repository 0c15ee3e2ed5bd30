namespace Pulumi;

/// <summary>What a program may ask of its run.</summary>
internal interface IDeployment
{
    string StackName { get; }

    string ProjectName { get; }

    string OrganizationName { get; }

    bool IsDryRun { get; }
}

/// <summary>What resources and data sources ask of the run.</summary>
internal interface IDeploymentInternal : IDeployment
{
    void Register(Resource resource, ResourceRequest request);
}
