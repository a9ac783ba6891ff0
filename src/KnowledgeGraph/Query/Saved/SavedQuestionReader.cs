using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Query.Saved;

/// <summary>Reads saved questions, one a file of JSON; README.md beside this file describes the format.</summary>
public static class SavedQuestionReader
{
    private const string Extension = ".json";

    /// <summary>Reads every <c>*.json</c> of a folder; a folder that is not there holds no questions.</summary>
    /// <param name="folder">The folder, such as <c>graph-seed/questions</c>.</param>
    public static SavedQuestionSet Read(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var problems = new ProblemList();
        var names = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Extension).Select(Path.GetFileName).OfType<string>() : [];
        var files = names.Order(StringComparer.Ordinal).Select(name => (name, FileBytes.Read(Path.Combine(folder, name), name, problems))).ToList();
        return Read(files, problems);
    }

    /// <summary>Reads files that are already in memory.</summary>
    /// <param name="files">Names such as <c>q01.json</c>, and contents.</param>
    public static SavedQuestionSet Read(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Read(files.Select(file => (file.Name, (byte[]?)file.Bytes)), new ProblemList());
    }

    private static SavedQuestionSet Read(IEnumerable<(string Name, byte[]? Bytes)> files, ProblemList problems)
    {
        var questions = new List<SavedQuestion>();
        foreach (var (name, bytes) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (bytes is not null && JsonTree.Read(new SeedFile(name, bytes), problems) is { } json && SeedTop.Open(json, problems) is { } top)
            {
                questions.Add(Question(Path.GetFileNameWithoutExtension(name), top, problems));
            }
        }

        return new SavedQuestionSet(problems.Count == 0 ? questions : [], problems.Sorted());
    }

    private static SavedQuestion Question(string name, StrictObject top, ProblemList problems)
    {
        var text = top.Text("question");
        var note = top.OptionalText("note");
        if (top.Find("parts") is null)
        {
            top.Missing("parts");
        }

        var parts = top.Objects("parts").Select(item => Part(item, problems)).OfType<SavedPart>().ToList();
        RefuseDoubleNames(top, problems);
        var combined = top.Objects("combined").Select(item => Combined(item, problems)).OfType<Combination>().ToList();
        top.Finish();
        return new SavedQuestion(name, text, note, parts, combined);
    }

    private static SavedPart? Part(StrictObject item, ProblemList problems)
    {
        var name = item.Text("name");
        var question = item.Object("question");
        var expect = item.Object("expect");
        if (item.Find("question") is null)
        {
            item.Missing("question");
        }

        if (item.Find("expect") is null)
        {
            item.Missing("expect");
        }

        var expected = expect is null ? null : Expected(expect);
        item.Finish();
        return question is null || expected is null ? null : QuestionReader.Read(name, expected, question, problems);
    }

    private static Expectation Expected(StrictObject item)
    {
        var outcome = (Outcome)item.Word("outcome", Expectation.OutcomeWords);
        var claims = item.TextsByName(mayBeEmpty: true).Select(pair => new Claim(pair.Name, pair.Texts)).ToList();
        item.Finish();
        return new Expectation(outcome, claims);
    }

    private static Combination? Combined(StrictObject item, ProblemList problems)
    {
        var name = item.Text("name");
        var kind = item.Find("both") is null ? CombinationKind.Minus : CombinationKind.Both;
        var sets = item.Texts(kind == CombinationKind.Both ? "both" : "minus");
        if (item.Find("both") is null && item.Find("minus") is null)
        {
            item.Missing("both\" or \"minus");
        }

        var expected = item.Texts("expect", mayBeEmpty: true);
        item.Finish();
        var split = sets.Select(set => set.Split('/')).ToList();
        if (split is [[var part1, var set1], [var part2, var set2]])
        {
            return new Combination(name, kind, new PartSet(part1, set1), new PartSet(part2, set2), expected);
        }

        problems.Add(item.Value.Place, SavedCode.BadCombination, "two sets are combined, each written part/set, such as [\"before/subject\", \"after/subject\"]");
        return null;
    }

    private static void RefuseDoubleNames(StrictObject top, ProblemList problems)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in (top.Value.Find("parts")?.Items ?? []).Select(part => part.Find("name")).OfType<SeedValue>())
        {
            if (!names.Add(name.Text))
            {
                problems.Add(name.Place, SavedCode.DuplicatePart, $"part {ProblemList.Quote(name.Text)} stands twice; give each a name of its own");
            }
        }
    }
}

/// <summary>What came of reading saved questions.</summary>
/// <param name="Questions">The questions, by name; empty where there is any problem.</param>
/// <param name="Problems">Every problem, sorted by file, line and column; empty if all are sound.</param>
public sealed record SavedQuestionSet(IReadOnlyList<SavedQuestion> Questions, IReadOnlyList<SeedProblem> Problems);
