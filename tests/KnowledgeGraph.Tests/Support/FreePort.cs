using System.Net;
using System.Net.Sockets;

namespace KnowledgeGraph.Tests.Support;

/// <summary>A port of this machine that nobody listened on just now.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
