using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace RunSummary.Sandbox.Hosting;

/// <summary>Asks for missing parameters and credentials.</summary>
internal sealed class Prompts(PSHostUserInterface ui, LineInput lines)
{
    public static T Interruptible<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    public Dictionary<string, PSObject?> ForFields(
        string caption, string message, Collection<FieldDescription> descriptions)
    {
        WriteHeading(caption, message);
        Dictionary<string, PSObject?> answers = new(StringComparer.OrdinalIgnoreCase);
        foreach (FieldDescription description in descriptions)
        {
            answers[description.Name] = AsPSObject(Answer(description));
        }

        return answers;
    }

    public PSCredential? ForCredential(string caption, string message, string? userName)
    {
        WriteHeading(caption, message);
        string? user = string.IsNullOrEmpty(userName) ? lines.Ask("User: ") : userName;
        if (string.IsNullOrEmpty(user))
        {
            return null;
        }

        return lines.AskSecret($"Password for user {user}: ") is { } password ? new PSCredential(user, password) : null;
    }

    private void WriteHeading(string caption, string message)
    {
        if (!string.IsNullOrEmpty(caption))
        {
            ui.WriteLine();
        }

        foreach (string text in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(text))
            {
                ui.WriteLine(text);
            }
        }
    }

    private object? Answer(FieldDescription description)
    {
        Type type = TypeOf(description);
        return type == typeof(SecureString) ? lines.AskSecret($"{description.Name}: ") ?? throw InputEnded()
            : type == typeof(PSCredential) ? ForCredential("", description.Name, null) ?? throw InputEnded()
            : type.IsArray ? Elements(description.Name, type)
            : Converted(Line($"{description.Name}: "), type);
    }

    private object? Elements(string name, Type arrayType)
    {
        ArrayList elements = [];
        for (string line = Line($"{name}[0]: "); line.Length > 0; line = Line($"{name}[{elements.Count}]: "))
        {
            elements.Add(line);
        }

        return Converted(elements.ToArray(), arrayType);
    }

    private string Line(string question) => lines.Ask(question) ?? throw InputEnded();

    private static Type TypeOf(FieldDescription description) =>
        LanguagePrimitives.TryConvertTo(description.ParameterTypeFullName, out Type? type) && type is not null
            ? type
            : typeof(string);

    private static object? Converted(object answer, Type type)
    {
        try
        {
            return LanguagePrimitives.ConvertTo(answer, type, CultureInfo.InvariantCulture);
        }
        catch (PSInvalidCastException invalid)
        {
            throw new PromptingException(invalid.Message, invalid);
        }
    }

    private static PSObject? AsPSObject(object? answer) => answer is null ? null : PSObject.AsPSObject(answer);

    // The engine turns this into the error that names the missing parameters.
    private static PromptingException InputEnded() => new("The input ended before all values were given.");
}
