using KnowledgeGraph.Facts;
using KnowledgeGraph.Query;

namespace KnowledgeGraph.Tests.Neo4j;

/// <summary>Questions of every kind about the shipped graph, with every filter, found and not found.</summary>
internal static class ManyQuestions
{
    private static readonly GraphFilter AnyProduct = new() { Products = ProductRule.Any };
    private static readonly GraphFilter Supply = new() { Layers = ["supply"] };

    /// <summary>Questions about paths without a product to follow, which Neo4j answers itself where there is a path.</summary>
    public static IReadOnlyList<PathQuestion> SaidInCypher =>
    [
        Path("iskander", "government-of-belarus", AnyProduct),
        Path("iskander", "government-of-belarus", AnyProduct) with { Mode = PathMode.All, MaxHops = 4 },
        Path("iskander", "government-of-belarus", AnyProduct) with { Mode = PathMode.KShortest, K = 3 },
        Path("iskander", "government-of-belarus", AnyProduct with { MinConfidence = 0.7 }),
        Path("iskander", "government-of-belarus", AnyProduct with { Sources = ["D1"] }),
        Path("iskander", "government-of-belarus", AnyProduct with { Sources = ["D2"], IncludeCurator = false }),
        Path("iskander", "government-of-belarus", AnyProduct with { AsOf = new DateOnly(2025, 8, 15), CertainOnly = true }),
        Path("iskander", "government-of-belarus", AnyProduct with { AsOf = new DateOnly(2024, 1, 1) }),
        Path("iskander", "government-of-belarus", AnyProduct with { AvoidNodes = ["integral"] }),
        Path("iskander", "government-of-belarus", AnyProduct with { AvoidFacts = ["f151"] }),
        Path("iskander", "government-of-belarus", AnyProduct with { AvoidCountries = ["belarus"] }),
        Path("iskander", "government-of-belarus", AnyProduct with { AvoidNodeTypes = ["Company"] }),
        Path("iskander", "government-of-belarus", AnyProduct with { AvoidNodeTypes = ["Country", "Person"] }),
        Path("belarusian-state-budget", "russia", AnyProduct with { Channels = ["other-russian-transfers", "russian-supply-chains"] }) with { Mode = PathMode.All },
        Path("iskander", "government-of-belarus", AnyProduct with { KnownOn = new DateOnly(2026, 12, 31) }),
        Path("iskander", "government-of-belarus", AnyProduct with { KnownOn = new DateOnly(2025, 1, 1) }),
        Path("iskander", "government-of-belarus", AnyProduct with { Statuses = [FactStatus.Opinion, FactStatus.Forecast] }),
        Path("belarus", "russia", AnyProduct) with { Mode = PathMode.All },
        Path("belarus", "russia", AnyProduct) with { Mode = PathMode.All, Bounds = new SearchBounds(Limit: 2) },
        Path("belarus", "government-of-russia", new() { Layers = ["control"] }),
        Path("integral", "government-of-belarus", new() { Layers = ["control"] }) with { Mode = PathMode.All },
        Path("belarus", "government-of-russia", new() { Layers = ["finance"] }) with { Mode = PathMode.All },
        Path("belarusian-state-budget", "russia", new() { Layers = ["finance"] }),
        Path("sanctions-on-belarus", "loss-of-economic-autonomy", new() { Layers = ["causal"] }) with { Mode = PathMode.All },
        Path("loss-of-economic-autonomy", "sanctions-on-belarus", new() { Layers = ["causal"] }),
    ];

