using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Decides what an answer means: the one place where statuses become failures.</summary>
internal static class GraphFaults
{
    // It says that the service can't, not that it can't now.
    public const int NotImplemented = 501;

    /// <summary>Gives the fault in an answer, or null where it is a success.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="response">The answer.</param>
    /// <param name="canRenewToken">Whether the session signs in by itself; else the user brought the token.</param>
    public static GraphFault? Of(GraphRequest request, GraphResponse response, bool canRenewToken)
    {
        if (response.IsSuccess)
        {
            return null;
        }

        GraphError error = GraphError.Read(response.Body);
        ErrorId id = IdOf(request, response, error);
        string detail = id == ErrorId.EndpointNotSecure
            ? Strings.EndpointNotSecure_Host.With(response.Location!.Host)
            : error.Describe(response);
        return new GraphFault(
            new Failure(id, detail)
            {
                Http = Facts(response, error.Code),
                Action = id == ErrorId.AuthenticationFailed && !canRenewToken ? Strings.AuthenticationFailed_TokenAction : null,
            },
            IsTransient: id is ErrorId.Throttled || (id is ErrorId.ServiceUnavailable && response.StatusCode != NotImplemented),
            response.RetryAfter ?? error.Wait);
    }

    /// <summary>Gives the fault of a success whose body makes no sense.</summary>
    public static GraphFault Unreadable(GraphResponse response, AnswerException exception) =>
        new(new Failure(ErrorId.ResponseInvalid, exception.Message) { Http = Facts(response, code: null) }, IsTransient: true);

    public static HttpFacts Facts(GraphResponse response, string? code, int attempts = 0) => new()
    {
        StatusCode = response.StatusCode,
        Code = code,
        RequestId = response.RequestId,
        ClientRequestId = response.ClientRequestId,
        Attempts = attempts,
    };

    private static ErrorId IdOf(GraphRequest request, GraphResponse response, GraphError error) => response switch
    {
        { StatusCode: 401 } => ErrorId.AuthenticationFailed,
        { StatusCode: 429 } => ErrorId.Throttled,
        { StatusCode: >= 500 } => ErrorId.ServiceUnavailable,
        { LeavesHost: true } => ErrorId.EndpointNotSecure,
        { IsRedirect: true } or { IsHtml: true } => ErrorId.ResponseInvalid,
        { StatusCode: 403 } => ErrorId.PermissionDenied,
        _ when response.StatusCode == 405 || error.Mentions("No method match route template") =>
            request.IsRead ? ErrorId.RequestRejected : ErrorId.UpdateNotSupported,
        { StatusCode: 404 } when request.IsForScript && !error.Mentions(GraphError.SegmentMissing) => ErrorId.ScriptNotFound,
        _ => ErrorId.RequestRejected,
    };
}
