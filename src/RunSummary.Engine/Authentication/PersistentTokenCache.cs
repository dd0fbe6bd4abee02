using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensions.Msal;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Keeps the tokens of users beyond the process: with DPAPI, in the Keychain, or with libsecret.</summary>
internal static class PersistentTokenCache
{
    private const string FileName = "tokens.cache";
    private const string UnprotectedFileName = "unprotected-" + FileName;
    private const int LockWaitMilliseconds = 100;
    private const int LockWaits = 50;

    /// <exception cref="FailureException">There is no secret store, and none may do without; or the folder can't be used.</exception>
    public static async Task UseAsync(IPublicClientApplication application, bool allowUnprotected, IEngineEvents events)
    {
        MsalCacheHelper cache = await GuardAsync(() => ChooseAsync(allowUnprotected, events)).ConfigureAwait(false);
        cache.RegisterCache(application.UserTokenCache);
    }

    /// <summary>Gives the caches that were written before, whatever keeps them. It makes none, and asks no secret store of which nothing is kept.</summary>
    public static async Task<IReadOnlyList<MsalCacheHelper>> FindAsync()
    {
        List<MsalCacheHelper> caches = [];
        foreach (StorageCreationPropertiesBuilder builder in new[] { Protected(), Unprotected() })
        {
            StorageCreationProperties storage = builder.Build();
            if (File.Exists(storage.CacheFilePath))
            {
                caches.Add(await MsalCacheHelper.CreateAsync(storage).ConfigureAwait(false));
            }
        }

        return caches;
    }

    /// <summary>Waits for a call that reads or writes the kept tokens.</summary>
    /// <exception cref="FailureException">They can't be read or written.</exception>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is MsalCachePersistenceException or IOException or UnauthorizedAccessException or InvalidOperationException or CryptographicException)
        {
            throw Fail(PlainText.OneLine(exception.GetBaseException().Message, GraphError.ShownCharacters));
        }
    }

    private static async Task<MsalCacheHelper> ChooseAsync(bool allowUnprotected, IEngineEvents events)
    {
        try
        {
            return await OpenAsync(Protected()).ConfigureAwait(false);
        }
        catch (MsalCachePersistenceException) when (allowUnprotected)
        {
            MsalCacheHelper cache = await OpenAsync(Unprotected()).ConfigureAwait(false);
            events.Warning(Strings.TokenCacheFile.With(Path.Combine(Folder(), UnprotectedFileName)));
            return cache;
        }
    }

    private static async Task<MsalCacheHelper> OpenAsync(StorageCreationPropertiesBuilder storage)
    {
        MsalCacheHelper cache = await MsalCacheHelper.CreateAsync(storage.Build()).ConfigureAwait(false);
        cache.VerifyPersistence();
        return cache;
    }

    private static StorageCreationPropertiesBuilder Protected() => InFolder(FileName)
        .WithMacKeyChain("RunSummary", "TokenCache")
        .WithLinuxKeyring("org.runsummary.tokens", MsalCacheHelper.LinuxKeyRingDefaultCollection, "RunSummary token cache", new("Product", "RunSummary"), new("Version", "1"));

    private static StorageCreationPropertiesBuilder Unprotected() => InFolder(UnprotectedFileName).WithUnprotectedFile();

    // Who holds the lock does so for moments: left to itself, the library waits for a minute.
    private static StorageCreationPropertiesBuilder InFolder(string file) =>
        new StorageCreationPropertiesBuilder(file, Folder()).CustomizeLockRetry(LockWaitMilliseconds, LockWaits);

    private static string Folder()
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0 ? Path.Combine(data, "RunSummary") : throw Fail(Strings.TokenCacheNoFolder);
    }

    private static FailureException Fail(string detail) => new(ErrorId.TokenCacheUnavailable, detail);
}
