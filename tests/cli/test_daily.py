"""Commands for daily work on a company's plans: `update`, `reopen`, `assign` and what `new` adds to files."""

import subprocess
from pathlib import Path

import pytest

from cli.company import PUBLISH_GAP, TRAIN_PANELS, company
from cli_runner import call, run
from docs_blocks import environment
from repositories import repository

REPORT, PANELS = "plans/pay/actions/publish-gap.yaml", "plans/pay/actions/train-panels.yaml"
ORGANISATIONS, PLAN_FILE = "plans/organisations.yaml", "plans/pay/plan.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return company(tmp_path).parent


def text(folder: Path, file: str) -> str:
    return (folder / file).read_bytes().decode()


def test_update(folder: Path) -> None:
    """F3-27: work that has stalled is told, and told apart from work done and work planned."""
    beside = ("--state", "on-hold", "--rag", "amber", "--by", "personnel", "--next", "Ask: payroll, again")
    done = run("update", "publish-gap", "No extract, so far", *beside, "--evidence", "Minutes, item 4", cwd=folder)
    assert done == (
        0,
        f"{REPORT}\n",
        "genderplan: To publish the pay gap by grade: update, 15 Jan 2025, on-hold, said amber\n",
    )
    item = (
        '{date: 2025-01-15, by: HR, state: on-hold, rag: amber, text: "No extract, so far", '
        'next: "Ask: payroll, again", evidence: ["Minutes, item 4"]}'
    )
    assert text(folder, REPORT) == PUBLISH_GAP.replace(
        "source: {document: board-paper, place", f"  - {item}\n{{}}", 1
    ).replace("{}", "source: {document: board-paper, place")
    entry = call("show", "publish-gap", "--format", "json", cwd=folder).json["entry"]
    assert (entry["progress"], entry["progress_from"]) == ("on-hold", "update")
    assert entry["said_rag"] == {"rag": "amber", "date": "2025-01-15", "by": "HR"}
    assert entry["latest"]["next"] == "Ask: payroll, again"
    listed = call("list", "--progress", "on-hold", "--format", "json", cwd=folder).json
    assert [each["id"] for each in listed["entries"]] == ["pay/publish-gap"]
    milestones = call("list", "milestones", "--progress", "on-hold", "--format", "json", cwd=folder).json["milestones"]
    assert {each["entry"] for each in milestones} == {"publish-gap"}
    before = call("list", "--progress", "on-hold", "--as-of", "2025-01-14", "--format", "json", cwd=folder).json
    assert before["entries"] == []


def test_an_update_is_of_a_day(folder: Path) -> None:
    done = call("update", "train-panels", "The trainer is ill", "--on", "2025-01", cwd=folder)
    assert done.err == "genderplan: To train every panel: update, Jan 2025\n"
    assert text(folder, PANELS) == TRAIN_PANELS + 'updates:\n  - date: 2025-01\n    text: "The trainer is ill"\n'
    ahead = call("update", "train-panels", "Done", "--on", "2025-02", "--state", "embedded", cwd=folder)
    assert ahead.lines == [PANELS]
    assert ahead.err.splitlines()[1:] == [
        "genderplan: warning: told 2025-02, after the status date 2025-01-15",
        "genderplan: warning: embedded, and not complete",
    ]
    back = call("update", "train-panels", "Asked", "--on", "2024-12-01", cwd=folder)
    assert "genderplan: warning: the update of 2024-12-01 stands below that of 2025-02\n" in back.err


