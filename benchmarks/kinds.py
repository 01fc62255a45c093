"""Kinds of input that could cost more than in proportion to their size, and the commands that are run on them."""

import itertools

from benchmarks.governance import GOVERNANCE
from benchmarks.trees import ACTION, AHEAD, BOARD, FILLED, PLAN, Files, Kind, action, lines, milestones, units


def _circles(number: int) -> Files:
    rows = (f"  - {{id: m{each}, title: T, depends_on: [m{(each + 1) % number}, m0]}}\n" for each in range(number))
    return action("milestones:\n" + "".join(rows))


def _ring_that_is_too_early(number: int) -> Files:
    rows = (
        f"  - {{id: m{each}, title: T, due: {2199 - each % 300}, depends_on: m{(each + 1) % number}}}\n"
        for each in range(number)
    )
    return action("milestones:\n" + "".join(rows))


def _too_early(number: int) -> Files:
    rows = (f"  - {{id: m{each}, title: T, due: {2199 - each % 2}, depends_on: m0}}\n" for each in range(number))
    return action("milestones:\n" + "".join(rows))


def _unknown_units(number: int) -> Files:
    return action(milestones(number, ", lead: Q%x"), **units(number))


def _unknown_reporters(number: int) -> Files:
    return action("updates:\n" + lines(number, "  - {by: Q%x, text: T}"), **units(number))


def _unknown_parents(number: int) -> Files:
    return action("lead: Q1\n", **units(number, "Q%: {name: Unit %, part_of: Q%x}"))


def _ambiguous_units(number: int) -> Files:
    return action(milestones(number, ", lead: Same"), **units(number, "Q%: {name: Unit %, aliases: [Same]}"))


