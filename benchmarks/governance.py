"""Kinds of input of boards, registers, glossaries and assessments."""

from benchmarks.trees import ACTION, AHEAD, BOARD, FILLED, PLAN, Files, Kind, action, lines, milestones


def _promised(number: int) -> Files:
    """Reports that a board was promised, and others that it receives again and again."""
    board = "promised:\n" + lines(number, "  - {id: q%, title: T, at: 2003-10}")
    board += "receives:\n" + lines(number, "  - {id: r%, title: T, every: 1 year, from: 2000-01-01}")
    return {"p/plan.yaml": PLAN, "boards/B.yaml": board, **BOARD}


def _board(number: int, key: str, line: str, more: str = "") -> Files:
    """A board with so many things under a key."""
    return action("due: 2003-10\n", **{"boards/B.yaml": f"{more}{key}:\n" + lines(number, line)}, **BOARD)


def _met_by_rule_too(number: int) -> Files:
    """Meetings, each beside one that the rule gives."""
    rule = "meets: {every: 1 month, from: 2000-01}\n"
    receipt = "receives: [{id: r, title: R, every_meetings: 50, from: m0}]\n"
    return _board(number, "meetings", "  - {id: m%, date: 2003-09-01, papers_by: 2003-08-20}", rule + receipt)


def _overseen(number: int) -> Files:
    """Entries that a board oversees by their names, of which there are many that are not there."""
    entries = {f"p/actions/a{each}.yaml": f"title: A\ntags: [t{each}]\ndue: 2003-10\n" for each in range(number // 20)}
    board = "oversees:\n" + lines(number, "  - p/o%") + lines(number // 20, "  - tag:t%")
    return {"p/plan.yaml": PLAN, "boards/B.yaml": board, **BOARD, **entries}


def _boards(number: int) -> Files:
    """Boards of which none oversees one of the entries."""
    numbers = range(number // 100)
    boards = {f"boards/B{each}.yaml": f"oversees: tag:b{each}\n{FILLED}" for each in numbers}
    entries = {f"p/actions/a{each}.yaml": f"{ACTION}tags: [a{each}]\ndue: 2003-10\n" for each in range(number // 50)}
    names = "".join(f"B{each}: {{name: Board, kind: board}}\n" for each in numbers)
    return {"p/plan.yaml": PLAN, "organisations.yaml": names, **boards, **entries}


def _in_turn(number: int) -> Files:
    """Units on a rota."""
    rota = f"champions: {{every: 1 day, from: 2003-10-01, rota: [{', '.join(f'Q{each}' for each in range(number))}]}}\n"
    return action(
        "",
        **{
            "boards/B.yaml": rota,
            "organisations.yaml": "B: {name: Board, kind: board}\n" + lines(number, "Q%: {name: U}"),
        },
    )


def _explained(number: int) -> Files:
    """Acronyms, all of them in one text."""
    text = " ".join(f"AB{each}" for each in range(number))
    return action(f"note: {text}\n", **{"glossary.yaml": lines(number, "AB%: Meaning")})


def _unexplained(number: int) -> Files:
    return action("note: " + " ".join(f"AB{each}" for each in range(number)) + "\n")


def _rated(number: int) -> Files:
    """Ratings of one section after the other on several dates, of sections of one framework."""
    sections = "genderplan: 1\ntitle: F\nkind: standard\nlevels: [{id: a, title: A}]\nsections:\n"
    ratings = lines(number, "  - {section: s%, level: a, evidence: [E]}")
    dates = {
        f"p/assessments/a{day}.yaml": f"framework: f\ndate: 2003-0{day}-01\nratings:\n{ratings}" for day in (1, 2, 3)
    }
    return action("", **{"frameworks/f.yaml": sections + lines(number, "  - {id: s%, title: S}")}, **dates)


def _reviewed(number: int) -> Files:
    """Items of a register that are to be looked at again."""
    items = lines(number, "  - {id: q%, title: T, review: {every: 1 year, last: 2001-01-01}}")
    return {"p/plan.yaml": PLAN, "p/registers/r.yaml": f"title: R\nitems:\n{items}"}


_CALENDAR = (
    ("calendar", "--from", "2000", "--to", "2009"),
    ("calendar", "--from", "2000", "--to", "2009", "--format", "ics"),
)
_OF_BOARDS = (("validate",), ("due",), *_CALENDAR, ("agenda", "B"), ("list", "meetings"))
_GLOSSARY = (("glossary",), ("glossary", "--missing"), ("report",))

GOVERNANCE: dict[str, Kind] = {
    "reports to a board": Kind(_promised, (*AHEAD, *_CALENDAR, ("agenda", "B"))),
    "items of a register": Kind(_reviewed, (*AHEAD, ("list", "items"), ("validate",))),
    "meetings": Kind(_met_by_rule_too, _OF_BOARDS),
    "decisions": Kind(
        lambda n: _board(n, "decisions", "  - {id: d%, text: T, meeting: m, due: 2003-09}", "meetings: [{id: m}]\n"),
        _OF_BOARDS,
    ),
    "names that a board oversees": Kind(
        _overseen, (("validate",), ("due",), ("agenda", "B"), ("report", "--board", "B"))
    ),
    "boards": Kind(_boards, (("due",), ("calendar",), ("list", "boards", "--plan", "p"))),
    "units on a rota": Kind(_in_turn, (("due",), ("agenda", "B"))),
    "acronyms": Kind(_explained, _GLOSSARY),
    "acronyms that nobody explains": Kind(_unexplained, _GLOSSARY),
    "ratings": Kind(_rated, (("validate",), ("assessments",), ("assessments", "--by", "about"))),
    "annexes": Kind(lambda n: action(milestones(n, ", due: 2003-10")), (("annex", "actions"), ("report",))),
}
