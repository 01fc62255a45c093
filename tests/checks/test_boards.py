"""GP203, GP204, GP211, GP260 to GP264 and GP307 to GP309: what boards name, and the order of their meetings."""

from collections.abc import Mapping

import pytest

from genderplan.checks import VALID
from genderplan.checks.acceptances import sort_out
from genderplan.checks.context import Context
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from trees import PLAN, checked, judged, tree_of

ORGANISATIONS = """\
HR: {name: Human Resources, aliases: [Personnel]}
Finance: {}
EODB: {kind: board}
Council: {kind: board}
Forum: {kind: board}
"""
OBJECTIVES = "objectives: [{id: data, title: Data}]\ntags: [wages]\n"


def written(files: Mapping[str, str]) -> Tree:
    """A tree of the plan `pay` with boards by their ids, and other files by their paths."""
    base = {
        "organisations.yaml": ORGANISATIONS,
        "pay/plan.yaml": PLAN + OBJECTIVES,
        "pay/actions/gap.yaml": "title: Gap\nlead: HR\ntags: [careers]\n",
    }
    named = {name if "/" in name else f"boards/{name}": text for name, text in files.items()}
    tree = tree_of(base | {f"{name}.yaml": text for name, text in named.items()})
    assert not tree.findings, tree.findings
    return tree


def board(text: str) -> Tree:
    return written({"EODB": text})


def misread(text: str) -> tuple[Finding, ...]:
    """What reading alone finds in the file of a board."""
    return tree_of({"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN, "boards/EODB.yaml": text}).findings


def found(tree: Tree, *codes: str) -> list[Finding]:
    return [
        each for each in checked(tree, checks=VALID) if each.code in codes or (not codes and "boards/" in each.file)
    ]


def told(tree: Tree) -> list[tuple[str, int, int, str]]:
    return [(each.code, each.line, each.column, each.message) for each in found(tree)]


# organisations


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("chair: HX\n", (1, 8)),
        ("members:\n  - HX\n", (2, 5)),
        ("members:\n  - {organisation: HX, role: Chair}\n", (2, 20)),
        ("serves: HX\n", (1, 9)),
        ("replaces: {board: HX}\n", (1, 19)),
        ("meets: {before: HX}\n", (1, 17)),
        ("meetings: [{id: m, revisions: [{approved_by: HX}]}]\n", (1, 46)),
        ("receives: [{id: r, title: R, by: HX}]\n", (1, 34)),
        ("promised: [{id: r, title: R, by: [HR, HX]}]\n", (1, 39)),
        ("promised: [{id: r, title: R, revisions: [{approved_by: HX}]}]\n", (1, 56)),
        ("decisions: [{id: d, text: D, lead: HX}]\n", (1, 36)),
        ("champions: {every: 1 year, by: HX}\n", (1, 32)),
        ("champions: {every: 1 year, rota: [HR, HX]}\n", (1, 39)),
        ("working_groups: [{id: g, title: G, chair: HX}]\n", (1, 43)),
        ("working_groups: [{id: g, title: G, led_by: HX}]\n", (1, 44)),
        ("working_groups: [{id: g, title: G, members: [HX]}]\n", (1, 46)),
    ],
)
def test_whom_a_board_names_is_an_organisation(text: str, place: tuple[int, int]) -> None:
    """F2-19, F3-15"""
    (one,) = found(board(text))
    assert (one.code, one.line, one.column, one.message) == ("GP204", *place, "unknown organisation 'HX'")


def test_a_board_is_an_organisation_named_by_its_id() -> None:
    (one,) = found(written({"Concil": "role: None\n"}))
    assert (one.code, one.file, one.line, one.column) == ("GP204", "boards/Concil.yaml", 1, 1)
    assert one.hint == "did you mean 'Council'?"
    (other,) = found(board("chair: Personnel\n"))
    assert (other.code, other.hint) == ("GP205", "write 'HR'")


