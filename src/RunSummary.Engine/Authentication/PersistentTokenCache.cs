using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensions.Msal;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Keeps the tokens of users beyond the process: with DPAPI, in the Keychain, or with libsecret.</summary>
internal static class PersistentTokenCache
{
    private const string FileName = "tokens.cache";

    private static string Folder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "RunSummary");

    /// <exception cref="FailureException">There is no secret store, and none may do without.</exception>
    public static async Task UseAsync(IPublicClientApplication application, bool allowUnprotected, IEngineEvents events)
    {
        MsalCacheHelper cache;
        try
        {
            cache = await OpenAsync(Protected()).ConfigureAwait(false);
        }
        catch (MsalCachePersistenceException exception) when (!allowUnprotected)
        {
            throw new FailureException(ErrorId.TokenCacheUnavailable, PlainText.OneLine(exception.GetBaseException().Message, Graph.GraphError.ShownCharacters));
        }
        catch (MsalCachePersistenceException)
        {
            cache = await OpenAsync(Unprotected()).ConfigureAwait(false);
            events.Warning(Strings.TokenCacheFile.With(Path.Combine(Folder, "unprotected-" + FileName)));
        }

        cache.RegisterCache(application.UserTokenCache);
    }

    private static async Task<MsalCacheHelper> OpenAsync(StorageCreationProperties storage)
    {
        MsalCacheHelper cache = await MsalCacheHelper.CreateAsync(storage).ConfigureAwait(false);
        cache.VerifyPersistence();
        return cache;
    }

    private static StorageCreationProperties Protected() => new StorageCreationPropertiesBuilder(FileName, Folder)
        .WithMacKeyChain("RunSummary", "TokenCache")
        .WithLinuxKeyring("org.runsummary.tokens", MsalCacheHelper.LinuxKeyRingDefaultCollection, "RunSummary token cache", new("Product", "RunSummary"), new("Version", "1"))
        .Build();

    private static StorageCreationProperties Unprotected() =>
        new StorageCreationPropertiesBuilder("unprotected-" + FileName, Folder).WithUnprotectedFile().Build();
}
