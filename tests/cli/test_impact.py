"""`impact`: what it says of the shipped drafts, of trees made for it, and what it refuses."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cli.company import AS_OF, company
from cli_runner import REPOSITORY, Result, call, run
from repositories import two_drafts
from support import PLAN, tree

LEGEND = (
    "ROOM is what is left after what a milestone waits for, if it holds its date: impossible there is not enough, "
    "squeezed less than before, unaffected as much. WOULD LAND is where it would be if it kept its gap to that instead."
)
WOMEN = ("--plan", "women-2003")
BASELINE = "genderplan: 1\nname: b\nentries:\n  x:\n    kind: action\n    title: X\n    milestones:\n"


def one(found: Any) -> Any:
    [only] = found
    return only


def json(*arguments: str, cwd: Path = REPOSITORY) -> Any:
    result = call("impact", *arguments, "--format", "json", cwd=cwd)
    assert result.code == 0
    return result.json


def plan(tmp_path: Path, now: Mapping[str, str], then: Mapping[str, str] | None = None, policy: str = "") -> Path:
    """The folder above a tree of one plan `p` with an action `x` of these milestones, and of those in its baseline."""
    files = {
        "p/plan.yaml": PLAN + policy,
        "p/actions/x.yaml": "title: X\nmilestones:\n" + "".join(_milestone(2, *each) for each in now.items()),
    }
    if then is not None:
        files["p/baselines/b.yaml"] = BASELINE + "".join(_milestone(6, *each) for each in then.items())
    return tree(tmp_path, files).parent


def _milestone(indent: int, name: str, keys: str) -> str:
    return f"{' ' * indent}- {{id: {name}, title: The {name}, {keys}}}\n"


def text(*arguments: str, cwd: Path) -> str:
    result = call("impact", *arguments, "--as-of", AS_OF, cwd=cwd)
    assert (result.code, result.err) == (0, "")
    return result.out


class TestTheDrafts:
    """What a reader of the two papers of 2003 finds with a pencil."""

    def test_the_questionnaire_moved_and_its_analysis_did_not(self) -> None:
        """Draft 1: questionnaire December 2003, analysis April 2004, report May 2004. Draft 2: February, April, May."""
        found = one(json(*WOMEN)["impacts"])
        slip = found["slips"][0]
        assert (slip["id"], slip["was"], slip["now"], slip["variance_months"], slip["unit"]) == (
            "women-2003/identify-needs#questionnaire",
            "2003-12",
            "2004-02",
            2,
            "months",
        )
        analysis, report = slip["affected"]
        assert analysis == {
            "id": "women-2003/identify-needs#analysis",
            "entry": "identify-needs",
            "title": "Analyse findings from Questionnaire",
            "leads": ["DCC4", "PIB"],
            "objective": "identifying-needs",
            "status": "upcoming",
            "was": "2004-04",
            "now": "2004-04",
            "variance_months": 0,
            "variance_days": 0,
            "effect": "squeezed",
            "waits_for": "women-2003/identify-needs#questionnaire",
            "lag": None,
            "is_new": False,
            "room_before": 4,
            "room_after": 2,
            "unit": "months",
            "earliest": "2004-04",
            "landing": "2004-06",
        }
        told = ("id", "effect", "room_before", "room_after", "landing", "waits_for")
        assert [report[name] for name in told] == [
            "women-2003/identify-needs#report",
            "unaffected",
            1,
            1,
            "2004-07",
            "women-2003/identify-needs#analysis",
        ]

    def test_the_seminars_moved_further_than_what_uses_them(self) -> None:
        """December to February and April to May; only the later draft has the seminars' findings used."""
        slip = one(json(*WOMEN)["impacts"])["slips"][1]
        assert (slip["id"], slip["variance_months"]) == ("women-2003/identify-customer-groups#services", 2)
        used = one(slip["affected"])
        told = ("id", "was", "now", "effect", "room_before", "room_after", "is_new", "landing")
        assert [used[name] for name in told] == [
            "women-2003/implement-toolkit#use-findings",
            "2004-04",
            "2004-05",
            "squeezed",
            4,
            3,
            True,
            "2004-06",
        ]

    def test_the_rest_moved_with_nothing_waiting_and_the_end_stays(self) -> None:
        found = one(json(*WOMEN)["impacts"])
        assert len(found["slips"]) == 9
        assert [slip["affected"] for slip in found["slips"][2:]] == [[]] * 7
        assert {slip["variance_months"] for slip in found["slips"][2:]} == {1}
        assert found["end"] == {"now": "2005-01", "landing": "2005-01", "period": "2005-01"}
        assert found["last"] == {
            "id": "women-2003/identify-needs#report",
            "now": "2004-05",
            "landing": "2004-07",
            "chain": [f"women-2003/identify-needs#{name}" for name in ("questionnaire", "analysis", "report")],
        }
        assert (found["asked"], found["supposed"], found["circular"]) == (None, False, [])

    def test_surreys_last_report_leaves_no_room_at_all(self) -> None:
        """The final report, its use in the toolkit and the campaign are all due in July 2004."""
        slip = one(one(json("analyse-data#final-report", "--to", "2004-08")["impacts"])["slips"])
        assert [(each["id"], each["effect"], each["room_before"], each["room_after"]) for each in slip["affected"]] == [
            ("women-2003/implement-toolkit#surrey-findings", "impossible", 0, -1),
            ("women-2003/media-strategy#external-campaign", "impossible", 0, -1),
        ]
        found = one(json("--critical", *WOMEN)["networks"])
        chain = next(each for each in found["chains"] if each["finish"] == "2004-07")
        assert [(step["finish"], step["room"]) for step in chain["milestones"]] == [
            ("2003-11", None),
            ("2003-11", 0),
            ("2004-03", 4),
            ("2004-04", 1),
            ("2004-07", 3),
            ("2004-07", 0),
            ("2004-07", 0),
        ]
        assert (found["end"], found["end_from"], chain["total_float"], chain["unit"]) == (
            "2005-01",
            "period",
            6,
            "months",
        )

    def test_floats_of_the_drafts(self) -> None:
        found = {each["id"]: each for each in one(json("--critical", *WOMEN)["networks"])["milestones"]}
        told = {
            name: (found[f"women-2003/{name}"]["free_float"], found[f"women-2003/{name}"]["total_float"])
            for name in (
                "identify-needs#questionnaire",
                "identify-needs#analysis",
                "identify-needs#report",
                "forward-data#database",
                "link-acpo#representative",
            )
        }
        assert told == {
            "identify-needs#questionnaire": (2, 11),  # 11 from February 2004 to January 2005
            "identify-needs#analysis": (1, 9),
            "identify-needs#report": (None, 8),
            "forward-data#database": (0, 14),
            "link-acpo#representative": (None, 16),
        }
        assert found["women-2003/evaluate-toolkit#evaluation"]["latest"] == "2005-01"

    def test_why_goes_back_to_the_questionnaire(self) -> None:
        found = json("identify-needs#report", "--why")["why"]
        assert [
            (each["id"], each["variance_months"], each["room_before"], each["room_after"]) for each in found["steps"]
        ] == [
            ("women-2003/identify-needs#report", 0, 1, 1),
            ("women-2003/identify-needs#analysis", 0, 4, 2),
            ("women-2003/identify-needs#questionnaire", 2, None, None),
        ]
        assert found["begins"] is None
        told = text("identify-needs#report", "--why", cwd=Path.cwd()).split("\n")[3]
        assert told == (
            "identify-needs#report did not move later since draft-1; "
            "identify-needs#questionnaire moved later, and the room between took it up."
        )

    def test_against_the_commit_of_the_earlier_draft_it_says_the_same(self, tmp_path: Path) -> None:
        two_drafts(tmp_path)
        named, committed = (json(*WOMEN, "--against", source, cwd=tmp_path) for source in ("draft-1", "git:HEAD~1"))
        for document in (named, committed):
            one(document["impacts"]).pop("baseline")
        assert named == committed

    def test_in_words_in_a_process_of_its_own(self) -> None:
        result = run("impact")
        assert (result.code, result.err) == (0, "genderplan: no baseline: budget-2004, equalities-2006\n")
        assert result.lines[3] == (
            "9 of 37 milestones moved later since draft-1; of 3 milestones further down, 2 squeezed and 1 unaffected."
        )
        assert (
            "  squeezed    4 → 2 months  still Apr 2004  Jun 2004    Analyse findings from Questionnaire"
            in result.lines
        )


