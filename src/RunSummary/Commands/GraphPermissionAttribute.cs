using System;

namespace RunSummary.Commands;

/// <summary>The least Microsoft Graph permission that a command needs. The text of a refusal and the help name it.</summary>
/// <param name="name">The permission, such as <c>DeviceManagementScripts.Read.All</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GraphPermissionAttribute(string name) : Attribute
{
    /// <summary>The permission's name.</summary>
    public string Name { get; } = name;
}
