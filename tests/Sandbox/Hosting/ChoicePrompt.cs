using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation.Host;

namespace RunSummary.Sandbox.Hosting;

/// <summary>The question that -Confirm asks, laid out as the shell does.</summary>
internal sealed class ChoicePrompt(PSHostUserInterface ui, LineInput lines)
{
    private const string HelpKey = "?";

    private sealed record Choice(string Key, string Label, string Help)
    {
        public bool IsMeantBy(string answer) =>
            answer.Equals(Key, StringComparison.OrdinalIgnoreCase) || answer.Equals(Label, StringComparison.OrdinalIgnoreCase);
    }

    public int Ask(string caption, string message, Collection<ChoiceDescription> descriptions, int defaultChoice)
    {
        List<Choice> choices = [.. descriptions.Select(ToChoice)];
        ui.WriteLine();
        ui.WriteLine(caption);
        ui.WriteLine(message);
        while (true)
        {
            string? answer = lines.Ask(Question(choices, defaultChoice))?.Trim();
            if (answer == HelpKey)
            {
                choices.ForEach(choice => ui.WriteLine($"{choice.Key} - {choice.Help}"));
            }
            else if (Chosen(choices, answer, defaultChoice) is { } chosen)
            {
                return chosen;
            }
        }
    }

    private static int? Chosen(List<Choice> choices, string? answer, int defaultChoice)
    {
        if (!string.IsNullOrEmpty(answer))
        {
            int index = choices.FindIndex(choice => choice.IsMeantBy(answer));
            return index < 0 ? null : index;
        }

        if (defaultChoice >= 0)
        {
            return defaultChoice;
        }

        return answer is null ? throw new PromptingException("The input ended before a choice was made.") : null;
    }

    private static string Question(List<Choice> choices, int defaultChoice)
    {
        IEnumerable<string> offers = choices.Select(choice => $"[{choice.Key}] {choice.Label}").Append($"[{HelpKey}] Help");
        string byDefault = defaultChoice < 0 ? "" : $" (default is \"{choices[defaultChoice].Key}\")";
        return $"{string.Join("  ", offers)}{byDefault}: ";
    }

    private static Choice ToChoice(ChoiceDescription description)
    {
        int marker = description.Label.IndexOf('&', StringComparison.Ordinal);
        bool hasHotkey = marker >= 0 && marker + 1 < description.Label.Length;
        string label = hasHotkey ? description.Label.Remove(marker, 1) : description.Label;
        string key = hasHotkey ? label.Substring(marker, 1).ToUpperInvariant() : label;
        return new Choice(key, label, description.HelpMessage);
    }
}
