using KnowledgeGraph.Cli.Rendering;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

/// <summary>What answers are compared by, as a reader sees it.</summary>
public sealed class ComparedTextTests
{
    [TestCase("a > b > c", "Alpha ← Beta ← c")]
    [TestCase("a + b, b", "Alpha + Beta, Beta")]
    [TestCase("0.72 (f155)", "0.72 (f155)")]
    [TestCase("possibly ..2025-07-31, certainly 2025-08-01..2025-08-31, possibly 2025-09-01..",
        "possibly until 2025-07-31, certainly 2025-08-01 to 2025-08-31, possibly from 2025-09-01 on")]
    [TestCase("certainly ..", "certainly at any time")]
    [TestCase("never", "never")]
    public void Text_IsWordedAsOnOtherPages(string text, string worded) => Assert.That(
        ComparedText.Worded(text, id => id switch { "a" => "Alpha", "b" => "Beta", _ => id }, " ← "), Is.EqualTo(worded));
}