@pytest.mark.parametrize(
    "command",
    [
        ("impact",),
        ("impact", "--critical", *WOMEN),
        ("impact", "identify-needs#questionnaire", "--to", "2004-06"),
        ("impact", "identify-needs#report", "--why"),
        ("impact", "media-strategy#external-campaign", "--why", "--as-of", "2004-01-01"),
        ("impact", "--as-of", "2004-06-01"),
    ],
    ids=" ".join,
)
def test_what_it_says_to_run_next_runs(command: tuple[str, ...]) -> None:
    last = call(*command).lines[-1]
    line = re.split(r"  +", last)[0]
    program, *arguments = line.split()
    assert program == "genderplan"
    assert ("--as-of" in arguments) == ("--as-of" in command)
    assert call(*arguments).code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nope"], "unknown id 'nope'"),
        ([""], "unknown id ''"),
        (["identify-needs"], "'identify-needs' is no milestone: name one of identify-needs#questionnaire, "),
        (["women-2003"], "'women-2003' is no milestone\n"),
        (["DCC4"], "'DCC4' is no milestone\n"),
        (["identify-needs#report", "--to", "soon"], "--to: 'soon' is not a date"),
        (["identify-needs#report", "--to", ""], "--to: '' is not a date"),
        (["--to", "2004-05"], "--to is of one milestone: name it"),
        (["--why"], "--why is of one milestone: name it"),
        (["identify-needs#report", "--to", "2004-05", "--why"], "--to supposes a date: it takes no --why"),
        (["identify-needs#report", "--to", "2004-05", "--against", "x"], "--to supposes a date: it takes no --against"),
        (["identify-needs#report", "--critical"], "--critical is of whole plans: it takes no ID"),
        (["--critical", "--why"], "--critical is of whole plans: it takes no --why"),
        (["--critical", "--against", "draft-1"], "--critical is of whole plans: it takes no --against"),
        (["identify-needs#report", *WOMEN], "--plan is for a run without an ID"),
        (["evaluate-toolkit#evaluation", "--to", "2004-05"], "has no date that it could move from"),
        (
            ["--against", "draft-9"],
            "no baseline 'draft-9' in budget-2004, equalities-2006, women-2003, and no such commit",
        ),
        (["identify-needs#report", "--against", "draft-9"], "no baseline 'draft-9' in women-2003, and no such commit"),
        (
            ["identify-needs#report", "--why", "--against", "draft-9"],
            "no baseline 'draft-9' in women-2003, and no such commit",
        ),
        (["--plan", "equalities-2006"], "no baseline in equalities-2006"),
        (["--plan", "equality"], "unknown plan 'equality'"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_refused(arguments: list[str], told: str) -> None:
    result = call("impact", *arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err


def test_options_before_and_after_and_inside_a_plans_folder(tmp_path: Path) -> None:
    folder = company(tmp_path)
    options = ("--tree", str(folder), "--as-of", "2025-01-20", "--format", "json")
    found = call("impact", "--critical", *options, cwd=tmp_path).json
    assert [(each["id"], each["as_of"]) for each in found["plans"]] == [("pay", "2025-01-20"), ("sites", "2025-01-20")]
    inside = call("impact", "--critical", "--format", "json", cwd=folder / "pay").json
    assert [each["plan"] for each in inside["networks"]] == ["pay"]
    elsewhere = call("impact", "survey#walk", "--to", "2025-04", "--format", "json", cwd=folder / "pay").json
    assert [each["plan"] for each in elsewhere["impacts"]] == ["sites"]


def test_a_plan_without_a_baseline_is_told_of_on_stderr(tmp_path: Path) -> None:
    result = call("impact", cwd=company(tmp_path).parent)
    assert (result.code, result.err) == (0, "genderplan: no baseline: sites\n")
    assert "1 of 4 milestones moved later since board-1; nothing waits for that." in result.lines
    assert "1 milestone moved later, with nothing further down: --format json has them." in result.lines


def test_files_left_out_are_told_and_counted(tmp_path: Path) -> None:
    folder = plan(tmp_path, {"a": "due: 2025-03"}, {"a": "due: 2025-01"})
    (folder / "plans/p/actions/bad.yaml").write_text("title: [\n", encoding="utf-8")
    for arguments in (
        ("impact",),
        ("impact", "--critical"),
        ("impact", "x#a", "--why"),
        ("impact", "x#a", "--to", "2026"),
    ):
        result = call(*arguments, cwd=folder)
        assert result.code == 1
        assert "1 file was left out" in result.err


def test_nothing_moved(tmp_path: Path) -> None:
    same = {"a": "due: 2025-03", "b": "due: 2025-05, depends_on: a"}
    folder = plan(tmp_path, same, same)
    assert "None of 2 milestones moved later since b." in text(cwd=folder)
    assert "x#a has not moved later since b." in text("x#a", cwd=folder)
    assert "ROOM" not in text(cwd=folder)


def test_impossible_stands_first_with_what_it_is_pushed_to(tmp_path: Path) -> None:
    now = {
        "a": "due: 2025-06",
        "kept": "due: 2025-09, depends_on: {milestone: a, lag: P1M}",
        "broken": "due: 2025-05, depends_on: {milestone: a, lag: 2 months}",
        "after": "due: 2025-12, depends_on: broken",
        "undated": "depends_on: after",
    }
    then = {name: keys.split(", ")[0] for name, keys in now.items() if name != "undated"} | {"a": "due: 2025-02"}
    lines = text(cwd=plan(tmp_path, now, then, "period: {start: 2025-01, end: 2025-12}\n")).split("\n")
    assert lines[3] == (
        "1 of 4 milestones moved later since b; of 4 milestones further down, 1 impossible, 2 squeezed and 1 undated."
    )
    assert lines[4] == (
        "If the gaps were kept, the last of it would land Apr 2026 instead of Dec 2025; "
        "the plan would end Apr 2026 instead of Dec 2025, beyond its period (Dec 2025)."
    )
    assert lines[5] == "Carried by x#a → x#broken → x#after."
    assert lines[7:] == [
        "+4 months  Feb → Jun 2025  The a",
        "                           x#a",
        "  EFFECT      ROOM           DATE            WOULD LAND  MILESTONE",
        "  impossible  1 → -3 months  still May 2025  Sep 2025    The broken",
        "                                                         x#broken",
        "                                                         waits for x#a and 2 months more",
        "                                                         did not wait for it in b",
        "                                                         not before Aug 2025",
        "  squeezed    6 → 2 months   still Sep 2025  Jan 2026    The kept",
        "                                                         x#kept",
        "                                                         waits for x#a and 1 month more",
        "                                                         did not wait for it in b",
        "  squeezed    7 → 4 months   still Dec 2025  Apr 2026    The after",
        "                                                         x#after",
        "                                                         waits for x#broken",
        "                                                         did not wait for it in b",
        "  undated                                                The undated",
        "                                                         x#undated",
        "                                                         waits for x#after",
        "                                                         did not wait for it in b",
        "                                                         not before Dec 2025",
        "",
        LEGEND,
        "",
        "genderplan impact --critical --plan p --as-of 2025-01-15    how far each milestone may slip",
        "",
    ]


def test_a_circle_is_named_wherever_it_is_met(tmp_path: Path) -> None:
    now = {
        "a": "due: 2025-03, depends_on: b",
        "b": "due: 2025-03, depends_on: a",
        "c": "due: 2025-05",
        "d": "due: 2025-06, depends_on: [a, c]",
    }
    folder = plan(tmp_path, now, {"c": "due: 2025-04"})
    told = "NOT WORKED OUT (2): waits in a circle, 'genderplan validate' shows which\n  x#a, x#b\n"
    for arguments in ((), ("--critical",), ("x#c", "--to", "2025-06")):
        assert told in text(*arguments, cwd=folder)
    result = call("impact", "x#a", "--why", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert "p/x#a waits in a circle: nothing can be worked out for it ('genderplan validate')" in result.err


def test_floats_and_chains_in_words(tmp_path: Path) -> None:
    now = {
        "a": "due: 2025-03-31",
        "b": "due: 2025-04-10, depends_on: {milestone: a, lag: P2W}",
        "alone": "due: 2025-06",
        "nothing": "duration: P1M",
    }
    folder = plan(tmp_path, now)
    assert text("--critical", cwd=folder).split("\n")[1:] == [
        "p · as of 15 Jan 2025 (--as-of) · floats up to Jun 2025, when its last date is",
        "",
        "CRITICAL CHAIN to 10 Apr 2025, total float 81 days",
        "  DATE         ROOM     STATUS    MILESTONE",
        "  31 Mar 2025           upcoming  The a",
        "                                  x#a",
        "  10 Apr 2025  -4 days  upcoming  The b",
        "                                  x#b",
        "                                  waits for the one before it and 2 weeks more",
        "",
        "ROOM is what is left after the milestone above, which it waits for.",
        "",
        "FLOAT (2), the least first",
        "  TOTAL FLOAT  FREE FLOAT  DATE         LATEST       MILESTONE",
        "  77 days      -4 days     31 Mar 2025  16 Jun 2025  The a",
        "                                                     x#a",
        "  81 days                  10 Apr 2025  30 Jun 2025  The b",
        "                                                     x#b",
        "",
        "2 open milestones stand alone, 1 of them dated: nothing waits for them. The least float of them: 0 months.",
        "",
        "genderplan timeline --plan p --as-of 2025-01-15    the plan on a time axis",
        "",
    ]
    bare = plan(tmp_path, {"a": "duration: P1M", "b": "completed: 2025-01-10"})
    assert "floats" not in text("--critical", cwd=bare).split("\n")[3]
    assert "No open milestone waits for another." in text("--critical", cwd=bare)


def test_only_ten_chains_are_shown(tmp_path: Path) -> None:
    now = {f"a{at}": "due: 2025-03" for at in range(12)} | {
        f"b{at}": f"due: 2025-04, depends_on: a{at}" for at in range(12)
    }
    folder = plan(tmp_path, now)
    shown = text("--critical", cwd=folder)
    assert (shown.count("CHAIN "), "2 more chains: --format json. ROOM is" in shown) == (10, True)
    assert len(one(json("--critical", cwd=folder)["networks"])["chains"]) == 12


@pytest.mark.parametrize(
    ("now", "then", "asked", "told"),
    [
        (
            "2025-05",
            {"a": "due: 2025-03", "b": "due: 2025-04"},
            "b",
            "x#b moved later since b; what drives it did, first x#a.",
        ),
        (
            "2025-04",
            {"a": "due: 2025-03", "b": "due: 2025-04"},
            "b",
            "x#b did not move later since b; what drives it did, first x#a.",
        ),
        (
            "2025-05",
            {"a": "due: 2025-04", "b": "due: 2025-04"},
            "b",
            "x#b moved later since b by itself: nothing that drives it did.",
        ),
        (
            "2025-05",
            {"a": "due: 2025-04", "b": "due: 2025-05"},
            "b",
            "Nothing that drives x#b moved later since b, nor did it.",
        ),
        (
            "2025-07",
            {"a": "due: 2025-03", "b": "due: 2025-04"},
            "b",
            "x#b moved later since b by itself: there is room enough after x#a, which did too.",
        ),
        (
            "2025-05",
            {"a": "due: 2025-03"},
            "b",
            "x#b is new since b; what drives it moved later, first x#a.",
        ),
        ("2025-05", {"c": "due: 2025-03"}, "b", "x#b is new since b, and nothing that drives it moved later."),
        ("2025-05", None, "b", "What drives x#b; there is no baseline that it could be late against."),
    ],
)
def test_why_in_short(now: str, then: dict[str, str] | None, asked: str, told: str, tmp_path: Path) -> None:
    folder = plan(tmp_path, {"a": "due: 2025-04", "b": f"due: {now}, depends_on: a"}, then)
    assert told in text(f"x#{asked}", "--why", cwd=folder).split("\n")


def test_a_lag_is_told_where_it_counts(tmp_path: Path) -> None:
    folder = plan(tmp_path, {"a": "due: 2025-04", "b": "due: 2025-05, depends_on: {milestone: a, lag: P1M}"})
    assert "waits for the next and 1 month more" in text("x#b", "--why", cwd=folder)


def test_titles_reach_a_terminal_as_data(tmp_path: Path) -> None:
    now = {"a": "due: 2025-03", "b": "due: 2025-05, depends_on: a"}
    folder = plan(tmp_path, now)
    path = folder / "plans/p/actions/x.yaml"
    path.write_text(path.read_text("utf-8").replace("title: The b", 'title: "[red]b[/red]"'), encoding="utf-8")
    assert "[red]b[/red]" in text("x#a", "--to", "2025-07", cwd=folder)


def test_it_is_plain_in_ascii(tmp_path: Path) -> None:
    now = {"a": "due: 2025-03", "b": "due: 2025-05, depends_on: a"}
    result: Result = call("impact", "x#a", "--to", "2025-04", cwd=plan(tmp_path, now), encoding="ascii")
    assert "  squeezed  2 -> 1 month  May 2025  Jun 2025    The b" in result.lines
