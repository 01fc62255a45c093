"""`history`: what it says of the two drafts and of small repositories, where it can be run, and what it refuses."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cli_runner import Result, call, plain_terminal, run, terminal
from repositories import PERSON, Git, a_year, repository, two_drafts
from support import PLAN

WOMEN = ("--plan", "women-2003")
QUESTIONNAIRE = "women-2003/identify-needs#questionnaire"
AS_OF = "genderplan: 1\ntitle: A plan\nstatus_date: 2024-06-01\n"
X = "plans/p/actions/x.yaml"
SHARED = {"plans/organisations.yaml": "HR: {}\nBoard: {}\n", "plans/p/plan.yaml": AS_OF}


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Git:
    return two_drafts(tmp_path_factory.mktemp("drafts"))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Git:
    return a_year(tmp_path_factory.mktemp("year"))


def entry(due: str, more: str = "", title: str = "An action") -> str:
    return f"title: {title}\nlead: HR\ndue: {due}\n{more}"


def document(made: Git, *arguments: str, err: str = "") -> Any:
    result = call("history", *arguments, "--format", "json", cwd=made.folder)
    assert (result.code, result.err) == (0, err)
    return result.json


def history(made: Git, *arguments: str, err: str = "") -> Any:
    """The only history that is told."""
    [found] = document(made, *arguments, err=err)["histories"]
    return found


def text(made: Git, *arguments: str) -> str:
    result = call("history", *arguments, cwd=made.folder)
    assert (result.code, result.err) == (0, "")
    return result.out


def told(found: Any) -> list[tuple[str | None, str, str, str | None, str | None]]:
    """The subject, the kind, the id and the dates of each change."""
    return [
        (
            each["commit"]["subject"] if each["commit"] else None,
            each["change"],
            each["id"].partition("/")[2],
            each["was"],
            each["now"],
        )
        for each in found["changes"]
    ]


def refused(made: Git, *arguments: str) -> str:
    """What is said where a command cannot be meant."""
    result = call("history", *arguments, cwd=made.folder)
    assert (result.code, result.out) == (2, "")
    return result.err


def small(folder: Path, *states: Mapping[str, str | None]) -> Git:
    """A plan `p` of which each commit writes some files, numbered from 1, on the first day of each month of 2024."""
    made = repository(folder)
    for number, files in enumerate(states, 1):
        made.commit({**(SHARED if number == 1 else {}), **files}, f"{number}", f"2024-{number:02d}-01")
    return made


class TestTheDrafts:
    """What a reader of the two papers of 2003 finds."""

    def test_nine_dates_moved_by_eleven_months(self, drafts: Git) -> None:
        found = history(drafts, *WOMEN)
        assert found["totals"] == {
            "moved": 9,
            "later": 9,
            "earlier": 0,
            "explained": 0,
            "net_months": 11,
            "worst_months": 2,
            "net": {"months": 11, "days": None},
            "worst": {"amount": 2, "unit": "months"},
        }
        assert sorted(each["variance_months"] for each in found["changes"]) == [1] * 7 + [2] * 2
        assert {each["commit"]["subject"] for each in found["changes"]} == {"The later draft"}
        assert {each["change"] for each in found["changes"]} == {"moved"}
        assert [each["revision"] for each in found["changes"]] == [None] * 9
        assert (found["commits"], found["since"]["subject"]) == (2, "The draft of Appendix 3")

    @pytest.mark.parametrize("against", ["git:HEAD~1", "draft-1"])
    def test_each_as_slippage_has_it(self, drafts: Git, against: str) -> None:
        done = call("slippage", *WOMEN, "--against", against, "--format", "json", cwd=drafts.folder)
        moved = {each["id"]: each for each in done.json["comparisons"][0]["moved"]}
        changes = {each["id"]: each for each in history(drafts, *WOMEN)["changes"]}
        same = set(moved[QUESTIONNAIRE]) & set(changes[QUESTIONNAIRE])
        assert same == {
            "id",
            "field",
            "title",
            "leads",
            "objective",
            "was",
            "now",
            "variance_months",
            "variance_days",
        }
        assert len(moved) == 9
        assert {name: {key: each[key] for key in same} for name, each in changes.items()} == {
            name: {key: each[key] for key in same} for name, each in moved.items()
        }

    def test_the_questionnaire_moved_in_the_later_draft(self, drafts: Git) -> None:
        found = history(drafts, "identify-needs#questionnaire")
        assert found["id"] == QUESTIONNAIRE
        assert told(found) == [
            ("The draft of Appendix 3", "added", "identify-needs#questionnaire", None, "2003-12"),
            ("The later draft", "moved", "identify-needs#questionnaire", "2003-12", "2004-02"),
        ]
        assert found["changes"][1] == {
            "commit": {
                "id": drafts.git("rev-parse", "HEAD"),
                "authored": "2003-11-03",
                "committed": "2003-11-03",
                "author": "The Directorate",
                "subject": "The later draft",
            },
            "id": QUESTIONNAIRE,
            "id_then": QUESTIONNAIRE,
            "title": "Provide a questionnaire for the different customer groups looking at service delivery, "
            "fear factor of crime and reassurance methods",
            "leads": ["DCC4", "PIB"],
            "objective": "identifying-needs",
            "field": "due",
            "change": "moved",
            "was": "2003-12",
            "now": "2004-02",
            "variance_months": 2,
            "variance_days": 60,
            "revision": None,
        }

    @pytest.mark.parametrize(("milestone", "due"), [("analysis", "2004-04"), ("report", "2004-05")])
    def test_its_analysis_and_report_did_not(self, drafts: Git, milestone: str, due: str) -> None:
        found = history(drafts, f"identify-needs#{milestone}")
        assert [(each["change"], each["now"]) for each in found["changes"]] == [("added", due)]
        assert found["totals"]["moved"] == 0
        assert "No agreed date moved." in text(drafts, f"identify-needs#{milestone}")

    def test_by_month_lead_and_objective(self, drafts: Git) -> None:
        found = history(drafts, *WOMEN)
        assert [(each["month"], each["moved"], each["net_months"]) for each in found["months"]] == [("2003-11", 9, 11)]
        assert [(each["lead"], each["moved"], each["net_months"]) for each in found["leads"]] == [
            ("DCC4", 9, 11),
            ("PIB", 1, 2),
        ]
        assert [(each["objective"], each["moved"]) for each in found["objectives"]] == [
            ("identifying-needs", 2),
            ("developing-toolkit", 1),
            ("management-of-toolkit", 3),
            ("media-strategy", 3),
        ]

    def test_in_words_in_a_process_of_its_own(self, drafts: Git) -> None:
        done = run("history", *WOMEN, cwd=drafts.folder)
        assert (done.code, done.err) == (0, "")
        assert done.lines[3] == (
            "9 agreed dates moved (9 later), net +11 months, worst +2 months; none explained by a revision."
        )
        assert "3 Nov 2003  " in done.out
        assert "  The Directorate: The later draft\n" in done.out
        assert "\n  +2 months  Dec 2003 → Feb 2004  Provide a questionnaire for" in done.out
        assert done.lines[-1] == "genderplan trend --plan women-2003    the promises, drawn over time"

    @pytest.mark.parametrize(
        ("filters", "moved"),
        [
            (("--lead", "PIB"), 1),
            (("--objective", "media-strategy"), 3),
            (("--kind", "project"), 0),
            (("--search", "questionnaire"), 1),
        ],
        ids=str,
    )
    def test_filters_narrow_the_log(self, drafts: Git, filters: tuple[str, ...], moved: int) -> None:
        found = history(drafts, *WOMEN, *filters)
        assert (found["totals"]["moved"], len(found["changes"])) == (moved, moved)

    def test_every_plan_has_its_own(self, drafts: Git) -> None:
        found = document(drafts)
        assert [each["id"] for each in found["plans"]] == ["budget-2004", "equalities-2006", "women-2003"]
        assert [(each["plan"], each["totals"]["moved"], each["commits"]) for each in found["histories"]] == [
            ("budget-2004", 0, 1),
            ("equalities-2006", 0, 1),
            ("women-2003", 9, 2),
        ]


class TestTheReasons:
    """Which item of `revisions` explains a move."""

    REVISION = "revisions: [{date: 2024-02-01, was: 2024-03, reason: Illness, approved_by: Board}]\n"

    def test_a_move_with_a_revision_is_explained(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")}, {X: entry("2024-05", self.REVISION)})
        found = history(made, "x")
        assert found["changes"][1]["revision"] == {"date": "2024-02-01", "reason": "Illness", "approved_by": "Board"}
        assert found["totals"]["explained"] == 1
        assert text(made, "x").splitlines()[3] == (
            "1 agreed date moved (1 later), net +2 months, worst +2 months; 1 explained by a revision."
        )
        assert "1 Feb 2024: Illness, approved by Board" in text(made, "x")

    def test_a_revision_of_another_date_explains_nothing(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")}, {X: entry("2024-05", self.REVISION.replace("-03", "-04"))})
        assert history(made, "x")["changes"][1]["revision"] is None
        assert "no revision gives a reason" in text(made, "x")

    def test_a_reason_that_comes_later_explains_too(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")}, {X: entry("2024-05")}, {X: entry("2024-05", self.REVISION)})
        found = history(made, "x")
        assert [each["commit"]["subject"] for each in found["changes"]] == ["1", "2"]
        assert found["changes"][1]["revision"]["reason"] == "Illness"

    def test_what_move_writes_is_explained(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")})
        done = call("move", "x", "--to", "2024-05", "--reason", "Flood", "--approved-by", "Board", cwd=tmp_path)
        assert done.code == 0
        revision = {"date": "2024-06-01", "reason": "Flood", "approved_by": "Board"}
        assert history(made, "x")["changes"][1]["revision"] == revision
        made.commit({}, "Flood", "2024-06-02")
        assert history(made, "x")["changes"][1]["revision"] == revision


class TestWhatIsNoMove:
    @pytest.mark.parametrize(
        "second",
        [
            entry("2024-03", title="Other words"),
            entry("2024-03", "note: More words\n"),
            entry("2024-03").replace("lead: HR\n", "") + "# a comment\nlead: HR\n",
            entry('"2024-03"').replace("\n", "\r\n"),
        ],
        ids=["title", "note", "order", "quotes and line ends"],
    )
    def test_words_and_layout(self, tmp_path: Path, second: str) -> None:
        made = small(tmp_path, {X: entry("2024-03")}, {X: second})
        assert [each[:2] for each in told(history(made, "x"))] == [("1", "added")]
        found = history(made)
        assert (found["commits"], found["changes"], found["totals"]["moved"]) == (2, [], 0)
        assert "No agreed date moved." in text(made)

    def test_the_same_date_said_more_exactly_is_restated(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")}, {X: entry("2024-03-15")})
        assert told(history(made)) == [("2", "restated", "x", "2024-03", "2024-03-15")]
        assert history(made)["totals"]["moved"] == 0

    def test_a_completion_is_a_change_and_no_move(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")}, {X: entry("2024-03", "completed: 2024-02-20\n")})
        [change] = history(made)["changes"]
        assert (change["field"], change["change"], change["now"]) == ("completed", "set", "2024-02-20")
        assert history(made)["totals"]["moved"] == 0


class TestNamesAndPlaces:
    LONG = "".join(f"# line {number}\n" for number in range(30))

    def test_renamed_from_is_followed(self, tmp_path: Path) -> None:
        y = "plans/p/actions/y.yaml"
        made = small(tmp_path, {X: entry("2024-03")}, {X: None, y: entry("2024-05", "renamed_from: x\n")})
        found = history(made, "y")
        assert [(each["id"], each["id_then"], each["change"]) for each in found["changes"]] == [
            ("p/y", "p/x", "added"),
            ("p/y", "p/y", "moved"),
        ]
        assert "then x" in text(made, "y")
        assert found["hints"] == []

    def test_what_git_takes_for_renamed_is_only_offered(self, tmp_path: Path) -> None:
        y = "plans/p/actions/y.yaml"
        made = small(tmp_path, {X: self.LONG + entry("2024-03")}, {X: None, y: self.LONG + entry("2024-05")})
        found = history(made, "y")
        assert told(found) == [("2", "added", "y", None, "2024-05")]
        [hint] = found["hints"]
        assert (hint["was"], hint["now"], hint["commit"]["subject"]) == ("p/x", "p/y", "2")
        short = made.git("rev-parse", "HEAD")[:8]
        assert text(made, "y").endswith(
            f"\ngit thinks that y was x until {short}: if so, write 'renamed_from: x' in y.yaml, and its history goes on "
            "there\n"
        )

    def test_what_was_removed_is_known_by_its_old_id(self, tmp_path: Path) -> None:
        milestone = "milestones:\n  - {id: m, title: M, due: 2024-04}\n"
        made = small(tmp_path, {X: entry("2024-03", milestone)}, {X: entry("2024-03")}, {X: None})
        assert told(history(made, "x#m")) == [
            ("1", "added", "x#m", None, "2024-04"),
            ("2", "removed", "x#m", "2024-04", None),
        ]
        for name in ("entry:x#m", "milestone:x", "plan:x"):
            assert call("history", name, cwd=made.folder).err.startswith("genderplan: unknown "), name
        assert history(made, "milestone:p/x#m") == history(made, "x#m")
        for name in ("x", "p/x", "entry:x", "entry:p/x"):
            assert [each[:3] for each in told(history(made, name))] == [
                ("1", "added", "x"),
                ("1", "added", "x#m"),
                ("2", "removed", "x#m"),
                ("3", "removed", "x"),
            ]
        assert [each[:3] for each in told(history(made))] == [("2", "removed", "x#m"), ("3", "removed", "x")]

    def test_an_entry_in_another_folder_goes_on(self, tmp_path: Path) -> None:
        below = "plans/p/actions/deep/er/x.yaml"
        made = small(tmp_path, {X: entry("2024-03")}, {X: None, below: entry("2024-04")})
        assert told(history(made, "x")) == [
            ("1", "added", "x", None, "2024-03"),
            ("2", "moved", "x", "2024-03", "2024-04"),
        ]

    def test_what_is_not_committed_is_the_newest(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")})
        made.write({X: entry("2024-07"), "plans/p/actions/new.yaml": entry("2024-08")})
        found = history(made)
        assert told(found) == [(None, "moved", "x", "2024-03", "2024-07")]
        assert [(each["month"], each["moved"]) for each in found["months"]] == [(None, 1)]
        shown = text(made)
        assert "\nNot committed yet\n  +4 months  Mar → Jul 2024  An action\n" in shown
        assert "\n  not committed " in shown
        assert told(history(made, "new")) == [(None, "added", "new", None, "2024-08")]

    def test_a_merge_counts_what_its_branch_changed_once(self, tmp_path: Path) -> None:
        y = "plans/p/actions/y.yaml"
        made = small(tmp_path, {X: entry("2024-03"), y: entry("2024-03")})
        made.git("checkout", "--quiet", "-b", "side")
        made.commit({X: entry("2024-05")}, "side", "2024-02-01")
        made.git("checkout", "--quiet", "main")
        made.commit({y: entry("2024-04")}, "main", "2024-02-02")
        made.merge("side", "merge", "2024-02-03")
        assert sorted(told(history(made))) == [
            ("main", "moved", "y", "2024-03", "2024-04"),
            ("side", "moved", "x", "2024-03", "2024-05"),
        ]

    def test_a_date_that_the_merge_itself_decides_is_the_merges(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")})
        made.git("checkout", "--quiet", "-b", "side")
        made.commit({X: entry("2024-05")}, "side", "2024-02-01")
        made.git("checkout", "--quiet", "main")
        made.git("merge", "--quiet", "--no-ff", "--no-commit", "side", **PERSON)
        made.commit({X: entry("2024-09")}, "decided", "2024-02-03")
        assert told(history(made))[-1][:3] == ("decided", "moved", "x")
        assert history(made)["changes"][-1]["now"] == "2024-09"


class TestWhatCouldNotBeRead:
    def test_is_passed_over_and_told(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03")}, {X: "title: x: y\n"}, {X: entry("2024-04")})
        err = "genderplan: 1 earlier version of a file was passed over, as it could not be read\n"
        assert told(history(made, err=err)) == [("3", "moved", "x", "2024-03", "2024-04")]

    def test_several_are_counted(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: "- 1\n"}, {X: "- 2\n"}, {X: entry("2024-04")})
        err = "genderplan: 2 earlier versions of files were passed over, as they could not be read\n"
        assert told(history(made, "x", err=err)) == [("3", "added", "x", None, "2024-04")]

    def test_a_file_that_cannot_be_read_now_is_left_out_as_everywhere(self, tmp_path: Path) -> None:
        made = small(tmp_path, {X: entry("2024-03"), "plans/p/actions/y.yaml": entry("2024-03")}, {X: entry("2024-04")})
        made.write({X: "title: x: y\n"})
        result = call("history", "--format", "json", cwd=tmp_path)
        assert result.code == 1
        assert "1 file was left out" in result.err
        assert told(result.json["histories"][0]) == [("2", "moved", "x", "2024-03", "2024-04")]

    def test_an_unsafe_subject_and_author_are_spelled_out(self, tmp_path: Path) -> None:
        made = repository(tmp_path)
        subject = "[bold red]x[/] \x1b[31mred\x07"
        made.commit(SHARED | {X: entry("2024-03", title='"[bold]B[/bold] <b>"')}, "1", "2024-01-01")
        made.commit({X: entry("2024-04", title='"[bold]B[/bold] <b>"')}, subject, "2024-02-01", "A \x1b[1mB")
        for shown in (
            call("history", cwd=tmp_path).out,
            terminal("history", "x", cwd=tmp_path, env={"NO_COLOR": "1"}).out,
        ):
            assert "\x1b" not in shown
            assert "\x07" not in shown
            assert "[bold]B[/bold] <b>" in shown
            assert "[bold red]x[/]" in shown
            assert "\\x1b[31mred\\x07" in shown
        assert "\x1b" not in call("history", "--format", "json", cwd=tmp_path).out


class TestWhere:
    """Clones, worktrees, submodules and folders."""

    def test_a_shallow_clone_says_how_to_get_the_rest(self, drafts: Git, tmp_path: Path) -> None:
        shallow = drafts.clone(tmp_path / "shallow", "--depth", "1")
        done = call("history", *WOMEN, cwd=shallow.folder)
        assert done.code == 0
        assert done.err == (
            "genderplan: not all commits are here (this clone is shallow: 'git fetch --unshallow' brings the rest (in a "
            "GitHub workflow, 'fetch-depth: 0'))\n"
        )
        assert "No agreed date moved." in done.out
        shallow.git("fetch", "--quiet", "--unshallow")
        assert history(shallow, *WOMEN) == history(drafts, *WOMEN)

    @pytest.mark.parametrize("folder", ["plans", "plans/women-2003/actions"])
    def test_from_any_folder(self, drafts: Git, folder: str) -> None:
        done = call("history", *WOMEN, "--format", "json", cwd=drafts.folder / folder)
        assert done.json == document(drafts, *WOMEN)

    def test_from_elsewhere(self, drafts: Git, tmp_path: Path) -> None:
        tree = ("--tree", str(drafts.folder / "plans"))
        assert call("history", *WOMEN, *tree, "--format", "json", cwd=tmp_path).json == document(drafts, *WOMEN)

    def test_a_tree_below_a_folder_of_the_repository(self, tmp_path: Path) -> None:
        made = repository(tmp_path)
        for number, due in enumerate(("2024-03", "2024-05"), 1):
            files = SHARED | {X: entry(due), "other": due}
            made.commit({f"an office/équality/{name}": content for name, content in files.items()}, f"{number}")
        made.commit({X: entry("2024-09")}, "Another tree, at the top")
        below = Git(tmp_path / "an office/équality")
        assert told(history(below)) == [("2", "moved", "x", "2024-03", "2024-05")]

    def test_a_worktree(self, drafts: Git, tmp_path: Path) -> None:
        beside = tmp_path / "beside"
        drafts.git("worktree", "add", "--quiet", "--detach", str(beside), "HEAD")
        assert document(Git(beside), *WOMEN) == document(drafts, *WOMEN)

    def test_a_submodule_has_its_own_history(self, year: Git, tmp_path: Path) -> None:
        above = repository(tmp_path)
        above.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(year.folder), "module")
        above.commit({}, "A module")
        assert document(Git(tmp_path / "module")) == document(year)

    def test_no_repository(self, tmp_path: Path) -> None:
        Git(tmp_path).write({"plans/p/plan.yaml": PLAN})
        done = run("history", cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert " is in no git repository" in done.err

    def test_an_unknown_or_ambiguous_id_where_there_is_no_repository(self, tmp_path: Path) -> None:
        made = Git(tmp_path)
        made.write(
            SHARED | {"plans/q/plan.yaml": AS_OF, X: entry("2024-01"), X.replace("/p/", "/q/"): entry("2024-01")}
        )
        assert "unknown id 'nope'" in refused(made, "nope")
        assert "p/x" in refused(made, "x")
        assert "git" not in refused(made, "x")

    def test_no_commit_yet(self, tmp_path: Path) -> None:
        made = repository(tmp_path)
        made.write({"plans/p/plan.yaml": PLAN})
        assert refused(made) == "genderplan: no commit in this repository yet\n"

    def test_a_plan_that_is_not_committed(self, tmp_path: Path) -> None:
        made = repository(tmp_path)
        made.commit({"README": "x\n"})
        made.write(SHARED | {X: entry("2024-03")})
        found = history(made)
        assert (found["commits"], found["since"], found["changes"]) == (0, None, [])
        assert told(history(made, "x")) == [(None, "added", "x", None, "2024-03")]

    def test_a_repository_that_a_hook_inherits_does_not_count(self, drafts: Git, tmp_path: Path) -> None:
        other = repository(tmp_path)
        other.commit({"x": "x"})
        env = {"GIT_DIR": str(tmp_path / ".git"), "GIT_WORK_TREE": str(tmp_path)}
        done = run("history", *WOMEN, "--format", "json", cwd=drafts.folder, env=env)
        assert (done.code, done.err) == (0, "")
        assert done.json["histories"][0]["totals"]["moved"] == 9


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope"], "unknown id 'nope'"),
        (["identify-needs#questionaire"], "(did you mean 'identify-needs#questionnaire'?)"),
        (["women-2003"], "'women-2003' is a plan, not an entry or a milestone: see --plan"),
        (["DCC4"], "'DCC4' is an organisation, not an entry or a milestone: see --lead"),
        ([""], "unknown id ''"),
        (["identify-needs", "--lead", "DCC4"], "give an ID or filters, not both"),
        (["identify-needs", *WOMEN], "give an ID or filters, not both"),
        (["--plan", "women"], "unknown plan 'women' (did you mean 'women-2003'?)"),
        (["--limit", "-1"], "Input should be greater than or equal to 0"),
        (["--limit", "many"], "Input should be a valid integer"),
        (["--format", "svg"], "'svg' is not one of 'table', 'text', 'json'"),
        (["identify-needs", "analyse-data"], "unexpected extra argument"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_refused(drafts: Git, arguments: list[str], message: str) -> None:
    assert message in refused(drafts, *arguments)


@pytest.mark.parametrize(("limit", "shown", "more"), [("0", 0, "12 earlier changes"), ("5", 5, "7 earlier changes")])
def test_a_limit_cuts_the_table_and_not_the_numbers(year: Git, limit: str, shown: int, more: str) -> None:
    lines = text(year, "--limit", limit).splitlines()
    assert f"and {more}: --limit shows more" in lines
    assert sum(line.startswith(("  +", "  -", "  set ")) for line in lines) == shown
    assert lines[3].startswith("4 agreed dates moved 7 times (6 later, 1 earlier), net +12 months")


@pytest.mark.parametrize("limit", ["12", "99", str(10**30)])
def test_a_limit_that_nothing_reaches(year: Git, limit: str) -> None:
    assert text(year, "--limit", limit) == text(year)


def test_json_has_all_whatever_the_limit(year: Git) -> None:
    assert document(year, "--limit", "1") == document(year)
    assert len(history(year)["changes"]) == 12


def test_the_year_as_it_was_told(year: Git) -> None:
    found = history(year)
    assert [(each["month"], each["moved"], each["explained"], each["net_months"]) for each in found["months"]] == [
        ("2025-04", 1, 1, 2),
        ("2025-06", 2, 0, 1),
        ("2025-09", 2, 1, 5),
        ("2025-11", 1, 1, 2),
        ("2025-12", 1, 0, 2),
    ]
    assert [(each["lead"], each["moved"], each["earlier"]) for each in found["leads"]] == [
        ("Finance", 5, 0),
        ("People", 3, 1),
        ("Unions", 1, 0),
    ]
    assert [(each["title"], each["net_months"]) for each in found["objectives"]] == [
        ("Equal pay", 11),
        ("Careers for all", 1),
    ]


def test_each_commit_moved_what_slippage_finds_between_it_and_the_one_before(year: Git) -> None:
    told_by_commit: dict[str, set[tuple[str, str, str]]] = {}
    for each in history(year)["changes"]:
        if each["change"] == "moved":
            told_by_commit.setdefault(each["commit"]["id"], set()).add((each["id"], each["was"], each["now"]))
    for commit in year.git("rev-list", "HEAD~6..HEAD").split():
        between = ("--from", f"git:{commit}~1", "--to", f"git:{commit}", "--format", "json")
        [found] = call("slippage", *between, cwd=year.folder).json["comparisons"]
        assert {(each["id"], each["was"], each["now"]) for each in found["moved"]} == told_by_commit.get(commit, set())


FIELDS = {
    "commit": "id authored committed author subject",
    "change": "commit id id_then title leads objective field change was now variance_months variance_days revision",
    "history": "plan as_of id title since commits changes totals months leads objectives hints",
    "totals": "moved later earlier explained net_months worst_months net worst",
}


def test_every_field_is_present(year: Git) -> None:
    found = document(year)
    assert list(found) == ["format", "version", "plans", "histories"]
    assert (found["format"], found["version"]) == ("genderplan/history", 1)
    for one in (found["histories"][0], history(year, "grades")):
        assert " ".join(one) == FIELDS["history"]
        assert " ".join(one["since"]) == FIELDS["commit"]
        assert " ".join(one["totals"]) == FIELDS["totals"]
        assert {" ".join(each) for each in one["changes"]} == {FIELDS["change"]}
        assert {" ".join(each["commit"]) for each in one["changes"]} == {FIELDS["commit"]}
        assert {" ".join(each) for each in one["months"]} == {f"month {FIELDS['totals']}"}
        assert {" ".join(each) for each in one["leads"]} == {f"lead {FIELDS['totals']}"}
        assert {" ".join(each) for each in one["objectives"]} == {f"objective title {FIELDS['totals']}"}


def test_the_same_every_time(year: Git) -> None:
    first, again = (run("history", "--format", "json", cwd=year.folder) for _ in range(2))
    assert first == again


class TestOnAScreen:
    def test_piped_it_is_neither_wrapped_nor_cut_nor_coloured(self, drafts: Git) -> None:
        narrow = call("history", *WOMEN, cwd=drafts.folder, env={"COLUMNS": "30"})
        assert narrow == call("history", *WOMEN, cwd=drafts.folder, env={"COLUMNS": "300"})
        assert "\x1b" not in narrow.out
        assert max(map(len, narrow.lines)) > 200

    def test_on_a_terminal_nothing_is_wider_than_it(self, drafts: Git) -> None:
        shown = plain_terminal("history", *WOMEN, columns=60, cwd=drafts.folder)
        assert max(map(len, shown.lines)) <= 60
        assert "\x1b" not in shown.out

    def test_on_a_terminal_there_are_colours_and_no_more_than_thirty(self, tmp_path: Path) -> None:
        months = [f"2024-{month:02d}" for month in range(1, 13)]
        made = small(tmp_path, *({X: entry(month)} for month in months))
        for number in range(13, 36):
            made.commit({X: entry(f"20{number}-01")}, f"{number}", "2025-01-01")
        shown = terminal("history", cwd=tmp_path)
        assert "\x1b[1m" in shown.out
        assert "and 4 earlier changes: --limit shows more" in shown.out
        assert "earlier changes:" not in call("history", cwd=tmp_path).out
        assert "earlier changes:" not in plain_terminal("history", "--limit", "34", cwd=tmp_path).out

    def test_the_day_is_that_of_the_option(self, year: Git) -> None:
        assert "careers-2025 · as of 1 Jan 2026 (--as-of)" in text(year, "--as-of", "2026-01-01")
        assert history(year, "--as-of", "2026-01-01")["as_of"] == "2026-01-01"

    def test_what_it_says_to_run_next_runs(self, year: Git) -> None:
        line = text(year).splitlines()[-1].partition("    ")[0]
        assert line == "genderplan trend --plan careers-2025"
        assert isinstance(call(*line.split()[1:], cwd=year.folder), Result)
        assert call(*line.split()[1:], cwd=year.folder).code == 0


class TestMerges:
    """What branches did is told once, wherever the tree is."""

    @pytest.mark.parametrize("strategy", ["--strategy-option=theirs", "--strategy=ours"])
    @pytest.mark.parametrize("top", ["plans/", ""], ids=["below the top", "at the top"])
    def test_a_conflict_that_one_side_wins_has_the_moves_of_both(self, tmp_path: Path, top: str, strategy: str) -> None:
        made = repository(tmp_path)
        x = f"{top}p/actions/x.yaml"
        made.commit({f"{top}organisations.yaml": "HR: {}\n", f"{top}p/plan.yaml": AS_OF, x: entry("2024-01")}, "1")
        made.git("checkout", "--quiet", "-b", "side")
        made.commit({x: entry("2024-04")}, "side", "2024-01-02")
        made.git("checkout", "--quiet", "main")
        made.commit({x: entry("2024-02")}, "main", "2024-01-03")
        made.git("merge", "--quiet", "--no-ff", strategy, "--message", "merge", "side", **PERSON)
        found = history(made, *(() if top else ("--tree", ".")))
        moves = [("main", "moved", "x", "2024-01", "2024-02"), ("side", "moved", "x", "2024-01", "2024-04")]
        assert (sorted(told(found)), found["commits"]) == (moves, 3)

    @pytest.mark.parametrize(
        ("path", "more"),
        [
            ("plans/p/actions/deep/x.yaml", ""),
            ("plans/p/projects/x.yaml", ""),
            ("plans/p/actions/y.yaml", "renamed_from: x\n"),
        ],
        ids=["folder", "kind", "name"],
    )
    def test_a_move_on_one_side_and_a_new_place_on_the_other(self, tmp_path: Path, path: str, more: str) -> None:
        long = "output: A report that is long enough for git to know it again\ngroups: [women, men]\n"
        made = small(tmp_path, {X: entry("2024-01", long)})
        made.git("checkout", "--quiet", "-b", "side")
        made.commit({X: None, path: entry("2024-01", long + more)}, "side", "2024-01-02")
        made.git("checkout", "--quiet", "main")
        made.commit({X: entry("2024-03", long)}, "main", "2024-01-03")
        made.merge("side", "merge", "2024-01-04")
        name = Path(path).stem
        assert told(history(made)) == [("main", "moved", name, "2024-01", "2024-03")]
        assert [each["id_then"] for each in history(made)["changes"]] == ["p/x"]

    def test_a_merge_of_three_that_drops_a_milestone_says_so(self, tmp_path: Path) -> None:
        whole, rest = (
            f"milestones: [{{id: a, title: A, due: 2024-05}}{more}]\n"
            for more in (", {id: b, title: B, due: 2024-06}", "")
        )
        made = small(tmp_path, {X: entry("2024-01", whole)})
        for name, title in (("one", "One"), ("two", "Two")):
            made.git("checkout", "--quiet", "-b", name, "main")
            made.commit({X: entry("2024-01", whole, title)}, name, "2024-01-02")
        made.git("checkout", "--quiet", "main")
        made.git("merge", "--quiet", "--no-commit", "--strategy=ours", "one", "two", **PERSON)
        made.commit({X: entry("2024-01", rest)}, "merge", "2024-01-04")
        assert made.git("log", "-1", "--format=%P").count(" ") == 2
        assert told(history(made)) == [("merge", "removed", "x#b", "2024-06", None)]