def test_a_completion_taken_back_passes_the_gate(tmp_path: Path) -> None:
    git = repository(tmp_path / "top")
    company(git.folder)
    git.commit({})
    done = call("reopen", "publish-gap#extract", "--reason", "A grade was missing", cwd=git.folder)
    told = "genderplan: Extract payroll by grade: open again, was completed 20 Dec 2024\n"
    assert (done.code, done.out) == (0, f"{REPORT}\n")
    assert told in done.err
    revision = '{date: 2025-01-15, field: completed, was: 2024-12-20, reason: "A grade was missing"}'
    assert text(git.folder, REPORT) == PUBLISH_GAP.replace(
        "    due: 2024-12\n    completed: 2024-12-20\n", f"    due: 2024-12\n    revisions:\n      - {revision}\n"
    )
    gate = call("check", "--against", "git:HEAD", "--format", "json", cwd=git.folder).json
    assert "GP506" not in {each["code"] for each in gate["findings"]}
    (git.folder / REPORT).write_text(PUBLISH_GAP.replace("    completed: 2024-12-20\n", ""), "utf-8")
    gate = call("check", "--against", "git:HEAD", "--format", "json", cwd=git.folder).json
    assert "GP506" in {each["code"] for each in gate["findings"]}


def test_assign(folder: Path) -> None:
    """F3-04: one organisation written in several ways is one in the file."""
    done = run("assign", "train-panels", "--lead", "university of the north", "--lead", "H R", cwd=folder)
    assert done == (0, f"{PANELS}\n", "genderplan: To train every panel: led by University, HR\n")
    assert text(folder, PANELS) == TRAIN_PANELS.replace("lead: HR\n", "lead: [University, HR]\n", 1)
    done = call("assign", "train-panels#course", "--lead", "hr-director", cwd=folder)
    assert done == (0, f"{PANELS}\n", "genderplan: Hold the first course: led by HR-Director\n")
    assert "    title: Hold the first course\n    lead: HR-Director\n    due: 2025-02-10\n" in text(folder, PANELS)


def test_forecast_of_an_entry(folder: Path) -> None:
    done = call("forecast", "review-grades", "--to", "2025-09", cwd=folder)
    assert done == (
        0,
        "plans/pay/actions/data/review-grades.yaml\n",
        "genderplan: To review the grades: forecast Sep 2025\n",
    )
    entry = call("show", "review-grades", "--format", "json", cwd=folder).json["entry"]
    assert (entry["due"], entry["forecast"]) == ("2025-06-30", "2025-09")


def test_new_milestone(folder: Path) -> None:
    keys = ("--due", "2025-06", "--lead", "Human Resources", "--depends-on", "course")
    done = run("new", "milestone", "train-panels", "Ask what they have learned of it", *keys, cwd=folder)
    told = "genderplan: To train every panel: new milestone train-panels#ask-what-they-have-learned-of-it\n"
    assert done == (0, f"{PANELS}\n", told)
    lines = [
        *("  - id: ask-what-they-have-learned-of-it", '    title: "Ask what they have learned of it"', "    lead: HR"),
        *("    due: 2025-06", "    depends_on: course", ""),
    ]
    assert text(folder, PANELS) == TRAIN_PANELS + "\n".join(lines)


def test_new_objective(folder: Path) -> None:
    before = text(folder, PLAN_FILE)
    done = run(
        "new",
        "objective",
        "Careers for everybody who wants one, in every grade of the company",
        cwd=folder / "plans/pay",
    )
    name = "careers-for-everybody-who-wants-one-in-every-grade"
    assert done == (0, "plan.yaml\n", f"genderplan: Equal pay and careers plan: new objective {name}\n")
    last = "  - {id: openness, title: Openness}\n"
    title = '"Careers for everybody who wants one, in every grade of the company"'
    assert text(folder, PLAN_FILE) == before.replace(last, f"{last}  - {{id: {name}, title: {title}}}\n")
    again = call("new", "objective", "Data", "--id", "data", "--plan", "pay", cwd=folder)
    assert again == (2, "", f"genderplan: 'data' is taken in {PLAN_FILE}: give another id with --id\n")


def test_new_organisation(folder: Path) -> None:
    before = text(folder, ORGANISATIONS)
    keys = ("--name", "Women’s network: all sites", "--kind", "partner", "--part-of", "the company", "--alias", "WN")
    done = run("new", "organisation", "Network", *keys, cwd=folder)
    told = "genderplan: Women’s network: all sites: new organisation Network\n"
    assert done == (0, f"{ORGANISATIONS}\n", told)
    about = '{name: "Women’s network: all sites", kind: partner, part_of: Company, aliases: ["WN"]}'
    assert text(folder, ORGANISATIONS) == before + f"Network: {about}\n"
    assert call("list", "organisations", "--format", "json", cwd=folder).code == 0


