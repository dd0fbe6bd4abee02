#if !NET
namespace System.Runtime.CompilerServices;

/// <summary>What the compiler marks setters with that are <c>init</c>. Older frameworks don't have it.</summary>
internal static class IsExternalInit;
#endif