def _unknown_objectives(number: int) -> Files:
    plan = PLAN + "objectives:\n" + lines(number, "  - {id: o%, title: O}")
    entries = {f"p/actions/a{each}.yaml": f"title: A\nobjective: o{each}x\n" for each in range(number // 20)}
    return {"p/plan.yaml": plan, **entries}


def _unknown_sources(number: int) -> Files:
    plan = PLAN + "sources:\n" + lines(number, "  - {id: s%, title: S}")
    return action(milestones(number, ", source: {document: s%x}"), **{"p/plan.yaml": plan})


def _accepted_nowhere(number: int) -> Files:
    plan = PLAN + "accept:\n" + lines(number, "  - {code: GP303, where: m%x, reason: R}")
    return action(milestones(number, ""), **{"p/plan.yaml": plan})


def _accepted_overdue(number: int) -> Files:
    plan = PLAN + "accept:\n" + lines(number, "  - {code: GP401, where: a#m%, reason: R}")
    return action(milestones(number, ", due: 2003-10"), **{"p/plan.yaml": plan})


def _accepted_again(number: int) -> Files:
    plan = PLAN + "accept:\n" + lines(number, "  - {code: GP401, where: a, reason: R%}")
    return action(milestones(number, ", due: 2003-10"), **{"p/plan.yaml": plan})


def _frozen(rows: str) -> str:
    """A baseline of one action with these milestones."""
    return f"genderplan: 1\ntaken: 2003-01-01\nentries:\n  a:\n    kind: action\n    title: A\n    milestones:\n{rows}"


def _of_baselines(number: int) -> Files:
    rows = lines(number, "      - {id: m%, title: T, due: 2003-09}")
    return action(milestones(number, ", due: 2003-12"), **{"p/baselines/b.yaml": _frozen(rows)})


def _promises_that_are_gone(number: int) -> Files:
    rows = lines(number, "      - {id: m%, title: T, due: 2003-09}")
    return action("", **{"p/baselines/b.yaml": _frozen(rows)})


def _renamed(number: int) -> Files:
    rows = lines(number, "      - {id: old%, title: T, due: 2003-09}")
    return action(milestones(number, ", due: 2003-12, renamed_from: old%"), **{"p/baselines/b.yaml": _frozen(rows)})


_REVISION = "{date: 2003-02-01, was: 2003-09, reason: R, approved_by: B}"


def _approved(number: int) -> Files:
    rows = lines(number, "      - {id: m%, title: T, due: 2003-09}")
    now = milestones(number, f", due: 2003-12, revisions: [{_REVISION}]")
    return action(now, **{"p/baselines/b.yaml": _frozen(rows)}, **BOARD)


def _approved_by_many(number: int) -> Files:
    """Dates agreed to by as many who may, who are units one below the other, below whoever leads."""
    revisions = lines(number, f"      - {_REVISION}".replace("approved_by: B", "approved_by: Q0"))
    now = f"lead: Q{number}\nmilestones:\n  - id: m\n    title: T\n    due: 2003-12\n    revisions:\n{revisions}"
    frozen = _frozen("      - {id: m, title: T, due: 2003-09}\n")
    approvers = f"approvers: [{', '.join(f'Q{each}' for each in range(number))}]\n"
    units = "".join(f"Q{each}: {{part_of: Q{each + 1}}}\n" for each in range(number)) + f"Q{number}: {{name: Top}}\n"
    others = {"p/plan.yaml": PLAN + approvers, "p/baselines/b.yaml": frozen, "organisations.yaml": units}
    return action(now, **others)


def _approved_again(number: int) -> Files:
    """One date with many revisions, of which none counts: whoever agreed to them is no board."""
    revisions = lines(number, f"      - {_REVISION}".replace("approved_by: B", "approved_by: A"))
    now = "milestones:\n  - id: m\n    title: T\n    due: 2003-12\n    revisions:\n" + revisions
    frozen = _frozen("      - {id: m, title: T, due: 2003-09}\n")
    return action(now, **{"p/baselines/b.yaml": frozen}, **BOARD)


def _many(number: int, path: str, text: str, **others: str) -> Files:
    """Files of a kilobyte each, one for a hundred things; in `path` stands `%` for its number."""
    files = {path.replace("%", str(each)): text + FILLED for each in range(number // 100)}
    return action("", **files, **others)


def _plans(number: int) -> Files:
    numbers = range(number // 200)
    plans = {f"p{each}/plan.yaml": PLAN + FILLED for each in numbers}
    return plans | {f"p{each}/actions/a.yaml": f"{ACTION}due: 2003-10\n{FILLED}" for each in numbers}


def _led_in_a_chain(number: int) -> Files:
    """Milestones led by units one below the other."""
    units = "".join(f"Q{each}: {{part_of: Q{each + 1}}}\n" for each in range(number))
    return action(milestones(number, ", due: 2004-01, lead: Q%"), **{"organisations.yaml": units})


def _published(number: int) -> Files:
    """Publications under one duty."""
    duty = "{id: d, title: D, cycle: {every: 1 year, from: 2000-01-01}}"
    framework = f"genderplan: 1\ntitle: F\nsections: [{duty}]\n"
    plan = f"{PLAN}publications:\n" + lines(number, "  - {id: q%, title: T, meets: f/d, date: 2001-01-01}")
    return {"p/plan.yaml": plan, "frameworks/f.yaml": framework}


def _names_equal_by_case(number: int) -> Files:
    cases = itertools.product(*(letter + letter.upper() for letter in "abcdefghijklmn"))
    names = ("".join(each) for each in itertools.islice(cases, number // 100))
    return action("", **{f"p/actions/{name}.yaml": ACTION + FILLED for name in names})


def _titled(title: str) -> Files:
    return {"p/plan.yaml": PLAN, "p/actions/a.yaml": f"title: {title}\ndue: 2003-10\n"}


_READING = (("status",), ("list", "milestones"), ("timeline",), ("list", "--format", "json"))
_TELLING = (("list",), ("timeline",), ("show", "a"), ("check",))

KINDS: dict[str, Kind] = {
    "circles": Kind(_circles, (("validate",), ("impact", "--critical"))),
    "a ring too early": Kind(_ring_that_is_too_early),
    "due too early": Kind(_too_early, (("validate",), ("impact", "--critical"))),
    "a chain": Kind(lambda n: action(milestones(n, ", due: 2003-10, depends_on: m%0")), (("validate",),)),
    "unknown milestones": Kind(lambda n: action(milestones(n, ", depends_on: q%"))),
    "unknown organisations": Kind(_unknown_units),
    "unknown reporters": Kind(_unknown_reporters),
    "unknown parents": Kind(_unknown_parents),
    "ambiguous organisations": Kind(_ambiguous_units),
    "a unit below the other": Kind(lambda n: action("", **units(n, "Q%: {name: U, part_of: Q%0}"))),
    "unknown objectives": Kind(_unknown_objectives),
    "unknown sources": Kind(_unknown_sources),
    "unknown keys": Kind(lambda n: action(lines(n, "titel%: T"))),
    "unknown keys without values": Kind(lambda n: action(lines(n, "titel%:"))),
    "unknown keys in flow": Kind(lambda n: action("updates: [{" + lines(n, "k%,") + "text: T}]\n")),
    "keys twice": Kind(lambda n: action(lines(n, "x-a: T"))),
    "bad dates": Kind(lambda n: action(milestones(n, ", due: 2003-13"))),
    "ids twice": Kind(lambda n: action("milestones:\n" + lines(n, "  - {id: m, title: T}"))),
    "repeated tags": Kind(lambda n: action(f"tags: [{'a, ' * n}a]\n")),
    "tags": Kind(lambda n: {"p/plan.yaml": PLAN + f"tags: [{', '.join(f't{each}' for each in range(n))}]\n"}),
    "aliases": Kind(lambda n: action("", **units(1, f"Q: {{aliases: [{', '.join(f'a{e}' for e in range(n))}]}}"))),
    "former ids": Kind(lambda n: action(f"renamed_from: [{', '.join(f'a{each}' for each in range(n))}]\n")),
    "acceptances of nothing": Kind(_accepted_nowhere),
    "acceptances": Kind(_accepted_overdue, (("check",), ("check", "--format", "json"))),
    "acceptances of one place": Kind(_accepted_again, (("check",),)),
    "overdue": Kind(lambda n: action(milestones(n, ", due: 2003-10")), (("check",), *_READING, *AHEAD)),
    "times that are overdue": Kind(lambda n: action(milestones(n, ", due: 2003-05, every: 1 month")), AHEAD),
    "leads in a chain": Kind(_led_in_a_chain, AHEAD),
    "publications": Kind(_published, AHEAD),
    **GOVERNANCE,
    "against a baseline": Kind(_of_baselines, (("check",), ("slippage",), ("status",))),
    "updates": Kind(
        lambda n: action("updates:\n" + lines(n, '  - {date: 2003-10-01, text: "T"}')), (("validate",), ("show", "a"))
    ),
    "revisions": Kind(
        lambda n: action("due: 2003-10\nrevisions:\n" + lines(n, "  - {date: 2003-01-01, was: 2003-09, reason: R}")),
        (("validate",), ("show", "a"), ("check",)),
    ),
    "comments behind texts": Kind(lambda n: action("milestones:\n" + lines(n, "  - id: m%\n    title: T # x"))),
    "comments in braces": Kind(lambda n: action(milestones(n, "").replace('"T"', "T #x"))),
    "comments": Kind(lambda n: action(lines(n, "# a comment"))),
    "long text": Kind(lambda n: action("note: " + "word " * n + "\n"), (("validate",), ("show", "a"), ("status",))),
    "line separators": Kind(lambda n: action("note: '" + "word\u2028" * n + "'\n"), (("validate",), ("show", "a"))),
    "deep nesting": Kind(lambda n: action("x-a: " + "[" * n + "]" * n + "\n")),
    "deep blocks": Kind(lambda n: action("x-a:\n" + "- " * n + "a\n")),
    "unclosed": Kind(lambda n: action("note: " + "[" * n + "\n")),
    "anchors": Kind(lambda n: action("tags:\n" + lines(n, "  - &a% t"))),
    "tags of YAML": Kind(lambda n: action("tags:\n" + lines(n, "  - !t a"))),
    "conflict markers": Kind(lambda n: action("note: |\n" + lines(n, "  <<<<<<< a") + lines(n, "<<<<<<< a"))),
    "commas in braces": Kind(lambda n: action("updates: [" + lines(n, "{text: a, b%},") + "]\n")),
    "dates in words": Kind(lambda n: action(milestones(n, ", due: end of Spring 2003"))),
    "dates of a long text": Kind(lambda n: action("due: " + "the first Monday of " * n + "\n")),
    "a long title": Kind(lambda n: _titled("w\u00f6rd " * n), _TELLING),
    "wide letters": Kind(lambda n: _titled("\u5e73" * n), _TELLING),
    "signs that steer": Kind(lambda n: action("note: '" + "w\u202e" * n + "'\n"), (("show", "a"),)),
    "completed": Kind(lambda n: action(milestones(n, ", due: 2003-09, completed: 2003-09")), (("check",), ("status",))),
    "approved dates": Kind(_approved, (("check",), ("slippage",), ("validate", "--notes"))),
    "one date revised": Kind(_approved_again, (("check",), ("slippage",))),
    "approvers in a chain": Kind(_approved_by_many, (("check",), ("slippage",))),
    "promises that are gone": Kind(_promises_that_are_gone, (("check",), ("slippage",))),
    "renamed": Kind(_renamed, (("check",), ("slippage",))),
    "files": Kind(lambda n: _many(n, "p/actions/a%.yaml", ACTION), (("validate",), ("status",))),
    "files beside": Kind(lambda n: _many(n, "p/actions/a%.yaml.txt", ACTION)),
    "files of another ending": Kind(lambda n: _many(n, "p/actions/a%.yml", ACTION)),
    "folders": Kind(lambda n: _many(n, "p/actions/f%/a%.yaml", ACTION)),
    "names equal by case": Kind(_names_equal_by_case),
    "plans": Kind(_plans, (("validate",), ("status",), ("list", "plans"))),
}