def test_a_first_organisation_begins_the_file(tmp_path: Path) -> None:
    company(tmp_path)
    (tmp_path / ORGANISATIONS).unlink()
    new = ("new", "organisation", "NO", "--name", "North Office")
    patch = run(*new, "--dry-run", cwd=tmp_path)
    assert patch.out.startswith(f"--- /dev/null\n+++ b/{ORGANISATIONS}\n")
    assert not (tmp_path / ORGANISATIONS).exists()
    assert call(*new, cwd=tmp_path).out == f"{ORGANISATIONS}\n"
    assert text(tmp_path, ORGANISATIONS) == '"NO":\n  name: "North Office"\n'
    assert call("new", "organisation", "on", cwd=tmp_path).code == 0
    assert text(tmp_path, ORGANISATIONS).endswith('"NO":\n  name: "North Office"\n"on": {}\n')


EVERY = [
    ("update", "train-panels", "All well"),
    ("assign", "train-panels", "--lead", "Finance"),
    ("reopen", "publish-gap#extract", "--reason", "R"),
    ("forecast", "review-grades", "--to", "2025-09"),
    ("new", "milestone", "train-panels", "Ask"),
    ("new", "objective", "Ask", "--plan", "pay"),
    ("new", "organisation", "Ask", "--name", "Those who ask"),
]


@pytest.mark.parametrize("arguments", EVERY, ids=" ".join)
def test_a_dry_run_is_a_patch_that_git_takes(arguments: tuple[str, ...], tmp_path: Path) -> None:
    git = repository(tmp_path / "top")
    company(git.folder)
    git.commit({})
    before = {path: path.read_bytes() for path in (git.folder / "plans").rglob("*.yaml")}
    patch = run(*arguments, "--dry-run", cwd=git.folder)
    assert patch.code == 0
    assert before == {path: path.read_bytes() for path in (git.folder / "plans").rglob("*.yaml")}
    taken = subprocess.run(
        ["git", "apply"], cwd=git.folder, input=patch.out.encode(), env=environment(), capture_output=True, check=False
    )
    assert taken.returncode == 0, taken.stderr
    applied = {path: path.read_bytes() for path in (git.folder / "plans").rglob("*.yaml")}
    git.git("checkout", "--", ".")
    assert call(*arguments, cwd=git.folder).code == 0
    assert applied == {path: path.read_bytes() for path in (git.folder / "plans").rglob("*.yaml")}
    assert sum(before[path] != data for path, data in applied.items()) == 1


@pytest.mark.parametrize("arguments", EVERY, ids=" ".join)
def test_line_ends_of_windows_stay(arguments: tuple[str, ...], folder: Path) -> None:
    for path in (folder / "plans").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    done = call(*arguments, cwd=folder)
    assert done.code == 0
    data = (folder / done.lines[0]).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize("arguments", EVERY, ids=" ".join)
