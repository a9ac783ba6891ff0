using System.CommandLine;
using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Neo4j;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary>A verb that asks a question: reads it, has it answered, prints the answer.</summary>
/// <typeparam name="TResult">What the answer holds.</typeparam>
internal abstract class QuestionVerb<TResult> : Verb
    where TResult : Result
{
    private readonly AnswerOptions options = new();

    /// <param name="name">The word after <c>kg</c>.</param>
    protected QuestionVerb(string name)
        : base(name)
    {
    }

    internal override async Task<int> RunAsync(CommandLineReader line, KgHost host, CancellationToken cancellation)
    {
        var ask = Read(line);
        var format = options.Format(line);
        if (JsonOnly is { } option && line.Has(option) && format != "json")
        {
            line.Complain($"{option.Name} goes into the answer as JSON; add --json");
        }

        var explains = CanExplain && options.Explains(line, format);
        var bounds = options.Bounds(line);
        var data = options.Data.Read(line, isForStore: format is "cypher" or "browser");
        var assumed = options.WhatIf(line, format);
        if (explains && assumed is not null)
        {
            line.Complain("--explain tells one answer, and what would differ is told of two; leave one of the options out");
        }

        line.ThrowIfWrong();
        if (assumed is not null)
        {
            return await new WhatIfRun<TResult>(ask, bounds, Headline).RunAsync(assumed, data, format, host, cancellation);
        }

        await using var source = GraphSource.Open(data, host);
        cancellation.ThrowIfCancellationRequested();
        var answer = await AskAsync(ask, bounds, source, host, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var explanation = explains ? await ExplainAsync(answer, source, host, cancellation) : null;
        cancellation.ThrowIfCancellationRequested();
        Print(answer, explanation, source, format, host);
        return CodeOf(answer);
    }

    /// <summary>Whether the answer consists of paths, which can be told in sentences.</summary>
    protected virtual bool CanExplain => false;

    /// <summary>An option whose effect only JSON shows; null if there is none.</summary>
    protected virtual Option<bool>? JsonOnly => null;

    /// <summary>Adds the options that all questions share; called last, so that a verb's own stand first in its help.</summary>
    protected void AddSharedOptions() => options.AddTo(Command, CanExplain);

    /// <summary>Reads the question, all but its bounds; names are looked up once an engine is there.</summary>
    protected abstract Func<IGraphQueries, CancellationToken, Task<Question<TResult>>> Read(CommandLineReader line);

    /// <summary>Lays the answer out for people.</summary>
    protected abstract void Write(Page page, Answer<TResult> answer, FactSet set);

    /// <summary>The answer in one sentence, for Markdown.</summary>
    protected abstract string Headline(Answer<TResult> answer, FactSet set);

    /// <summary>The answer as rows, for other programs.</summary>
    protected abstract AnswerTable Table(Answer<TResult> answer, FactSet set);

    private static async Task<Answer<TResult>> AskAsync(
        Func<IGraphQueries, CancellationToken, Task<Question<TResult>>> ask, SearchBounds bounds, GraphSource source, KgHost host, CancellationToken cancellation)
    {
        using var waiting = new WaitingLine(host, "searching", bounds.Time);
        var question = await ask(new TimedQueries(source.Queries, bounds.Time), cancellation);
        return await source.Queries.AskAsync(question with { Bounds = bounds }, cancellation);
    }

    private static async Task<Explanation> ExplainAsync(Answer<TResult> answer, GraphSource source, KgHost host, CancellationToken cancellation)
    {
        using var waiting = new WaitingLine(host, "asking again without each fact", answer.Question.Bounds.Time);
        var bearing = await LoadBearing.OfAsync(source.Queries, answer, host.Clock, cancellation);
        return Explanation.Of(answer, AnswerFacts.Of(answer, source.Ontology), bearing);
    }

    private void Print(Answer<TResult> answer, Explanation? explanation, GraphSource source, string format, KgHost host)
    {
        if (format == "json")
        {
            AnswerJson.Write(host.Out, answer, explanation);
            return;
        }

        var set = AnswerFacts.Of(answer, source.Ontology);
        switch (format)
        {
            case "cypher":
                Draw(answer, set, source, host, static (statement, _) => statement.TrimEnd());
                break;
            case "browser":
                Draw(answer, set, source, host, static (statement, place) => BrowserLink.To(place.Server, statement, place.NeedsLogin));
                break;
            case "csv":
                CsvTable.Write(host.Out, Table(answer, set));
                WarnOfGaps(answer, set, host);
                break;
            case "md" when explanation is null && Table(answer, set) is { Rows.Count: > 0 } table:
                MarkdownTable.Write(host.Out, Headline(answer, set), table, Footer.Sentence(answer));
                break;
            case "md":
                MarkdownTable.WriteVerbatim(host.Out, Laid(answer, explanation, set, Screen.Redirected.Width).Text);
                break;
            default:
                PageWriter.Write(Laid(answer, explanation, set, host.Screen.Width), host);
                break;
        }
    }

    /// <summary>Rows alone cannot say that there are more, or that nothing is known; whoever reads them finds it beside.</summary>
    private void WarnOfGaps(Answer<TResult> answer, FactSet set, KgHost host)
    {
        if (!answer.IsExhaustive)
        {
            host.Error.WriteLine($"kg: not exhaustive: {Footer.Stopped(answer)}");
        }
        else if (answer.Outcome != Outcome.Found)
        {
            host.Error.WriteLine($"kg: {PrintableText.Of(Headline(answer, set))}");
        }
    }

    private void Draw(Answer<TResult> answer, FactSet set, GraphSource source, KgHost host, Func<string, BrowserPlace, string> form)
    {
        var headline = Headline(answer, set);
        if (BrowserStatement.Of(answer, source.Ontology, source.Browser.Dataset, headline) is { } statement)
        {
            host.Out.WriteLine(form(statement, source.Browser));
        }
        else
        {
            host.Error.WriteLine($"kg: nothing to draw: {PrintableText.Of(headline)}");
        }
    }

    private Page Laid(Answer<TResult> answer, Explanation? explanation, FactSet set, int width)
    {
        var page = new Page(width);
        if (explanation is { Paragraphs.Count: > 0 })
        {
            ExplanationPage.Write(page, answer, Headline(answer, set), explanation);
        }
        else
        {
            Write(page, answer, set);
        }

        return page;
    }

    private static int CodeOf(Answer<TResult> answer) =>
        !answer.IsExhaustive ? ExitCode.Undecided : answer.Outcome switch
        {
            Outcome.Found => ExitCode.Found,
            Outcome.None => ExitCode.None,
            _ => ExitCode.Undecided,
        };
}
