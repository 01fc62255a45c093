"""Kinds of input that could cost more than in proportion to their size, and the commands that are run on them."""

import itertools
from collections.abc import Callable, Mapping
from typing import NamedTuple

Files = Mapping[str, str]
"""The text of each file of one plan, by its path in the tree."""

_PLAN = 'genderplan: 1\ntitle: "P"\n'
_ACTION = 'title: "A"\n'
_FILLED = "# " + "-" * 997 + "\n"
"""What makes a file a kilobyte: of many files their number is to count, and not that of their bytes."""


class Kind(NamedTuple):
    """A kind of input of a size, and the commands that are run on it."""

    files: Callable[[int], Files]
    commands: tuple[tuple[str, ...], ...] = (("validate", "--notes"),)


def _lines(number: int, line: str) -> str:
    """Lines made of a pattern, in which `%` stands for the number of the line."""
    return "".join(line.replace("%", str(each)) + "\n" for each in range(number))


def _action(body: str, **others: str) -> Files:
    return {"p/plan.yaml": _PLAN, "p/actions/a.yaml": _ACTION + body, **others}


def _milestones(number: int, rest: str) -> str:
    return "milestones:\n" + _lines(number, f'  - {{id: m%, title: "T"{rest}}}')


def _circles(number: int) -> Files:
    rows = (f"  - {{id: m{each}, title: T, depends_on: [m{(each + 1) % number}, m0]}}\n" for each in range(number))
    return _action("milestones:\n" + "".join(rows))


def _ring_that_is_too_early(number: int) -> Files:
    rows = (
        f"  - {{id: m{each}, title: T, due: {2199 - each % 300}, depends_on: m{(each + 1) % number}}}\n"
        for each in range(number)
    )
    return _action("milestones:\n" + "".join(rows))


def _too_early(number: int) -> Files:
    rows = (f"  - {{id: m{each}, title: T, due: {2199 - each % 2}, depends_on: m0}}\n" for each in range(number))
    return _action("milestones:\n" + "".join(rows))


def _units(number: int, line: str = "Q%: {name: Unit %}") -> dict[str, str]:
    return {"organisations.yaml": _lines(number, line)}


def _unknown_units(number: int) -> Files:
    return _action(_milestones(number, ", lead: Q%x"), **_units(number))


def _unknown_reporters(number: int) -> Files:
    return _action("updates:\n" + _lines(number, "  - {by: Q%x, text: T}"), **_units(number))


def _unknown_parents(number: int) -> Files:
    return _action("lead: Q1\n", **_units(number, "Q%: {name: Unit %, part_of: Q%x}"))


def _ambiguous_units(number: int) -> Files:
    return _action(_milestones(number, ", lead: Same"), **_units(number, "Q%: {name: Unit %, aliases: [Same]}"))


