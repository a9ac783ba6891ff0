using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Neo4j;

public sealed class Neo4jOptionsTests
{
    [TestCase("http://localhost", "http://localhost:7474")]
    [TestCase("https://db.example", "https://db.example:7473")]
    [TestCase("http://localhost:80/", "http://localhost")]
    [TestCase("https://0a1b2c3d.databases.neo4j.io", "https://0a1b2c3d.databases.neo4j.io")]
    [TestCase("https://0a1b2c3d.databases.neo4j.io:7473", "https://0a1b2c3d.databases.neo4j.io:7473")]
    [TestCase("http://u:p%40ss@localhost:17474/facts", "http://localhost:17474 (database facts)")]
    [TestCase("http://[::1]:9", "http://[::1]:9")]
    public void Address_IsReadAndPrintedWithoutCredentials(string address, string endpoint)
    {
        var options = Neo4jOptions.Parse(address);
        Assert.That(options.Endpoint, Is.EqualTo(endpoint));
        Assert.That(options.ToString(), Is.EqualTo(endpoint));
    }

    [Test]
    public void Credentials_AreUnescaped()
    {
        var options = Neo4jOptions.Parse("http://neo4j:p%40s%3As@localhost");
        Assert.That((options.User, options.Password), Is.EqualTo(("neo4j", "p@s:s")));
    }

    [TestCase("localhost 7474", "the address of Neo4j is no URI; it looks like http://localhost:7474")]
    [TestCase("bolt://me:secret@localhost:7687", "\"bolt\" is no scheme of Neo4j's HTTP API; give http:// or https://, such as http://localhost:7474")]
    [TestCase("http://localhost/a/b", "what follows the host is no database name; the address looks like http://localhost:7474/neo4j")]
    [TestCase("http://localhost/neo4j?x=1", "what follows the host is no database name; the address looks like http://localhost:7474/neo4j")]
    public void OtherForm_IsRefusedWithoutRepeatingCredentials(string address, string message) =>
        Assert.That(() => Neo4jOptions.Parse(address), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));
}
