"""The benchmarks measure what they say: a tree that is the same every time and clean, and sound statistics."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from cli_runner import call
from genderplan.checks import VALID, Context, run
from genderplan.findings import Finding
from genderplan.loading.history import load_past
from genderplan.loading.tree import load_tree
from genderplan.plan.steps import Step
from repositories import Git

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import generate, measure, past, references, rows
from benchmarks import run as runner
from benchmarks.measure import Command, CommandFailedError, Figure, Sample

ENTRIES = 30


@pytest.fixture(scope="module")
def plain_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain") / "tree"
    generate.write_tree(ENTRIES, folder)
    return folder


@pytest.fixture(scope="module")
def baseline_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("baseline") / "tree"
    generate.write_tree(600, folder, baseline=True)
    return folder


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Git:
    folder = tmp_path_factory.mktemp("past") / "repository"
    past.write_past(60, folder, 40)
    return Git(folder)


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*.yaml")}


def entry_files(folder: Path) -> Iterator[Path]:
    yield from folder.glob("*/actions/**/*.yaml")
    yield from folder.glob("*/projects/**/*.yaml")


def findings(folder: Path) -> tuple[Finding, ...]:
    tree = load_tree(folder)
    return (*tree.findings, *run(VALID, Context(tree, tree.plans)))


class TestGenerate:
    def test_is_the_same_every_time(self, plain_tree: Path, tmp_path: Path) -> None:
        generate.write_tree(ENTRIES, tmp_path / "again")
        assert contents(tmp_path / "again") == contents(plain_tree)

    def test_writes_as_many_files_as_are_asked_for(self, plain_tree: Path, baseline_tree: Path) -> None:
        assert len(list(entry_files(plain_tree))) == ENTRIES
        assert len(list(entry_files(baseline_tree))) == 600

    def test_files_are_about_thirty_lines_and_three_milestones(self, plain_tree: Path) -> None:
        texts = [path.read_text("utf-8") for path in entry_files(plain_tree)]
        assert 27 <= mean(text.count("\n") for text in texts) <= 33
        assert {text.count("  - id: ") for text in texts} == {3}

    @pytest.mark.parametrize("tree", ["plain_tree", "baseline_tree"])
    def test_has_no_finding_not_even_a_note(self, tree: str, request: pytest.FixtureRequest) -> None:
        assert findings(request.getfixturevalue(tree)) == ()

    def test_holds_two_hundred_organisations_and_twenty_objectives(self, plain_tree: Path) -> None:
        tree = load_tree(plain_tree)
        assert len(tree.organisations.organisations) == 200
        assert [len(plan.objectives) for plan in tree.plans] == [20]

    def test_mixes_what_a_plan_holds(self, baseline_tree: Path) -> None:
        milestones = [
            each for plan in load_tree(baseline_tree).plans for entry in plan.entries for each in entry.milestones
        ]
        assert any(each.due and each.due.is_day for each in milestones)
        assert any(each.due and not each.due.is_day for each in milestones)
        assert any(each.due is None for each in milestones)
        assert any(each.completed for each in milestones)
        assert any(each.forecast for each in milestones)
        assert any(each.revisions for each in milestones)
        assert any("#" in dependency.written for each in milestones for dependency in each.depends_on)
        assert any("#" not in dependency.written for each in milestones for dependency in each.depends_on)

    def test_baselines_hold_what_was_moved_added_and_removed(self, baseline_tree: Path) -> None:
        first, second = load_tree(baseline_tree).plans
        assert first.baseline is not None
        assert second.baseline is not None
        assert first.by_id.keys() - first.baseline.by_id.keys()
        assert first.baseline.by_id.keys() - first.by_id.keys()
        now, was = first.milestones_by_id, first.baseline.milestones_by_id
        assert any(now[key].due != was[key].due for key in now.keys() & was.keys())

    def test_refuses_a_folder_that_holds_something(self, plain_tree: Path) -> None:
        with pytest.raises(SystemExit, match="not empty"):
            generate.write_tree(1, plain_tree)


class TestPast:
    def test_is_the_same_every_time(self, repository: Git, tmp_path: Path) -> None:
        past.write_past(60, tmp_path / "again", 40)
        assert Git(tmp_path / "again").git("rev-parse", "HEAD") == repository.git("rev-parse", "HEAD")

    def test_has_the_commits_that_are_asked_for_and_ends_in_what_generate_writes(self, repository: Git) -> None:
        assert repository.git("rev-list", "--count", "HEAD") == "40"
        assert repository.git("status", "--short") == ""
        assert len(list(entry_files(repository.folder / rows.TREE))) == 60

    def test_ends_without_a_finding(self, repository: Git) -> None:
        assert findings(repository.folder / rows.TREE) == ()

    def test_each_commit_changes_a_few_entries_and_can_be_read(self, repository: Git) -> None:
        steps, passed_over = steps_of(repository)
        assert len(steps) == 40
        assert passed_over == 0
        assert {max(len(before), len(step.after)) for step in steps[1:] for before in step.befores} == {past.CHANGES}

    def test_mixes_what_happens_to_entries(self, repository: Git) -> None:
        steps, _ = steps_of(repository)
        changes = [
            ({row.id: row for row in step.befores[0]}, {row.id: row for row in step.after}) for step in steps[1:]
        ]
        kept = [(before[name], after[name]) for before, after in changes for name in before.keys() & after.keys()]
        milestones = [pair for was, now in kept for pair in zip(was.milestones, now.milestones, strict=True)]
        assert any(was.due != now.due for was, now in milestones)
        assert any(not was.completed and now.completed for was, now in milestones)
        assert any(was.title != now.title for was, now in kept)
        assert any(set(after) - set(before) and len(after) > len(before) for before, after in changes)
        came = [row for before, after in changes for name, row in after.items() if name not in before]
        gone = {name for before, after in changes for name in before.keys() - after.keys()}
        assert gone == {name for row in came for name in row.renamed_from}
        assert gone

    def test_commits_are_made_on_days_of_their_own(self, repository: Git) -> None:
        days = repository.git("log", "--reverse", "--format=%as").splitlines()
        assert (days[0], len(days)) == ("2023-04-03", len(set(days)))
        assert days == sorted(days)

    def test_a_hundredth_is_changed_since_the_commit_that_baselines_repeat(self, tmp_path: Path) -> None:
        past.write_changed(600, tmp_path / "changed", 6)
        made = Git(tmp_path / "changed")
        assert made.git("rev-list", "--count", "HEAD") == "1"
        assert len(made.git("status", "--short").splitlines()) == 6
        then, named = (slipped(made, source) for source in ("git:HEAD", "board-1"))
        assert [totals["moved"] for totals, _, _ in then] == [5, 1]
        assert then == named

    def test_refuses_a_folder_that_holds_something(self, repository: Git) -> None:
        with pytest.raises(SystemExit, match="not empty"):
            past.write_past(10, repository.folder, 2)


def steps_of(repository: Git) -> tuple[Sequence[Step], int]:
    """The steps of the one plan, and how many versions of files could not be read."""
    root = repository.folder / rows.TREE
    tree = load_tree(root)
    found = load_past(root, tree, tree.plans)
    return found.steps[generate.PLAN], found.passed_over


def slipped(made: Git, source: str) -> list[tuple[Any, Any, Any]]:
    """For each plan its totals, what moved, and what was put in other words."""
    result = call("slippage", "--against", source, "--format", "json", "--tree", str(made.folder / rows.TREE))
    return [(each["totals"], each["moved"], each["reworded"]) for each in result.json["comparisons"]]


def sample(wall: float = 1.0, peak: float = 1.0) -> Sample:
    return Sample(wall, wall, peak)


class TestStatistics:
    def test_a_ratio_is_the_median_of_the_rounds_ratios(self) -> None:
        """2, 3 and 0.5; the ratio of the medians would be 4/2 = 2 of other rounds, or 1.5 by the means."""
        rounds = [(sample(4), sample(2)), (sample(9), sample(3)), (sample(1), sample(2))]
        assert measure.figure(rounds, measure.ratio) == Figure(2, 0.5, 3)

    def test_what_slows_a_whole_round_cancels_out(self) -> None:
        rounds = [(sample(1), sample(2)), (sample(10), sample(20)), (sample(3), sample(6))]
        assert measure.figure(rounds, measure.ratio) == Figure(0.5, 0.5, 0.5)

    def test_an_even_number_of_rounds_takes_the_middle_of_the_two(self) -> None:
        rounds = [(sample(1), sample(1)), (sample(2), sample(1))]
        assert measure.figure(rounds, measure.ratio).value == 1.5

    def test_processor_time_can_take_the_place_of_wall_time(self) -> None:
        rounds = [(Sample(9, 1, 5), Sample(1, 2, 5))]
        assert measure.figure(measure.by_processor(rounds), measure.ratio).value == 0.5

    def test_a_difference_is_taken_round_by_round(self) -> None:
        rounds = [(sample(1.5), sample(1)), (sample(5), sample(4)), (sample(2), sample(2))]
        assert measure.figure(rounds, measure.difference) == Figure(0.5, 0, 1)

    @pytest.mark.parametrize(
        ("peaks", "expected"),
        [((130.0, 40.0, 30.1), 1.0), ((220.0, 40.0, 30.1), 2.0), ((85.0, 40.0, 30.1), 0.5)],
    )
    def test_growth_leaves_out_what_is_there_before_the_first_file(
        self, peaks: tuple[float, ...], expected: float
    ) -> None:
        each = tuple(sample(peak=peak) for peak in peaks)
        assert measure.growth(each, (10_000, 1_000, 10)) == pytest.approx(expected)


class TestRun:
    def test_measures_a_process(self) -> None:
        found = measure.run(Command("sleep", (sys.executable, "-c", "import time; time.sleep(0.05)")))
        assert found.wall >= 0.05
        assert found.cpu > 0
        assert 1 < found.peak < 2000

    def test_peak_memory_is_the_childs(self) -> None:
        """Well above pytest's own: a child's peak begins at that of the process it comes from."""
        held = 512
        text = f"held = bytearray({held} << 20); held[::4096] = bytes(len(held[::4096]))"
        assert held < measure.run(Command("python", (sys.executable, "-c", text))).peak < held + 64

    def test_warms_up_once_and_then_takes_turns(self, tmp_path: Path) -> None:
        log = tmp_path / "log"
        commands = [Command(name, (sys.executable, "-c", f"open({str(log)!r}, 'a').write({name!r})")) for name in "AB"]
        rounds = measure.interleaved(commands, 2)
        assert log.read_text() == "ABABAB"
        assert [len(each) for each in rounds] == [2, 2]

    def test_an_exit_code_that_is_not_expected_ends_the_row(self) -> None:
        program = (sys.executable, "-c", "import sys; sys.exit('no such tree')")
        with pytest.raises(CommandFailedError, match="list ended with 1: no such tree"):
            measure.run(Command("list", program))
        assert measure.run(Command("check", program, codes=(0, 1))).wall > 0

    def test_nothing_of_ours_changes_what_is_measured(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("FORCE_COLOR", "GITHUB_ACTIONS", "PYTHONDONTWRITEBYTECODE", "GENDERPLAN_AS_OF"):
            monkeypatch.setenv(name, "1")
        seen = Command("x", (), {"FORCE_COLOR": "yes"}).environment
        assert seen.keys() - {"PATH", "HOME", "LANG", "TMPDIR"} == {"COLUMNS", "FORCE_COLOR"}
        assert seen["FORCE_COLOR"] == "yes"
        assert seen["PATH"] == os.environ["PATH"]


class TestTable:
    @pytest.mark.parametrize(("walls", "met"), [((0.8, 1.0), "yes"), ((0.9, 1.0), "yes"), ((1.0, 1.0), "no")])
    def test_a_budget_is_met_up_to_its_number(self, walls: tuple[float, float], met: str) -> None:
        rounds = [tuple(sample(wall) for wall in walls)]
        commands = (Command("a", ()), Command("b", ()))
        verdict = rows.Verdict("validate", measure.ratio, "×", 0.9)
        result = runner.Result(verdict, measure.figure(rounds, verdict.measure), commands, rounds)
        assert runner.cells(result)[-2:] == ("0.9 ×", met)

    def test_is_markdown_in_columns(self) -> None:
        assert runner.table([("row", "met"), ("validate", "no")]).splitlines() == [
            "| row      | met |",
            "| -------- | --- |",
            "| validate | no  |",
        ]

    def test_budgets_hold_for_the_size_they_are_set_for(self, tmp_path: Path) -> None:
        assert rows.Bench(tmp_path, 10_000).budget(0.9) == 0.9
        assert rows.Bench(tmp_path, 100_000).budget(0.9) is None

    def test_references_run(self, tmp_path: Path, plain_tree: Path) -> None:
        bench = rows.Bench(tmp_path, 1000)
        for name, text in (("typer-program", references.TYPER_PROGRAM), ("imports", references.IMPORTS)):
            measure.run(bench.python(name, text))
        measure.run(bench.python("safe-loader", references.SAFE_LOADER, str(plain_tree)))

    def test_every_content_is_read_once(self, tmp_path: Path, repository: Git) -> None:
        """As many as git knows of, in the folders that the rows name."""
        said = f"{references.EVERY_CONTENT}\nprint(len(rows))\n"
        program = rows.Bench(tmp_path, 1000).python("counting", said, str(repository.folder), *rows.ENTRY_FOLDERS)
        found = subprocess.run(program.argv, capture_output=True, check=True, text=True)
        listed = repository.git("rev-list", "--objects", "HEAD", "--", *rows.ENTRY_FOLDERS).splitlines()
        assert int(found.stdout) == len({line.split()[0] for line in listed if line.endswith(".yaml")}) > 100