def test_where_organisations_cannot_be_read_nobody_is_unknown() -> None:
    tree = tree_of(
        {"pay/plan.yaml": PLAN, "organisations.yaml": "HR: {kind: nobody}\n", "boards/X.yaml": "chair: HX\n"}
    )
    assert not found(tree)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("serves: HR\n", (1, 9)),
        ("replaces: {board: HR}\n", (1, 19)),
        ("meets: {before: HR}\n", (1, 17)),
    ],
)
def test_a_board_names_boards(text: str, place: tuple[int, int]) -> None:
    (one,) = found(board(text))
    assert (one.code, one.line, one.column, one.message) == ("GP260", *place, "'HR' is of kind unit, and no board")


def test_the_file_of_a_board_is_of_a_board() -> None:
    (one,) = found(written({"HR": "role: None\n"}))
    assert (one.code, one.file, one.line, one.column) == ("GP260", "boards/HR.yaml", 1, 1)
    assert one.message == "'HR' is of kind unit"


def test_a_milestone_goes_to_a_board() -> None:
    tree = written({"pay/actions/a": "title: A\nmilestones:\n  - {id: m, title: M, goes_to: HR}\n"})
    (one,) = found(tree, "GP264")
    assert (one.line, one.column, one.entry) == (3, 32, "pay/a#m")
    assert not found(written({"pay/actions/a": "title: A\nmilestones: [{id: m, title: M, goes_to: EODB}]\n"}), "GP264")


# meetings, what things are about, sources


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("receives: [{id: r, title: R, every_meetings: 2, from: may}]\n", (1, 55)),
        ("promised: [{id: r, title: R, at: may}]\n", (1, 34)),
        ("decisions: [{id: d, text: D, meeting: may}]\n", (1, 39)),
    ],
)
def test_a_meeting_that_is_named_is_listed(text: str, place: tuple[int, int]) -> None:
    (one,) = found(board(text))
    assert (one.code, one.line, one.column, one.message) == ("GP261", *place, "unknown meeting 'may'")
    assert not found(board(f"{text}meetings: [{{id: may}}]\n"))


def test_a_report_at_meetings_does_not_end_before_it_begins() -> None:
    text = "receives: [{id: r, title: R, every_meetings: 2, from: 2025-09, until: 2025-08}]\n"
    (one,) = misread(text)
    assert (one.code, one.line, one.column) == ("GP115", 1, 71)
    assert one.message == "'until' 2025-08 is before the first date, 2025-09"
    assert not misread(text.replace("2025-08", "2025-09"))
    assert not misread(text.replace("from: 2025-09, ", ""))


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("meetings: [{id: a}, {id: b, renamed_from: a}]\n", "meeting 'a' is given twice", (1, 43)),
        (
            "meetings: [{id: a, renamed_from: [x, y]}, {id: b, renamed_from: [z, y]}]\n",
            "meeting 'y' is given twice",
            (1, 69),
        ),
        ("receives: [{id: r, title: R}]\npromised: [{id: r, title: P}]\n", "report 'r' is given twice", (2, 17)),
    ],
)
def test_what_calendars_and_show_tell_apart_has_an_id_of_its_own(
    text: str, message: str, place: tuple[int, int]
) -> None:
    (one,) = misread(text)
    assert (one.code, one.message, (one.line, one.column)) == ("GP109", message, place)


@pytest.mark.parametrize(
    "key", ["receives: [{id: r, title: ", "promised: [{id: r, title: ", "decisions: [{id: r, text: "]
)
def test_what_something_is_about_is_a_plan_or_an_entry(key: str) -> None:
    assert not found(board(f"{key}R, about: [pay, pay/gap, {{text: Staff survey}}]}}]\n"))
    (one,) = found(board(f"{key}R, about: gap}}]\n"))
    assert (one.code, one.column, one.message) == ("GP211", len(key) + 11, "unknown plan or entry 'gap'")
    assert one.hint == "did you mean 'pay/gap'?"


