using NUnit.Framework;

namespace KnowledgeGraph.Tests.Support;

/// <summary>What a test needs and not every machine has.</summary>
internal static class Prerequisite
{
    /// <summary>Ends the test: ignored with the reason, or failed where <c>KG_TEST_REQUIRE_ALL</c> is 1.</summary>
    internal static void IsMissing(string reason)
    {
        if (Environment.GetEnvironmentVariable("KG_TEST_REQUIRE_ALL") == "1")
        {
            Assert.Fail(reason);
        }

        Assert.Ignore(reason);
    }
}
