"""`trend`: what it says of the two drafts and of small repositories, its picture, and what it refuses."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from cli_runner import call, plain_terminal, run, terminal
from repositories import Git, a_year, repository, two_drafts
from support import PLAN

WOMEN = ("--plan", "women-2003")
DATED = "genderplan: 1\ntitle: A plan\nstatus_date: 2024-06-01\n"
X = "plans/p/actions/x.yaml"
SHARED = {"plans/organisations.yaml": "HR: {}\n", "plans/p/plan.yaml": DATED}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Git:
    return two_drafts(tmp_path_factory.mktemp("drafts"))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Git:
    return a_year(tmp_path_factory.mktemp("year"))


def entry(*dues: str, more: str = "", title: str = "An action") -> str:
    """An action with milestones a, b, c of these dates; `more` are keys of the last."""
    listed = "".join(
        f"  - {{id: {name}, title: The {name}, due: {due}}}\n" for name, due in zip("abc", dues, strict=False)
    )
    return f"title: {title}\nlead: HR\nmilestones:\n" + (listed.removesuffix("}\n") + f"{more}}}\n" if more else listed)


def small(folder: Path, *states: Mapping[str, str | None]) -> Git:
    """A plan `p` of which each commit writes some files, numbered from 1, on the first day of each month of 2024."""
    made = repository(folder)
    for number, files in enumerate(states, 1):
        made.commit({**(SHARED if number == 1 else {}), **files}, f"{number}", f"2024-{number:02d}-01")
    return made


def document(made: Git, *arguments: str, err: str = "") -> Any:
    result = call("trend", *arguments, "--format", "json", cwd=made.folder)
    assert (result.code, result.err) == (0, err)
    return result.json


def trend(made: Git, *arguments: str, err: str = "") -> Any:
    """The only trend that is told."""
    [found] = document(made, *arguments, err=err)["trends"]
    return found


def text(made: Git, *arguments: str, columns: int = 80) -> str:
    result = call("trend", *arguments, cwd=made.folder, env={"COLUMNS": str(columns)})
    assert (result.code, result.err) == (0, "")
    return result.out


def svg(made: Git, *arguments: str) -> str:
    result = call("trend", *arguments, "--format", "svg", cwd=made.folder)
    assert (result.code, result.err) == (0, "")
    return result.out


def refused(made: Git, *arguments: str) -> str:
    """What is said where a command cannot be meant."""
    result = call("trend", *arguments, cwd=made.folder)
    assert (result.code, result.out) == (2, "")
    return result.err


def reports(found: Any) -> list[tuple[str, str]]:
    """The day of each report, and what it is of: for a commit only that it is one."""
    return [
        (each["day"], each["source"] if each["source"] in {"commit", "now"} else each["name"])
        for each in found["reports"]
    ]


def promises(found: Any) -> dict[str, list[tuple[str, str | None]]]:
    """Of each milestone the days on which a promise was new, and the promise; one that is done has a check mark."""
    return {
        each["id"].partition("/")[2]: [
            (one["reported"], f"{one['promised']} ✓" if one["done"] else one["promised"]) for one in each["promises"]
        ]
        for each in found["milestones"]
    }


class TestTheDrafts:
    """What a reader of the two papers of 2003 finds."""

    def test_nine_milestones_slipped_two_of_them_by_two_months(self, drafts: Git) -> None:
        found = trend(drafts, *WOMEN)
        assert reports(found) == [("2003-09-15", "commit"), ("2003-11-03", "commit")]
        assert [each["variance_months"] for each in found["milestones"]] == [2] * 2 + [1] * 7
        assert {each["changes"] for each in found["milestones"]} == {1}
        assert found["more"] == 0
        assert promises(found)["identify-needs#questionnaire"] == [("2003-09-15", "2003-12"), ("2003-11-03", "2004-02")]

    @pytest.mark.parametrize("against", ["git:HEAD~1", "draft-1"])
    def test_each_as_slippage_has_it(self, drafts: Git, against: str) -> None:
        done = call("slippage", *WOMEN, "--against", against, "--format", "json", cwd=drafts.folder)
        moved = {each["id"]: each for each in done.json["comparisons"][0]["moved"]}
        found = {each["id"]: each for each in trend(drafts, *WOMEN)["milestones"]}
        assert set(found) == set(moved)
        same = ("entry", "title", "leads", "objective", "variance_months", "variance_days")
        for name, each in found.items():
            assert {key: each[key] for key in same} == {key: moved[name][key] for key in same}
            assert (each["first"], each["last"]) == (moved[name]["was"], moved[name]["now"])

    def test_of_the_questionnaire_its_analysis_and_its_report_one_moved(self, drafts: Git) -> None:
        assert promises(trend(drafts, "identify-needs")) == {
            "identify-needs#questionnaire": [("2003-09-15", "2003-12"), ("2003-11-03", "2004-02")],
            "identify-needs#analysis": [("2003-09-15", "2004-04")],
            "identify-needs#report": [("2003-09-15", "2004-05")],
        }

    def test_in_a_process_of_its_own(self, drafts: Git) -> None:
        done = run("trend", "identify-needs", cwd=drafts.folder)
        assert (done.code, done.err) == (0, "")
        assert done.lines[2] == "2 reports from 15 Sep 2003 to 3 Nov 2003 · 3 of 3 promised dates told"
        assert "  A  +2 months  Dec 2003     Feb 2004" in done.lines
        assert "  B  kept       Apr 2004     Apr 2004" in done.lines

    def test_a_baseline_without_a_day_is_no_report(self, drafts: Git) -> None:
        assert trend(drafts, *WOMEN)["undated"] == ["draft-1"]
        assert "no report of draft-1: without 'taken' a baseline has no day" in text(drafts, *WOMEN)


class TestWhatAReportIs:
    def test_each_commit_that_changed_a_promise_and_now(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-07")}, {X: entry("2024-07", title="Words")}, {X: entry("2024-09")})
        found = trend(made)
        assert reports(found) == [("2024-01-01", "commit"), ("2024-03-01", "commit"), ("2024-06-01", "now")]
        assert promises(found) == {"x#a": [("2024-01-01", "2024-07"), ("2024-03-01", "2024-09")]}
        assert [each["commit"]["subject"] for each in found["reports"][:2]] == ["1", "3"]
        assert found["reports"][0]["name"] == made.git("rev-parse", "HEAD~2")[:8]

    def test_commits_that_are_named(self, year: Git) -> None:
        found = trend(year, "--at", "HEAD~1", "--at", "HEAD~6", "--at", "board/3")
        assert reports(found) == [
            ("2025-01-20", "HEAD~6"),
            ("2025-06-16", "board/3"),
            ("2025-11-03", "HEAD~1"),
            ("2025-12-15", "now"),
        ]
        assert promises(found)["grades#review"] == [
            ("2025-01-20", "2025-07"),
            ("2025-06-16", "2025-09"),
            ("2025-11-03", "2025-12"),
            ("2025-12-15", "2026-02"),
        ]

    def test_tags(self, year: Git) -> None:
        found = trend(year, "--tags")
        assert reports(found) == [
            ("2025-01-20", "board/1"),
            ("2025-04-14", "board/2"),
            ("2025-06-16", "board/3"),
            ("2025-09-08", "board/4"),
            ("2025-11-03", "board/5"),
            ("2025-12-15", "now"),
        ]
        assert {each["source"] for each in found["reports"]} == {"tag", "now"}
        assert "board/5" in text(year, "--tags")

    def test_tags_and_commits_together(self, year: Git) -> None:
        found = trend(year, "--tags", "--at", "HEAD")
        assert reports(found)[-2:] == [("2025-12-01", "HEAD"), ("2025-12-15", "now")]
        assert len(found["reports"]) == 7

    def test_a_repository_without_a_tag(self, drafts: Git) -> None:
        found = trend(drafts, *WOMEN, "--tags")
        assert (reports(found), found["milestones"]) == ([("2003-11-03", "now")], [])
        assert "No report to compare it with." in text(drafts, *WOMEN, "--tags")

    def test_a_baseline_that_says_when_it_was_taken(self, tmp_path: Path) -> None:
        milestones = "milestones: [{id: a, title: A, due: 2024-12}]"
        baseline = (
            f"genderplan: 1\nname: board\ntaken: 2024-02-10\nentries:\n  x: {{kind: action, title: X, {milestones}}}\n"
        )
        made = small(
            tmp_path,
            {X: entry("2024-07"), "plans/p/baselines/board.yaml": baseline},
            {X: entry("2024-08")},
        )
        found = trend(made)
        assert reports(found) == [
            ("2024-01-01", "commit"),
            ("2024-02-01", "commit"),
            ("2024-02-10", "board"),
            ("2024-06-01", "now"),
        ]
        assert promises(found)["x#a"][1:] == [
            ("2024-02-01", "2024-08"),
            ("2024-02-10", "2024-12"),
            ("2024-06-01", "2024-08"),
        ]
        assert found["undated"] == []

    def test_what_is_not_committed_is_in_the_report_of_now(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-07")})
        made.write({X: entry("2024-10")})
        assert promises(trend(made)) == {"x#a": [("2024-01-01", "2024-07"), ("2024-06-01", "2024-10")]}

    def test_a_branch_counts_on_the_day_on_which_it_was_merged(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-07")})
        made.git("checkout", "--quiet", "-b", "side")
        made.commit({X: entry("2024-08")}, "side", "2024-02-01")
        made.commit({X: entry("2024-09")}, "side", "2024-02-02")
        made.git("checkout", "--quiet", "main")
        made.merge("side", "merge", "2024-03-01")
        assert promises(trend(made)) == {"x#a": [("2024-01-01", "2024-07"), ("2024-03-01", "2024-09")]}

    def test_the_day_of_the_option_is_that_of_now(self, year: Git) -> None:
        found = trend(year, "--as-of", "2026-03-01")
        assert (found["as_of"], reports(found)[-1]) == ("2026-03-01", ("2026-03-01", "now"))
        assert "as of 1 Mar 2026 (--as-of)" in text(year, "--as-of", "2026-03-01")
        assert ">1 Mar" not in svg(year, "--as-of", "2026-03-01")
        assert "as of 1 Mar 2026 (--as-of), 7 reports" in svg(year, "--as-of", "2026-03-01")


class TestWhatAPromiseIs:
    def test_the_year_as_it_was_told(self, year: Git) -> None:
        found = trend(year)
        assert promises(found) == {
            "grades#review": [
                ("2025-01-20", "2025-07"),
                ("2025-06-16", "2025-09"),
                ("2025-09-08", "2025-12"),
                ("2025-12-01", "2026-02"),
            ],
            "pay-gap#report": [
                ("2025-01-20", "2025-06"),
                ("2025-04-14", "2025-08"),
                ("2025-09-08", "2025-10"),
                ("2025-11-03", "2025-10-20 ✓"),
            ],
            "carers#policy": [("2025-06-16", "2025-11"), ("2025-11-03", "2026-01")],
            "panels#course": [("2025-01-20", "2025-09"), ("2025-06-16", "2025-08"), ("2025-09-08", "2025-08-29 ✓")],
        }
        assert [each["variance_months"] for each in found["milestones"]] == [7, 4, 2, -1]

    def test_what_was_kept_is_there_where_it_is_asked_for(self, year: Git) -> None:
        [found] = trend(year, "panels#trainer")["milestones"]
        assert (found["first"], found["last"], found["changes"]) == ("2025-04", "2025-04-11", 0)
        assert "  A  kept  Apr 2025       11 Apr 2025 ●  11 Apr 2025 ●\n" in text(year, "panels#trainer")

    def test_what_was_cancelled_is_dropped(self, year: Git) -> None:
        assert promises(trend(year, "mentoring")) == {
            "mentoring#pilot": [("2025-01-20", "2025-10"), ("2025-11-03", None)]
        }
        assert "  A  dropped  Oct 2025     dropped      dropped\n" in text(year, "mentoring")
        assert "dropped: Oct 2025 on 20 Jan 2025, dropped on 3 Nov 2025" in svg(year, "mentoring")

    @pytest.mark.parametrize(
        "gone",
        [None, "title: An action\n", entry("2024-08").replace(", due: 2024-08", "")],
        ids=["entry", "milestone", "date"],
    )
    def test_what_went_and_came_again(self, tmp_path: Path, gone: str | None) -> None:
        made = small(tmp_path, {X: entry("2024-07")}, {X: gone})
        made.commit({X: entry("2024-09")}, "3", "2024-03-01")
        assert promises(trend(made)) == {
            "x#a": [("2024-01-01", "2024-07"), ("2024-02-01", None), ("2024-03-01", "2024-09")]
        }

    def test_what_is_done_ends_its_line(self, tmp_path: Path) -> None:
        done = ", completed: 2024-02-20"
        made = small(tmp_path, {X: entry("2024-04")}, {X: entry("2024-04")}, {X: entry("2024-04", more=done)})
        found = trend(made, "x#a")
        assert promises(found) == {"x#a": [("2024-01-01", "2024-04"), ("2024-03-01", "2024-02-20 ✓")]}
        lines = text(made, "x#a").splitlines()
        assert "  Apr 2024  A───────      /" in lines
        assert "  Feb 2024       /  A●" in lines
        assert "  A─ promised and kept so  ● done  / where the day has come" in lines
        picture = ET.fromstring(svg(made, "x#a"))
        assert len(picture.findall(f".//{SVG}polyline")) == 1
        assert [each.get("width") for each in picture.findall(f".//{SVG}g/{SVG}rect")] == ["10"]

    def test_a_completion_taken_back_goes_on(self, tmp_path: Path) -> None:
        done = ", completed: 2024-01-20"
        made = small(tmp_path, {X: entry("2024-04", more=done)}, {X: entry("2024-08")})
        assert promises(trend(made)) == {"x#a": [("2024-01-01", "2024-04"), ("2024-02-01", "2024-08")]}

    def test_what_moved_and_came_back_was_not_kept(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-07")}, {X: entry("2024-09")}, {X: entry("2024-07")})
        [found] = trend(made)["milestones"]
        assert (found["variance_months"], found["changes"]) == (0, 2)
        assert "  A  back  Jul 2024    Sep 2024    Jul 2024    Jul 2024\n" in text(made)

    def test_what_slipped_and_was_removed_is_dropped(self, tmp_path: Path) -> None:
        y = {"plans/p/actions/y.yaml": entry("2024-07")}
        made = small(tmp_path, {X: entry("2024-07"), **y}, {X: entry("2024-09")}, {X: None})
        wanted = [("2024-01-01", "2024-07"), ("2024-02-01", "2024-09"), ("2024-03-01", None)]
        assert promises(trend(made)) == promises(trend(made, "x")) == {"x#a": wanted}
        assert promises(trend(made, "p/x#a", "y")) == {"y#a": wanted[:1], "x#a": wanted}
        assert promises(trend(made, "x", "--at", "HEAD~1"))["x#a"][1:] == [("2024-06-01", None)]
        assert "  A  dropped  Jul 2024    Sep 2024    dropped     dropped\n" in text(made)
        assert "unknown id 'z'" in refused(made, "x", "z")

    def test_what_was_called_otherwise_is_found_by_that_name(self, tmp_path: Path) -> None:
        y = "plans/p/actions/y.yaml"
        renamed = entry("2024-09") + "renamed_from: x\n"
        made = small(tmp_path, {X: entry("2024-07")}, {X: None, y: renamed}, {y: renamed})
        wanted = {"y#a": [("2024-01-01", "2024-07"), ("2024-02-01", "2024-09")]}
        assert promises(trend(made, "x")) == promises(trend(made, "x#a")) == wanted
        named = trend(made, "x", "--at", "HEAD~2")
        assert promises(named) == {"y#a": [("2024-01-01", "2024-07"), ("2024-06-01", "2024-09")]}

    def test_a_new_name_goes_on(self, tmp_path: Path) -> None:
        y = "plans/p/actions/y.yaml"
        renamed = entry("2024-09") + "renamed_from: x\n"
        made = small(tmp_path, {X: entry("2024-07")}, {X: None, y: renamed})
        assert promises(trend(made)) == {"y#a": [("2024-01-01", "2024-07"), ("2024-02-01", "2024-09")]}


class TestWhichMilestones:
    def many(self, folder: Path) -> Git:
        first = {f"plans/p/actions/x{number:02d}.yaml": entry("2024-07") for number in range(12)}
        second = {name: entry("2024-08" if "1" in name else "2024-12") for name in first}
        return small(folder, first, second)

    def test_ten_in_a_table_and_all_in_json(self, tmp_path: Path) -> None:
        made = self.many(tmp_path)
        assert len(trend(made)["milestones"]) == 12
        assert "and 2 milestones whose promise changed less: --limit shows more" in text(made)
        assert "and 2 milestones whose promise changed less" in svg(made)

    @pytest.mark.parametrize("limit", ["0", "1", "12", "1000", str(10**30)])
    def test_a_limit(self, tmp_path: Path, limit: str) -> None:
        made, most = self.many(tmp_path), int(limit)
        found = trend(made, "--limit", limit)
        assert (len(found["milestones"]), found["more"]) == (min(most, 12), max(12 - most, 0))
        assert ("--limit shows more" in text(made, "--limit", limit)) == (most < 12)

    def test_none_at_all(self, tmp_path: Path) -> None:
        made = self.many(tmp_path)
        assert text(made, "--limit", "0").endswith("\n12 milestones whose promise changed: --limit shows more\n")
        assert "No promise changed." not in svg(made, "--limit", "0")

    def test_ids_are_all_there_without_a_limit(self, tmp_path: Path) -> None:
        names = [f"x{number:02d}" for number in range(12)]
        assert "--limit" not in text(self.many(tmp_path), *names)

    def test_ids_that_a_limit_leaves_out_did_not_change_less(self, tmp_path: Path) -> None:
        made, asked = self.many(tmp_path), (*(f"x{number:02d}" for number in range(12)), "--limit")
        assert text(made, *asked, "11").split("\n\n")[-2] == "and 1 more: --limit shows them"
        assert ">and 1 more<" in svg(made, *asked, "11")
        assert text(made, *asked, "0").endswith("\n12 milestones: --limit shows more\n")
        assert "12 milestones: --limit shows more" in svg(made, *asked, "0")

    def test_ids_of_several_plans(self, drafts: Git) -> None:
        found = document(drafts, "identify-needs#report", "r1")
        assert [each["id"] for each in found["plans"]] == ["equalities-2006", "women-2003"]
        assert [promises(each) for each in found["trends"]] == [
            {"r1": [("2003-11-03", "2008-04")]},
            {"identify-needs#report": [("2003-09-15", "2004-05")]},
        ]

    @pytest.mark.parametrize(
        ("filters", "milestones"),
        [
            (("--lead", "Finance"), ["grades#review", "pay-gap#report"]),
            (("--objective", "careers"), ["carers#policy", "panels#course"]),
            (("--status", "complete"), ["pay-gap#report", "panels#course"]),
            (("--kind", "project"), []),
        ],
        ids=str,
    )
    def test_filters(self, year: Git, filters: tuple[str, ...], milestones: list[str]) -> None:
        assert list(promises(trend(year, *filters))) == milestones


class TestWhere:
    def test_a_shallow_clone_says_how_to_get_the_rest(self, drafts: Git, tmp_path: Path) -> None:
        shallow = drafts.clone(tmp_path / "shallow", "--depth", "1")
        done = call("trend", *WOMEN, cwd=shallow.folder)
        assert (done.code, done.err.startswith("genderplan: not all commits are here")) == (0, True)
        assert "git fetch --unshallow" in done.err
        asked = refused(shallow, *WOMEN, "--at", "HEAD~1")
        assert asked.startswith("genderplan: no commit 'HEAD~1' in this repository (this clone is shallow")

    def test_what_could_not_be_read_is_told(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")}, {X: "title: x: y\n"}, {X: entry("2024-04")})
        err = "genderplan: 1 earlier version of a file was passed over, as it could not be read\n"
        assert promises(trend(made, err=err)) == {"x#a": [("2024-01-01", "2024-03"), ("2024-03-01", "2024-04")]}

    def test_a_worktree_and_a_folder_below(self, year: Git, tmp_path: Path) -> None:
        year.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "beside"), "HEAD")
        assert document(Git(tmp_path / "beside/plans/careers-2025")) == document(year)

    def test_no_repository(self, tmp_path: Path) -> None:
        Git(tmp_path).write({"plans/p/plan.yaml": PLAN})
        done = run("trend", cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert " is in no git repository" in done.err
        assert "unknown id 'nope'" in refused(Git(tmp_path), "nope")

    @pytest.mark.parametrize("arguments", [(), ("--tags",), ("--at", "HEAD")], ids=str)
    def test_no_commit_yet(self, tmp_path: Path, arguments: tuple[str, ...]) -> None:
        made = repository(tmp_path)
        made.write({"plans/p/plan.yaml": PLAN})
        assert refused(made, *arguments).startswith("genderplan: no commit ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope"], "unknown id 'nope'"),
        (["identify-needs#questionaire"], "(did you mean 'identify-needs#questionnaire'?)"),
        (["identify-needs", "nope"], "unknown id 'nope'"),
        (["women-2003"], "'women-2003' is a plan, not an entry or a milestone: see --plan"),
        (["DCC4"], "'DCC4' is an organisation, not an entry or a milestone: see --lead"),
        (["identify-needs", "--lead", "DCC4"], "give IDs or filters, not both"),
        (["--at", "nope"], "no commit 'nope' in this repository"),
        (["--at", "HEAD", "--at", "--all"], "no commit '--all' in this repository"),
        ([*WOMEN, "--at", "HEAD~2"], "no commit 'HEAD~2' in this repository"),
        (["--plan", "equalities-2006", "--at", "HEAD~1"], "no plan equalities-2006 in commit 'HEAD~1'"),
        (["--limit", "-1"], "Input should be greater than or equal to 0"),
        (["--limit", "1.5"], "Input should be a valid integer"),
        (["--format", "png"], "'png' is not one of 'table', 'text', 'json', 'svg'"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_refused(drafts: Git, arguments: list[str], message: str) -> None:
    assert message in refused(drafts, *arguments)


def test_every_field_is_present(year: Git) -> None:
    found = document(year)
    assert list(found) == ["format", "version", "plans", "trends"]
    assert (found["format"], found["version"]) == ("genderplan/trend", 1)
    [one] = found["trends"]
    assert " ".join(one) == "plan as_of reports undated milestones more compared"
    assert {" ".join(each) for each in one["reports"]} == {"day source name commit"}
    assert {" ".join(each) for each in one["milestones"]} == {
        "id entry milestone title objective leads first last variance_months variance_days changes promises"
    }
    assert {" ".join(each) for record in one["milestones"] for each in record["promises"]} == {
        "report reported promised done"
    }
    for record in one["milestones"]:
        for each in record["promises"]:
            assert one["reports"][each["report"]]["day"] == each["reported"]


class TestThePicture:
    def test_it_is_xml_that_says_what_it_shows(self, year: Git) -> None:
        picture = ET.fromstring(svg(year))
        assert (picture.tag, picture.get("role")) == (f"{SVG}svg", "img")
        title, description = (picture.find(f"{SVG}{name}") for name in ("title", "desc"))
        assert title is not None
        assert description is not None
        assert picture.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text == "Milestone trend: Fair pay and careers"
        assert description.text == (
            "Report dates from left to right, promised dates from below: flat is kept, rising is slipping. Fair pay and "
            "careers: A, +7 months, Jul 2025 on 20 Jan 2025, Sep 2025 on 16 Jun 2025, Dec 2025 on 8 Sep 2025, Feb 2026 on "
            "1 Dec 2025: Agree on new grades with the unions. B, +4 months, Jun 2025 on 20 Jan 2025, Aug 2025 on 14 Apr "
            "2025, Oct 2025 on 8 Sep 2025, 20 Oct 2025 (done) on 3 Nov 2025: Publish the report. C, +2 months, Nov 2025 on "
            "16 Jun 2025, Jan 2026 on 3 Nov 2025: Put the policy to the board. D, -1 month, Sep 2025 on 20 Jan 2025, Aug "
            "2025 on 16 Jun 2025, 29 Aug 2025 (done) on 8 Sep 2025: Hold the first course."
        )

    def test_it_needs_nothing_from_elsewhere_and_is_ascii(self, drafts: Git) -> None:
        picture = svg(drafts)
        assert picture.isascii()
        assert "href" not in picture
        assert picture.count("http") == 1

    def test_it_is_the_same_every_time(self, year: Git) -> None:
        first, again = (run("trend", "--format", "svg", cwd=year.folder) for _ in range(2))
        assert first == again
        assert first.out == svg(year)
        assert first.out == terminal("trend", "--format", "svg", cwd=year.folder).out

    @pytest.mark.parametrize("columns", ["20", "300"])
    def test_it_takes_no_notice_of_the_screen(self, year: Git, columns: str) -> None:
        done = call("trend", "--format", "svg", cwd=year.folder, env={"COLUMNS": columns, "FORCE_COLOR": "1"})
        assert done.out == svg(year)

    def test_a_line_for_each_milestone_within_the_chart(self, year: Git) -> None:
        picture = ET.fromstring(svg(year))
        lines = [each.get("points", "").split() for each in picture.findall(f".//{SVG}polyline")]
        assert len(lines) == 4
        _, _, width, height = map(int, picture.get("viewBox", "").split())
        for line in lines:
            corners = [tuple(map(float, corner.split(","))) for corner in line]
            assert [x for x, _ in corners] == sorted(x for x, _ in corners)
            assert all(0 <= x <= width and 0 <= y <= height for x, y in corners)
        rising = [tuple(map(float, corner.split(","))) for corner in lines[0]]
        assert rising[-1][1] < rising[0][1]

    def test_lines_that_stand_beside_each_other_differ_without_colour(self, tmp_path: Path) -> None:
        months = [[f"{2025 + number}-0{month}" for number in range(30)] for month in (1, 2)]
        states = [{f"plans/p/actions/x{at}.yaml": entry(due) for at, due in enumerate(each)} for each in months]
        drawn = ET.fromstring(svg(small(tmp_path, *states), "--limit", "28")).findall(f".//{SVG}polyline")
        looks = [(each.get("stroke"), each.get("stroke-dasharray")) for each in drawn]
        assert (len(looks), len(set(looks))) == (28, 28)
        assert all(len({dash for _, dash in looks[at : at + 4]}) == 4 for at in range(25))

    @pytest.mark.parametrize(
        ("title", "written"),
        [
            ("A <b>&amp; [bold]B[/bold]", "A <b>&amp; [bold]B[/bold]"),
            ("]]> --> <!-- </svg>", "]]> --> <!-- </svg>"),
            ("Équité → ✓ 👩", "Équité → ✓ 👩"),
        ],
    )
    def test_titles_are_text(self, tmp_path: Path, title: str, written: str) -> None:
        first, second = (entry(due).replace("The a", f"'{title}'") for due in ("2024-07", "2024-09"))
        made = small(tmp_path, {X: first, "plans/p/plan.yaml": DATED.replace("A plan", f"'{title}'")}, {X: second})
        picture = ET.fromstring(svg(made))
        texts = [each.text for each in picture.iter(f"{SVG}text")]
        assert texts.count(written) == 2
        assert written in text(made, columns=120)

    @pytest.mark.parametrize("character", ["\\e", "\\x07", "\\0", "\\x9b"])
    def test_a_title_with_a_control_character_is_not_read(self, tmp_path: Path, character: str) -> None:
        made = small(tmp_path, {X: entry("2024-07")}, {X: entry("2024-08", title=f'"A {character}[31m"')})
        made.commit({X: entry("2024-09")}, "3", "2024-03-01")
        done = call("trend", "--format", "svg", cwd=tmp_path)
        assert (done.code, "1 earlier version of a file was passed over" in done.err) == (0, True)
        ET.fromstring(done.out)
        made.write({X: entry("2024-09", title=f'"A {character}[31m"')})
        left = call("trend", "x", cwd=tmp_path)
        assert (left.code, left.out) == (2, "")

    @pytest.mark.parametrize(
        ("character", "shown"),
        [("\\ufffe", " \ufffd "), ("\\uffff", " \ufffd "), ("\\u2028", " "), ("\\u202e", " \\u202e ")],
        ids=ascii,
    )
    def test_a_character_that_xml_or_a_line_cannot_have(self, tmp_path: Path, character: str, shown: str) -> None:
        first, second = (entry(due).replace("The a", f'"A {character} b"') for due in ("2024-07", "2024-09"))
        texts = [each.text for each in ET.fromstring(svg(small(tmp_path, {X: first}, {X: second}))).iter(f"{SVG}text")]
        assert texts.count(f"A{shown}b") == 1

    def test_letters_stay_in_the_chart_however_many_lines_end_at_one_place(self, tmp_path: Path) -> None:
        names = [f"plans/p/actions/x{number:02d}.yaml" for number in range(40)]
        states = [
            {name: entry(f"2024-09-{day + number // 2:02d}") for number, name in enumerate(names)} for day in (1, 5)
        ]
        picture = ET.fromstring(svg(small(tmp_path, *states), "--limit", "40"))
        texts = [(each.text, float(each.get("x", "")), float(each.get("y", ""))) for each in picture.iter(f"{SVG}text")]
        [foot] = [y for text, _, y in texts if text == "reported"]
        letters = [(x, y) for text, x, y in texts if text and len(text) == 1 and text.isalpha() and y < foot]
        assert len(letters) == len(set(letters)) == 20
        assert all(84 < x < 960 and 60 < y < foot - 10 for x, y in letters)

    def test_nothing_to_draw(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-07")})
        picture = ET.fromstring(svg(made))
        assert "No promise changed." in [each.text for each in picture.iter(f"{SVG}text")]
        assert picture.findall(f".//{SVG}polyline") == []
        alone = ET.fromstring(svg(made, "x", "--as-of", "2024-01-01"))
        assert len(alone.findall(f".//{SVG}circle")) == 1


class TestOnAScreen:
    @pytest.mark.parametrize("columns", [20, 40, 60, 80, 140])
    @pytest.mark.parametrize("arguments", [WOMEN, ("identify-needs",), (*WOMEN, "--tags", "--at", "HEAD~1")], ids=str)
    def test_it_fits_whatever_columns_says(self, drafts: Git, arguments: tuple[str, ...], columns: int) -> None:
        lines = text(drafts, *arguments, columns=columns).splitlines()
        # a date of the table takes what it takes
        assert max(map(len, lines)) <= max(columns, 50)

    def test_piped_as_on_a_terminal(self, year: Git) -> None:
        for columns in (60, 140):
            assert plain_terminal("trend", columns=columns, cwd=year.folder).out == text(year, columns=columns)

    def test_colours_on_a_terminal_and_none_where_none_are_wanted(self, year: Git) -> None:
        coloured = terminal("trend", cwd=year.folder)
        assert "\x1b[31m  +7 months\x1b[0m" in coloured.out
        assert "\x1b[32m  -1 month \x1b[0m" in coloured.out
        for plain in (
            terminal("trend", cwd=year.folder, env={"NO_COLOR": "1"}),
            terminal("trend", "--no-color", cwd=year.folder),
            run("trend", cwd=year.folder),
        ):
            assert "\x1b" not in plain.out

    def test_in_ascii(self, year: Git) -> None:
        done = call("trend", cwd=year.folder, encoding="ascii")
        assert done.out.isascii()
        assert "\\u" not in done.out

    def test_every_letter_of_the_drawing_is_in_the_table(self, year: Git) -> None:
        drawing, _, table = text(year).partition("promised and kept so")
        rows = [line[12:] for line in drawing.splitlines() if line.startswith("  ") and line[2:5].isalpha()]
        assert {letter for row in rows[:9] for letter in row if letter in "ABCDEFG"} == set("ABCD")
        assert [line[2] for line in table.splitlines() if line[:2] == "  " and line[2:3].isupper()] == list("ABCD")

    def test_what_does_not_fit_beside_each_other_is_told(self, tmp_path: Path) -> None:
        names = [f"plans/p/actions/x{number:02d}.yaml" for number in range(20)]
        first = {name: entry(f"2024-08-{number + 1:02d}") for number, name in enumerate(names)}
        second = {name: entry(f"2024-09-{number + 1:02d}") for number, name in enumerate(names)}
        lines = text(small(tmp_path, first, second), "--limit", "20").splitlines()
        assert "  Sep 2024      ABCDEFGHIJK+────ABCDEFGHIJK+  /" in lines
        assert "  Aug 2024  ABC+                         /" in lines
        assert "  A─ promised and kept so  / where the day has come  + more than fit" in lines

    def test_what_it_says_to_run_next_runs(self, year: Git) -> None:
        command = text(year, columns=200).splitlines()[-1].partition("    ")[0]
        assert command == "genderplan history careers-2025/grades#review"
        assert call(*command.split()[1:], cwd=year.folder).code == 0
