using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;
using KnowledgeGraph.Tests.Support;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Query.Arithmetic;

/// <summary>Formulas over facts: exact, with ranges and units carried through, and errors that point.</summary>
[TestFixture]
internal sealed class FormulaTests
{
    /// <summary>f01 19.007 usd, f02 5–7 usd, f03 more than 4 usd, f04 about 1.5 times, f05 0.65, f06 -1 to 2 usd, f07 billions, f08 none, f09 8 people.</summary>
    private static readonly GraphBuilder Graph = new GraphBuilder()
        .Fact("a", "EARNS_FROM", "b", Number(19.007m, 19.007m))
        .Fact("a", "EARNS_FROM", "b", Number(5, 7))
        .Fact("a", "EARNS_FROM", "b", fact => fact with { Value = new FactValue { Unit = "usd", Minimum = 4, IsMinimumExclusive = true } })
        .Fact("a", "EARNS_FROM", "b", fact => fact with { Value = new FactValue { Unit = "ratio", Minimum = 1.5m, Maximum = 1.5m, IsApproximate = true } })
        .Fact("a", "EARNS_FROM", "b", Number(0.65m, 0.65m, "fraction"))
        .Fact("a", "EARNS_FROM", "b", Number(-1, 2))
        .Fact("a", "EARNS_FROM", "b", fact => fact with { Value = new FactValue { Unit = "usd", Text = "billions" } })
        .Fact("a", "CONTROLS", "b")
        .Fact("a", "EARNS_FROM", "b", Number(8, 8, "people"));

    [TestCase("1", "1")]
    [TestCase("1 + 2 * 3", "7")]
    [TestCase("(1 + 2) * 3", "9")]
    [TestCase("8 - 4 - 2", "2")]
    [TestCase("8 / 4 / 2", "1")]
    [TestCase("-2 * -3", "6")]
    [TestCase("0.1 + 0.2", "0.3")]
    [TestCase("1 / 3", "1/3")]
    [TestCase("1 / 3 * 3", "1")]
    [TestCase("1 / 8", "0.125")]
    [TestCase("f01 - 2 * f01", "-19.007 usd")]
    [TestCase("f01 - f02", "[12.007, 14.007] usd")]
    [TestCase("f02 * f06", "[-7, 14] usd^2")]
    [TestCase("-f02", "[-7, -5] usd")]
    [TestCase("1 / f02", "[1/7, 0.2] 1/usd")]
    [TestCase("f03 * 2", "(8, +inf) usd")]
    [TestCase("-f03", "(-inf, -4) usd")]
    [TestCase("1 / f03", "(0, 0.25) 1/usd")]
    [TestCase("f03 * 0", "0 usd")]
    [TestCase("3 / f04", "about 2")]
    [TestCase("1 - f05", "0.35")]
    [TestCase("f01 / f09", "2.375875 usd/people")]
    [TestCase("f01 / f01", "1")]
    [TestCase("round(f01, 1)", "19 usd")]
    [TestCase("round(0.125, 2)", "0.13")]
    [TestCase("round(-0.125, 2)", "-0.13")]
    [TestCase("round(f02 / 3, 0)", "2 usd")]
    public void Formula_IsWorkedOutExactly(string formula, string expected) => Assert.That(Value(formula), Is.EqualTo(expected));

    [TestCase("f01 - f99", "no fact has the id \"f99\"\n  f01 - f99\n        ^^^")]
    [TestCase("f01-f02", "no fact has the id \"f01-f02\"; a minus has a space before it, since ids may hold hyphens\n  f01-f02\n  ^^^^^^^")]
    [TestCase("2 * f07", "the value of f07 is no number: billions USD\n  2 * f07\n      ^^^")]
    [TestCase("f08", "f08 has no value\n  f08\n  ^^^")]
    [TestCase("1 / f06", "[-1, 2] usd may be zero, so nothing can be divided by it\n  1 / f06\n      ^^^")]
    [TestCase("1 / (2 - 2)", "0 may be zero, so nothing can be divided by it\n  1 / (2 - 2)\n       ^^^^^")]
    [TestCase("f01 + f09", "people cannot be added to usd\n  f01 + f09\n        ^^^")]
    [TestCase("f01 - 1", "a plain number cannot be subtracted from usd\n  f01 - 1\n        ^")]
    [TestCase("1 +", "expected a number, the id of a fact or ( here\n  1 +\n     ^")]
    [TestCase("(1", "expected ) here\n  (1\n    ^")]
    [TestCase("1 2", "expected + - * / or the end here\n  1 2\n    ^")]
    [TestCase("1.2.3", "no number of at most 28 digits\n  1.2.3\n  ^^^^^")]
    [TestCase("round(1, 2.5)", "round takes 0 to 28 decimals\n  round(1, 2.5)\n           ^^^")]
    [TestCase("", "expected a number, the id of a fact or ( here\n  \n  ^")]
    public void WrongFormula_IsPointedAt(string formula, string message) =>
        Assert.That(() => Value(formula), Throws.InstanceOf<QuestionException>().With.Message.EqualTo(message));

    [Test]
    public void DeepOrLongFormula_IsRefused()
    {
        Assert.That(() => Value(new string('(', 40) + "1"), Throws.InstanceOf<QuestionException>().With.Message.StartsWith("nested more than 32 deep here"));
        Assert.That(() => Value(new string('1', 1001)), Throws.InstanceOf<QuestionException>().With.Message.EqualTo("the formula has 1001 characters, at most 1000 are read"));
    }

    [Test]
    public void Answer_NamesItsFacts()
    {
        var answer = Graph.Ask(new DeriveQuestion { Formulas = [new("x", "f02 - f01 + f02")] });

        Assert.That(answer.Result.Values.Single().Facts, Is.EqualTo(new[] { "f01", "f02" }));
        Assert.That(answer.Evidence.Facts.Select(fact => fact.Id), Is.EqualTo(new[] { "f01", "f02" }));
    }

    private static string Value(string formula) =>
        Graph.Ask(new DeriveQuestion { Formulas = [new("x", formula)] }).Result.Values.Single().Quantity.ToString();

    private static Func<Fact, Fact> Number(decimal least, decimal greatest, string unit = "usd") =>
        fact => fact with { Value = new FactValue { Unit = unit, Minimum = least, Maximum = greatest } };
}
