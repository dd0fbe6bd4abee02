using System;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Security;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Binding;

/// <summary>A script block of the user's that gives a secret whenever one is needed, in whichever runspace that is.</summary>
/// <param name="parameter">The parameter that it was given to, for messages.</param>
/// <param name="block">The script block.</param>
internal sealed class SecretScript(string parameter, ScriptBlock block)
{
    private const int ShownCharacters = 300;

    private readonly Guid _home = Runspace.DefaultRunspace.InstanceId;

    /// <summary>Runs the block. Must be called on a pipeline thread.</summary>
    /// <exception cref="FailureException">It failed, or gave anything but one secret.</exception>
    public SecureString Run()
    {
        try
        {
            Collection<PSObject> output = Here().Invoke();
            return output.Count == 1 && Secrets.Read(output[0]) is { } secret
                ? secret
                : throw Fail(Strings.SecretScript_Output.With(parameter, Describe(output)));
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw Fail(Strings.SecretScript_Failed.With(parameter, PlainText.OneLine(exception.Message, ShownCharacters)));
        }
    }

    // A block is bound to the runspace that made it, which would have to be idle to run it for another one.
    private ScriptBlock Here() => Runspace.DefaultRunspace.InstanceId == _home ? block
        : block.Ast is ScriptBlockAst ast ? ast.GetScriptBlock()
        : ScriptBlock.Create(block.ToString());

    private static string Describe(Collection<PSObject> output) => output.Count switch
    {
        > 1 => Strings.SecretScript_Several.With(output.Count),
        1 when output[0] is { } only => Strings.SecretScript_Other.With(only.BaseObject.GetType().Name),
        _ => Strings.SecretScript_Nothing,
    };

    private static FailureException Fail(string detail) =>
        new(new Failure(ErrorId.AuthenticationFailed, detail) { Action = Strings.SecretScript_Action });
}
