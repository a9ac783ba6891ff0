using System.Globalization;
using System.Text;
using KnowledgeGraph.Facts.Json;

namespace KnowledgeGraph.Import;

/// <summary>Names what is not taken, one problem a line with file, line, column, code and reason; there is no file without one.</summary>
/// <param name="path">The file; one that is there is replaced in the end, or taken away if there is no reject, and stays if the import fails.</param>
internal sealed class RejectFile(string path) : IDisposable
{
    private readonly Tally tally = new();
    private readonly string part = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.part");
    private StreamWriter? file;

    /// <summary>Items not taken, each counted once by its first problem.</summary>
    public Tally Tally => tally;

    /// <summary>Takes the problems of one item.</summary>
    public void Add(IReadOnlyList<SeedProblem> problems)
    {
        file ??= new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var problem in problems)
        {
            file.WriteLine(problem.ToString());
        }

        tally.Add(problems[0].Code, problems[0].ToString());
    }

    /// <summary>Puts the file in its place.</summary>
    public void Finish()
    {
        if (file is not null)
        {
            file.Dispose();
            File.Move(part, path, overwrite: true);
        }
        else if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Takes away what was not finished.</summary>
    public void Dispose()
    {
        if (file is null)
        {
            return;
        }

        try
        {
            file.Dispose();
        }
        finally
        {
            File.Delete(part);
        }
    }
}
