using KnowledgeGraph.Cli.Options;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Export;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Cli.Verbs;

/// <summary>Asks the question of any verb with and without an assumption, and prints what differs.</summary>
/// <typeparam name="TResult">What the answers hold.</typeparam>
/// <param name="ask">Gives the question once names can be looked up.</param>
/// <param name="bounds">Its bounds, for each side.</param>
/// <param name="headline">An answer in one sentence.</param>
internal sealed class WhatIfRun<TResult>(
    Func<IGraphQueries, CancellationToken, Task<Question<TResult>>> ask, SearchBounds bounds, Func<Answer<TResult>, FactSet, string> headline)
    where TResult : Result
{
    /// <summary>Runs it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal async Task<int> RunAsync(WhatIfChoice choice, DataChoice data, string format, KgHost host, CancellationToken cancellation)
    {
        var start = host.Clock.GetTimestamp();
        var facts = await GraphSource.ReadFactsAsync(data, host, cancellation);
        var whatIf = new WhatIf(facts, await choice.OverlayAsync(facts, cancellation), host.Clock);
        var either = whatIf.Either;
        var answer = await AskAsync(whatIf, either, host, cancellation);
        cancellation.ThrowIfCancellationRequested();
        Print(answer, either, RunOf(answer, data, facts, host.Clock.GetElapsedTime(start)), format, host);
        return answer.Outcome switch
        {
            Outcome.Found => ExitCode.Found,
            Outcome.None => ExitCode.None,
            _ => ExitCode.Undecided,
        };
    }

    private async Task<WhatIfAnswer<TResult>> AskAsync(WhatIf whatIf, FactSet either, KgHost host, CancellationToken cancellation)
    {
        using var waiting = new WaitingLine(host, "searching", 2 * bounds.Time);
        var question = await ask(new TimedQueries(new EmbeddedQueries(new EmbeddedGraph(either), host.Clock), bounds.Time), cancellation);
        return whatIf.Ask(question with { Bounds = bounds }, cancellation);
    }

    /// <summary>Both runs in one; a store delivers all it holds, since an overlay may reach anything.</summary>
    private static RunReport RunOf(WhatIfAnswer<TResult> answer, DataChoice data, FactSet facts, TimeSpan elapsed) => answer.After.Run with
    {
        Engine = data.Store is null ? "embedded" : "neo4j",
        Delivery = data.Store is null ? null
            : $"the server delivered the whole data set, {Plural.Of(facts.Nodes.Count, "node")} and {Plural.Of(facts.Facts.Count, "fact")}; overlay and searches ran here",
        Elapsed = elapsed,
        Steps = answer.Before.Run.Steps + answer.After.Run.Steps,
    };

    private void Print(WhatIfAnswer<TResult> answer, FactSet either, RunReport run, string format, KgHost host)
    {
        switch (format)
        {
            case "json":
                WhatIfJson.Write(host.Out, answer, run);
                break;
            case "csv":
                CsvTable.Write(host.Out, WhatIfTable.Of(answer, either));
                Warn(answer, either, host);
                break;
            case "md" when WhatIfTable.Of(answer, either) is { Rows.Count: > 0 } table:
                MarkdownTable.Write(host.Out, WhatIfPage.Headline(answer, either), table, WhatIfPage.Closing(answer));
                break;
            case "md":
                MarkdownTable.WriteVerbatim(host.Out, Laid(answer, either, run, Screen.Redirected.Width).Text);
                break;
            default:
                PageWriter.Write(Laid(answer, either, run, host.Screen.Width), host);
                break;
        }
    }

    private Page Laid(WhatIfAnswer<TResult> answer, FactSet either, RunReport run, int width)
    {
        var page = new Page(width);
        WhatIfPage.Write(page, answer, either, headline, run);
        return page;
    }

    /// <summary>Rows alone cannot say that nothing differs, or that a bound was reached.</summary>
    private static void Warn(WhatIfAnswer<TResult> answer, FactSet either, KgHost host)
    {
        if (!answer.IsExhaustive || answer.Outcome != Outcome.Found)
        {
            host.Error.WriteLine($"kg: {PrintableText.Of(answer.IsExhaustive ? WhatIfPage.Headline(answer, either) : WhatIfPage.Cut(answer))}");
        }
    }
}
