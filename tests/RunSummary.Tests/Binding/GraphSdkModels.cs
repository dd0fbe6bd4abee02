// The Graph SDK's names, which the module goes by.
#pragma warning disable CA1050, IDE0130
using System.Collections.Generic;

namespace Microsoft.Graph.PowerShell.Models
{
    public abstract class MicrosoftGraphModel
    {
        public string? Id { get; set; }

        public string? DisplayName { get; set; }

        public MicrosoftGraphDeviceManagementScriptRunSummary? RunSummary { get; set; } = new();

        public Dictionary<string, object?> AdditionalProperties { get; } = [];
    }

    public sealed class MicrosoftGraphDeviceManagementScript : MicrosoftGraphModel;

    public sealed class MicrosoftGraphDeviceShellScript : MicrosoftGraphModel;

    public sealed class MicrosoftGraphDeviceCustomAttributeShellScript : MicrosoftGraphModel;

    public sealed class MicrosoftGraphDeviceHealthScript : MicrosoftGraphModel;

    public sealed class MicrosoftGraphDeviceComplianceScript : MicrosoftGraphModel;

    public sealed class MicrosoftGraphEntity : MicrosoftGraphModel;

    public sealed class MicrosoftGraphDeviceManagementScriptRunSummary
    {
        public string? Id { get; set; }

        public int? ErrorDeviceCount { get; set; }

        public int? ErrorUserCount { get; set; }

        public int? SuccessDeviceCount { get; set; }

        public int? SuccessUserCount { get; set; }

        public Dictionary<string, object?> AdditionalProperties { get; } = [];
    }
}

namespace Microsoft.Graph.Beta.PowerShell.Models
{
    public sealed class MicrosoftGraphDeviceManagementScript : Graph.PowerShell.Models.MicrosoftGraphModel;

    public sealed class MicrosoftGraphDeviceShellScript : Graph.PowerShell.Models.MicrosoftGraphModel;

    public sealed class MicrosoftGraphDeviceCustomAttributeShellScript : Graph.PowerShell.Models.MicrosoftGraphModel;

    public sealed class MicrosoftGraphDeviceHealthScript : Graph.PowerShell.Models.MicrosoftGraphModel;

    public sealed class MicrosoftGraphDeviceManagementScriptRunSummary
    {
        public string? Id { get; set; }

        public int? ErrorDeviceCount { get; set; }
    }
}
