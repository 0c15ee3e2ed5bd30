namespace Pulumi;

/// <summary>What a constructor asks to be registered.</summary>
internal sealed record ResourceRequest(string Type, string Name, bool Custom, bool Remote, ResourceArgs Args, ResourceOptions Options);