@pytest.mark.parametrize(
    "text",
    [
        "meetings: [{id: m",
        "receives: [{id: m, title: R",
        "promised: [{id: m, title: R",
        "decisions: [{id: m, text: R",
        "working_groups: [{id: m, title: R",
    ],
)
def test_a_document_that_is_quoted_is_among_the_boards_sources(text: str) -> None:
    quoted = f"{text}, source: {{document: papr}}}}]\n"
    (one,) = found(board(quoted + "sources: [{id: paper, title: Paper}]\n"))
    assert (one.code, one.line, one.column) == ("GP203", 1, len(text) + 22)
    assert one.hint == "did you mean 'paper'?"
    assert not found(board(quoted + "sources: [{id: papr, title: Paper}]\n"))


def test_a_rota_quotes_the_boards_sources() -> None:
    (one,) = found(board("champions: {every: 1 year, source: {document: paper}}\n"))
    assert (one.code, one.line, one.column) == ("GP203", 1, 47)


# oversight


@pytest.mark.parametrize("name", ["pay", "pay/data", "tag:careers", "tag:Wages", "standard", "standard/lead"])
def test_what_there_is_can_be_overseen(name: str) -> None:
    standard = "genderplan: 1\ntitle: S\nkind: standard\nsections: [{id: lead, title: L}]\n"
    assert not found(written({"EODB": f"oversees: {name}\n", "frameworks/standard": standard}))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("pya", "did you mean 'pay'?"),
        ("pay/dat", "did you mean 'pay/data'?"),
        ("tag:career", "did you mean 'tag:careers'?"),
        ("standard/lead", None),
        ("pay/gap", "a single entry is overseen by a tag: write 'tag:TAG', and the tag in the entry"),
    ],
)
def test_what_is_not_there_is_told(name: str, hint: str | None) -> None:
    (one,) = found(board(f"oversees:\n  - pay\n  - {name}\n"))
    assert (one.code, one.line, one.column, one.message) == ("GP262", 3, 5, f"nothing in the tree is '{name}'")
    assert one.hint == hint


def test_what_could_not_be_read_may_be_anything() -> None:
    tree = tree_of(
        {
            "organisations.yaml": ORGANISATIONS,
            "pay/plan.yaml": PLAN,
            "pay/actions/a.yaml": "titel: A\n",
            "old/plan.yaml": "titel: Old\n",
            "frameworks/standard.yaml": "titel: Standard\n",
            "boards/EODB.yaml": "oversees: [tag:careers, old/data, standard/lead]\n",
        }
    )
    assert not found(tree, "GP262")


# circles


@pytest.mark.parametrize(("key", "path", "column"), [("serves", "{}", 9), ("replaces", "{{board: {}}}", 19)])
def test_boards_in_a_circle_are_told_once(key: str, path: str, column: int) -> None:
    links = {"EODB": "Council", "Council": "Forum", "Forum": "EODB"}
    tree = written({name: f"{key}: {path.format(to)}\n" for name, to in links.items()})
    (one,) = found(tree)
    assert (one.code, one.file, one.line, one.column) == ("GP263", "boards/Council.yaml", 1, column)
    assert one.message == f"a circle of {key}: Council → Forum → EODB → Council"
    (itself,) = found(board(f"{key}: {path.format('EODB')}\n"))
    assert itself.message == f"a circle of {key}: EODB → EODB"


def test_a_line_of_boards_is_no_circle() -> None:
    """F2-20"""
    assert not found(written({"EODB": "serves: Council\n", "Council": "serves: Forum\n", "Forum": "role: Highest\n"}))
    assert not found(board("serves: Council\n"))


# the order of meetings


def meetings(*dates: str) -> str:
    return "meetings:\n" + "".join(f"  - {{id: m{number}, date: {date}}}\n" for number, date in enumerate(dates))


def before_council(own: str, council: str) -> Tree:
    return written({"EODB": own, "Council": council})


COUNCIL = meetings("2008-02-07", "2008-06-05", "2008-09-04")
BEFORE = "meets: {before: Council}\n"


