using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.RegularExpressions;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>Reads a count from whatever a pipeline brings: numbers, text from CSV, nothing at all.</summary>
internal static class CountReader
{
    // A fraction of three zeros is a thousand elsewhere.
    private static readonly Regex WholeNumber = new(@"^\s*[+-]?[0-9]+(\.0{1,2})?\s*\z", RegexOptions.CultureInvariant);

    /// <summary>Reads a value; nothing and blanks give null, which is not zero.</summary>
    /// <param name="name">The property or column, for the message.</param>
    /// <param name="value">The value as it came.</param>
    /// <exception cref="FailureException">The value isn't a whole number from 0 to 2147483647.</exception>
    public static int? Read(string name, object? value)
    {
        object? plain = InputProperties.Plain(value);
        if (plain is null or DBNull || (plain is string text && string.IsNullOrWhiteSpace(text)))
        {
            return null;
        }

        return ToNumber(plain) is { } number && number == decimal.Truncate(number) && number is >= 0 and <= int.MaxValue
            ? (int)number
            : throw Invalid(name, plain);
    }

    private static decimal? ToNumber(object value) => value switch
    {
        string text => WholeNumber.IsMatch(text) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal parsed)
            ? parsed
            : null,
        float number => FromDouble(number),
        double number => FromDouble(number),
        BigInteger number => number >= 0 && number <= int.MaxValue ? (decimal)number : null,
        byte or sbyte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    // Compared before it is converted, since the conversion rounds.
    private static decimal? FromDouble(double number) =>
        number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (decimal)number : null;

    private static string? Words(object value) => value is IList items
        ? InputProperties.Read(() => string.Join(", ", items.Cast<object?>().Select(InputProperties.Text)))
        : InputProperties.Text(value);

    private static FailureException Invalid(string name, object value) =>
        new(ErrorId.CountInvalid, Strings.CountInvalid_Value.With(name, PlainText.Shown(Words(value) ?? "")));
}
