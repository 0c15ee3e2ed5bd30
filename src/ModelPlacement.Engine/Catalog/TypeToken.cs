using System;
using System.Linq;

namespace ModelPlacement.Engine.Catalog;

/// <summary>Pulumi's type tokens, <c>package:module:Type</c>.</summary>
public static class TypeToken
{
    private const string ProviderPrefix = "pulumi:providers:";

    /// <summary>
    /// The token without what only tells versions of one shape apart: <c>azure-native:mod/v20240101:Type</c>, <c>azure-native_mod_v20240101:mod:Type</c> and
    /// <c>azure-native:mod:Type</c> are one; so are <c>kubernetes:apps/v1beta1:Deployment</c> and <c>kubernetes:apps/v1:Deployment</c>.
    /// </summary>
    public static string Normalize(string token)
    {
        if (token.StartsWith(ProviderPrefix, StringComparison.Ordinal))
            return ProviderPrefix + Package(token);

        var first = token.IndexOf(":", StringComparison.Ordinal);
        var last = token.LastIndexOf(":", StringComparison.Ordinal);
        if (first < 0 || last == first)
            return token;

        var module = token.Substring(first + 1, last - first - 1);
        var slash = module.LastIndexOf("/", StringComparison.Ordinal);
        if (slash >= 0 && IsVersion(module.Substring(slash + 1)))
            module = module.Substring(0, slash);
        else if (IsVersion(module))
            module = "core";
        return Package(token) + ":" + module + token.Substring(last);
    }

    /// <summary>The package that the token belongs to; of a provider's own token the package it provides.</summary>
    public static string Package(string token)
    {
        var package = token.StartsWith(ProviderPrefix, StringComparison.Ordinal) ? token.Substring(ProviderPrefix.Length) : token.Split(':')[0];
        // Local SDKs (`pulumi package add azure-native <module> <version>`) are named azure-native_<module>_v<date>.
        var end = package.IndexOf("_", StringComparison.Ordinal);
        return end > 0 && IsVersion(package.Substring(package.LastIndexOf("_", StringComparison.Ordinal) + 1)) ? package.Substring(0, end) : package;
    }

    /// <summary>The last part of the token: <c>Deployment</c>.</summary>
    public static string TypeName(string token) => token.Substring(token.LastIndexOf(":", StringComparison.Ordinal) + 1);

    /// <summary>Whether a module's part is a version: <c>v1</c>, <c>v1beta2</c>, <c>v20240101preview</c>.</summary>
    private static bool IsVersion(string part) =>
        part.Length > 1 && part[0] == 'v' && char.IsDigit(part[1]) && part.All(static c => char.IsDigit(c) || c is >= 'a' and <= 'z');
}