@pytest.mark.parametrize(
    "dates",
    [
        ("2008-01-24", "2008-05-22", "2008-08-21"),
        ("2008-02-07", "2008-06-05", "2008-09-04"),
        ("2008-02", "2008-06", "2008-09"),
        ("2008-01-24", "2008-03-01", "2008-05-22", "2008-08-21", "2008-12-01"),
        ("2008-05-22", "2008-08-21"),
        ("2008-04-22", "2008-08-21"),
    ],
)
def test_a_meeting_before_each_of_the_other_is_in_order(dates: tuple[str, ...]) -> None:
    """F3-07: on the same day too, and what the dates leave open; of what was before the first nobody knows."""
    assert not told(before_council(BEFORE + meetings(*dates), COUNCIL))


NONE_BETWEEN = "no meeting is between those of Council of "
AFTER = " is after Council's of "


@pytest.mark.parametrize(
    ("dates", "findings"),
    [
        (("2008-06-12",), [(3, 20, f"the meeting of 2008-06-12{AFTER}2008-06-05")]),
        (("2008-01-24", "2008-06-12", "2008-08-21"), [(4, 20, f"the meeting of 2008-06-12{AFTER}2008-06-05")]),
        (("2008-01-24", "2008-05-22", "2008-09-05"), [(5, 20, f"the meeting of 2008-09-05{AFTER}2008-09-04")]),
        (("2008-02-08", "2008-05-22", "2008-08-21"), [(3, 20, f"the meeting of 2008-02-08{AFTER}2008-02-07")]),
        (("2008-01-24", "2008-05-22"), [(1, 17, f"{NONE_BETWEEN}2008-06-05 and 2008-09-04")]),
        (("2008-01-24",), [(1, 17, f"{NONE_BETWEEN}2008-02-07 and 2008-06-05, nor between 1 more pair")]),
        (
            ("2008-10-01",),
            [
                (1, 17, f"{NONE_BETWEEN}2008-02-07 and 2008-06-05"),
                (3, 20, f"the meeting of 2008-10-01{AFTER}2008-09-04"),
            ],
        ),
    ],
)
def test_a_meeting_after_the_one_it_should_precede_is_a_finding(
    dates: tuple[str, ...], findings: list[tuple[int, int, str]]
) -> None:
    """F3-07: and that there is none between two of the other."""
    found_ones = told(before_council(BEFORE + meetings(*dates), COUNCIL))
    assert [(code, line, column) for code, line, column, _ in found_ones] == [
        ("GP307", line, column) for line, column, _ in findings
    ]
    assert all(expected in message for (*_, message), (*_, expected) in zip(found_ones, findings, strict=True))


def test_cancelled_meetings_count_for_neither() -> None:
    council = COUNCIL + "  - {id: x, date: 2008-07-10, cancelled: {reason: Flu}}\n"
    own = BEFORE + meetings("2008-01-24", "2008-05-22", "2008-08-21")
    assert not told(before_council(own, council))
    cancelled = own.replace("2008-05-22}", "2008-05-22, cancelled: {reason: Flu}}")
    assert [each[:3] for each in told(before_council(cancelled, council))] == [("GP307", 1, 17)]


def test_meetings_of_rules_are_held_against_each_other() -> None:
    """However long they go on, each is told once."""
    council = "meets: {every: 3 months, from: 2008-02-07}\n"
    rule = "meets: {every: 3 months, from: %s, before: Council}\n"
    assert not told(before_council(rule % "2008-01-24", council))
    (one,) = told(before_council(rule % "2008-02-14", council))
    assert one[:3] == ("GP307", 1, 32)
    yearly = "meets: {every: 1 year, from: 2008-01-24, before: Council}\n"
    (other,) = told(before_council(yearly, council))
    assert other[:3] == ("GP307", 1, 50)


