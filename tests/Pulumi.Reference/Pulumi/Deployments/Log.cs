using System;
using System.Globalization;

namespace Pulumi;

/// <summary>Messages to whoever runs the program.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Write("debug", message, resource);

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Write("info", message, resource);

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Write("warning", message, resource);

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        Write("error", message, resource);
        Deployment.Internal.HasLoggedError = true;
    }

    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Error(string.Create(CultureInfo.InvariantCulture, $"{exception.Message}{Environment.NewLine}{exception}"), resource, streamId, ephemeral);
    }

    private static void Write(string severity, string message, Resource? resource) =>
        Deployment.Internal.Settings.Session.Log(severity, resource is null ? message : $"{resource.GetResourceType()} '{resource.GetResourceName()}': {message}");
}
