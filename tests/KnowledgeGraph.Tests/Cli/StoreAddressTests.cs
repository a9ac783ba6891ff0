using KnowledgeGraph.Cli;
using KnowledgeGraph.Cli.Rendering;
using KnowledgeGraph.Neo4j;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Cli;

[TestFixture]
public sealed class StoreAddressTests
{
#if !OFFICIAL_PACKAGES
    private static readonly CliRun WithoutBolt = new(
        ExitCode.Usage,
        "",
        "kg: --store: this build speaks http:// and https:// only; build with -p:OfficialPackages=true for Bolt, "
        + "or give the HTTP address, such as http://host:7474\n");

    [Test]
    public void BoltWithoutTheDriver_SaysWhatToDo(
        [Values("bolt://me:hunter2@h", "bolt+s://h:7687", "bolt+ssc://h", "neo4j://h", "neo4j+s://h/facts", "NEO4J+SSC://h")] string address) =>
        Assert.That(CliRun.With([], ["find", "x", "--store", address]), Is.EqualTo(WithoutBolt));

    [Test]
    public void BoltInTheEnvironmentWithoutTheDriver_SaysWhatToDo() => Assert.That(
        CliRun.With(new Dictionary<string, string> { ["KG_NEO4J_URI"] = "neo4j://localhost:7687" }, ["load", "--store", "neo4j"]),
        Is.EqualTo(WithoutBolt));
#endif

    [Test]
    public void OtherScheme_IsRefused() => Assert.That(
        CliRun.With([], ["find", "x", "--store", "ftp://me:hunter2@h"]).Error,
        Is.EqualTo("kg: --store: \"ftp\" is no scheme of Neo4j's HTTP API; give http:// or https://, such as http://localhost:7474\n"));

    [Test]
    public void UserWithoutPasswordAndNoTerminal_SaysWhereToPutIt() => Assert.That(
        CliRun.With(new Dictionary<string, string> { ["KG_NEO4J_USER"] = "neo4j" }, ["load", "--store", "http://h:7474"]),
        Is.EqualTo(new CliRun(
            ExitCode.Usage, "", "kg: --store: user \"neo4j\" has no password; set KG_NEO4J_PASSWORD, or run kg in a terminal, where it asks\n")));

    [Test]
    public void UserWithoutPasswordAtATerminal_IsAsked()
    {
        var prompts = new List<string>();

        var options = Read("http://me@h:7474/facts", [], prompt =>
        {
            prompts.Add(prompt);
            return "hunter2";
        });

        Assert.That((options.User, options.Password), Is.EqualTo(("me", "hunter2")));
        Assert.That(prompts, Is.EqualTo(new[] { "password of me at http://h:7474 (database facts): " }));
    }

    [TestCase("http://h")]
    [TestCase("http://me:@h")]
    [TestCase("http://me:secret@h")]
    public void NobodyOrPasswordGiven_IsNotAsked(string address) =>
        Assert.That(() => Read(address, [], _ => throw new AssertionException("asked")), Throws.Nothing);

    [Test]
    public void PasswordInTheEnvironment_IsTakenUnasked()
    {
        var options = Read("http://me@h", new() { ["KG_NEO4J_PASSWORD"] = "hunter2" }, _ => throw new AssertionException("asked"));

        Assert.That(options.Password, Is.EqualTo("hunter2"));
    }

    [Test]
    public void TokenInTheEnvironment_GoesBeforeItsUserButNotBeforeTheAddress()
    {
        Dictionary<string, string> environment = new() { ["KG_NEO4J_TOKEN"] = " abc.def\n", ["KG_NEO4J_USER"] = "me", ["KG_NEO4J_PASSWORD"] = "x" };

        Assert.That(Read("https://h", environment, _ => throw new AssertionException("asked")).BearerToken, Is.EqualTo("abc.def"));
        Assert.That(Read("https://you:secret@h", environment, _ => throw new AssertionException("asked")).BearerToken, Is.Null);
    }

    [Test]
    public void TextThatIsNoToken_IsRefusedWithoutRepeatingIt() => Assert.That(
        CliRun.With(new Dictionary<string, string> { ["KG_NEO4J_TOKEN"] = "Bearer hunter2" }, ["load", "--store", "https://h"]),
        Is.EqualTo(new CliRun(
            ExitCode.Usage, "", "kg: KG_NEO4J_TOKEN is no bearer token; one holds letters, digits and - . _ ~ + / = only, without \"Bearer\" before it\n")));

    [Test]
    public void AuthoritiesInTheEnvironment_AreTrusted() =>
        Assert.That(Read("https://h", new() { ["KG_NEO4J_CA"] = "/etc/ours.pem" }, _ => "").AuthorityFile, Is.EqualTo("/etc/ours.pem"));

    [Test]
    public void KeysTyped_MakeTheSecret()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.That(TerminalSecret.Read(Keys("\bпs\bas\u001b\r"), cancellation), Is.EqualTo("пas"));
    }

    [Test]
    public void InterruptedWhileTyping_IsCancelled()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.That(() => TerminalSecret.Read(Keys("ab\u0003"), cancellation), Throws.TypeOf<OperationCanceledException>());
        Assert.That(cancellation.IsCancellationRequested);
    }

    private static Func<ConsoleKeyInfo> Keys(string typed)
    {
        var next = 0;
        return () => new ConsoleKeyInfo(
            typed[next], typed[next++] switch { '\b' => ConsoleKey.Backspace, '\r' => ConsoleKey.Enter, _ => ConsoleKey.None }, false, false, false);
    }

    private static Neo4jOptions Read(string address, Dictionary<string, string> environment, Func<string, string> ask) => StoreAddress.Read(
        address,
        new KgHost(TextWriter.Null, TextWriter.Null, environment.GetValueOrDefault, TimeProvider.System, Screen.Redirected) { AskSecret = ask });
}
