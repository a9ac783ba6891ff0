using System.Diagnostics;
using System.IO.Compression;
using KnowledgeGraph.Cli;
using KnowledgeGraph.Tests.Cli;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Repository;

/// <summary>What <c>dotnet pack</c> makes of what was built.</summary>
public sealed class PackageTests
{
    private string folder = "";

    [OneTimeSetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("kg-pack-").FullName;

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Tool_HoldsCommandAndWholeSeed()
    {
        var entries = await PackAsync("KnowledgeGraph.Cli");

        const string program = "tools/net10.0/any/";
        var seed = Directory.EnumerateFiles(CliRun.ShippedSeed, "*", SearchOption.AllDirectories)
            .Select(file => program + "graph-seed/" + Path.GetRelativePath(CliRun.ShippedSeed, file).Replace('\\', '/'));
        Assert.That(seed, Is.SubsetOf(entries.Keys));
        Assert.That(entries.Keys, Has.Member("README.md").And.Member(program + "kg.dll"));
        Assert.That(entries[program + "DotnetToolSettings.xml"], Does.Contain("<Command Name=\"kg\" EntryPoint=\"kg.dll\" Runner=\"dotnet\" />"));
        Assert.That(entries["KnowledgeGraph.Cli.nuspec"], Does.Contain("<license type=\"expression\">MIT</license>"));
    }

    [Test]
    public async Task Library_HoldsReadmeLicenceAndSchema()
    {
        var entries = await PackAsync("KnowledgeGraph");

        Assert.That(
            new[] { "README.md", "content/answer.schema.json", "lib/net10.0/KnowledgeGraph.dll", "lib/net10.0/KnowledgeGraph.xml" },
            Is.SubsetOf(entries.Keys));
        Assert.That(entries["KnowledgeGraph.nuspec"], Does.Contain("<license type=\"expression\">MIT</license>").And.Contain("<readme>README.md</readme>"));
    }

    [Test]
    public void NoSeedAboveTheFolder_SeedBesideTheProgramIsTaken()
    {
        var program = Path.Combine(folder, "program");
        var shipped = Path.Combine(program, "graph-seed");
        Directory.CreateDirectory(shipped);

        Assert.That(SeedLocation.Resolve(null, Path.GetPathRoot(folder)!, program), Is.EqualTo(shipped));
    }

    [Test]
    public void NoSeedAnywhere_SaysWhatIsWanted()
    {
        var root = Path.GetPathRoot(folder)!;

        Assert.That(
            () => SeedLocation.Resolve(null, root, folder),
            Throws.TypeOf<UsageException>().With.Property(nameof(UsageException.Complaints)).EqualTo(new[]
            {
                $"no folder graph-seed in {root} or above it; name one with --seed DIR: a seed is a folder that holds ontology.json, sources.json, nodes and facts",
            }));
    }

    /// <summary>The files of a package; with their texts where they are XML of the package itself.</summary>
    private async Task<Dictionary<string, string>> PackAsync(string project)
    {
        var output = Path.Combine(folder, project);
        var configuration = new DirectoryInfo(TestContext.CurrentContext.TestDirectory).Parent!.Name;
        await DotnetAsync("pack", $"src/{project}", "--no-build", "-c", configuration, "-o", output, "-v", "quiet", "-nodeReuse:false");
        using var package = await ZipFile.OpenReadAsync(Directory.EnumerateFiles(output, "*.nupkg").Single());
        return package.Entries.ToDictionary(entry => entry.FullName, TextOf, StringComparer.Ordinal);
    }

    private static string TextOf(ZipArchiveEntry entry)
    {
        if (Path.GetExtension(entry.Name) is not (".nuspec" or ".xml") || entry.Length > 100_000)
        {
            return "";
        }

        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static async Task DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = CliRun.Repository };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, printed);
    }
}
