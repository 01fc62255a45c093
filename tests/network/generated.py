"""Networks made at random, and what networkx says of them.

Nothing here is taken from the program: dates are numbered, lags counted and ways followed once more, over graphs of
what was drawn, by the longest way between two milestones where the program makes one pass.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import networkx as nx
from hypothesis import strategies as st

from genderplan.standing.standings import Standings
from network.networks import planned

PURE = ("days", "months")
MODES = (*PURE, "mixed")
LAGS = {"": (0, 0), "P0D": (0, 0), "P3D": (3, 0), "P2W": (14, 0), "45 days": (45, 1), "P9W": (63, 2)}
"""Days, and whole months of 30 days."""
MONTH_LAGS = LAGS | {"P1M": (0, 1), "2 months": (0, 2), "P1Y": (0, 12)}
"""Where everything is reckoned in months, days do not matter."""
PRECISIONS = {"days": ["%Y-%m-%d"], "months": ["%Y-%m", "%Y-Q"], "mixed": ["%Y-%m-%d", "%Y-%m-%d", "%Y-%m-%d", "%Y-%m"]}
DONE = ("2024-10", "2024-12", "2025-01-03", "2025-01-15")
"""When what is complete was done: before the status date, or on it."""
OPEN, COMPLETE, CANCELLED = "open", "complete", "cancelled"

Told = tuple[str, int | None, int | None, str | None, str | None]


@dataclass(frozen=True)
class Node:
    """A milestone: its date now and in the baseline, None where it has none there."""

    name: str
    now: str | None
    then: str | None
    state: str

    @property
    def keys(self) -> str:
        due = "completed" if self.state == COMPLETE else "due"
        cancelled = "cancelled: {reason: No}" if self.state == CANCELLED else ""
        return ", ".join(filter(None, (f"{due}: {self.now}" if self.now else "", cancelled)))


def last_day(text: str) -> date:
    """The last day of a date."""
    if "Q" in text:
        year, quarter = text.split("-Q")
        return last_day(f"{year}-{int(quarter) * 3:02d}")
    if len(text) == 7:
        year, month = text.split("-")
        return date(int(year), int(month), monthrange(int(year), int(month))[1])
    return date.fromisoformat(text)


def number(text: str, unit: str) -> int:
    day = last_day(text)
    return day.toordinal() if unit == "days" else day.year * 12 + day.month - 1


def text_of(value: int, unit: str) -> str:
    return date.fromordinal(value).isoformat() if unit == "days" else f"{value // 12}-{value % 12 + 1:02d}"


def longest(graph: "nx.DiGraph[str]", source: str) -> dict[str, int]:
    """The longest way from a milestone to each that it leads to, itself included, by the lags on it."""
    lengths = nx.single_source_bellman_ford_path_length(graph, source, weight=lambda _a, _b, data: -data["lag"])
    return {name: -int(length) for name, length in lengths.items()}


def before(graph: "nx.DiGraph[str]", name: str) -> list[tuple[str, int]]:
    """What a milestone waits for, with the lags."""
    return [(other, int(data["lag"])) for other, _, data in graph.in_edges(name, data=True)]


def after(graph: "nx.DiGraph[str]", name: str) -> list[tuple[str, int]]:
    """What waits for a milestone, with the lags."""
    return [(other, int(data["lag"])) for _, other, data in graph.out_edges(name, data=True)]


@dataclass(frozen=True)
class Drawn:
    """What was drawn: milestones in the order of their file, links of name, name waited for and lag, and an end."""

    nodes: tuple[Node, ...]
    links: tuple[tuple[str, str, str], ...]
    end: str | None

    @cached_property
    def standings(self) -> Standings:
        """The plan as the program reads it."""
        waits: dict[str, list[str]] = {node.name: [] for node in self.nodes}
        for name, other, lag in self.links:
            waits[name].append(f"{{milestone: {other}, lag: {lag}}}" if lag else other)
        spec = {
            node.name: ", ".join(filter(None, (node.keys, f"depends_on: [{', '.join(waits[node.name])}]")))
            for node in self.nodes
        }
        then = {node.name: f"due: {node.then}" if node.then else "" for node in self.nodes}
        return planned(spec, then, f"period: {{start: 2024-01, end: {self.end}}}\n" if self.end else "")

    @cached_property
    def by_name(self) -> dict[str, Node]:
        return {node.name: node for node in self.nodes if node.state != CANCELLED}

    @property
    def plan_end(self) -> str | None:
        return self.end or max(self.now.values(), key=last_day, default=None)

    def units(self, *others: dict[str, str], done: bool = True) -> dict[str, str]:
        """By name: days where all dates of what is connected are days, now and on any other side; of what is open."""
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(name for name, node in self.by_name.items() if done or node.state != COMPLETE)
        graph.add_edges_from(link[:2] for link in self.links if link[0] in graph and link[1] in graph)
        found: dict[str, str] = {}
        for together in nx.connected_components(graph):
            dates = [side[each] for each in together for side in (self.now, *others) if each in side]
            unit = "days" if dates and all(len(text) == 10 for text in dates) else "months"
            found |= dict.fromkeys(together, unit)
        return found

    @cached_property
    def now(self) -> dict[str, str]:
        """The date of each that is dated and not cancelled."""
        return {name: node.now for name, node in self.by_name.items() if node.now}

    @cached_property
    def unit(self) -> dict[str, str]:
        return dict.fromkeys(self.by_name, "months") | self.units(done=False)

    def graph(self, units: dict[str, str]) -> "nx.DiGraph[str]":
        """What is not cancelled, from what is waited for to what waits, with lags in the unit of each."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.by_name)
        for name, other, lag in self.links:
            if name in graph and other in graph:
                days, months = MONTH_LAGS[lag]
                graph.add_edge(other, name, lag=days if units[name] == "days" else months)
        return graph

    @cached_property
    def open_graph(self) -> "nx.DiGraph[str]":
        """The same of what can still slip."""
        graph = self.graph(self.unit)
        graph.remove_nodes_from([name for name, node in self.by_name.items() if node.state == COMPLETE])
        return graph

    def contracted(self, graph: "nx.DiGraph[str]") -> "nx.DiGraph[str]":
        """What is dated, with a link for each way through what is not: the longest."""
        graph = graph.copy()
        for name in [name for name in graph if self.by_name[name].now is None]:
            for one, first in before(graph, name):
                for other, then in after(graph, name):
                    lag = int(graph.get_edge_data(one, other, {"lag": 0})["lag"])
                    graph.add_edge(one, other, lag=max(first + then, lag))
            graph.remove_node(name)
        return graph

    @cached_property
    def _dated(self) -> "nx.DiGraph[str]":
        return self.contracted(self.open_graph)

    def number(self, name: str) -> int:
        return number(self.by_name[name].now or "", self.unit[name])

    def floats(self) -> dict[str, tuple[str, int | None, int | None, str | None]]:
        """Unit, free float, total float and latest date of each open milestone."""
        found: dict[str, tuple[str, int | None, int | None, str | None]] = {}
        dated = self._dated
        for name in self.open_graph:
            unit, end = self.unit[name], self.plan_end
            latest = None if end is None else number(end, unit) - max(longest(self.open_graph, name).values())
            free = total = None
            if name in dated:
                own = self.number(name)
                free = min((self.number(other) - lag - own for other, lag in after(dated, name)), default=None)
                total = None if latest is None else latest - own
            found[name] = (unit, free, total, None if latest is None else text_of(latest, unit))
        return found

    def least_room(self, name: str) -> int | None:
        """The least room between an open milestone and anything dated and open that it waits for."""
        rooms = [self.number(name) - lag - self.number(other) for other, lag in before(self._dated, name)]
        return min(rooms, default=None)

    def has_way(self, first: str, then: str) -> bool:
        return self.open_graph.has_edge(first, then)

    def waits(self, name: str) -> bool:
        """Whether an open milestone waits for another."""
        return self.open_graph.in_degree(name) > 0

    def number_of_networks(self) -> int:
        """Of two or more open milestones, of which one has a date."""
        parts = nx.weakly_connected_components(self.open_graph)
        return sum(len(part) > 1 and any(self.by_name[name].now for name in part) for part in parts)

    def is_last_of_its_network(self, name: str) -> bool:
        together = nx.node_connected_component(self.open_graph.to_undirected(), name)
        days = [last_day(text) for each in together if (text := self.by_name[each].now)]
        return last_day(self.by_name[name].now or "") == max(days)


