using System.Text;
using KnowledgeGraph.Storage;
using NUnit.Framework;

namespace KnowledgeGraph.Tests.Storage;

/// <summary>Files of checked blocks: sections of any length read back, and damage shows where it is touched and nowhere else.</summary>
public sealed class MappedFileTests
{
    private string path = null!;

    [SetUp]
    public void MakeFile() => path = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(path);

    [Test]
    public void Sections_ReadBack()
    {
        int[] numbers = [.. Enumerable.Range(0, 400_000)];
        Write(writer =>
        {
            writer.Section<int>(1, numbers);
            writer.Section<long>(2, []);
            writer.Section<byte>(3, "text"u8);
        });
        using var file = new MappedFile(path);
        file.CheckAll();

        Assert.That(file.Header.Stamp, Is.EqualTo(7));
        Assert.That(new Column<int>(file, 1).All().SequenceEqual(numbers));
        Assert.That(new Column<int>(file, 1).Slice(1000, 3).ToArray(), Is.EqualTo(new[] { 1000, 1001, 1002 }));
        Assert.That(new Column<long>(file, 2).Count, Is.Zero);
        Assert.That(Encoding.UTF8.GetString(new Column<byte>(file, 3).All()), Is.EqualTo("text"));
    }

    [Test]
    public void Damage_ShowsWhereItIsTouched()
    {
        Write(writer => writer.Section<int>(1, new int[100_000]));
        var bytes = File.ReadAllBytes(path);
        bytes[200_000] = 1;
        File.WriteAllBytes(path, bytes);
        using var file = new MappedFile(path);
        var column = new Column<int>(file, 1);

        Assert.That(column[0], Is.Zero);
        Assert.That(() => column[(200_000 - BlockWriter.BlockBytes) / sizeof(int)], Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(
            $"{path} is damaged: the checksum of block 48 is wrong; make it anew"));
        Assert.That(file.CheckAll, Throws.TypeOf<InvalidDataException>());
    }

    /// <summary>2,000 blocks of one section, whose checksums fill two blocks of their own.</summary>
    [Test]
    public void DamagedChecksum_ShowsWhereItsBlockIsTouched()
    {
        Write(writer => writer.Section<int>(1, new int[2000 * BlockWriter.BlockBytes / sizeof(int)]));
        var bytes = File.ReadAllBytes(path);
        bytes[(2001 * BlockWriter.BlockBytes) + (1500 * sizeof(uint))] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var file = new MappedFile(path);

        Assert.That(file.Bytes(1000 * BlockWriter.BlockBytes, 1)[0], Is.Zero, "its checksum stands in the first of the two");
        Assert.That(() => file.Bytes(1600 * BlockWriter.BlockBytes, 1).Length, Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(
            $"{path} is damaged: the checksum of block 2002 is wrong; make it anew"));
        Assert.That(file.CheckAll, Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public void PositionsOutside_AreRefused()
    {
        Write(writer => writer.Section<int>(1, new int[10]));
        using var file = new MappedFile(path);
        var column = new Column<int>(file, 1);

        Assert.That(() => column[10], Throws.TypeOf<InvalidDataException>());
        Assert.That(() => column[-1], Throws.TypeOf<InvalidDataException>());
        Assert.That(() => column.Slice(8, 3).Length, Throws.TypeOf<InvalidDataException>());
        Assert.That(() => new Column<int>(file, 2), Throws.TypeOf<InvalidDataException>());
        Assert.That(() => file.Bytes(0, 8).Length, Throws.TypeOf<InvalidDataException>(), "the header is no block");
        Assert.That(() => file.Bytes(file.Header.TablesAt, 1).Length, Throws.TypeOf<InvalidDataException>(), "nor are the tables");
    }

    [Test]
    public void WhatWasFlushed_ReadsBackBeforeTheEnd()
    {
        var random = new Random(1);
        var written = new byte[3_000_000];
        random.NextBytes(written);
        using var writer = new BlockWriter(path);
        var start = writer.Position;
        writer.Write(written);
        writer.EndSection(1, start);
        writer.Flush();
        for (var i = 0; i < 1000; i++)
        {
            var at = random.Next(written.Length - 10_000);
            var read = new byte[random.Next(10_000)];
            writer.ReadBack(start + at, read);
            Assert.That(read.AsSpan().SequenceEqual(written.AsSpan(at, read.Length)), $"{read.Length} bytes at {at}");
        }
    }

    private void Write(Action<BlockWriter> write)
    {
        using var writer = new BlockWriter(path);
        write(writer);
        writer.Finish(stamp: 7);
    }
}