    public static IReadOnlyList<PathQuestion> Paths { get; } =
    [
        Path("iskander", "government-of-belarus"),
        Path("iskander", "government-of-belarus") with { Mode = PathMode.All },
        Path("iskander", "government-of-belarus") with { Mode = PathMode.KShortest, K = 2 },
        Path("iskander", "government-of-belarus") with { Mode = PathMode.KShortest, K = 1 },
        Path("iskander", "government-of-belarus", new() { MinConfidence = 0.72 }),
        Path("iskander", "government-of-belarus", new() { MinConfidence = 0.73 }),
        Path("iskander", "government-of-belarus", new() { Sources = ["D2"] }),
        Path("iskander", "government-of-belarus", new() { Sources = ["D1"] }),
        Path("iskander", "government-of-belarus", new() { AsOf = new DateOnly(2025, 8, 15) }),
        Path("iskander", "government-of-belarus", new() { AsOf = new DateOnly(2025, 8, 15), CertainOnly = true }),
        Path("iskander", "government-of-belarus", new() { AsOf = new DateOnly(2024, 1, 1), CertainOnly = true }),
        Path("iskander", "government-of-belarus", new() { Statuses = [FactStatus.Opinion] }),
        Path("iskander", "government-of-belarus") with { MaxHops = 1 },
        Path("iskander", "iskander"),
        Path("iskander", "china", Supply),
        Path("iskander", "china", Supply with { Products = ProductRule.AllowUnspecified }),
        Path("iskander", "china", Supply with { Products = ProductRule.Any }),
        Path("government-of-belarus", "iskander"),
        Path("belarus", "government-of-russia"),
        Path("belarus", "government-of-russia", new() { IncludeCurator = false }),
        Path("belarusian-state-budget", "government-of-russia") with { Mode = PathMode.All },
        Path("belarus", "baltic-ports", new() { Types = ["BLOCKS_ACCESS_TO", "SUBJECT_TO"] }),
        Path("russia", "belarus", new() { Layers = ["finance", "control"] }),
        Path("belgee", "geely"),
        Path("iskander", "government-of-belarus") with { Mode = PathMode.All, Order = PathOrder.Reliability },
        Path("iskander", "government-of-belarus") with { Mode = PathMode.All, Order = PathOrder.Width },
        Path("belarus", "government-of-russia") with { Mode = PathMode.KShortest, K = 3, Order = PathOrder.Reliability },
        Path("belarus", "government-of-russia") with { Mode = PathMode.NodeDisjoint, K = 3 },
        Path("belarus", "government-of-russia") with { Mode = PathMode.EdgeDisjoint, K = 3 },
        Path("iskander", "government-of-belarus") with { Via = ["russia"] },
        Path("iskander", "government-of-belarus") with { Via = ["li-qiang"] },
        Path("iskander", "government-of-belarus") with { Edges = "SUPPLIES_COMPONENT_FOR . _+", Mode = PathMode.All },
        Path("iskander", "government-of-belarus") with { Edges = "SUPPLIES_COMPONENT_FOR . CONTROLS" },
        Path("belarus", "government-of-russia") with { IsOrderedInTime = true, Mode = PathMode.All },
        Path("iskander", "government-of-belarus", new() { AvoidNodes = ["integral"] }),
        Path("iskander", "government-of-belarus", new() { AvoidFacts = ["f151"] }),
        Path("iskander", "government-of-belarus", new() { AvoidTypes = ["SUPPLIES_COMPONENT_FOR"] }),
        Path("iskander", "government-of-belarus", new() { AvoidCountries = ["belarus"] }),
        Path("iskander", "government-of-belarus", new() { KnownOn = new DateOnly(2025, 1, 1) }),
        Path("iskander", "government-of-belarus") with { WantsCertificate = true },
        Path("iskander", "government-of-belarus", AnyProduct) with { Mode = PathMode.All, WantsCertificate = true },
        Path("iskander", "government-of-belarus", AnyProduct) with { Order = PathOrder.Reliability, WantsCertificate = true },
        Path("iskander", "china", Supply) with { WantsCertificate = true },
        .. SaidInCypher,
    ];

    public static IReadOnlyList<TierQuestion> Tiers { get; } =
    [
        Upstream("iskander"),
        Upstream("iskander", Supply),
        Upstream("iskander", Supply with { Products = ProductRule.AllowUnspecified }),
        Upstream("iskander", Supply with { Products = ProductRule.Any }),
        Upstream("belarus"),
        Upstream("belarus", new() { MinConfidence = 0.9 }),
        Upstream("belgee"),
        Upstream("belarus") with { Bounds = new SearchBounds(Limit: 2) },
        Upstream("russian-army", new() { Statuses = [FactStatus.Forecast] }),
        Upstream("minsk"),
        Downstream("government-of-belarus"),
        Downstream("government-of-belarus", Supply),
        Downstream("government-of-russia") with { MaxHops = 2 },
        Downstream("integral"),
        Downstream("microchips", Supply),
        Upstream("iskander") with { IsClosure = true },
        Upstream("belarus") with { IsClosure = true, Bounds = new SearchBounds(Limit: 10_000) },
        Upstream("t-72", Supply with { Products = ProductRule.AllowUnspecified }) with { IsClosure = true },
        Downstream("government-of-russia") with { IsClosure = true },
        Downstream("russia", Supply) with { IsClosure = true, IsOrderedInTime = true },
        Upstream("belarus") with { IsOrderedInTime = true },
        Upstream("toxic-partner-status", new() { Layers = ["causal"] }),
        Downstream("china", Supply) with { MaxHops = 1 },
        Downstream("china", new() { AsOf = new DateOnly(2024, 12, 31) }),
    ];

