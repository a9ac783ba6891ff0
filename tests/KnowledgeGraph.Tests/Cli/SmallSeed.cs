namespace KnowledgeGraph.Tests.Cli;

/// <summary>A seed in a temporary folder, with the shipped ontology.</summary>
internal sealed class SmallSeed : IDisposable
{
    private SmallSeed(string nodes, string facts, string conflicts)
    {
        Folder = Directory.CreateTempSubdirectory("kg-seed-").FullName;
        File.Copy(Path.Combine(CliRun.ShippedSeed, "ontology.json"), Path.Combine(Folder, "ontology.json"));
        Write("sources.json", """
            { "schemaVersion": 1, "sources": [
              { "id": "paper", "shortName": "P", "title": "A paper", "author": "A. Author", "date": "2025-06", "kind": "article" } ] }
            """);
        Write("nodes/all.json", $$"""{ "schemaVersion": 1, "nodes": [ {{nodes}} ] }""");
        Write("facts/all.json", $$"""{ "schemaVersion": 1, "enteredBy": "Tester", "enteredOn": "2026-01-02", "facts": [ {{facts}} ] }""");
        Write("conflicts.json", $$"""{ "schemaVersion": 1, "conflicts": [ {{conflicts}} ] }""");
    }

    public string Folder { get; }

    /// <summary>
    /// rocket ← maker-a (claim, unstated component) ← maker-b (subsidiary, disputed; curator's edge) ← evil.
    /// Two facts disagree about who controls maker-a.
    /// </summary>
    public static SmallSeed WithEveryMark() => new(
        """
        { "id": "rocket", "type": "WeaponSystem", "name": "Rocket" },
        { "id": "maker-a", "type": "Company", "name": "Maker A" },
        { "id": "maker-b", "type": "Company", "name": "Maker | B" },
        { "id": "evil", "type": "Company", "name": "=[red]Evil[/]" }
        """,
        """
        { "id": "f1", "subject": "maker-a", "type": "SUPPLIES_COMPONENT_FOR", "object": "rocket", "validFrom": "2024-03",
          "status": "attributed-claim", "attributedTo": "maker-b", "confidence": 0.6, "confidenceReason": "a rival's word",
          "evidence": [ { "source": "paper", "place": "line 1" } ], "statement": "Maker A builds a part of the rocket.",
          "doubts": [ "the rival gains from it" ] },
        { "id": "f2", "subject": "maker-b", "type": "CONTROLS", "object": "maker-a",
          "status": "opinion", "attributedToAuthorOf": "paper", "confidence": 0.8, "confidenceReason": "argued",
          "evidence": [ { "source": "paper", "place": "line 2" } ], "statement": "Maker B controls Maker A." },
        { "id": "f3", "subject": "maker-b", "type": "CONTROLS", "object": "maker-a", "denied": true,
          "status": "reported", "confidence": 0.7, "confidenceReason": "stated",
          "evidence": [ { "source": "paper", "place": "line 3" } ], "statement": "Maker B says it does not control Maker A." },
        { "id": "f4", "subject": "evil", "type": "CONTROLS", "object": "maker-b",
          "status": "reported", "confidence": 0.5, "confidenceReason": "rumour",
          "evidence": [ { "source": "paper", "place": "line 4" } ], "statement": "Evil controls Maker B." }
        """,
        """{ "id": "c1", "facts": [ "f2", "f3" ], "note": "One says so, the other denies it." }""");

    /// <summary>rocket, in whose wreck a chip was found; maker of chips. That it supplied the rocket, nobody says.</summary>
    public static SmallSeed WithAFind() => new(
        """
        { "id": "rocket", "type": "WeaponSystem", "name": "Rocket" },
        { "id": "chip", "type": "Product", "name": "Chip" },
        { "id": "maker", "type": "Company", "name": "Maker" },
        { "id": "lab", "type": "Organization", "name": "Laboratory" }
        """,
        """
        { "id": "f1", "subject": "chip", "type": "FOUND_IN", "object": "rocket",
          "status": "attributed-claim", "attributedTo": "lab", "confidence": 0.8, "confidenceReason": "examined a wreck",
          "evidence": [ { "source": "paper", "place": "line 1" } ], "statement": "A chip lay in the wreck of a rocket." },
        { "id": "f2", "subject": "maker", "type": "PRODUCES", "object": "chip",
          "status": "reported", "confidence": 0.9, "confidenceReason": "stated",
          "evidence": [ { "source": "paper", "place": "line 2" } ], "statement": "Maker makes the chip." }
        """,
        "");

    /// <summary>Every one of so many companies controls every other.</summary>
    public static SmallSeed Complete(int count) => new(
        string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{ "id": "n{{i:D2}}", "type": "Company", "name": "N{{i:D2}}" }""")),
        string.Join(',', from i in Enumerable.Range(0, count) from j in Enumerable.Range(0, count) where i != j select Controls(i, j)),
        "");

    /// <summary>A seed with several problems.</summary>
    public static SmallSeed Broken() => new(
        """{ "id": "a", "type": "Compny", "name": "A" }""",
        """
        { "id": "f1", "subject": "a", "type": "CONTROLS", "object": "nobody", "status": "reported", "confidence": 2,
          "confidenceReason": "x", "evidence": [ { "source": "paper", "place": "line 1" } ], "statement": "A controls nobody." }
        """,
        "");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Controls(int subject, int @object) => $$"""
        { "id": "f{{subject:D2}}-{{@object:D2}}", "subject": "n{{subject:D2}}", "type": "CONTROLS", "object": "n{{@object:D2}}", "status": "reported",
          "confidence": 0.9, "confidenceReason": "stated", "evidence": [ { "source": "paper", "place": "line 1" } ],
          "statement": "One controls the other." }
        """;

    private void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