def test_read_only_files_stay_as_they_are(arguments: tuple[str, ...], folder: Path) -> None:
    before = {path: path.read_bytes() for path in (folder / "plans").rglob("*.yaml")}
    for path in before:
        path.chmod(0o444)
    refused = call(*arguments, cwd=folder)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.endswith("is read-only: nothing was written\n")
    assert before == {path: path.read_bytes() for path in before}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("update HR A", "'HR' is neither an entry nor a milestone: nothing else has dates to change"),
        (
            "update publish-gap#report A",
            "pay/publish-gap#report is a milestone: updates are of its action, pay/publish-gap",
        ),
        ("update publish-gap A --by Accounts", "organisation 'Accounts' can mean Finance, Audit: name one by its id"),
        ("update publish-gap A --by HRR", "unknown organisation 'HRR' (did you mean 'HR'?): nothing was written"),
        ("update publish-gap A --on soon", "--on: 'soon' is not a date"),
        ("assign publish-gap --lead HRR", "unknown organisation 'HRR' (did you mean 'HR'?): nothing was written"),
        ("assign publish-gap --lead HR", "pay/publish-gap is led by HR already"),
        ("reopen review-grades --reason R", "pay/review-grades is not marked complete itself"),
        ("new milestone publish-gap Ask --due soon", "--due: 'soon' is not a date"),
        ("new milestone publish-gap Ask --depends-on gone", "unknown milestone 'gone'"),
        ("new milestone publish-gap Ask --id report", "'report' is taken in plans/pay/actions/publish-gap.yaml: "),
        ("new organisation hr", "'hr' is what HR is called in plans/organisations.yaml"),
        ("new organisation X --name personnel", "'personnel' is what HR is called in plans/organisations.yaml"),
        ("new organisation a_b", "'a_b' is not an organisation's id: it is made of letters, digits and hyphens"),
        ("new organisation X --part-of Accounts", "organisation 'Accounts' can mean Finance, Audit"),
        ("new objective Ask", "which plan? name one with --plan: pay, sites"),
    ],
)
def test_what_is_refused_leaves_everything_as_it_is(arguments: str, message: str, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    refused = call(*arguments.split(), cwd=folder)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"genderplan: {message}")
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "arguments", [("update", "publish-gap", "A", "--state", "done"), ("update", "publish-gap", "A", "--rag", "pink")]
)
def test_words_of_closed_lists(arguments: tuple[str, ...], folder: Path) -> None:
    refused = call(*arguments, cwd=folder)
    assert refused.code == 2
    assert "is not one of" in refused.err


def test_updates_are_listed_since_a_day_or_a_baseline(folder: Path) -> None:
    """F2-14: what a lead has told, by day, entry and words."""
    for day, said in (("2024-12-02", "Asked for a trainer"), ("2025-01-12", "The trainer is found")):
        assert call("update", "train-panels", said, "--on", day, "--by", "HR", cwd=folder).code == 0

    def told(*options: str) -> list[str]:
        listed = call("list", "updates", *options, "--plan", "pay", "--format", "json", cwd=folder).json
        return [each["text"] for each in listed["updates"]]

    extract = "Extract done for all grades."
    assert told() == [extract, "Asked for a trainer", "The trainer is found"]
    assert told("--since", "2025-01") == [extract, "The trainer is found"]
    assert told("--since", "2025-01-11", "--sort", "-date") == ["The trainer is found"]
    assert told("--since", "board-1") == told()
    assert told("--as-of", "2025-01-01") == ["Asked for a trainer"]
    assert told("--search", "TRAINER", "--objective", "careers") == ["Asked for a trainer", "The trainer is found"]
    assert told("--search", "extract") == [extract]
    assert told("--lead", "HR", "--limit", "1") == [extract]
    assert [
        each["id"] for each in call("list", "--search", "is found", "--format", "json", cwd=folder).json["entries"]
    ] == ["pay/train-panels"]
    since = call("status", "--since", "board-1", "--plan", "pay", "--format", "json", cwd=folder).json["since"][0]
    assert [each["text"] for each in since["updates"]] == ["Asked for a trainer", extract, "The trainer is found"]
    refused = call("list", "entries", "--since", "2025", cwd=folder)
    assert refused.err == "genderplan: --since goes with updates: 'genderplan status --since' tells what else changed\n"
    assert told("--since", "baseline:board-1") == told()
    assert call("list", "updates", "--since", "nothing", cwd=folder).code == 2


def test_csv_of_updates(folder: Path) -> None:
    listed = call(
        "list",
        "updates",
        "--plan",
        "pay",
        "--format",
        "csv",
        "--columns",
        "date,by,id,number,text,evidence",
        cwd=folder,
    )
    assert listed.lines == [
        "date,by,id,number,text,evidence",
        "2025-01-10,HR,pay/publish-gap,1,Extract done for all grades.,",
    ]