@dataclass(frozen=True)
class Spreading:
    """What slips do, by networkx: dates of before and after by name, and those that slipped."""

    made: Drawn
    then: dict[str, str]
    now: dict[str, str]
    sources: frozenset[str]
    units: dict[str, str]

    @cached_property
    def graph(self) -> "nx.DiGraph[str]":
        """As far as slips can spread: into nothing that is complete."""
        graph = self.made.graph(self.units)
        done = [name for name, node in self.made.by_name.items() if node.state == COMPLETE]
        graph.remove_edges_from(list(graph.in_edges(done)))
        return graph

    @cached_property
    def below(self) -> frozenset[str]:
        return frozenset(name for source in self.sources for name in nx.descendants(self.graph, source))

    def below_one(self, source: str) -> set[str]:
        """What one of the slips reaches."""
        return set(nx.descendants(self.graph, source))

    @cached_property
    def touched(self) -> frozenset[str]:
        return self.below | self.sources

    @cached_property
    def _ways(self) -> dict[str, dict[str, int]]:
        among = self.graph.subgraph(self.touched)
        return {name: longest(among, name) for name in self.touched}

    def earliest(self, name: str, dates: dict[str, str]) -> int:
        """Its own date, or what the longest way from any date that is touched pushes it to."""
        unit = self.units[name]
        return max(
            number(dates[each], unit) + ways[name]
            for each, ways in self._ways.items()
            if name in ways and each in dates
        )

    def own(self, name: str) -> int:
        unit = self.units[name]
        return number(self.now[name], unit) - number(self.then[name], unit) if name in self.now else 0

    def rooms(self, name: str) -> list[tuple[int, int]]:
        """Before and after of each link to what is touched."""
        unit = self.units[name]
        return [
            (
                number(self.then[name], unit) - lag - self.earliest(other, self.then),
                number(self.now[name], unit) - lag - self.earliest(other, self.now),
            )
            for other, lag in before(self.graph, name)
            if other in self.touched
        ]

    def told(self, name: str) -> Told:
        """Effect, rooms, earliest and landing; of several that hold it up those that shrank count first, then the tightest."""
        unit = self.units[name]
        earliest = self.earliest(name, self.now)
        if name not in self.now:
            return "undated", None, None, text_of(earliest, unit), None
        kept, room, gained = min((now >= then, now, now - then) for then, now in self.rooms(name))
        effect = "unaffected" if kept else "impossible" if room < 0 else "squeezed"
        own = number(self.now[name], unit)
        pushed = self.now[name] if earliest == own else text_of(earliest, unit)
        lands = number(self.then[name], unit) + self.move(name)
        return effect, room - gained, room, pushed, self.now[name] if lands == own else text_of(lands, unit)

    def landing(self, name: str) -> str:
        """Where something dated would land."""
        if name in self.below:
            return self.told(name)[4] or ""
        return self.now[name]

    def move(self, name: str) -> int:
        """The most that anything touched above it, or it itself, moved."""
        return max(self.own(each) for each in {*nx.ancestors(self.graph, name), name} & self.touched)