    public static IReadOnlyList<ConnectQuestion> Connections { get; } =
    [
        Connect("geely", "integral"),
        Connect("geely", "integral") with { K = 5, WantsCertificate = true },
        Connect("iskander", "china"),
        Connect("iskander", "china", new() { Layers = ["supply", "politics"], MinConfidence = 0.7 }),
        Connect("iskander", "china", new() { AvoidNodes = ["russia"], AvoidCountries = ["belarus"] }),
        Connect("li-qiang", "microchips", new() { AsOf = new DateOnly(2025, 8, 15), CertainOnly = true }),
        Connect("european-union", "integral", new() { Types = ["LISTED_UNDER", "IMPOSES"], Sources = ["D1"], IncludeCurator = false }),
        Connect("belgee", "russia") with { MaxHops = 1 },
        Connect("minsk", "minsk"),
    ];

    public static IReadOnlyList<NeighbourhoodQuestion> Neighbourhoods { get; } =
    [
        new() { Anchor = "belgee", MaxHops = 1 },
        new() { Anchor = "t-72", MaxHops = 3 },
        new() { Anchor = "integral", MaxHops = 2, Filter = new() { Layers = ["supply", "sanctions"], MinConfidence = 0.8 } },
        new() { Anchor = "minsk", MaxHops = 2, Bounds = new SearchBounds(Limit: 5) },
        new() { Anchor = "belgee", MaxHops = 2, Filter = new() { Types = ["FINANCES"] } },
    ];

    public static IReadOnlyList<CommonQuestion> Common { get; } =
    [
        new() { Anchors = ["iskander", "t-72"], Filter = Supply, IsOrderedInTime = true },
        new() { Anchors = ["iskander", "t-72"] },
        new() { Anchors = ["iskander", "kh-59m2a"] },
        new() { Anchors = ["kh-59m2a", "iskander"], Filter = Supply with { Products = ProductRule.AllowUnspecified } },
        new() { Anchors = ["iskander", "t-72"], Filter = Supply },
        new() { Anchors = ["t-72", "iskander", "belgee"], Filter = new() { Products = ProductRule.Any, AsOf = new DateOnly(2025, 8, 15) } },
        new() { Anchors = ["belarus", "russia"], MaxHops = 1 },
        new() { Anchors = ["belarus", "iskander"], Bounds = new SearchBounds(Limit: 2) },
        new() { Anchors = ["european-union", "iskander"], MaxHops = 2 },
    ];

    public static IReadOnlyList<ChokepointsQuestion> Chokepoints { get; } =
    [
        new() { Target = "t-72" },
        new() { Target = "t-72", Filter = Supply with { Products = ProductRule.AllowUnspecified } },
        new() { Target = "iskander" },
        new() { Target = "iskander", Filter = Supply },
        new() { Target = "iskander", Filter = new() { Products = ProductRule.Any, AsOf = new DateOnly(2025, 8, 15) } },
        new() { Target = "belarus", MaxHops = 3 },
        new() { Target = "belarus", Bounds = new SearchBounds(Limit: 1) },
        new() { Target = "loss-of-economic-autonomy", Filter = new() { Layers = ["causal"] } },
        new() { Target = "t-72", MaxHops = 1 },
        new() { Target = "european-union" },
    ];

    public static IReadOnlyList<BridgesQuestion> Bridges { get; } =
    [
        new() { Anchor = "belarus" },
        new() { Anchor = "belarus", Bounds = new SearchBounds(Limit: 3) },
        new() { Anchor = "t-72", MaxHops = 2 },
        new() { Anchor = "iskander", Filter = Supply with { AsOf = new DateOnly(2025, 8, 15) } },
        new() { Anchor = "integral", Filter = new() { Layers = ["control", "supply"], MinConfidence = 0.8, AvoidNodes = ["russia"] } },
        new() { Anchor = "russia", MaxHops = 1, Filter = new() { Layers = ["causal"] } },
        new() { Anchor = "european-union", Filter = Supply },
    ];

    public static IReadOnlyList<CutQuestion> Cuts { get; } =
    [
        Cut("iskander", "government-of-belarus"),
        Cut("russia", "government-of-belarus"),
        Cut("russia", "government-of-belarus") with { K = 5 },
        Cut("russia", "government-of-belarus") with { IsByHops = true },
        Cut("t-72", "minsk-mechanical-plant") with { Filter = Supply with { Products = ProductRule.AllowUnspecified } },
        new() { From = ["iskander", "t-72", "kh-101"], To = ["government-of-belarus", "rostec"], Filter = AnyProduct },
        Cut("belarus", "government-of-russia") with { Filter = new() { AsOf = new DateOnly(2025, 8, 15) }, IsByHops = true },
        Cut("sanctions-on-belarus", "loss-of-economic-autonomy") with { Filter = new() { Layers = ["causal"] } },
        Cut("iskander", "china") with { Filter = Supply },
        Cut("iskander", "integral"),
        Cut("iskander", "government-of-belarus") with { MaxHops = 1 },
        Cut("european-union", "belarus"),
    ];

