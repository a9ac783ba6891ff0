using KnowledgeGraph.Ontology;

namespace KnowledgeGraph.Neo4j.Browser;

/// <summary>A guide for the drawer of Browser, apart from the format that it is written in.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Slides">Its slides, in reading order.</param>
internal sealed record Guide(string Title, IReadOnlyList<GuideSlide> Slides)
{
    /// <summary>Every statement of the guide, in order.</summary>
    public IEnumerable<PackScript> Scripts => Slides.SelectMany(slide => slide.Blocks).OfType<GuideStatement>().Select(block => block.Script);
}

/// <summary>A slide: as much as is read at once.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What stands on it, in order.</param>
internal sealed record GuideSlide(string Title, IReadOnlyList<GuideBlock> Blocks);

/// <summary>A part of a slide.</summary>
internal abstract record GuideBlock;

/// <summary>A paragraph. Text between back-ticks is code.</summary>
internal sealed record GuideText(string Text) : GuideBlock
{
    /// <summary>Pieces of the text, in turn words and code.</summary>
    public IEnumerable<(string Text, bool IsCode)> Pieces => Text.Split('`').Select((piece, i) => (piece, i % 2 == 1));

    /// <summary>Words of the data within a paragraph: nothing in them is taken for code.</summary>
    public static string Plain(string text) => text.Replace('`', '\'');
}

/// <summary>A command to the classic Browser; the new one has no such commands and does not need them.</summary>
/// <param name="Text">What it is for.</param>
/// <param name="Command">The command, without its colon.</param>
internal sealed record GuideCommand(string Text, string Command) : GuideBlock;

/// <summary>A statement to run.</summary>
internal sealed record GuideStatement(PackScript Script) : GuideBlock;

/// <summary>What the colors of relationships mean; only the classic Browser shows them.</summary>
internal sealed record GuideLegend(IReadOnlyList<Layer> Layers) : GuideBlock;
