using System.Buffers.Text;
using System.Security.Cryptography;

namespace RunSummary.Sandbox.Service;

/// <summary>What nobody can guess.</summary>
internal static class RandomText
{
    private const string WithoutLookalikes = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string Of(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    /// <summary>To be typed by a person.</summary>
    public static string ToType(int letters) => RandomNumberGenerator.GetString(WithoutLookalikes, letters);
}
