using System.Globalization;
using System.Management.Automation;
using RunSummary.Resources;

namespace RunSummary.Errors;

/// <summary>Makes every error record of the module.</summary>
internal static class ErrorFactory
{
    /// <summary>Makes the record for a failure.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="permission">The least permission that the command needs, for texts that name it.</param>
    public static ErrorRecord Create(Failure failure, ErrorSubject subject, string permission)
    {
        string message = failure.Message?.With(subject.Text, failure.Detail, permission) ?? Text(failure.Id.ToString(), subject.Text, failure.Detail, permission);
        return new ErrorRecord(Exception(failure, message), failure.Id.ToString(), ErrorTable.Rows[failure.Id].Category, subject.Target)
        {
            ErrorDetails = new ErrorDetails(message)
            {
                RecommendedAction = failure.Action ?? Text(failure.Id + "_Action", subject.Text, failure.Detail, permission),
            },
        };
    }

    private static RunSummaryException Exception(Failure failure, string message) =>
        failure.Http is { } http
            ? new GraphRequestException(message, failure.Cause)
            {
                StatusCode = http.StatusCode,
                Code = http.Code,
                RequestId = http.RequestId,
                ClientRequestId = http.ClientRequestId,
                Attempts = http.Attempts,
            }
            : new RunSummaryException(message, failure.Cause);

    private static string Text(string key, string subject, string detail, string permission) =>
        Strings.ResourceManager.GetString(key, CultureInfo.InvariantCulture)!.With(subject, detail, permission);
}