def texts(mode: str, around: int = 0) -> st.SearchStrategy[str]:
    """A date some months after the plan's beginning, give or take two."""
    return st.builds(_text, st.just(around), st.integers(-30, 90), st.sampled_from(PRECISIONS[mode]))


def _text(around: int, offset: int, form: str) -> str:
    day = date(2025, 2, 1) + timedelta(days=around * 25 + offset)
    return day.strftime(form) + (str((day.month + 2) // 3) if form.endswith("Q") else "")


_Drawn = tuple[str, int, int, str, str, set[int], tuple[str, ...]]
"""State, days from about where it belongs now and then, their forms, how many before it what it waits for, lags."""


def _drawn(mode: str) -> st.SearchStrategy[_Drawn]:
    forms = st.sampled_from([*PRECISIONS[mode] * 2, ""])
    lag = st.sampled_from([""] * 4 + list(MONTH_LAGS if mode == "months" else LAGS))
    states = st.sampled_from([OPEN] * 8 + [COMPLETE, CANCELLED])
    offsets = st.integers(-30, 90)
    before = st.sets(st.sampled_from([1, 1, 1, 2, 3, 5]), max_size=3)
    return st.tuples(
        states, offsets, offsets, forms, st.sampled_from(["", "same"]) | forms, before, st.tuples(lag, lag, lag)
    )


def _node(mode: str, at: int, found: _Drawn) -> Node:
    state, offset, offset_then, form, form_then, *_ = found
    now = _text(at, offset, form) if form else None
    if state == COMPLETE:
        done = [text for text in DONE if mode == "mixed" or (len(text) == 10) == (mode == "days")]
        now = done[offset % len(done)]
    then = now if form_then == "same" else _text(at - 1, offset_then, form_then) if form_then else None
    return Node(f"m{at}", now, then, state)


@st.composite
def drawn(draw: st.DrawFn, mode: str) -> Drawn:
    """A network without circles, its milestones in any order in their file: most wait for the one drawn before them."""
    found = draw(st.lists(_drawn(mode), min_size=5, max_size=10))
    nodes = [_node(mode, at, each) for at, each in enumerate(found)]
    links = [
        (f"m{at}", f"m{at - back}", lag)
        for at, (*_, before_it, lags) in enumerate(found)
        for back, lag in zip(sorted(before_it), lags, strict=False)
        if back <= at
    ]
    end = draw(st.sampled_from([None, "2026-12", "2025-09", "2025-12-15"]))
    turned = draw(st.integers(0, len(nodes) - 1))
    return Drawn((*reversed(nodes[turned:]), *nodes[:turned]), tuple(links), end)
