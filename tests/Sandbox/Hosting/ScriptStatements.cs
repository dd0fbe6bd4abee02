using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace RunSummary.Sandbox.Hosting;

/// <summary>The top-level statements of a script file, each with the comments before it.</summary>
internal sealed class ScriptStatements
{
    private readonly ScriptBlockAst _script;
    private readonly Token[] _comments;

    private ScriptStatements(ScriptBlockAst script, IEnumerable<Token> tokens)
    {
        _script = script;
        _comments = [.. tokens.Where(token => token.Kind == TokenKind.Comment && !IsShebang(token))];
    }

    /// <summary>The last one has the comments at the end of the file and no text.</summary>
    internal sealed record Statement(IReadOnlyList<string> CommentsBefore, string Shown, string Text);

    public static ScriptBlockAst Parse(string path, out Token[] tokens)
    {
        if (!File.Exists(path))
        {
            throw new ItemNotFoundException($"There is no script file '{path}'.");
        }

        ScriptBlockAst script = Parser.ParseFile(Path.GetFullPath(path), out tokens, out ParseError[] errors);
        return errors.Length == 0 ? script : throw new ParseException(errors);
    }

    public static IEnumerable<Statement> Of(string path) => new ScriptStatements(Parse(path, out Token[] tokens), tokens).All();

    private IEnumerable<Statement> All()
    {
        IScriptExtent[] extents = [.. Extents()];
        List<string> before = [.. Between(null, extents.FirstOrDefault()).Select(comment => comment.Text)];
        for (int index = 0; index < extents.Length; index++)
        {
            IScriptExtent extent = extents[index];
            ILookup<bool, string> after = Between(extent, extents.ElementAtOrDefault(index + 1))
                .ToLookup(comment => comment.Extent.StartLineNumber == extent.EndLineNumber, comment => comment.Text);
            yield return new Statement(before, string.Join(' ', after[true].Prepend(extent.Text)), extent.Text);
            before = [.. after[false]];
        }

        yield return new Statement(before, "", "");
    }

    private IEnumerable<IScriptExtent> Extents() =>
        _script.UsingStatements
            .Concat<Ast>(new[] { _script.BeginBlock, _script.ProcessBlock, _script.EndBlock }
                .Where(block => block is not null)
                .SelectMany(block => block.Statements))
            .Select(ast => ast.Extent);

    private IEnumerable<Token> Between(IScriptExtent? previous, IScriptExtent? next) =>
        _comments.Where(comment => comment.Extent.StartOffset >= (previous?.EndOffset ?? 0)
            && comment.Extent.EndOffset <= (next?.StartOffset ?? int.MaxValue));

    private static bool IsShebang(Token comment) => comment.Text.StartsWith("#!", StringComparison.Ordinal);
}
