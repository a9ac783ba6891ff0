using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Verify;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary><c>kg verify-answer FILE</c>: checks a saved JSON answer with code that shares nothing with the search.</summary>
internal sealed class VerifyAnswerVerb : Verb
{
    private readonly DataOptions data = new();

    internal VerifyAnswerVerb()
        : base("verify-answer") => data.AddSeedTo(Command);

    internal override Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        line.ExpectOperands("FILE");
        var named = data.ReadSeed(line);
        line.ThrowIfWrong();
        var file = line.Operands[0];
        var facts = GraphSource.ReadSeed(named, host);
        using var waiting = new WaitingLine(host, "checking");
        var report = Verified(file, facts);
        Print(file, report, facts, host);
        return Task.FromResult(report.IsVerified ? ExitCode.Found : ExitCode.None);
    }

    private static VerificationReport Verified(string file, FactSet facts)
    {
        try
        {
            return AnswerVerifier.VerifyFile(file, facts);
        }
        catch (FormatException error)
        {
            throw new SeedException(error.Message.Split('\n'), $"{file} is no answer that can be checked; kg path A B --json writes one");
        }
    }

    private static string Headline(string file, VerificationReport report) =>
        !report.IsVerified ? $"Verification failed: {file} has {Plural.Of(report.Problems.Count, "problem")}."
        : report.Unproven.Count == 0 ? $"{file} is verified: the answer to kg {VerbOf(report.Kind)} stands."
        : $"{file} is verified in part: nothing is wrong with the answer to kg {VerbOf(report.Kind)} as far as it was checked.";

    private static string VerbOf(string kind) => kind == "neighbourhood" ? "show --hops" : kind;

    private static void Print(string file, VerificationReport report, FactSet facts, KgHost host)
    {
        var page = new Page(host.Screen.Width);
        page.Line(0, 2, Span.Strong(Headline(file, report)));
        foreach (var problem in report.Problems)
        {
            page.Line(2, 4, Span.Caution(problem.What), $"  {problem.Where}: expected {problem.Expected}, found {problem.Found}");
        }

        foreach (var proven in report.IsVerified ? report.Proven : [])
        {
            page.Line(2, 4, $"shown: {proven}");
        }

        foreach (var unproven in report.Unproven)
        {
            page.Line(2, 4, Span.Caution($"not shown: {unproven}"));
        }

        page.Line(0, Span.Faint($"Data {facts.DataHash}"));
        PageWriter.Write(page, host);
    }
}
