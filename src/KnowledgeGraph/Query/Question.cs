using KnowledgeGraph.Graph;
using KnowledgeGraph.Ontology;
using KnowledgeGraph.Query.Search;
using Newtonsoft.Json;

namespace KnowledgeGraph.Query;

/// <summary>A question about the graph. One record a question; the same record is asked of every engine.</summary>
/// <typeparam name="TResult">What the answer holds.</typeparam>
public abstract record Question<TResult>
    where TResult : Result
{
    /// <summary>The name of the question, as the command line and the JSON form have it.</summary>
    public abstract string Kind { get; }

    /// <summary>How much the answer may cost.</summary>
    public SearchBounds Bounds { get; init; } = new();

    /// <summary>The part of the data that the answer can depend on; an engine that holds the data elsewhere delivers no more than that.</summary>
    /// <param name="ontology">The vocabulary of the data.</param>
    /// <exception cref="QuestionException">The question names a layer or type that the ontology does not have.</exception>
    public abstract DataNeed NeedIn(OntologyModel ontology);

    /// <summary>The same question with a fact left out; null for questions that do not walk from fact to fact.</summary>
    internal virtual Question<TResult>? Without(string factId) => null;

    /// <summary>Writes the question's own fields, defaults filled in; the fields of every question are written around them.</summary>
    internal abstract void WriteTo(JsonWriter writer);

    /// <summary>Works the answer out on a graph that holds at least what <see cref="NeedIn"/> names.</summary>
    internal abstract Finding<TResult> AnswerFrom(EmbeddedGraph graph, SearchBudget budget);
}

/// <summary>What a question has found, before evidence is gathered.</summary>
/// <param name="Result">The result.</param>
/// <param name="Outcome">Found, none or undecided.</param>
/// <param name="Facts">Ids of the facts that the result rests on.</param>
/// <param name="Nodes">Ids of the nodes that the result names.</param>
internal sealed record Finding<TResult>(TResult Result, Outcome Outcome, IEnumerable<string> Facts, IEnumerable<string> Nodes);

/// <summary>What an answer holds beside its evidence; one record for each kind of question.</summary>
public abstract record Result
{
    /// <summary>What the result says, for comparison with what is expected; the outcome is not among it.</summary>
    internal abstract IEnumerable<Claim> Claims { get; }

    /// <summary>What the result says item by item, for comparison with an answer from other facts: the claims, unless there is more to say of an item.</summary>
    internal virtual IEnumerable<AnswerItem> Items => Claims.SelectMany(claim => claim.Items.Select(text => new AnswerItem(claim.Name, text, [])));

    /// <summary>Ids of the facts that a drawing of the result consists of; null where that is all of its evidence.</summary>
    internal virtual IEnumerable<string>? DrawnFacts => null;

    /// <summary>The paths that the result consists of, in its order; none where it is no matter of paths.</summary>
    internal virtual IEnumerable<DependencyPath> Chains => [];

    /// <summary>Whether so much lies around that what keeps it from being a no was not looked for; it may then turn on the size of the graph alone.</summary>
    internal virtual bool IsUnexplored => false;

    /// <summary>Writes the result's fields.</summary>
    internal abstract void WriteTo(JsonWriter writer);
}
