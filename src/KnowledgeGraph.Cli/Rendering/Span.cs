namespace KnowledgeGraph.Cli.Rendering;

/// <summary>A piece of a line in one tone. The tone only underlines what the words say already.</summary>
/// <param name="Text">The words.</param>
/// <param name="Tone">How they are shown where there is colour.</param>
internal sealed record Span(string Text, Tone Tone)
{
    public static implicit operator Span(string text) => new(text, Tone.Plain);

    /// <summary>What the line is about.</summary>
    internal static Span Strong(string text) => new(text, Tone.Strong);

    /// <summary>Details.</summary>
    internal static Span Faint(string text) => new(text, Tone.Faint);

    /// <summary>What makes an answer weaker than it looks.</summary>
    internal static Span Caution(string text) => new(text, Tone.Caution);
}

/// <summary>Tones of text.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Faint,
    Caution,
}
