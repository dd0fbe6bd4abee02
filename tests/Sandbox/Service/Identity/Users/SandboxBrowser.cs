using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>A browser of few words: opens the sign-in page and goes where it is sent.</summary>
public static partial class SandboxBrowser
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Works in the background: MSAL opens the browser first, and only then listens for its return.</summary>
    public static Task Open(Uri address)
    {
        _ = Task.Run(() => SignInAsync(address));
        return Task.CompletedTask;
    }

    /// <summary>The page that the application shows at the end, or the sign-in service if it doesn't send anyone back.</summary>
    public static async Task<string> SignInAsync(Uri address, CancellationToken cancellationToken = default)
    {
        // Left to itself, the client doesn't go from https to http.
        using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        using HttpResponseMessage answer = await client.GetAsync(address, cancellationToken).ConfigureAwait(false);
        string page = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            return await SendAsync(client, () => new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location), cancellationToken).ConfigureAwait(false);
        }

        Match form = FormAction().Match(page);
        return form.Success
            ? await SendAsync(client, () => Filled(form.Groups[1].Value, page), cancellationToken).ConfigureAwait(false)
            : page;
    }

    private static HttpRequestMessage Filled(string action, string page)
    {
        List<KeyValuePair<string, string>> fields = [];
        foreach (Match field in Field().Matches(page))
        {
            fields.Add(new(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value)));
        }

        return new HttpRequestMessage(HttpMethod.Post, WebUtility.HtmlDecode(action)) { Content = new FormUrlEncodedContent(fields) };
    }

    private static async Task<string> SendAsync(HttpClient client, Func<HttpRequestMessage> makeRequest, CancellationToken cancellationToken)
    {
        DateTime end = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                using HttpRequestMessage request = makeRequest();
                using HttpResponseMessage answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
                return await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException exception) when (exception.InnerException is SocketException && DateTime.UtcNow < end)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [GeneratedRegex("<form [^>]*action=\"([^\"]*)\"")]
    private static partial Regex FormAction();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