@pytest.mark.parametrize(
    ("own", "council"),
    [
        ("meets: {every: 3 months, before: Council}\n", COUNCIL),
        (BEFORE + "meetings: [{id: m}]\n", COUNCIL),
        (BEFORE + meetings("2008-06-12"), "meetings: [{id: m}]\n"),
        (BEFORE + meetings("2008-06-12"), "meets: {every: 3 months}\n"),
        (meetings("2008-06-12"), COUNCIL),
    ],
)
def test_without_known_meetings_there_is_no_order(own: str, council: str) -> None:
    assert not told(before_council(own, council))


def test_the_other_board_may_have_no_file() -> None:
    assert not told(board(BEFORE + meetings("2008-06-12")))


# how many a year, and papers

FOUR = "meets: {at_least_a_year: 4}\n"


def test_too_few_meetings_in_a_year_that_others_surround() -> None:
    dates = ("2006-11-01", "2007-02-01", "2007-05", "2007-12-01", "2008-01-31")
    (one,) = told(board(FOUR + meetings(*dates)))
    assert one == ("GP308", 1, 26, "3 meetings in 2007, and at least 4 a year")


@pytest.mark.parametrize(
    "text",
    [
        meetings("2007-02-01", "2007-05-01"),
        meetings("2006-11-01", "2008-01-31"),
        meetings("2006-11-01", "2007-01", "2007-05", "2007-07", "2007-10", "2008-01"),
        meetings("2006-11-01", "2007-01", "2007-05", "2007-07", "2008-01") + "  - {id: x}\n",
        meetings("2006-11-01", "2007-01", "2007-05", "2007-07", "2007-winter", "2008-10"),
    ],
)
def test_of_other_years_nobody_knows(text: str) -> None:
    """Whether all of a year's meetings are listed, or in which year one was."""
    assert not told(board(FOUR + text))


def test_papers_come_before_the_meeting() -> None:
    text = (
        "meetings: [{id: a, date: 2008-06-05, papers_by: 2008-06-06}, {id: b, date: 2008-06, papers_by: 2008-06-20}]\n"
    )
    assert told(board(text)) == [("GP309", 1, 49, "papers are due 2008-06-06, after the meeting of 2008-06-05")]


ACCEPTED = "accept: [{{code: {}, where: '{}', reason: As it was}}]\n"


@pytest.mark.parametrize(
    ("code", "where", "text"),
    [
        ("GP307", "board:EODB#m0", BEFORE + meetings("2008-06-12")),
        ("GP307", "board:EODB", BEFORE + meetings("2008-01-24", "2008-05-22")),
        ("GP308", "board:EODB", FOUR + meetings("2006-11-01", "2007-02-01", "2008-01-31")),
        ("GP309", "board:EODB#m", "meetings: [{id: m, date: 2008-06-05, papers_by: 2008-06-06}]\n"),
        ("GP403", "board:EODB#m", "meetings: [{id: m, date: 2008-07, cancelled: {date: 2199-01-01, reason: x}}]\n"),
        ("GP403", "board:EODB#r", "promised: [{id: r, title: R, received: 2199-01-01}]\n"),
        ("GP403", "board:EODB#d", "decisions: [{id: d, text: D, completed: 2199-01-01}]\n"),
    ],
)
def test_what_is_found_on_a_board_can_be_accepted_there(code: str, where: str, text: str) -> None:
    boards = {"organisations.yaml": ORGANISATIONS, "boards/EODB.yaml": text, "boards/Council.yaml": COUNCIL}

    def codes(policy: str) -> list[tuple[str, str | None]]:
        tree = tree_of(boards | {"pay/plan.yaml": PLAN + policy, "pay/actions/gap.yaml": "title: Gap\n"})
        assert not tree.findings
        standing, _ = sort_out(checked(tree), Context(tree, tree.plans, judged(tree)), dates=True)
        return [(each.code, each.entry) for each in standing if each.code in {code, "GP702"}]

    name = where.removeprefix("board:")
    assert codes("") == [(code, name)]
    assert codes(ACCEPTED.format(code, where)) == []
    other = "board:Council"
    assert codes(ACCEPTED.format(code, other)) == [(code, name), ("GP702", "Council")]