def _unknown_objectives(number: int) -> Files:
    plan = _PLAN + "objectives:\n" + _lines(number, "  - {id: o%, title: O}")
    entries = {f"p/actions/a{each}.yaml": f"title: A\nobjective: o{each}x\n" for each in range(number // 20)}
    return {"p/plan.yaml": plan, **entries}


def _unknown_sources(number: int) -> Files:
    plan = _PLAN + "sources:\n" + _lines(number, "  - {id: s%, title: S}")
    return _action(_milestones(number, ", source: {document: s%x}"), **{"p/plan.yaml": plan})


def _accepted_nowhere(number: int) -> Files:
    plan = _PLAN + "accept:\n" + _lines(number, "  - {code: GP303, where: m%x, reason: R}")
    return _action(_milestones(number, ""), **{"p/plan.yaml": plan})


def _accepted_overdue(number: int) -> Files:
    plan = _PLAN + "accept:\n" + _lines(number, "  - {code: GP401, where: a#m%, reason: R}")
    return _action(_milestones(number, ", due: 2003-10"), **{"p/plan.yaml": plan})


def _accepted_again(number: int) -> Files:
    plan = _PLAN + "accept:\n" + _lines(number, "  - {code: GP401, where: a, reason: R%}")
    return _action(_milestones(number, ", due: 2003-10"), **{"p/plan.yaml": plan})


def _frozen(rows: str) -> str:
    """A baseline of one action with these milestones."""
    return f"genderplan: 1\ntaken: 2003-01-01\nentries:\n  a:\n    kind: action\n    title: A\n    milestones:\n{rows}"


def _of_baselines(number: int) -> Files:
    rows = _lines(number, "      - {id: m%, title: T, due: 2003-09}")
    return _action(_milestones(number, ", due: 2003-12"), **{"p/baselines/b.yaml": _frozen(rows)})


def _promises_that_are_gone(number: int) -> Files:
    rows = _lines(number, "      - {id: m%, title: T, due: 2003-09}")
    return _action("", **{"p/baselines/b.yaml": _frozen(rows)})


def _renamed(number: int) -> Files:
    rows = _lines(number, "      - {id: old%, title: T, due: 2003-09}")
    return _action(_milestones(number, ", due: 2003-12, renamed_from: old%"), **{"p/baselines/b.yaml": _frozen(rows)})


_REVISION = "{date: 2003-02-01, was: 2003-09, reason: R, approved_by: B}"
_BOARD = {"organisations.yaml": "B: {name: Board, kind: board}\n"}


def _approved(number: int) -> Files:
    rows = _lines(number, "      - {id: m%, title: T, due: 2003-09}")
    now = _milestones(number, f", due: 2003-12, revisions: [{_REVISION}]")
    return _action(now, **{"p/baselines/b.yaml": _frozen(rows)}, **_BOARD)


def _approved_by_many(number: int) -> Files:
    """Dates agreed to by as many who may, who are units one below the other, below whoever leads."""
    revisions = _lines(number, f"      - {_REVISION}".replace("approved_by: B", "approved_by: Q0"))
    now = f"lead: Q{number}\nmilestones:\n  - id: m\n    title: T\n    due: 2003-12\n    revisions:\n{revisions}"
    frozen = _frozen("      - {id: m, title: T, due: 2003-09}\n")
    approvers = f"approvers: [{', '.join(f'Q{each}' for each in range(number))}]\n"
    units = "".join(f"Q{each}: {{part_of: Q{each + 1}}}\n" for each in range(number)) + f"Q{number}: {{name: Top}}\n"
    others = {"p/plan.yaml": _PLAN + approvers, "p/baselines/b.yaml": frozen, "organisations.yaml": units}
    return _action(now, **others)


def _approved_again(number: int) -> Files:
    """One date with many revisions, of which none counts: whoever agreed to them is no board."""
    revisions = _lines(number, f"      - {_REVISION}".replace("approved_by: B", "approved_by: A"))
    now = "milestones:\n  - id: m\n    title: T\n    due: 2003-12\n    revisions:\n" + revisions
    frozen = _frozen("      - {id: m, title: T, due: 2003-09}\n")
    return _action(now, **{"p/baselines/b.yaml": frozen}, **_BOARD)


def _many(number: int, path: str, text: str, **others: str) -> Files:
    """Files of a kilobyte each, one for a hundred things; in `path` stands `%` for its number."""
    files = {path.replace("%", str(each)): text + _FILLED for each in range(number // 100)}
    return _action("", **files, **others)


def _plans(number: int) -> Files:
    numbers = range(number // 200)
    plans = {f"p{each}/plan.yaml": _PLAN + _FILLED for each in numbers}
    return plans | {f"p{each}/actions/a.yaml": f"{_ACTION}due: 2003-10\n{_FILLED}" for each in numbers}


def _led_in_a_chain(number: int) -> Files:
    """Milestones led by units one below the other."""
    units = "".join(f"Q{each}: {{part_of: Q{each + 1}}}\n" for each in range(number))
    return _action(_milestones(number, ", due: 2004-01, lead: Q%"), **{"organisations.yaml": units})


def _published(number: int) -> Files:
    """Publications under one duty."""
    duty = "{id: d, title: D, cycle: {every: 1 year, from: 2000-01-01}}"
    framework = f"genderplan: 1\ntitle: F\nsections: [{duty}]\n"
    plan = f"{_PLAN}publications:\n" + _lines(number, "  - {id: q%, title: T, meets: f/d, date: 2001-01-01}")
    return {"p/plan.yaml": plan, "frameworks/f.yaml": framework}


def _promised(number: int) -> Files:
    """Reports that a board was promised, and others that it receives again and again."""
    board = "promised:\n" + _lines(number, "  - {id: q%, title: T, at: 2003-10}")
    board += "receives:\n" + _lines(number, "  - {id: q%, title: T, every: 1 year, from: 2000-01-01}")
    return {"p/plan.yaml": _PLAN, "boards/B.yaml": board, **_BOARD}


def _board(number: int, key: str, line: str, more: str = "") -> Files:
    """A board with so many things under a key."""
    return _action("due: 2003-10\n", **{"boards/B.yaml": f"{more}{key}:\n" + _lines(number, line)}, **_BOARD)


def _met_by_rule_too(number: int) -> Files:
    """Meetings, each beside one that the rule gives."""
    rule = "meets: {every: 1 month, from: 2000-01}\n"
    receipt = "receives: [{id: r, title: R, every_meetings: 50, from: m0}]\n"
    return _board(number, "meetings", "  - {id: m%, date: 2003-09-01, papers_by: 2003-08-20}", rule + receipt)


def _overseen(number: int) -> Files:
    """Entries that a board oversees by their names, of which there are many that are not there."""
    entries = {f"p/actions/a{each}.yaml": f"title: A\ntags: [t{each}]\ndue: 2003-10\n" for each in range(number // 20)}
    board = "oversees:\n" + _lines(number, "  - p/o%") + _lines(number // 20, "  - tag:t%")
    return {"p/plan.yaml": _PLAN, "boards/B.yaml": board, **_BOARD, **entries}


def _in_turn(number: int) -> Files:
    """Units on a rota."""
    rota = f"champions: {{every: 1 day, from: 2003-10-01, rota: [{', '.join(f'Q{each}' for each in range(number))}]}}\n"
    return _action(
        "",
        **{
            "boards/B.yaml": rota,
            "organisations.yaml": "B: {name: Board, kind: board}\n" + _lines(number, "Q%: {name: U}"),
        },
    )


def _explained(number: int) -> Files:
    """Acronyms, all of them in one text."""
    text = " ".join(f"AB{each}" for each in range(number))
    return _action(f"note: {text}\n", **{"glossary.yaml": _lines(number, "AB%: Meaning")})


def _unexplained(number: int) -> Files:
    return _action("note: " + " ".join(f"AB{each}" for each in range(number)) + "\n")


def _rated(number: int) -> Files:
    """Ratings of one section after the other on several dates, of sections of one framework."""
    sections = "genderplan: 1\ntitle: F\nkind: standard\nlevels: [{id: a, title: A}]\nsections:\n"
    ratings = _lines(number, "  - {section: s%, level: a, evidence: [E]}")
    dates = {
        f"p/assessments/a{day}.yaml": f"framework: f\ndate: 2003-0{day}-01\nratings:\n{ratings}" for day in (1, 2, 3)
    }
    return _action("", **{"frameworks/f.yaml": sections + _lines(number, "  - {id: s%, title: S}")}, **dates)


def _reviewed(number: int) -> Files:
    """Items of a register that are to be looked at again."""
    items = _lines(number, "  - {id: q%, title: T, review: {every: 1 year, last: 2001-01-01}}")
    return {"p/plan.yaml": _PLAN, "p/registers/r.yaml": f"title: R\nitems:\n{items}"}


def _names_equal_by_case(number: int) -> Files:
    cases = itertools.product(*(letter + letter.upper() for letter in "abcdefghijklmn"))
    names = ("".join(each) for each in itertools.islice(cases, number // 100))
    return _action("", **{f"p/actions/{name}.yaml": _ACTION + _FILLED for name in names})


def _titled(title: str) -> Files:
    return {"p/plan.yaml": _PLAN, "p/actions/a.yaml": f"title: {title}\ndue: 2003-10\n"}


_READING = (("status",), ("list", "milestones"), ("timeline",), ("list", "--format", "json"))
_AHEAD = (("due",), ("due", "--by", "lead", "--format", "json"), ("workload",))
_CALENDAR = (
    ("calendar", "--from", "2000", "--to", "2009"),
    ("calendar", "--from", "2000", "--to", "2009", "--format", "ics"),
)
_OF_BOARDS = (("validate",), ("due",), *_CALENDAR, ("agenda", "B"), ("list", "meetings"))
_GLOSSARY = (("glossary",), ("glossary", "--missing"), ("report",))
_TELLING = (("list",), ("timeline",), ("show", "a"), ("check",))

KINDS: dict[str, Kind] = {
    "circles": Kind(_circles, (("validate",), ("impact", "--critical"))),
    "a ring too early": Kind(_ring_that_is_too_early),
    "due too early": Kind(_too_early, (("validate",), ("impact", "--critical"))),
    "a chain": Kind(lambda n: _action(_milestones(n, ", due: 2003-10, depends_on: m%0")), (("validate",),)),
    "unknown milestones": Kind(lambda n: _action(_milestones(n, ", depends_on: q%"))),
    "unknown organisations": Kind(_unknown_units),
    "unknown reporters": Kind(_unknown_reporters),
    "unknown parents": Kind(_unknown_parents),
    "ambiguous organisations": Kind(_ambiguous_units),
    "a unit below the other": Kind(lambda n: _action("", **_units(n, "Q%: {name: U, part_of: Q%0}"))),
    "unknown objectives": Kind(_unknown_objectives),
    "unknown sources": Kind(_unknown_sources),
    "unknown keys": Kind(lambda n: _action(_lines(n, "titel%: T"))),
    "unknown keys without values": Kind(lambda n: _action(_lines(n, "titel%:"))),
    "unknown keys in flow": Kind(lambda n: _action("updates: [{" + _lines(n, "k%,") + "text: T}]\n")),
    "keys twice": Kind(lambda n: _action(_lines(n, "x-a: T"))),
    "bad dates": Kind(lambda n: _action(_milestones(n, ", due: 2003-13"))),
    "ids twice": Kind(lambda n: _action("milestones:\n" + _lines(n, "  - {id: m, title: T}"))),
    "repeated tags": Kind(lambda n: _action(f"tags: [{'a, ' * n}a]\n")),
    "tags": Kind(lambda n: {"p/plan.yaml": _PLAN + f"tags: [{', '.join(f't{each}' for each in range(n))}]\n"}),
    "aliases": Kind(lambda n: _action("", **_units(1, f"Q: {{aliases: [{', '.join(f'a{e}' for e in range(n))}]}}"))),
    "former ids": Kind(lambda n: _action(f"renamed_from: [{', '.join(f'a{each}' for each in range(n))}]\n")),
    "acceptances of nothing": Kind(_accepted_nowhere),
    "acceptances": Kind(_accepted_overdue, (("check",), ("check", "--format", "json"))),
    "acceptances of one place": Kind(_accepted_again, (("check",),)),
    "overdue": Kind(lambda n: _action(_milestones(n, ", due: 2003-10")), (("check",), *_READING, *_AHEAD)),
    "times that are overdue": Kind(lambda n: _action(_milestones(n, ", due: 2003-05, every: 1 month")), _AHEAD),
    "leads in a chain": Kind(_led_in_a_chain, _AHEAD),
    "publications": Kind(_published, _AHEAD),
    "reports to a board": Kind(_promised, (*_AHEAD, *_CALENDAR, ("agenda", "B"))),
    "items of a register": Kind(_reviewed, (*_AHEAD, ("list", "items"), ("validate",))),
    "meetings": Kind(_met_by_rule_too, _OF_BOARDS),
    "decisions": Kind(
        lambda n: _board(n, "decisions", "  - {id: d%, text: T, meeting: m, due: 2003-09}", "meetings: [{id: m}]\n"),
        _OF_BOARDS,
    ),
    "names that a board oversees": Kind(
        _overseen, (("validate",), ("due",), ("agenda", "B"), ("report", "--board", "B"))
    ),
    "units on a rota": Kind(_in_turn, (("due",), ("agenda", "B"))),
    "acronyms": Kind(_explained, _GLOSSARY),
    "acronyms that nobody explains": Kind(_unexplained, _GLOSSARY),
    "ratings": Kind(_rated, (("validate",), ("assessments",), ("assessments", "--by", "about"))),
    "annexes": Kind(lambda n: _action(_milestones(n, ", due: 2003-10")), (("annex", "actions"), ("report",))),
    "against a baseline": Kind(_of_baselines, (("check",), ("slippage",), ("status",))),
    "updates": Kind(
        lambda n: _action("updates:\n" + _lines(n, '  - {date: 2003-10-01, text: "T"}')), (("validate",), ("show", "a"))
    ),
    "revisions": Kind(
        lambda n: _action("due: 2003-10\nrevisions:\n" + _lines(n, "  - {date: 2003-01-01, was: 2003-09, reason: R}")),
        (("validate",), ("show", "a"), ("check",)),
    ),
    "comments behind texts": Kind(lambda n: _action("milestones:\n" + _lines(n, "  - id: m%\n    title: T # x"))),
    "comments in braces": Kind(lambda n: _action(_milestones(n, "").replace('"T"', "T #x"))),
    "comments": Kind(lambda n: _action(_lines(n, "# a comment"))),
    "long text": Kind(lambda n: _action("note: " + "word " * n + "\n"), (("validate",), ("show", "a"), ("status",))),
    "line separators": Kind(lambda n: _action("note: '" + "word\u2028" * n + "'\n"), (("validate",), ("show", "a"))),
    "deep nesting": Kind(lambda n: _action("x-a: " + "[" * n + "]" * n + "\n")),
    "deep blocks": Kind(lambda n: _action("x-a:\n" + "- " * n + "a\n")),
    "unclosed": Kind(lambda n: _action("note: " + "[" * n + "\n")),
    "anchors": Kind(lambda n: _action("tags:\n" + _lines(n, "  - &a% t"))),
    "tags of YAML": Kind(lambda n: _action("tags:\n" + _lines(n, "  - !t a"))),
    "conflict markers": Kind(lambda n: _action("note: |\n" + _lines(n, "  <<<<<<< a") + _lines(n, "<<<<<<< a"))),
    "commas in braces": Kind(lambda n: _action("updates: [" + _lines(n, "{text: a, b%},") + "]\n")),
    "dates in words": Kind(lambda n: _action(_milestones(n, ", due: end of Spring 2003"))),
    "dates of a long text": Kind(lambda n: _action("due: " + "the first Monday of " * n + "\n")),
    "a long title": Kind(lambda n: _titled("w\u00f6rd " * n), _TELLING),
    "wide letters": Kind(lambda n: _titled("\u5e73" * n), _TELLING),
    "signs that steer": Kind(lambda n: _action("note: '" + "w\u202e" * n + "'\n"), (("show", "a"),)),
    "completed": Kind(
        lambda n: _action(_milestones(n, ", due: 2003-09, completed: 2003-09")), (("check",), ("status",))
    ),
    "approved dates": Kind(_approved, (("check",), ("slippage",), ("validate", "--notes"))),
    "one date revised": Kind(_approved_again, (("check",), ("slippage",))),
    "approvers in a chain": Kind(_approved_by_many, (("check",), ("slippage",))),
    "promises that are gone": Kind(_promises_that_are_gone, (("check",), ("slippage",))),
    "renamed": Kind(_renamed, (("check",), ("slippage",))),
    "files": Kind(lambda n: _many(n, "p/actions/a%.yaml", _ACTION), (("validate",), ("status",))),
    "files beside": Kind(lambda n: _many(n, "p/actions/a%.yaml.txt", _ACTION)),
    "files of another ending": Kind(lambda n: _many(n, "p/actions/a%.yml", _ACTION)),
    "folders": Kind(lambda n: _many(n, "p/actions/f%/a%.yaml", _ACTION)),
    "names equal by case": Kind(_names_equal_by_case),
    "plans": Kind(_plans, (("validate",), ("status",), ("list", "plans"))),
}
