namespace KnowledgeGraph.Neo4j;

/// <summary>The address that opens Neo4j Browser with a statement in its editor, not yet run.</summary>
public static class BrowserLink
{
    /// <summary>Makes the address.</summary>
    /// <param name="server">The HTTP address of the server, such as <c>http://localhost:7474</c>.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="needsLogin">Whether the server asks for a password; otherwise Browser connects by itself.</param>
    /// <remarks>
    /// Browser cuts the text at an ampersand or a number sign even where these are encoded, so in the statement they stand as their
    /// codes. That is the same within its strings, the only place where it has any.
    /// </remarks>
    public static string To(Uri server, string statement, bool needsLogin)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(statement);
        var text = statement.TrimEnd().Replace("&", "\\u0026", StringComparison.Ordinal).Replace("#", "\\u0023", StringComparison.Ordinal);
        var login = needsLogin ? "" : "preselectAuthMethod=NO_AUTH&";
        return $"{server.GetLeftPart(UriPartial.Authority)}/browser/?{login}cmd=edit&arg={Uri.EscapeDataString(text)}";
    }
}
