using System;
using System.Linq;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>Finds out which script a piped object stands for.</summary>
internal static class ScriptBinder
{
    /// <summary>The properties that hold a script's id and nothing else, the one that counts first.</summary>
    private static readonly string[] IdNames = ["ScriptId", .. ScriptFamily.All.Select(family => family.IdName)];

    /// <summary>Gives the script that the object names.</summary>
    /// <param name="input">The object.</param>
    /// <param name="explicitType">The family to take where the object doesn't name one.</param>
    /// <exception cref="FailureException">The object doesn't say which script, or says it wrong.</exception>
    public static ScriptReference Bind(InputProperties input, DeviceScriptType? explicitType)
    {
        DeviceScriptType type = BindType(input, explicitType);
        return new ScriptReference(type, BindId(input), input.GetText("DisplayName") ?? input.GetText("ScriptName"));
    }

    private static DeviceScriptType BindType(InputProperties input, DeviceScriptType? explicitType)
    {
        DeviceScriptType? named = FamilyReader.Read(input);
        if (named is { } own && explicitType is { } wanted && own != wanted)
        {
            throw new FailureException(ErrorId.ScriptTypeMismatch, Strings.ScriptTypeMismatch_Parameter.With(own, wanted));
        }

        return named ?? explicitType ?? throw new FailureException(ErrorId.ScriptTypeUnknown, Strings.ScriptTypeUnknown_None);
    }

    private static Guid BindId(InputProperties input)
    {
        object? value = IdOf(input);
        if (value is Guid id)
        {
            return id;
        }

        if (InputProperties.Text(value) is not { } text)
        {
            throw new FailureException(
                ErrorId.ScriptIdInvalid,
                FamilyReader.HasOwnKey(input) ? Strings.ScriptIdInvalid_SummaryKey : Strings.ScriptIdInvalid_Missing);
        }

        return Guid.TryParse(text, out Guid parsed)
            ? parsed
            : throw new FailureException(ErrorId.ScriptIdInvalid, Strings.ScriptIdInvalid_Value.With(PlainText.Shown(text)));
    }

    private static object? IdOf(InputProperties input)
    {
        if (input.Value is string or Guid)
        {
            return input.Value;
        }

        // A run summary's own key must never be taken for a script's id, not even where ScriptId is blank.
        bool mayUseId = !IdNames.Any(input.Has) && !FamilyReader.HasOwnKey(input);
        return InputProperties.Plain(input.Get(mayUseId ? "Id" : IdNames.FirstOrDefault(name => input.GetText(name) is not null) ?? IdNames[0]));
    }
}
