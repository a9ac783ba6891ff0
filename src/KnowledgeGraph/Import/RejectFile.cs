using System.Text;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Import;

/// <summary>Names what is not taken, one problem a line with file, line, column, code and reason; there is no file without one.</summary>
/// <param name="path">The file; one that is there is replaced when the first reject comes, or taken away if none does.</param>
internal sealed class RejectFile(string path) : IDisposable
{
    private readonly Tally tally = new();
    private StreamWriter? file;

    /// <summary>Items not taken, each counted once by its first problem.</summary>
    public Tally Tally => tally;

    /// <summary>Takes the problems of one item.</summary>
    public void Add(IReadOnlyList<SeedProblem> problems)
    {
        file ??= new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var problem in problems)
        {
            file.WriteLine(problem.ToString());
        }

        tally.Add(problems[0].Code, problems[0].ToString());
    }

    public void Dispose()
    {
        file?.Dispose();
        if (file is null)
        {
            File.Delete(path);
        }
    }
}
