using KnowledgeGraph.Facts;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Arithmetic;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>What follows from the values of facts by arithmetic? Exact, with ranges carried through and units kept.</summary>
/// <remarks>
/// A formula holds numbers, ids of facts, <c>+ - * /</c>, parentheses and <c>round(formula, decimals)</c>: <c>f241 - f242</c>. What
/// a source calls approximate makes the result so. Linear in the formula.
/// </remarks>
public sealed record DeriveQuestion : Question<DerivedResult>
{
    /// <summary>The formulas; names differ.</summary>
    public required IReadOnlyList<NamedFormula> Formulas { get; init; }

    /// <inheritdoc/>
    public override string Kind => "derive";

    /// <inheritdoc/>
    public override DataNeed NeedIn(OntologyModel ontology) =>
        new DataNeed.Facts([.. Formulas.SelectMany(formula => FormulaParser.Parse(formula.Formula).Facts).Distinct()]);

    internal override void WriteTo(JsonWriter writer) =>
        writer.List("formulas", Formulas, static (w, formula) => w.Object(formula, static (f, item) =>
        {
            f.Field("name", item.Name);
            f.Field("formula", item.Formula);
        }));

    internal override Finding<DerivedResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget)
    {
        var values = Formulas.Select(formula => Derive(graph.Facts, formula)).ToList();
        return new Finding<DerivedResult>(
            new DerivedResult { Values = values }, values.Count > 0 ? Outcome.Found : Outcome.None, values.SelectMany(value => value.Facts), []);
    }

    private static DerivedValue Derive(FactSet set, NamedFormula named)
    {
        var formula = FormulaParser.Parse(named.Formula);
        var facts = formula.Facts.Distinct().Order(StringComparer.Ordinal).ToList();
        return new DerivedValue(named.Name, named.Formula, new FormulaValue(set, named.Formula).Of(formula), facts);
    }
}

/// <summary>A formula and what its result is called.</summary>
/// <param name="Name">The name.</param>
/// <param name="Formula">The formula.</param>
public sealed record NamedFormula(string Name, string Formula);
