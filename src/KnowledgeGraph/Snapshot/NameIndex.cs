using System.Text;
using KnowledgeGraph.Facts;
using KnowledgeGraph.Storage;

namespace KnowledgeGraph.Snapshot;

/// <summary>Finds the nodes that go by a name: hashes of <see cref="NameKey"/>s in ascending order, beside each its node.</summary>
/// <param name="hashes">The hashes.</param>
/// <param name="nodes">The nodes.</param>
internal sealed class NameIndex(Column<uint> hashes, Column<int> nodes)
{
    /// <summary>The hash of a name's key.</summary>
    public static uint HashOf(string nameKey) => HashOf(Encoding.UTF8.GetBytes(nameKey));

    /// <summary>As for a text.</summary>
    public static uint HashOf(ReadOnlySpan<byte> nameKey) => Crc32C.Of(nameKey);

    /// <summary>Positions of the nodes that may have a name with this key, ascending; few others among them. Logarithmic.</summary>
    public IEnumerable<int> NodesWith(string nameKey)
    {
        var hash = HashOf(nameKey);
        var (low, high) = (0, hashes.Count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            (low, high) = hashes[middle] < hash ? (middle + 1, high) : (low, middle);
        }

        // Kept in order as they come: sorting numbers by Linq would be compiled at every start, for the one or two that there are.
        var found = new List<int>();
        for (var i = low; i < hashes.Count && hashes[i] == hash; i++)
        {
            if (found.BinarySearch(nodes[i]) is < 0 and var place)
            {
                found.Insert(~place, nodes[i]);
            }
        }

        return found;
    }
}
