"""`validate --against` and `check --against`: what a change may not do quietly, in repositories and in every format."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from cli_runner import REPOSITORY, Result, call, plain_terminal, run
from repositories import PERSON, Git, repository, two_drafts

MOVES = json.loads((REPOSITORY / "tests" / "papers" / "moves.json").read_text(encoding="utf-8"))
PAY = "genderplan: 1\ntitle: Equal pay\nstatus_date: 2025-01-15\n"
GAP = """\
title: To publish the pay gap
lead: HR
milestones:
  - id: report
    title: Publish the report
    due: 2025-03
"""
MOVED = GAP.replace("2025-03", "2025-05")
REASON = "    revisions:\n      - {date: 2025-01-10, was: 2025-03, reason: The payroll system moved}\n"
FILES = {"plans/organisations.yaml": "HR: {}\n", "plans/pay/plan.yaml": PAY, "plans/pay/actions/gap.yaml": GAP}
SITES = {"plans/sites/plan.yaml": PAY, "plans/sites/actions/walk.yaml": "title: Walk\nlead: HR\ndue: 2025-06\n"}
DAY = "pay as of 15 Jan 2025 (the plan's status date)"
TITLE = "due moved from 2025-03 to 2025-05 without a revision: Publish the report"
HINT = "(add to revisions {date: DAY, was: 2025-03, reason: WHY}, as 'genderplan move' does)"
LINE = f"plans/pay/actions/gap.yaml:6:10: error GP502 {TITLE} {HINT}"


@pytest.fixture
def plans(tmp_path: Path) -> Git:
    """A repository with one plan, committed."""
    made = repository(tmp_path / "repository")
    made.commit(FILES, "The plan", "2024-12-01")
    return made


def told(git: Git, *arguments: str, env: Mapping[str, str] | None = None) -> Result:
    return call("validate", "--against", *arguments, cwd=git.folder, env=env)


def codes(result: Result) -> list[str]:
    return re.findall(r": (?:error|warning) (GP\d+) ", result.out)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Git:
    return two_drafts(tmp_path_factory.mktemp("drafts") / "repository")


class TestTwoDrafts:
    """The later paper moved nine dates and gave no reason for any; it took nothing out that had a date."""

    def found(self, drafts: Git, *arguments: str) -> list[dict[str, Any]]:
        document = call("validate", "--format", "json", *arguments, cwd=drafts.folder).json
        return [each for each in document["findings"] if each["severity"] != "note"]

    def test_the_nine_dates_that_moved_are_told_and_nothing_else(self, drafts: Git) -> None:
        found = self.found(drafts, "--against", "git:HEAD~1")
        assert {each["code"] for each in found} == {"GP502"}
        words = re.compile(r"due moved from (\S+) to (\S+) without a revision: (.*)")
        matches = [words.fullmatch(each["message"]) for each in found]
        assert sorted(match.groups() for match in matches if match) == sorted(
            (each["was"], each["now"], each["milestone_title_later"]) for each in MOVES["moved"]
        )
        assert MOVES["removed_milestones"] == []

    def test_each_stands_at_its_date(self, drafts: Git) -> None:
        for each in self.found(drafts, "--against", "git:HEAD~1"):
            line = (drafts.folder / each["file"]).read_text(encoding="utf-8").split("\n")[each["line"] - 1]
            date = line[each["column"] - 1 : each["end_column"] - 1]
            assert line == f"    due: {date}"
            assert f" to {date} " in each["message"]

    @pytest.mark.parametrize("source", ["draft-1", "plans/women-2003/baselines/draft-1.yaml"])
    def test_the_baseline_tells_the_same(self, source: str, drafts: Git) -> None:
        assert self.found(drafts, "--against", source) == self.found(drafts, "--against", "git:HEAD~1")

    def test_a_folder_tells_the_same(self, drafts: Git, tmp_path: Path) -> None:
        then = drafts.clone(tmp_path / "then")
        then.git("checkout", "--quiet", "HEAD~1")
        for source in (then.folder / "plans", then.folder / "plans" / "women-2003"):
            only = ("--plan", "women-2003", "--against", str(source))
            assert self.found(drafts, *only) == self.found(drafts, "--against", "git:HEAD~1")

    def test_what_is_held_against_what_is_named(self, drafts: Git) -> None:
        result = told(drafts, "git:HEAD~1")
        assert (
            result.err == "genderplan: not in 'git:HEAD~1', and so held against nothing: budget-2004, equalities-2006\n"
        )
        assert result.lines[-2:] == [
            "equalities-2006 as of 7 Feb 2008 (the plan's status date)",
            "women-2003 as of 3 Nov 2003 (the plan's status date), against git:HEAD~1",
        ]

    def test_check_tells_both(self, drafts: Git) -> None:
        """What changed, and whether the dates are kept: all that check finds without it, and the nine."""
        arguments = ("check", "--plan", "women-2003", "--format", "json")
        without = call(*arguments, cwd=drafts.folder).json["findings"]
        found = call(*arguments, "--against", "git:HEAD~1", cwd=drafts.folder).json["findings"]
        assert [each for each in found if each["code"] != "GP502"] == without
        assert len(found) == len(without) + 9

    def test_against_itself_nothing_changed(self, drafts: Git) -> None:
        assert self.found(drafts, "--against", "git:HEAD") == []

    def test_a_reason_for_each_and_it_passes(self, drafts: Git, tmp_path: Path) -> None:
        mended = drafts.clone(tmp_path / "mended")
        for each in sorted(self.found(drafts, "--against", "git:HEAD~1"), key=lambda each: -each["line"]):
            path = mended.folder / each["file"]
            lines = path.read_text(encoding="utf-8").split("\n")
            was = each["message"].split()[3]
            lines.insert(each["line"], f"    revisions: [{{date: 2003-10-30, was: {was}, reason: Agreed in October}}]")
            path.write_text("\n".join(lines), encoding="utf-8")
        result = told(mended, "git:HEAD~1")
        assert (result.code, codes(result)) == (0, [])


class TestQuietly:
    """One change after another, held against the commit before."""

    def of(self, plans: Git, files: Mapping[str, str | None]) -> Result:
        plans.write(files)
        return told(plans, "git:HEAD")

    def test_a_quiet_move_fails_the_run(self, plans: Git) -> None:
        assert self.of(plans, {"plans/pay/actions/gap.yaml": MOVED}) == Result(
            1,
            f"{LINE}\n1 error, 0 warnings, 0 notes in 3 files (1 entry, 1 milestone)\n{DAY}, against git:HEAD\n",
            "",
        )

    def test_one_with_a_reason_passes(self, plans: Git) -> None:
        result = self.of(plans, {"plans/pay/actions/gap.yaml": MOVED + REASON})
        assert (result.code, codes(result), result.err) == (0, [], "")

    def test_one_that_genderplan_made_passes(self, plans: Git) -> None:
        moved = call("move", "gap#report", "--to", "2025-05", "--reason", "Payroll moved", cwd=plans.folder)
        assert moved.code == 0, moved.err
        assert (told(plans, "git:HEAD").code, codes(told(plans, "git:HEAD"))) == (0, [])

    def test_without_against_nothing_of_it_is_told(self, plans: Git) -> None:
        plans.write({"plans/pay/actions/gap.yaml": MOVED})
        for command in ("validate", "check"):
            result = call(command, cwd=plans.folder)
            assert (result.code, result.lines[-1]) == (0, DAY)

    def test_a_completion_taken_back(self, plans: Git) -> None:
        plans.commit({"plans/pay/actions/gap.yaml": f"{GAP}    completed: 2025-01-10\n"})
        assert codes(self.of(plans, {"plans/pay/actions/gap.yaml": GAP})) == ["GP506"]

    def test_an_entry_removed(self, plans: Git) -> None:
        plans.commit(SITES)
        result = self.of(plans, {"plans/pay/actions/gap.yaml": None})
        assert (result.code, codes(result)) == (1, ["GP505"])
        assert result.lines[0].startswith(
            "plans/pay/plan.yaml:1:1: error GP505 action removed, with its date 2025-03: "
        )

    def test_a_plan_removed(self, plans: Git) -> None:
        plans.commit(SITES)
        shutil.rmtree(plans.folder / "plans" / "sites")
        result = told(plans, "git:HEAD")
        assert (result.code, codes(result)) == (1, ["GP505"])
        assert result.lines[0].startswith(
            "plans/sites/plan.yaml:1:1: error GP505 plan removed, with its date 2025-06: "
        )
        elsewhere = call("validate", "--against", "git:HEAD", cwd=plans.folder / "plans" / "pay" / "actions")
        assert (elsewhere.code, codes(elsewhere)) == (0, [])
        plan = call("validate", "--against", "git:HEAD", "--plan", "pay", cwd=plans.folder)
        assert (plan.code, codes(plan)) == (0, [])
        within = call("check", "--against", "git:HEAD", cwd=plans.folder / "plans")
        assert within.lines[0].startswith("sites/plan.yaml:1:1: error GP505 plan removed, ")

    def test_a_plan_without_its_plan_file_is_not_told_twice(self, plans: Git) -> None:
        plans.commit(SITES)
        result = self.of(plans, {"plans/sites/plan.yaml": None})
        assert codes(result) == ["GP018"]

    def test_a_plan_that_cannot_be_read_is_not_removed(self, plans: Git) -> None:
        plans.commit(SITES)
        assert codes(self.of(plans, {"plans/sites/plan.yaml": "genderplan: 2\ntitle: Sites\n"})) == ["GP108"]

    def test_baselines(self, plans: Git) -> None:
        call("baseline", "save", "board-1", cwd=plans.folder)
        plans.commit({})
        file = plans.folder / "plans" / "pay" / "baselines" / "board-1.yaml"
        agreed = file.read_text(encoding="utf-8")
        file.write_text(agreed.replace("2025-03", "2025-05"), encoding="utf-8")
        assert codes(told(plans, "git:HEAD")) == ["GP504"]
        file.write_text(agreed, encoding="utf-8")
        plans.write({"plans/pay/actions/gap.yaml": MOVED + REASON})
        saved = call("baseline", "save", "board-1", "--replace", "--reason", "The board agreed", cwd=plans.folder)
        assert saved.code == 0, saved.err
        result = told(plans, "git:HEAD")
        assert (result.code, codes(result)) == (0, ["GP507"])
        assert "(the reason given: The board agreed)" in result.out
        assert told(plans, "git:HEAD", "--strict").code == 1
        file.unlink()
        assert codes(told(plans, "git:HEAD")) == ["GP504"]

    def test_what_the_plan_accepts(self, plans: Git) -> None:
        accept = "accept: [{code: GP502, where: gap, reason: The minutes say so}]\n"
        result = self.of(plans, {"plans/pay/actions/gap.yaml": MOVED, "plans/pay/plan.yaml": PAY + accept})
        assert result.code == 0
        assert result.lines[0] == (
            "0 errors, 0 warnings, 0 notes, 1 accepted (--accepted shows them) in 3 files (1 entry, 1 milestone)"
        )
        assert codes(call("check", "--strict", cwd=plans.folder)) == []
        plans.commit({})
        assert codes(told(plans, "git:HEAD")) == []
        assert codes(self.of(plans, {"plans/pay/actions/gap.yaml": GAP.replace("2025-03", "2025-07")})) == ["GP502"]


class TestPolicy:
    """What judges the dates: told, and while it is told the stricter of then and now counts."""

    APPROVED = "genderplan: 1\ntitle: Equal pay\nstate: approved\n"

    def checked(self, git: Git, *arguments: str) -> Result:
        return call("check", "--against", "git:HEAD", *arguments, cwd=git.folder)

    @pytest.mark.parametrize("day", ["status_date: 2025-01-31", "status_date: 2025-04-30"])
    def test_a_day_that_is_set_back_judges_nothing_yet(self, day: str, plans: Git) -> None:
        plans.commit({"plans/pay/plan.yaml": self.APPROVED + "status_date: 2025-04-30\n"})
        plans.write({"plans/pay/plan.yaml": f"{self.APPROVED}{day}\n"})
        result = self.checked(plans)
        assert result.lines[-1] == "pay as of 30 Apr 2025 (the plan's status date), against git:HEAD"
        assert codes(result) == ["GP401", "GP404", *["GP510"] * ("01-31" in day)]

    def test_nor_one_that_is_set_where_there_was_none(self, plans: Git) -> None:
        plans.commit({"plans/pay/plan.yaml": self.APPROVED})
        accept = "accept: [{code: GP510, where: plan.yaml, reason: For the record}]\n"
        plans.write({"plans/pay/plan.yaml": f"{self.APPROVED}status_date: 2025-01-31\n{accept}"})
        assert "(today), against git:HEAD" in self.checked(plans).lines[-1]
        assert codes(self.checked(plans)) == ["GP401", "GP404"]
        assert self.checked(plans, "--as-of", "2025-01-31").lines[-1].startswith("pay as of 31 Jan 2025 (--as-of)")
        assert (told(plans, "git:HEAD").code, codes(told(plans, "git:HEAD"))) == (0, [])

    def test_a_wider_tolerance_forgives_nothing_yet(self, plans: Git) -> None:
        call("baseline", "save", "board-1", cwd=plans.folder)
        plans.commit({"plans/pay/actions/gap.yaml": GAP + "    forecast: 2025-12\n"})
        assert codes(self.checked(plans)) == ["GP501"]
        plans.write({"plans/pay/plan.yaml": f"{PAY}tolerance: 99 months\n"})
        assert codes(self.checked(plans)) == ["GP501", "GP510"]
        plans.commit({})
        assert codes(self.checked(plans)) == []

    @pytest.mark.parametrize("former", ["", "renamed_from: pay\n"])
    def test_a_plan_in_another_folder(self, former: str, plans: Git) -> None:
        plans.git("mv", "plans/pay", "plans/pay-2")
        plans.write({"plans/pay-2/plan.yaml": PAY + former, "plans/pay-2/actions/gap.yaml": MOVED})
        result = told(plans, "git:HEAD")
        assert (result.code, codes(result)) == (1, ["GP502" if former else "GP505"])
        if former:
            assert result.lines[-1] == f"{DAY.replace('pay', 'pay-2')}, against git:HEAD"
            slipped = call("slippage", "--against", "git:HEAD", "--format", "json", cwd=plans.folder)
            assert [each["id"] for each in slipped.json["comparisons"][0]["moved"]] == ["pay-2/gap#report"]
            assert slipped.err == ""
            since = call("status", "--since", "git:HEAD", "--format", "json", cwd=plans.folder)
            assert (since.code, [each["plan"] for each in since.json["since"]]) == (0, ["pay-2"]), since.err

    def test_a_board_that_agrees_is_named(self, plans: Git) -> None:
        boards = "HR: {}\nEDB: {name: Equality Board, kind: board}\n"
        plans.commit({"plans/organisations.yaml": boards})
        moved = call("move", "gap#report", "--to", "2025-05", "--reason", "R", "--approved-by", "EDB", cwd=plans.folder)
        assert moved.code == 0, moved.err
        result = told(plans, "git:HEAD", "--notes")
        assert result.code == 0
        assert (
            "note GP511 due agreed anew by Equality Board (EDB), 2025-01-15 (was 2025-03): Publish" in result.lines[0]
        )


BEHIND = "genderplan: git:main has commits that HEAD has not: 'git:main...' is the one from which they parted\n"


class TestBranches:
    """A change answers for itself: not for what others did meanwhile, nor for what a merge brings from them."""

    @pytest.fixture
    def parted(self, plans: Git) -> Git:
        """On a branch `side`, from which `main` parted: there the date moved with a reason since."""
        plans.git("checkout", "--quiet", "-b", "side")
        plans.commit({"plans/pay/actions/other.yaml": "title: Another\nlead: HR\ndue: 2025-06\n"}, "Another")
        plans.git("checkout", "--quiet", "main")
        plans.commit({"plans/pay/actions/gap.yaml": MOVED + REASON}, "Agreed on main")
        plans.git("checkout", "--quiet", "side")
        return plans

    @pytest.mark.parametrize("source", ["git:main...", "main..."])
    def test_three_dots_are_where_both_parted(self, source: str, parted: Git) -> None:
        assert (told(parted, source).code, codes(told(parted, source)), told(parted, source).err) == (0, [], "")
        parted.write({"plans/pay/actions/gap.yaml": GAP.replace("2025-03", "2025-09")})
        assert codes(told(parted, source)) == ["GP502"]

    def test_a_branch_that_is_behind_is_told_so(self, parted: Git) -> None:
        for source in ("git:main", "main"):
            result = told(parted, source)
            assert (result.code, codes(result), result.err) == (1, ["GP508", "GP502"], BEHIND)

    def test_branches_that_never_met(self, parted: Git) -> None:
        parted.git("checkout", "--quiet", "--orphan", "alone")
        parted.commit({}, "Alone")
        result = told(parted, "git:main...")
        assert (result.code, result.out) == (2, "")
        assert result.err == "genderplan: no commit from which HEAD and 'main...' parted\n"

    def merging(self, git: Git, branch: str) -> None:
        git.git("merge", "--quiet", "--no-commit", "--no-ff", branch, **PERSON)

    def test_a_merge_does_not_answer_for_what_was_merged(self, parted: Git) -> None:
        """Main took its entry out in two steps; whoever merges that takes nothing out."""
        parted.git("checkout", "--quiet", "main")
        off = "title: Walk\nlead: HR\ndue: 2025-06\ncancelled: {date: 2025-01-01, reason: No money}\n"
        parted.commit({"plans/pay/actions/walk.yaml": off.split("cancelled", maxsplit=1)[0]}, "A walk")
        parted.git("checkout", "--quiet", "side")
        self.merging(parted, "main")
        parted.commit({}, "Merged")
        parted.git("checkout", "--quiet", "main")
        parted.commit({"plans/pay/actions/walk.yaml": off}, "Cancelled")
        parted.commit({"plans/pay/actions/walk.yaml": None}, "Removed")
        parted.git("checkout", "--quiet", "side")
        self.merging(parted, "main")
        for source in ("git:HEAD", "HEAD", "side"):
            result = told(parted, source)
            assert (result.code, codes(result), result.err) == (0, [], "")
        parted.git("merge", "--quit")
        assert codes(told(parted, "git:HEAD")) == ["GP505"]

    @pytest.mark.parametrize("due", ["2025-03", "2025-09"])
    def test_what_a_merge_has_otherwise_than_both_sides_is_told(self, due: str, parted: Git) -> None:
        parted.commit({"plans/pay/actions/gap.yaml": GAP.replace("2025-03", "2025-04") + REASON}, "Agreed on the side")
        parted.git("merge", "--quiet", "--no-commit", "--no-ff", "--strategy-option=ours", "main", **PERSON)
        parted.write({"plans/pay/actions/gap.yaml": GAP.replace("2025-03", due) + REASON})
        result = told(parted, "git:HEAD", "--format", "json")
        document = result.json
        assert (result.code, [each["code"] for each in document["findings"] if each["code"] < "GP6"]) == (1, ["GP502"])
        assert document["summary"]["errors"] == 1
        parted.write({"plans/pay/actions/gap.yaml": MOVED + REASON})
        assert codes(told(parted, "git:HEAD")) == []


class TestSources:
    def test_a_branch_that_has_gone_on_is_named_by_where_it_went_off(self, plans: Git) -> None:
        plans.git("checkout", "--quiet", "-b", "request")
        plans.commit({"plans/pay/actions/gap.yaml": f"note: A note\n{GAP}"})
        plans.git("checkout", "--quiet", "main")
        plans.commit(SITES)
        plans.git("checkout", "--quiet", "request")
        base = plans.git("merge-base", "main", "request")
        assert codes(told(plans, f"git:{base}")) == []
        assert codes(told(plans, "git:main")) == ["GP505"]

    def test_a_new_plan_is_held_against_nothing_and_told(self, plans: Git) -> None:
        plans.write(SITES)
        result = told(plans, "git:HEAD")
        assert (result.code, codes(result)) == (0, [])
        assert result.err == "genderplan: not in 'git:HEAD', and so held against nothing: sites\n"

    def test_the_first_plans_of_a_repository_pass(self, tmp_path: Path) -> None:
        git = repository(tmp_path / "repository")
        git.write(FILES)
        result = told(git, "git:HEAD")
        said = "genderplan: no commit in this repository yet: every plan is new, and held against nothing\n"
        assert (result.code, codes(result), result.err) == (0, [], said)
        shutil.rmtree(git.folder / "plans")
        commit = git.commit({"README": "None yet\n", "other/plan.yaml": "stages: []\n"})
        git.write(FILES)
        result = told(git, "git:HEAD", "--format", "json")
        assert (result.code, result.json["against"]) == (0, [])
        assert result.err == (
            f"genderplan: no plan in 'plans' of commit {commit[:12]}: every plan is new, and held against nothing\n"
        )

    def test_plans_that_were_elsewhere_are_not_new(self, plans: Git) -> None:
        """Else whoever moves the folder may change any date."""
        (plans.folder / "docs").mkdir()
        plans.git("mv", "plans", "docs/plans")
        result = told(plans, "git:HEAD", "--tree", "docs/plans")
        commit = plans.git("rev-parse", "HEAD")[:12]
        said = f"genderplan: no plan in 'docs/plans' of commit {commit}: it has 'plans/pay/plan.yaml'\n"
        assert result == Result(2, "", said)

    @pytest.mark.parametrize(
        ("source", "said"),
        [
            ("git:nowhere", "no commit 'nowhere' in this repository"),
            ("git:", "no commit '' in this repository"),
            ("git:--help", "no commit '--help' in this repository"),
            ("board-9", "no baseline 'board-9' in pay, and no such commit"),
            ("", "no baseline '' in pay, and no such commit"),
            ("baseline:board-9", "no baseline 'board-9' in pay"),
            ("./nowhere", "'./nowhere' is neither a baseline by name, a commit, a file nor a folder"),
        ],
    )
    def test_what_there_is_not_is_a_wrong_usage(self, source: str, said: str, plans: Git) -> None:
        for command in ("validate", "check"):
            result = call(command, "--against", source, cwd=plans.folder)
            assert result == Result(2, "", f"genderplan: {said}\n")

    @pytest.mark.parametrize("source", ["main", "./main", "."])
    def test_a_folder_without_a_plan_is_no_source(self, source: str, plans: Git) -> None:
        """A folder beside the plans that is called like a branch must not switch the gate off."""
        several = "'main' is a folder or a file and refs/heads/main: write ./main or git:refs/heads/main"
        no_plan = f"no plan in {source}: a plan is a folder with a plan.yaml"
        plans.write({"main/plans/pay/plan.yaml": PAY, "plans/pay/actions/gap.yaml": MOVED})
        result = told(plans, source)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(f"genderplan: {several if source == 'main' else no_plan}")

    def test_a_shallow_clone_is_told_how_to_get_the_rest(self, plans: Git, tmp_path: Path) -> None:
        plans.commit({"plans/pay/actions/gap.yaml": MOVED})
        shallow = plans.clone(tmp_path / "shallow", "--depth", "1")
        result = told(shallow, "git:HEAD~1")
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("genderplan: no commit 'HEAD~1' in this repository (this clone is shallow: ")
        assert "fetch-depth: 0" in result.err

    def test_what_could_not_be_read_then_is_told_and_not_compared(self, plans: Git) -> None:
        plans.commit({"plans/pay/actions/gap.yaml": "titel: Gap\n"})
        plans.write({"plans/pay/actions/gap.yaml": MOVED})
        result = told(plans, "git:HEAD")
        assert (result.code, codes(result)) == (0, ["GP509"])
        assert result.err == "genderplan: not read of 'git:HEAD', and so not compared: plans/pay/actions/gap.yaml\n"

    def test_in_a_hook_the_surrounding_git_does_not_count(self, plans: Git, tmp_path: Path) -> None:
        other = repository(tmp_path / "other")
        plans.write({"plans/pay/actions/gap.yaml": MOVED})
        env = {"GIT_DIR": str(other.folder / ".git"), "GIT_INDEX_FILE": str(tmp_path / "index")}
        done = run("validate", "--against", "git:HEAD", cwd=plans.folder, env=env)
        assert done == told(plans, "git:HEAD")
        assert codes(done) == ["GP502"]

    def test_filters_narrow_it(self, plans: Git) -> None:
        plans.commit(SITES)
        plans.write({"plans/pay/actions/gap.yaml": MOVED, "plans/sites/actions/walk.yaml": "title: Walk\nlead: HR\n"})
        assert codes(told(plans, "git:HEAD")) == ["GP502", "GP505"]
        assert codes(told(plans, "git:HEAD", "--plan", "sites")) == ["GP505"]
        assert codes(told(plans, "git:HEAD", "--search", "report")) == ["GP502"]


class TestHooks:
    """`git:HEAD` under pre-commit: where no commit is being made HEAD is what is judged, and not what was before."""

    @pytest.fixture
    def pushed(self, plans: Git) -> Git:
        """A quiet move, committed on a branch; `main` went on meanwhile."""
        plans.git("checkout", "--quiet", "-b", "request")
        plans.commit({"plans/pay/actions/gap.yaml": MOVED})
        plans.git("checkout", "--quiet", "main")
        plans.commit(SITES)
        plans.git("checkout", "--quiet", "request")
        return plans

    @pytest.mark.parametrize("source", ["git:HEAD", "HEAD"])
    @pytest.mark.parametrize("to", ["HEAD", "request", None])
    def test_what_was_there_before_the_push_counts(self, source: str, to: str | None, pushed: Git) -> None:
        env = {"PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "main"} | ({"PRE_COMMIT_TO_REF": to} if to else {})
        result = told(pushed, source, env=env)
        assert (result.code, codes(result), result.err) == (1, ["GP502"], "")
        assert result.lines[-1] == f"{DAY}, against git:main..."
        assert codes(told(pushed, "git:HEAD~1", env=env | {"PRE_COMMIT_FROM_REF": "HEAD"})) == ["GP502"]

    def test_by_ids_too(self, pushed: Git) -> None:
        env = {
            "PRE_COMMIT_FROM_REF": pushed.git("rev-parse", "main"),
            "PRE_COMMIT_TO_REF": pushed.git("rev-parse", "HEAD"),
        }
        assert codes(told(pushed, "git:HEAD", env=env)) == ["GP502"]

    def test_what_is_pushed_has_to_be_what_is_here(self, pushed: Git) -> None:
        other = pushed.git("rev-parse", "main")
        result = told(pushed, "git:HEAD", env={"PRE_COMMIT_FROM_REF": "HEAD~1", "PRE_COMMIT_TO_REF": other})
        said = "that is not what is checked out: the files here say nothing of it"
        assert result == Result(2, "", f"genderplan: PRE_COMMIT_TO_REF names {other[:12]}, and {said}\n")

    @pytest.mark.parametrize("zeros", [40, 64])
    def test_before_a_first_push_nothing_passes_for_compared(self, zeros: int, pushed: Git) -> None:
        result = told(pushed, "git:HEAD", env={"PRE_COMMIT_FROM_REF": "0" * zeros})
        said = "names no commit: name what was before, as --against git:refs/remotes/origin/main..."
        assert result == Result(2, "", f"genderplan: PRE_COMMIT_FROM_REF {said}\n")

    def test_one_that_there_is_not(self, pushed: Git) -> None:
        result = told(pushed, "git:HEAD", env={"PRE_COMMIT_FROM_REF": "nowhere"})
        assert result == Result(2, "", "genderplan: no commit 'nowhere' in this repository\n")

    def test_where_nothing_is_named_it_is_said(self, pushed: Git) -> None:
        result = told(pushed, "git:HEAD", env={"PRE_COMMIT": "1"})
        said = "no commit is being made: only what is not committed is held against git:HEAD"
        assert (result.code, codes(result)) == (0, [])
        assert result.err == f"genderplan: {said} ('pre-commit run' takes --from-ref and --to-ref)\n"
        index = {"PRE_COMMIT": "1", "GIT_INDEX_FILE": str(pushed.folder / ".git" / "index")}
        assert told(pushed, "git:HEAD", env=index).err == ""


class TestFormats:
    """Each format has the finding, and says what the plans are held against."""

    @pytest.fixture
    def moved(self, plans: Git) -> Git:
        plans.write({"plans/pay/actions/gap.yaml": MOVED})
        return plans

    def test_json(self, moved: Git) -> None:
        document = told(moved, "git:main", "--format", "json").json
        assert document["against"] == [{"plan": "pay", "name": "git:main", "title": "The plan", "taken": "2024-12-01"}]
        [found] = document["findings"]
        assert (found["code"], found["line"], found["column"], found["end_column"]) == ("GP502", 6, 10, 17)
        assert (found["entry"], found["message"], f"({found['hint']})") == ("pay/gap#report", TITLE, HINT)

    def test_github(self, moved: Git, tmp_path: Path) -> None:
        summary = tmp_path / "summary.md"
        env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
        lines = told(moved, "git:main", env=env).lines
        assert lines[0] == LINE
        place = "file=plans/pay/actions/gap.yaml,line=6,col=10,endColumn=17,title=GP502"
        assert lines[1] == f"::error {place}::{TITLE} {HINT}"
        assert lines[3] == f"{DAY}, against git:main"
        said = summary.read_text(encoding="utf-8")
        assert "\n| error | GP502 | plans/pay/actions/gap&#46;yaml&#58;6&#58;10 | due moved from " in said
        assert said.endswith("\n- pay as of 15 Jan 2025 (the plan's status date), against git&#58;main\n")

    def test_sarif(self, moved: Git) -> None:
        [result_of_run] = json.loads(told(moved, "git:main", "--format", "sarif").out)["runs"]
        [result] = result_of_run["results"]
        assert (result["ruleId"], result["level"]) == ("GP502", "error")
        assert result["message"]["text"].endswith(
            "{{date: DAY, was: 2025-03, reason: WHY}}, as 'genderplan move' does)"
        )
        [name] = [each["name"] for each in result_of_run["properties"]["against"]]
        assert name == "git:main"
        rules = {each["id"]: each for each in result_of_run["tool"]["driver"]["rules"]}
        assert "no new item of" in rules["GP502"]["fullDescription"]["text"]

    def test_junit(self, moved: Git) -> None:
        root = ET.fromstring(told(moved, "git:main", "--format", "junit").out)
        assert (root.attrib["tests"], root.attrib["failures"]) == ("3", "1")
        [failure] = root.iter("failure")
        assert (failure.attrib["type"], failure.text) == ("GP502", f"{LINE}\n")
        properties = [(each.attrib["name"], each.attrib["value"]) for each in root.iter("property")]
        assert properties == [("as_of", "2025-01-15"), ("as_of_from", "plan"), ("against", "git:main")]

    def test_a_terminal(self, moved: Git) -> None:
        shown = plain_terminal("check", "--against", "git:main", columns=200, cwd=moved.folder)
        assert shown.code == 1
        assert shown.lines == [
            LINE,
            "    6 |     due: 2025-05",
            "                 ^^^^^^^",
            "1 error, 0 warnings, 0 notes in 3 files (1 entry, 1 milestone)",
            f"{DAY}, against git:main",
        ]

    def test_held_against_nothing_every_format_says_so(self, plans: Git) -> None:
        assert call("validate", "--format", "json", cwd=plans.folder).json["against"] is None
        [sarif] = json.loads(call("validate", "--format", "sarif", cwd=plans.folder).out)["runs"]
        assert sarif["properties"]["against"] is None
        assert "against" not in call("validate", "--format", "junit", cwd=plans.folder).out


def test_the_plan_shows_its_limit(plans: Git) -> None:
    plans.write({"plans/pay/plan.yaml": f"{PAY}max_revisions: 2\n"})
    assert call("show", "pay", "--format", "json", cwd=plans.folder).json["max_revisions"] == 2
    assert "\nmax revisions     2\n" in call("show", "pay", cwd=plans.folder).out
