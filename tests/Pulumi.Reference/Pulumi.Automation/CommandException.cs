using System;

namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>An operation on a stack failed.</summary>
public class CommandException : Exception
{
    internal CommandException(string message, Exception innerException)
        : base(message, innerException) => Name = nameof(CommandException);

    public string Name { get; }
}
