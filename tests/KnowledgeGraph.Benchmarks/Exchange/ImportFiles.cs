using System.Globalization;

namespace KnowledgeGraph.Benchmarks.Exchange;

/// <summary>Writes arrays as CSV for Neo4j's own bulk import: nodes with a number, relationships with type, confidence and days.</summary>
internal static class ImportFiles
{
    public static void Write(GraphArrays arrays, string folder)
    {
        Directory.CreateDirectory(folder);
        using (var nodes = new StreamWriter(Path.Combine(folder, "nodes.csv")))
        {
            nodes.Write("number:ID{id-type: long}\n");
            for (var node = 0; node < arrays.NodeCount; node++)
            {
                nodes.Write(string.Create(CultureInfo.InvariantCulture, $"{node}\n"));
            }
        }

        using var edges = new StreamWriter(Path.Combine(folder, "relationships.csv"));
        edges.Write(":START_ID,:END_ID,:TYPE,confidence:double,first:int,last:int\n");
        for (var edge = 0; edge < arrays.From.Length; edge++)
        {
            edges.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{arrays.From[edge]},{arrays.To[edge]},{arrays.TypeNames[arrays.Type[edge]]},{arrays.Confidence[edge]},{arrays.FirstDay[edge]},{arrays.LastDay[edge]}\n"));
        }
    }
}