    public static IReadOnlyList<AlternativesQuestion> Alternatives { get; } =
    [
        new() { Target = "iskander" },
        new() { Target = "iskander", Filter = new() { AvoidNodes = ["russia"], AsOf = new DateOnly(2025, 8, 15) } },
        new() { Target = "t-72", MaxSize = 1 },
        new() { Target = "t-90", Filter = Supply },
        new() { Target = "uralvagonzavod", Filter = Supply with { Products = ProductRule.AllowUnspecified } },
        new() { Target = "russia" },
        new() { Target = "russia", Bounds = new SearchBounds(Limit: 1) },
        new() { Target = "lukashenko" },
    ];

    public static IReadOnlyList<ShowQuestion> Nodes { get; } =
    [
        .. new[] { "belgee", "belarus", "integral", "microchips", "ukrainian-intelligence", "li-qiang", "european-union" }
            .Select(node => new ShowQuestion { NodeId = node }),
        new() { NodeId = "russia", Bounds = new SearchBounds(Limit: 5) },
    ];

    public static IReadOnlyList<FindQuestion> Names { get; } =
        [.. new[] { "Minsk", "интеграл", "ISKANDER", "bel", "Integrall", "zzzzzz", "«»", "Kh-59M2A missile" }.Select(text => new FindQuestion { Text = text })];

    public static IReadOnlyList<FactsQuestion> Facts { get; } =
    [
        Matching(new() { Subjects = ["integral"] }, "object", "role:product"),
        Matching(new() { Subjects = ["integral", "zenit-belomo"], Types = ["SUPPLIES_TO"], Objects = ["russia"], Roles = [new("product")] }),
        Matching(new() { Roles = [new("product", "microchips")] }, "subject", "object"),
        Matching(new() { Layers = ["sanctions"], SubjectCountries = ["belarus"], AsOf = new DateOnly(2021, 1, 1) }, "subject"),
        Matching(new() { Layers = ["supply"], Types = ["CAUSES"] }),
        Matching(new() { SubjectTypes = ["Company"], ObjectTypes = ["WeaponSystem", "Country"], MinConfidence = 0.72 }),
        Matching(new() { SubjectCountries = ["belarus"], ObjectCountries = ["russia"], Polarity = Polarity.Positive }),
        Matching(new() { Polarity = Polarity.Denied }),
        Matching(new() { Statuses = [FactStatus.Forecast, FactStatus.Opinion], Sources = ["D1"] }),
        Matching(new() { Sources = ["Curators"] }, "subject"),
        Matching(new() { AttributedTo = ["ukrainian-intelligence", "author:D2"] }),
        Matching(new() { Types = ["OPERATES_SINCE"], AsOf = new DateOnly(2025, 2, 15) }),
        Matching(new() { Types = ["PRODUCES"], AsOf = new DateOnly(2025, 8, 15), CertainOnly = true }),
        Matching(new() { ConflictsWith = ["f047"] }),
        Matching(new() { Ids = ["f155", "f047", "no-such-fact"], MinConfidence = 0.5 }),
        Matching(new() { Subjects = ["integral"], KnownOn = new DateOnly(2026, 8, 1) }),
        Matching(new() { Text = "МИКРО" }),
        Matching(new() { Text = "iskander" }),
        Matching(new()) with { Bounds = new SearchBounds(Limit: 10_000) },
        Matching(new() { Types = ["HAS_ATTRIBUTE"], ObjectTypes = ["Country"] }),
    ];

    public static IReadOnlyList<DeriveQuestion> Derived { get; } =
    [
        new() { Formulas = [new("balance", "f241 - f242"), new("share", "f243 / (2 * f240)")] },
        new() { Formulas = [new("ratio", "f025 / f026")] },
        new() { Formulas = [new("constant", "1 / 3")] },
    ];

    private static FactsQuestion Matching(FactPattern pattern, params string[] select) => new() { Pattern = pattern, Select = select };

    private static PathQuestion Path(string from, string to, GraphFilter? filter = null) => new() { From = from, To = to, Filter = filter ?? new() };

    private static CutQuestion Cut(string from, string to) => new() { From = [from], To = [to] };

    private static ConnectQuestion Connect(string from, string to, GraphFilter? filter = null) => new() { From = from, To = to, Filter = filter ?? new() };

    private static TierQuestion Upstream(string anchor, GraphFilter? filter = null) => new() { Anchor = anchor, Filter = filter ?? new() };

    private static TierQuestion Downstream(string anchor, GraphFilter? filter = null) => Upstream(anchor, filter) with { IsDownstream = true };
}
