using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Snapshot;

/// <summary>The vocabulary as a record of a graph file.</summary>
internal static class OntologyRecord
{
    public static void Write(RecordWriter to, OntologyModel ontology)
    {
        Write(to, ontology.NodeTypes.Values, WriteNodeType);
        Write(to, ontology.EdgeTypes.Values, WriteEdgeType);
        Write(to, ontology.Layers.Values, WriteLayer);
        Write(to, ontology.Roles.Values, WriteRole);
        Write(to, ontology.Units.Values, WriteUnit);
        Write(to, ontology.IdentifierSchemes.Values, WriteScheme);
    }

    /// <exception cref="InvalidDataException">There is no such record.</exception>
    /// <exception cref="ArgumentException">The vocabulary is not sound.</exception>
    public static OntologyModel Read(RecordReader from) => new(
        List(from, ReadNodeType),
        List(from, ReadEdgeType),
        List(from, ReadLayer),
        List(from, ReadRole),
        List(from, ReadUnit),
        List(from, ReadScheme));

    private static void Write<T>(RecordWriter to, IEnumerable<T> items, Action<RecordWriter, T> write)
        where T : class
    {
        var list = items.ToList();
        to.Number(list.Count);
        list.ForEach(item => write(to, item));
    }

    private static T[] List<T>(RecordReader from, Func<RecordReader, T> read)
        where T : class
    {
        var items = new T[from.Count()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(from);
        }

        return items;
    }

    private static void WriteNodeType(RecordWriter to, NodeType type)
    {
        to.Text(type.Name);
        to.Flag(type.IsAbstract);
        to.Texts(type.Extends);
        to.Text(type.FollowTheMoney);
        to.Text(type.Description);
        to.Text(type.Color);
    }

    private static NodeType ReadNodeType(RecordReader from) =>
        new(from.Text(), from.Flag(), from.Texts(), from.TextOrNull(), from.Text()) { Color = from.TextOrNull() };

    private static void WriteEdgeType(RecordWriter to, EdgeType type)
    {
        to.Text(type.Name);
        to.Text(type.Layer);
        to.Number((int)type.Persistence);
        to.Number((int)type.DependentEnd);
        to.Texts(type.SubjectTypes);
        to.Texts(type.ObjectTypes);
        to.Texts(type.Roles);
        to.Texts(type.ValueUnits);
        to.Number((int)type.ProductPlace);
        to.Flag(type.DeclaresComponent);
        to.Flag(type.DeclaresSubstitute);
        to.Flag(type.IsAcyclic);
        to.Flag(type.IsSymmetric);
        to.Text(type.Forward.ToString());
        to.Text(type.Reverse.ToString());
        to.Text(type.FollowTheMoney);
        to.Text(type.Description);
    }

    private static EdgeType ReadEdgeType(RecordReader from) => new()
    {
        Name = from.Text(),
        Layer = from.Text(),
        Persistence = (Persistence)from.Number(),
        DependentEnd = (DependentEnd)from.Number(),
        SubjectTypes = from.Texts(),
        ObjectTypes = from.Texts(),
        Roles = from.Texts(),
        ValueUnits = from.Texts(),
        ProductPlace = (ProductPlace)from.Number(),
        DeclaresComponent = from.Flag(),
        DeclaresSubstitute = from.Flag(),
        IsAcyclic = from.Flag(),
        IsSymmetric = from.Flag(),
        Forward = new Phrase(from.Text()),
        Reverse = new Phrase(from.Text()),
        FollowTheMoney = from.TextOrNull(),
        Description = from.Text(),
    };

    private static void WriteLayer(RecordWriter to, Layer layer)
    {
        to.Text(layer.Name);
        to.Flag(layer.IsDependency);
        to.Text(layer.Description);
        to.Flag(layer.IsCausal);
        to.Text(layer.Color);
    }

    private static Layer ReadLayer(RecordReader from) =>
        new(from.Text(), from.Flag(), from.Text(), from.Flag()) { Color = from.TextOrNull() };

    private static void WriteRole(RecordWriter to, Role role)
    {
        to.Text(role.Name);
        to.Texts(role.NodeTypes);
        to.Text(role.Description);
    }

    private static Role ReadRole(RecordReader from) => new(from.Text(), from.Texts(), from.Text());

    private static void WriteUnit(RecordWriter to, Unit unit)
    {
        to.Text(unit.Name);
        to.Text(unit.Label);
        to.Number((int)unit.Kind);
        to.Decimal(unit.Minimum);
        to.Decimal(unit.Maximum);
    }

    private static Unit ReadUnit(RecordReader from) =>
        new(from.Text(), from.Text(), (UnitKind)from.Number()) { Minimum = from.Decimal(), Maximum = from.Decimal() };

    private static void WriteScheme(RecordWriter to, IdentifierScheme scheme)
    {
        to.Text(scheme.Name);
        to.Text(scheme.Label);
        to.Number((int)scheme.Checksum);
    }

    private static IdentifierScheme ReadScheme(RecordReader from) => new(from.Text(), from.Text(), (ChecksumKind)from.Number());
}
