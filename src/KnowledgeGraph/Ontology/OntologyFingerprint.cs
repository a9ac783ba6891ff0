using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeGraph.Ontology;

/// <summary>
/// A hash of an ontology, to tell whether two programs read the facts alike. Names, inheritance and rules count; descriptions do not.
/// </summary>
public static class OntologyFingerprint
{
    private const char Separator = '\u001F';

    /// <summary><c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static string Of(OntologyModel ontology)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        var text = new StringBuilder();
        foreach (var type in ontology.NodeTypes.Values)
        {
            Line(text, ["node", type.Name, type.IsAbstract ? "abstract" : "", .. type.Extends]);
        }

        foreach (var type in ontology.EdgeTypes.Values)
        {
            Line(text, ["edge", type.Name, type.Layer, Number((int)type.Persistence), Number((int)type.DependentEnd), Number((int)type.ProductPlace)]);
            Line(text, [type.DeclaresComponent ? "declares" : "", type.DeclaresSubstitute ? "substitutes" : "", type.IsAcyclic ? "acyclic" : "", type.IsSymmetric ? "symmetric" : ""]);
            Line(text, ["ends", .. type.SubjectTypes, "→", .. type.ObjectTypes]);
            Line(text, ["has", .. type.Roles, "in", .. type.ValueUnits]);
            Line(text, ["reads", type.Forward.ToString(), type.Reverse.ToString()]);
        }

        foreach (var layer in ontology.Layers.Values)
        {
            Line(text, ["layer", layer.Name, layer.IsDependency ? "dependency" : "", layer.IsCausal ? "causal" : ""]);
        }

        foreach (var role in ontology.Roles.Values)
        {
            Line(text, ["role", role.Name, .. role.NodeTypes]);
        }

        foreach (var unit in ontology.Units.Values)
        {
            Line(text, ["unit", unit.Name, unit.Label, Number((int)unit.Kind), Number(unit.Minimum), Number(unit.Maximum)]);
        }

        foreach (var scheme in ontology.IdentifierSchemes.Values)
        {
            Line(text, ["scheme", scheme.Name, scheme.Label, Number((int)scheme.Checksum)]);
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Number(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";

    private static void Line(StringBuilder text, string[] fields) => text.AppendJoin(Separator, fields).Append('\n');
}
