using KnowledgeGraph.Facts.Json;
using KnowledgeGraph.Query.Arithmetic;

namespace KnowledgeGraph.Query.Saved;

/// <summary>Reads a question in the JSON form that answers give it; what is left out has its default.</summary>
internal static class QuestionReader
{
    private static readonly string[] Kinds = ["path", "connect", "upstream", "downstream", "common", "neighbourhood", "chokepoints", "bridges", "cut", "alternatives", "facts", "derive", "show", "find"];
    private static readonly string[] Modes = ["shortest", "k-shortest", "all", "edge-disjoint", "node-disjoint"];
    private static readonly string[] CutBy = ["nodes", "hops"];
    private static readonly string[] Orders = ["hops", "reliability", "width"];

    /// <summary>The question as a part; null after reporting that its kind is unknown.</summary>
    internal static SavedPart? Read(string name, Expectation expected, StrictObject item, ProblemList problems)
    {
        var before = problems.Count;
        var kind = Kinds[item.Word("kind", Kinds)];
        if (problems.Count > before)
        {
            return null;
        }

        var read = new QuestionFields(item, problems);
        SavedPart part = kind switch
        {
            "path" => new SavedPart<PathsResult>(name, expected, Path(item, read)),
            "connect" => new SavedPart<ConnectionsResult>(name, expected, Connect(item, read)),
            "upstream" or "downstream" => new SavedPart<TiersResult>(name, expected, Tiers(kind, item, read)),
            "common" => new SavedPart<CommonResult>(name, expected, Common(item, read)),
            "neighbourhood" => new SavedPart<TiersResult>(name, expected, Neighbourhood(item, read)),
            "chokepoints" => new SavedPart<ChokepointsResult>(name, expected, Chokepoints(item, read)),
            "bridges" => new SavedPart<BridgesResult>(name, expected, Bridges(item, read)),
            "cut" => new SavedPart<CutResult>(name, expected, Cut(item, read)),
            "alternatives" => new SavedPart<AlternativesResult>(name, expected, Alternatives(item, read)),
            "facts" => new SavedPart<FactsResult>(name, expected, Facts(item, read)),
            "derive" => new SavedPart<DerivedResult>(name, expected, Derive(item, read, problems)),
            "show" => new SavedPart<ShowResult>(name, expected, new ShowQuestion { NodeId = item.Text("node"), Bounds = read.Bounds() }),
            _ => new SavedPart<FindResult>(name, expected, new FindQuestion { Text = item.Text("text"), Bounds = read.Bounds() }),
        };
        item.Finish();
        return part;
    }

    private static PathQuestion Path(StrictObject item, QuestionFields read) => new()
    {
        From = item.Text("from"),
        To = item.Text("to"),
        Mode = (PathMode)item.Word("mode", Modes, isRequired: false),
        Order = (PathOrder)item.Word("order", Orders, isRequired: false),
        Via = item.Texts("via"),
        Edges = item.OptionalText("edges"),
        IsOrderedInTime = item.Flag("inTimeOrder"),
        WantsCertificate = item.Flag("certificate"),
        K = read.Whole("k", 1, SearchBounds.GreatestLimit, 1),
        MaxHops = read.Whole("maxHops", 1, PathQuestion.GreatestMaxHops, 8),
        Filter = read.Filter(),
        Bounds = read.Bounds(),
    };

    private static ConnectQuestion Connect(StrictObject item, QuestionFields read) => new()
    {
        From = item.Text("from"),
        To = item.Text("to"),
        WantsCertificate = item.Flag("certificate"),
        K = item.Find("k") is null ? null : read.Whole("k", 1, SearchBounds.GreatestLimit, 1),
        MaxHops = read.Whole("maxHops", 1, PathQuestion.GreatestMaxHops, 8),
        Filter = read.Filter(),
        Bounds = read.Bounds(),
    };

    private static TierQuestion Tiers(string kind, StrictObject item, QuestionFields read) => new()
    {
        Anchor = item.Text("anchor"),
        IsDownstream = kind == "downstream",
        IsClosure = item.Flag("closure"),
        IsOrderedInTime = item.Flag("inTimeOrder"),
        MaxHops = read.Whole("maxHops", 1, PathQuestion.GreatestMaxHops, 8),
        Filter = read.Filter(),
        Bounds = read.Bounds(),
    };

    private static NeighbourhoodQuestion Neighbourhood(StrictObject item, QuestionFields read) => new()
    {
        Anchor = item.Text("anchor"),
        MaxHops = read.Whole("maxHops", 1, PathQuestion.GreatestMaxHops, 1),
        Filter = read.Filter(),
        Bounds = read.Bounds(),
    };

    private static CommonQuestion Common(StrictObject item, QuestionFields read) => new()
    {
        Anchors = item.Texts("anchors"),
        IsOrderedInTime = item.Flag("inTimeOrder"),
        MaxHops = read.Whole("maxHops", 1, PathQuestion.GreatestMaxHops, 8),
        Filter = read.Filter(),
        Bounds = read.Bounds(),
    };

    private static ChokepointsQuestion Chokepoints(StrictObject item, QuestionFields read) => new()
    {
        Target = item.Text("target"),
        MaxHops = read.Whole("maxHops", 1, PathQuestion.GreatestMaxHops, 8),
        Filter = read.Filter(),
        Bounds = read.Bounds(),
    };

    private static BridgesQuestion Bridges(StrictObject item, QuestionFields read) => new()
    {
        Anchor = item.Text("anchor"),
        MaxHops = item.Find("maxHops") is null ? null : read.Whole("maxHops", 1, PathQuestion.GreatestMaxHops, 1),
        Filter = read.Filter(),
        Bounds = read.Bounds(),
    };

    private static CutQuestion Cut(StrictObject item, QuestionFields read) => new()
    {
        From = item.Texts("from"),
        To = item.Texts("to"),
        IsByHops = item.Word("by", CutBy, isRequired: false) == 1,
        K = read.Whole("k", 1, SearchBounds.GreatestLimit, 1),
        MaxHops = read.Whole("maxHops", 1, PathQuestion.GreatestMaxHops, 8),
        Filter = read.Filter(),
        Bounds = read.Bounds(),
    };

    private static AlternativesQuestion Alternatives(StrictObject item, QuestionFields read) => new()
    {
        Target = item.Text("target"),
        MaxSize = read.Whole("maxSize", 1, AlternativesQuestion.GreatestMaxSize, 3),
        Filter = read.Filter(),
        Bounds = read.Bounds(),
    };

    private static FactsQuestion Facts(StrictObject item, QuestionFields read) => new()
    {
        Pattern = read.Pattern(),
        Select = item.Texts("select"),
        Bounds = read.Bounds(),
    };

    private static DeriveQuestion Derive(StrictObject item, QuestionFields read, ProblemList problems)
    {
        if (item.Find("formulas") is null)
        {
            item.Missing("formulas");
        }

        var formulas = item.Objects("formulas").Select(entry => Formula(entry, problems)).ToList();
        return new DeriveQuestion { Formulas = formulas, Bounds = read.Bounds() };
    }

    private static NamedFormula Formula(StrictObject item, ProblemList problems)
    {
        var formula = new NamedFormula(item.Text("name"), item.Text("formula"));
        item.Finish();
        try
        {
            if (formula.Formula.Length > 0)
            {
                FormulaParser.Parse(formula.Formula);
            }
        }
        catch (QuestionException wrong)
        {
            problems.Add(item.Value.At("formula"), SavedCode.BadFormula, wrong.Message.Split('\n')[0] + $": {ProblemList.Quote(formula.Formula)}");
        }

        return formula;
    }
}
