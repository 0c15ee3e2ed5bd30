namespace ModelPlacement.Engine.Policies;

/// <summary>The ids of the rules, by what they say.</summary>
public static class RuleId
{
    /// <summary>Restricted model is served through an API outside its allowed clouds.</summary>
    public const string ServedOutsideAllowedClouds = "MPA1001";

    /// <summary>Restricted model is self-hosted behind an API outside its allowed clouds.</summary>
    public const string SelfHostedOutsideAllowedClouds = "MPA1002";

    /// <summary>Restricted model is consumed through an endpoint outside its allowed clouds.</summary>
    public const string ConsumedOutsideAllowedClouds = "MPA1003";

    /// <summary>Restricted model is served from a region outside its allowed regions.</summary>
    public const string OutsideAllowedRegions = "MPA1004";

    /// <summary>Restricted model is used outside its allowed clouds, without being served.</summary>
    public const string UsedOutsideAllowedClouds = "MPA1005";

    /// <summary>Served model cannot be determined at compile time.</summary>
    public const string ModelUndetermined = "MPA2001";

    /// <summary>Cloud or region that hosts a restricted model cannot be determined.</summary>
    public const string PlaceUndetermined = "MPA2002";

    /// <summary>Whether a restricted model is served through an API cannot be determined.</summary>
    public const string ExposureUndetermined = "MPA2003";

    /// <summary>Exemption or suppression has no justification.</summary>
    public const string Unjustified = "MPA3001";

    /// <summary>Exemption has expired.</summary>
    public const string ExemptionExpired = "MPA3002";

    /// <summary>Exemption matches nothing.</summary>
    public const string ExemptionUnused = "MPA3003";

    /// <summary>Policy file is invalid.</summary>
    public const string PolicyFileInvalid = "MPA4001";

    /// <summary>Policy refers to an unknown model, cloud, token or policy.</summary>
    public const string UnknownReference = "MPA4002";

    /// <summary>Policy is outside its validity dates.</summary>
    public const string OutsideValidity = "MPA4003";
}
