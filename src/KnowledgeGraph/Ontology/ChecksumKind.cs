namespace KnowledgeGraph.Ontology;

/// <summary>The check-digit rule of an identifier scheme.</summary>
public enum ChecksumKind
{
    /// <summary>The scheme has no check digit; any value is taken as it stands.</summary>
    None,

    /// <summary>Legal Entity Identifier: ISO 17442, modulo 97 over letters read as numbers.</summary>
    Lei,

    /// <summary>Russian taxpayer number of a legal entity (10 digits) or person (12 digits).</summary>
    Inn,

    /// <summary>Russian registration number of a legal entity (13 digits).</summary>
    Ogrn,

    /// <summary>Belarusian payer number (УНП), 9 characters.</summary>
    Unp,
}
