"""`status --measures` and `explain` of a measure, as a reader and as a program see them.

The snapshots are to be read as a reader sees them; after a change that is meant: `pytest tests/cli/test_measures.py
--snapshot-update`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from cli import contract
from cli.company import AS_OF, BOARD_1, company
from cli_runner import Result, call, plain_terminal, run
from genderplan.cli.shell import vocabulary
from genderplan.manual import MEASURES
from support import ENTRY, PLAN, tree
from texts import TextExtension

WOMEN = ("--plan", "women-2003")
FINISH_VARIANCE = ["compared", "late", "unit", "median_months", "worst_months", "median_days", "worst_days"]
SLIP = ["compared", "moved", "later", "median_months", "worst_months", "median_days", "worst_days"]
FIELDS = ["promised", "removed", "cancelled", "finish_variance", "hit_rate", "delivery_index", "slip"]
NOTHING = dict.fromkeys(FIELDS[3:])


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


def section(result: Result) -> list[str]:
    """What is said of measures, up to what to run next."""
    assert (result.code, result.err) == (0, "")
    start = next(at for at, line in enumerate(result.lines) if line.startswith("MEASURES"))
    end = next(at for at, line in enumerate(result.lines) if at > start and line.startswith("genderplan "))
    return result.lines[start : end - 1]


def measured(folder: Path, *arguments: str, columns: int = 80) -> list[str]:
    env = {"GENDERPLAN_AS_OF": AS_OF, "COLUMNS": str(columns)}
    return section(call("status", "--measures", *arguments, cwd=folder, env=env))


def document(folder: Path, *arguments: str) -> Any:
    result = call("status", *arguments, "--format", "json", cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})
    assert (result.code, result.err) == (0, "")
    return result.json


@pytest.mark.parametrize("columns", [80, 140])
def test_of_the_drafts_of_2003(columns: int, text: SnapshotAssertion) -> None:
    result = call("status", *WOMEN, "--measures", "--tree", "plans", env={"COLUMNS": str(columns)})
    assert "\n".join(section(result)) == text


@pytest.mark.parametrize("columns", [80, 140])
def test_of_the_company(columns: int, tmp_path: Path, text: SnapshotAssertion) -> None:
    assert "\n".join(measured(company(tmp_path).parent, "--plan", "pay", columns=columns)) == text


def test_of_the_company_line_by_line(tmp_path: Path) -> None:
    """Counted by hand from the files of `cli/company.py`."""
    assert measured(company(tmp_path).parent, "--plan", "pay") == [
        "MEASURES against board-1",
        "  Finish variance  median 0 months, worst +2 months: 1 of 4 dates late",
        "  Hit rate         50%: 1 of 2 due by 15 Jan 2025 kept on time",
        "  Delivery index   0.50: 1 done, 2 due by 15 Jan 2025",
        "                   1 date of the baseline left the plan: it counts as not done",
        "  Counted are the baseline's dates of milestones, actions and projects. What",
        "  each measure means, and how it can mislead: genderplan explain hit-rate",
        "",
        "  SLIP BY LEAD                  MOVED       MEDIAN     WORST",
        "  Human Resources              2 of 3  +0.5 months  +1 month",
        "  Director of Human Resources  0 of 1            -         -",
        "",
        "  SLIP BY OBJECTIVE   MOVED    MEDIAN     WORST",
        "  Pay data           1 of 2  +1 month  +1 month",
        "  Careers            1 of 2  0 months         -",
    ]


def test_the_rest_of_the_status_is_as_without_them(tmp_path: Path) -> None:
    folder = company(tmp_path).parent
    plain = call("status", cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF}).lines
    asked = call("status", "--measures", cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF}).lines
    assert "MEASURES" not in "\n".join(plain)
    start = asked.index("MEASURES against board-1")
    end = next(at for at, line in enumerate(asked) if at > start and line.startswith("genderplan "))
    assert "MEASURES: no baseline to measure against" in asked[end:]
    rest = asked[: start - 1] + asked[end - 1 :]
    at = rest.index("MEASURES: no baseline to measure against")
    assert rest[: at - 1] + rest[at + 1 :] == plain


def test_with_nothing_due_a_sentence_stands_in_the_place_of_a_number() -> None:
    result = call("status", *WOMEN, "--measures", "--as-of", "2003-09-29")
    assert section(result)[:4] == [
        "MEASURES against draft-1",
        "  Finish variance  median 0 months, worst +2 months: 9 of 37 dates late",
        "  Hit rate         nothing in the baseline was due by 29 Sep 2003",
        "  Delivery index   nothing in the baseline was due by 29 Sep 2003",
    ]


def test_with_nothing_on_both_sides(tmp_path: Path) -> None:
    files = {"p/plan.yaml": PLAN, "p/actions/x.yaml": ENTRY, "p/baselines/b.yaml": "genderplan: 1\nentries: {}\n"}
    folder = tree(tmp_path, files).parent
    assert measured(folder) == [
        "MEASURES against b",
        "  Finish variance  nothing has both a date in the baseline and a finish",
        "  Hit rate         nothing in the baseline was due by 15 Jan 2025",
        "  Delivery index   nothing in the baseline was due by 15 Jan 2025",
        "  Slip             no date stands on both sides",
        "  Counted are the baseline's dates of milestones, actions and projects. What",
        "  each measure means, and how it can mislead: genderplan explain hit-rate",
    ]


def said(tmp_path: Path, *pairs: tuple[str, str]) -> list[str]:
    """The measures of a plan of milestones that were due as the one text says and are now as the other does."""
    now = "".join(f"  - {{id: m{at}, title: y, {is_}}}\n" for at, (_, is_) in enumerate(pairs))
    then = ", ".join(f"{{id: m{at}, title: y, due: {was}}}" for at, (was, _) in enumerate(pairs))
    files = {
        "p/plan.yaml": PLAN,
        "p/actions/x.yaml": f"{ENTRY}milestones:\n{now}",
        "p/baselines/b.yaml": f"genderplan: 1\nentries:\n  x: {{kind: action, title: x, milestones: [{then}]}}\n",
    }
    return [line.strip() for line in measured(tree(tmp_path, files).parent)]


@pytest.mark.parametrize(
    ("pairs", "lines"),
    [
        ([("2025-03", "due: 2025-03")] * 2, ["Finish variance  median 0 months: none of 2 dates late"]),
        ([("2025-03", "due: 2025-02")], ["Finish variance  median -1 month: none of 1 date late", "No lead       1 of 1  -1 month      -"]),
        ([("2025-03-01", "due: 2025-03-02")], ["Finish variance  median +1 day, worst +1 day: 1 of 1 date late", "No lead       1 of 1  +1 day  +1 day"]),
        (
            [("2025-03-01", "due: 2025-03-09"), ("2025-03", "due: 2025-03")],
            ["Finish variance  median 0 months, worst under a month: 1 of 2 dates late", "No lead       1 of 2  under a month  under a month"],
        ),
        ([("2024-12", "completed: 2024-12")] * 2, ["Hit rate         100%: 2 of 2 due by 15 Jan 2025 kept on time"]),
        ([("2024-12", "due: 2024-12")] * 2, ["Hit rate         0%: 0 of 2 due by 15 Jan 2025 kept on time"]),
        (
            [("2024-12", "completed: 2024-12")] * 2 + [("2024-12", "due: 2024-12")],
            ["Hit rate         67%: 2 of 3 due by 15 Jan 2025 kept on time", "Delivery index   0.67: 2 done, 3 due by 15 Jan 2025"],
        ),
        ([("2024-12", "completed: 2024-12")] * 299 + [("2024-12", "due: 2024-12")], ["Hit rate         99%: 299 of 300 due by 15 Jan 2025 kept on time"]),
        ([("2024-12", "due: 2024-12")] * 299 + [("2024-12", "completed: 2024-12")], ["Hit rate         1%: 1 of 300 due by 15 Jan 2025 kept on time"]),
        (
            [("2024-12", "completed: 2024-12"), ("2025-03", "completed: 2025-01")],
            ["Delivery index   2.00: 2 done, 1 due by 15 Jan 2025"],
        ),
        ([("2024-12", "cancelled: {}")] * 2, ["2 dates of the baseline cancelled: in none of these"]),
    ],
)  # fmt: skip
def test_numbers_in_words(pairs: list[tuple[str, str]], lines: list[str], tmp_path: Path) -> None:
    shown = said(tmp_path, *pairs)
    assert [line for line in lines if line not in shown] == []


def test_more_than_ten_rows_are_told_as_a_number(tmp_path: Path) -> None:
    leads = "".join(f"U{at}: {{}}\n" for at in range(12))
    now = "".join(f"  - {{id: m{at}, title: y, lead: U{at}, due: 2025-03}}\n" for at in range(12))
    then = ", ".join(f"{{id: m{at}, title: y, due: 2025-03}}" for at in range(12))
    files = {
        "organisations.yaml": leads,
        "p/plan.yaml": PLAN,
        "p/actions/x.yaml": f"{ENTRY}milestones:\n{now}",
        "p/baselines/b.yaml": f"genderplan: 1\nentries:\n  x: {{kind: action, title: x, milestones: [{then}]}}\n",
    }
    lines = measured(tree(tmp_path, files).parent)
    assert len([line for line in lines if line.startswith("  U")]) == 10
    assert "  and 2 more, with --format json" in lines


def test_filters_narrow_the_measures(tmp_path: Path) -> None:
    folder = company(tmp_path).parent
    assert "  Hit rate         100%: 1 of 1 due by 15 Jan 2025 kept on time" in measured(folder, "--lead", "HR")
    of_director = document(folder, "--measures", "--plan", "pay", "--lead", "HR-Director")["plans"][0]["measures"]
    assert of_director["hit_rate"] == {"due": 1, "hits": 0, "value": 0}


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 100, 140])
def test_all_lines_fit_and_say_the_same(columns: int, tmp_path: Path) -> None:
    folder = company(tmp_path).parent
    wide, lines = measured(folder, columns=140), measured(folder, columns=columns)
    for shown in (lines, section(call("status", *WOMEN, "--measures", env={"COLUMNS": str(columns)}))):
        assert columns < 40 or max(map(cell_len, shown)) <= columns
    assert sorted("".join(lines).split()) != []
    assert {word for line in wide for word in line.split()} <= {word for line in lines for word in line.split()}


def test_on_a_terminal_it_is_as_when_piped(tmp_path: Path) -> None:
    folder = company(tmp_path).parent
    piped = run("status", "--measures", "--as-of", AS_OF, cwd=folder)
    assert plain_terminal("status", "--measures", "--as-of", AS_OF, cwd=folder) == piped
    assert "MEASURES against board-1" in piped.lines


def test_measures_that_were_not_asked_for_are_null(tmp_path: Path) -> None:
    plans = document(company(tmp_path).parent)["plans"]
    assert [list(plan) for plan in plans] == [contract.STATUS] * 2
    assert [plan["measures"] for plan in plans] == [None, None]


def test_json(tmp_path: Path) -> None:
    pay, sites = document(company(tmp_path).parent, "--measures")["plans"]
    assert list(pay) == contract.STATUS
    assert list(pay["measures"]) == FIELDS
    assert pay["measures"] == {
        "promised": 6,
        "removed": 1,
        "cancelled": 0,
        "finish_variance": dict(zip(FINISH_VARIANCE, [4, 1, "months", 0, 2, -5, 61], strict=True)),
        "hit_rate": {"due": 2, "hits": 1, "value": 0.5},
        "delivery_index": {"due": 2, "done": 1, "value": 0.5},
        "slip": {
            "unit": "months",
            "leads": [
                {"lead": "HR"} | dict(zip(SLIP, [3, 2, 1, 0.5, 1, 10, 30], strict=True)),
                {"lead": "HR-Director"} | dict(zip(SLIP, [1, 0, 0, None, 0, None, 0], strict=True)),
            ],
            "objectives": [
                {"objective": "data", "title": "Pay data"} | dict(zip(SLIP, [2, 1, 1, 1, 1, 30, 30], strict=True)),
                {"objective": "careers", "title": "Careers"} | dict(zip(SLIP, [2, 1, 0, 0, 0, -10, 0], strict=True)),
            ],
        },
    }
    assert sites["measures"] == {"promised": 0, "removed": 0, "cancelled": 0} | NOTHING


def test_a_whole_number_has_no_point_in_json(tmp_path: Path) -> None:
    out = call(
        "status", "--measures", "--format", "json", cwd=company(tmp_path).parent, env={"GENDERPLAN_AS_OF": AS_OF}
    ).out
    assert '"median_months": 0.5,' in out
    assert '"median_days": 10,' in out
    assert '"median_days": 10.0' not in out


def test_with_nothing_due_json_has_null(tmp_path: Path) -> None:
    later = BOARD_1.replace("due: 2024-12-31", "due: 2025-12-31").replace("due: 2024-12}", "due: 2025-12}")
    pay = document(company(tmp_path, **{"pay/baselines/board-1.yaml": later}).parent, "--measures", "--plan", "pay")
    found = pay["plans"][0]["measures"]
    assert (found["hit_rate"], found["delivery_index"]) == (None, None)
    assert found["finish_variance"]["compared"] == 4


def test_measures_stand_beside_what_changed_since(tmp_path: Path) -> None:
    folder = company(tmp_path).parent
    arguments = ("--plan", "pay", "--since", "board-1")
    since = call("status", *arguments, cwd=folder).lines
    both = call("status", *arguments, "--measures", cwd=folder).lines
    assert both[: len(since)] == since
    assert both[len(since) :][:3] == ["", "Equal pay and careers plan", ""]
    assert both[len(since) + 3] == "MEASURES against board-1"
    assert (
        document(folder, *arguments, "--measures")["plans"] == document(folder, *arguments[:2], "--measures")["plans"]
    )


@pytest.mark.parametrize("name", MEASURES)
def test_a_page(name: str, tmp_path: Path, text: SnapshotAssertion) -> None:
    result = call("explain", name, cwd=tmp_path)
    assert (result.code, result.err) == (0, "")
    assert result.out == text


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("columns", [30, 60, 80, 140])
def test_every_page_says_all_and_fits(columns: int, name: str, tmp_path: Path) -> None:
    lines = call("explain", name, cwd=tmp_path, env={"COLUMNS": str(columns)}).lines
    assert max(map(cell_len, lines)) <= min(columns, 100)
    flat, shown = " ".join(" ".join(lines).split()), MEASURES[name]
    for said_ in (*shown.meaning, *shown.formula, f"Source: {shown.source}", f"Misleads: {shown.misleads}"):
        assert said_.replace("`", "'") in flat
    assert flat.startswith(f"{name}: {shown.title} a measure of delivery, given by status --measures ")
    assert flat.endswith(" genderplan status --measures the measures of your plans")


@pytest.mark.parametrize("columns", [30, 80])
def test_the_list_of_codes_ends_with_the_measures(columns: int, tmp_path: Path) -> None:
    lines = call("explain", cwd=tmp_path, env={"COLUMNS": str(columns)}).lines
    rows = lines[lines.index("MEASURES OF DELIVERY") + 1 :]
    flat = " ".join(" ".join(rows[: rows.index("")]).split())
    assert flat == " ".join(f"{name} {page.title}" for name, page in MEASURES.items())


@pytest.mark.parametrize("name", MEASURES)
def test_a_page_as_json(name: str, tmp_path: Path) -> None:
    found = call("explain", name.replace("-", "_"), "--format", "json", cwd=tmp_path).json
    assert found == {
        "format": "genderplan/measures",
        "version": 1,
        "measures": [json.loads(json.dumps(MEASURES[name]._asdict()))],
    }


def test_a_measure_that_is_misspelt_is_a_wrong_usage(tmp_path: Path) -> None:
    message = "genderplan: unknown code 'hit-rat' (did you mean 'hit-rate'?)\n"
    assert call("explain", "hit-rat", cwd=tmp_path) == Result(2, "", message)
    assert call("explain", "hit-rat", "--format", "json", cwd=tmp_path) == Result(2, "", message)


def test_measures_are_completed_after_the_codes() -> None:
    told = [(name, page.title) for name, page in MEASURES.items()]
    assert vocabulary.topics("") == [*vocabulary.codes(""), *told]
    assert vocabulary.topics("h") == [("hit-rate", MEASURES["hit-rate"].title)]
    assert vocabulary.topics("D") == [("Delivery-index", MEASURES["delivery-index"].title)]
    assert vocabulary.topics("GP204") == vocabulary.codes("GP204")


@pytest.mark.parametrize(
    ("arguments", "is_imported"),
    [(("status",), False), (("status", "--format", "json"), False), (("status", "--measures"), True)],
    ids=["status", "json", "measures"],
)  # fmt: skip
def test_what_they_need_is_imported_where_they_are_asked_for(
    arguments: tuple[str, ...], is_imported: bool, tmp_path: Path
) -> None:
    program = (
        "import sys, json\nfrom genderplan.cli.app import run\n"
        f"code = run([*{arguments!r}])\nprint(json.dumps([code, *sys.modules]), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=company(tmp_path).parent,
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    code, *names = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    for name in (
        "statistics",
        "genderplan.reports.status.measures.result",
        "genderplan.reports.status.measures.text",
        "genderplan.plan.comparison.matching",
    ):
        assert (name in names) == is_imported, name
