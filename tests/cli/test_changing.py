"""`genderplan move`, `forecast`, `complete` and `cancel`, on a company's plans."""

import subprocess
from pathlib import Path

import pytest

from cli.company import PUBLISH_GAP, RETURN_TO_WORK, TRAIN_PANELS, company
from cli_runner import call, run
from docs_blocks import environment
from repositories import repository
from support import PLAN, tree

REPORT, PANELS = "plans/pay/actions/publish-gap.yaml", "plans/pay/actions/train-panels.yaml"
WORK = "plans/pay/projects/return-to-work.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return company(tmp_path).parent


def text(folder: Path, file: str) -> str:
    return (folder / file).read_bytes().decode()


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file below a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_move(folder: Path) -> None:
    arguments = ("--to", "2025-05", "--reason", "Payroll: late", "--approved-by", "HR-Board")
    done = run("move", "publish-gap#report", *arguments, cwd=folder)
    assert done == (0, f"{REPORT}\n", "genderplan: Publish the report: due Apr → May 2025\n")
    assert text(folder, REPORT) == PUBLISH_GAP.replace("due: 2025-04", "due: 2025-05").replace(
        "approved_by: HR-Board}\n",
        "approved_by: HR-Board}\n"
        '      - {date: 2025-01-15, was: 2025-04, reason: "Payroll: late", approved_by: HR-Board}\n',
    )
    shown = call("show", "publish-gap#report", "--format", "json", cwd=folder).json
    assert shown["milestone"]["due"] == "2025-05"
    assert [each["was"] for each in shown["revisions"]] == ["2025-03", "2025-04"]


def test_move_a_date_of_an_entry(folder: Path) -> None:
    done = call("move", "return-to-work", "--to", "2025-10", "--reason", "A", cwd=folder)
    assert done == (0, f"{WORK}\n", "genderplan: Return to work after a career break: end Sep → Oct 2025\n")
    done = call("move", "return-to-work", "--to", "2025-02", "--reason", "B", "--field", "start", cwd=folder)
    assert done == (0, f"{WORK}\n", "genderplan: Return to work after a career break: start Jan → Feb 2025\n")
    done = call("move", "return-to-work", "--to", "2025-08", "--reason", "C", "--field", "due", cwd=folder)
    told = "genderplan: Return to work after a career break: due Aug 2025\n"
    after = "genderplan: warning: due 2025-Q3, after its project, which is due 2025-08\n"
    assert done == (0, f"{WORK}\n", told + after)
    assert text(folder, WORK) == RETURN_TO_WORK.replace("start: 2025-01\n", "start: 2025-02\n").replace(
        "end: 2025-09\n",
        'end: 2025-10\ndue: 2025-08\nrevisions:\n  - {date: 2025-01-15, field: end, was: 2025-09, reason: "A"}\n'
        '  - {date: 2025-01-15, field: start, was: 2025-01, reason: "B"}\n'
        '  - {date: 2025-01-15, field: due, reason: "C"}\n',
    )


def test_what_has_only_a_start_is_not_given_a_due(folder: Path) -> None:
    (folder / WORK).write_text("title: A\nstart: 2025-01\n", "utf-8")
    move = ("move", "return-to-work", "--to", "2025-02", "--reason", "R")
    told = "pay/return-to-work has only a start: --field start moves it, --field due or end gives it that date"
    assert call(*move, cwd=folder) == (2, "", f"genderplan: {told}\n")
    assert call(*move, "--field", "start", cwd=folder) == (0, f"{WORK}\n", "genderplan: A: start Jan → Feb 2025\n")
    revision = '{date: 2025-01-15, field: start, was: 2025-01, reason: "R"}'
    assert text(folder, WORK) == f"title: A\nstart: 2025-02\nrevisions:\n  - {revision}\n"


def test_what_has_no_date_gets_a_first_one(folder: Path) -> None:
    (folder / WORK).write_text("title: A\n", "utf-8")
    done = call("move", "return-to-work", "--to", "2025-02", "--reason", "Agreed", cwd=folder)
    assert done == (0, f"{WORK}\n", "genderplan: A: due Feb 2025\n")
    revision = '{date: 2025-01-15, field: due, reason: "Agreed"}'
    assert text(folder, WORK) == f"title: A\ndue: 2025-02\nrevisions:\n  - {revision}\n"


def test_forecast(folder: Path) -> None:
    done = call("forecast", "pay/publish-gap#report", "--to", "2025-06", cwd=folder)
    assert done == (0, f"{REPORT}\n", "genderplan: Publish the report: forecast May → Jun 2025\n")
    done = call("forecast", "pay/publish-gap#report", "--to", "none", cwd=folder)
    assert done == (0, f"{REPORT}\n", "genderplan: Publish the report: forecast Jun 2025 → no date\n")
    assert text(folder, REPORT) == PUBLISH_GAP.replace("    forecast: 2025-05\n", "")
    done = call("forecast", "train-panels#course", "--to", "2025-03", cwd=folder)
    assert done == (0, f"{PANELS}\n", "genderplan: Hold the first course: forecast Mar 2025\n")
    assert text(folder, PANELS) == TRAIN_PANELS.replace("2025-02-10\n", "2025-02-10\n    forecast: 2025-03\n")


def test_complete(folder: Path) -> None:
    done = call("complete", "train-panels#trainer", "--on", "2025-01-10", cwd=folder)
    assert done == (0, f"{PANELS}\n", "genderplan: Choose a trainer: completed 10 Jan 2025\n")
    after = TRAIN_PANELS.replace(
        "due: 2024-12-31\n    lead: HR-Director\n",
        "due: 2024-12-31\n    completed: 2025-01-10\n    lead: HR-Director\n",
    )
    assert text(folder, PANELS) == after
    again = ("complete", "train-panels#trainer", "--replace", "--on", "2025-01-09")
    for refused in (call(*again, cwd=folder), call("complete", "train-panels#course", "--reason", "R", cwd=folder)):
        said = "--reason says why another date was told: it goes with --replace, and --replace with it"
        assert refused == (2, "", f"genderplan: {said}\n")
    done = call(*again, "--reason", "The minutes say so", cwd=folder)
    assert done == (0, f"{PANELS}\n", "genderplan: Choose a trainer: completed 10 Jan → 9 Jan 2025\n")
    revision = '{date: 2025-01-15, field: completed, was: 2025-01-10, reason: "The minutes say so"}'
    assert text(folder, PANELS) == after.replace(
        "completed: 2025-01-10\n    lead: HR-Director\n",
        f"completed: 2025-01-09\n    revisions:\n      - {revision}\n    lead: HR-Director\n",
    )
    done = call("complete", "return-to-work#pilot-site", cwd=folder)
    assert done == (0, f"{WORK}\n", "genderplan: Choose a pilot site: completed 15 Jan 2025\n")
    assert "due: 2025-01-31, completed: 2025-01-15}\n" in text(folder, WORK)


def test_cancel(folder: Path) -> None:
    done = call("cancel", "publish-gap#pilot", "--reason", "No time, no money", cwd=folder)
    told = "genderplan: Try the report with two departments over three months: cancelled 15 Jan 2025\n"
    assert done == (0, f"{REPORT}\n", told)
    assert text(folder, REPORT) == PUBLISH_GAP.replace(
        "    duration: 3 months\n",
        '    cancelled: {date: 2025-01-15, reason: "No time, no money"}\n    duration: 3 months\n',
    )


def test_a_revision_is_dated_to_the_status_date(folder: Path) -> None:
    arguments = ("move", "train-panels#course", "--to", "2025-03", "--reason", "R")
    call(*arguments, "--as-of", "2025-01-20", cwd=folder)
    assert '{date: 2025-01-20, was: 2025-02-10, reason: "R"}' in text(folder, PANELS)
    call(*arguments[:3], "2025-04", *arguments[4:], cwd=folder, env={"GENDERPLAN_AS_OF": "2025-01-21"})
    assert '{date: 2025-01-21, was: 2025-03, reason: "R"}' in text(folder, PANELS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "move publish-gap#rep --to 2025-05 --reason R",
            "unknown id 'publish-gap#rep' (did you mean 'publish-gap#report'?)",
        ),
        (
            "move pay --to 2025-05 --reason R",
            "'pay' is neither an entry nor a milestone: nothing else has dates to change",
        ),
        ("cancel HR --reason R", "'HR' is neither an entry nor a milestone: nothing else has dates to change"),
        ("move publish-gap#report --to May --reason R", "--to: 'May' is not a date (write YYYY-05, with its year)"),
        ("move publish-gap#report --to none --reason R", "--to: 'none' is not a date (write YYYY, "),
        ("forecast publish-gap#report --to soon", "--to: 'soon' is not a date (write YYYY, "),
        ("complete publish-gap#report --on 2025-13", "--on: '2025-13' is not a date: "),
        (
            "move publish-gap#report --to 2025-05 --reason R --approved-by HRR",
            "unknown organisation 'HRR' (did you mean 'HR'?): nothing was written",
        ),
        (
            "move publish-gap#report --to 2025-05 --reason R --approved-by Accounts",
            "organisation 'Accounts' can mean Finance, Audit: name one by its id",
        ),
        ("move publish-gap#report --to 2025-04 --reason R", "pay/publish-gap#report is due 2025-04 already"),
        ("move publish-gap#extract --to 2025-04 --reason R", "pay/publish-gap#extract is complete (2024-12-20)"),
        (
            "complete publish-gap#extract",
            "pay/publish-gap#extract is complete already (2024-12-20): --replace gives another date",
        ),
        ("complete train-panels#handbook", "pay/train-panels#handbook is cancelled"),
        ("cancel publish-gap#extract --reason R", "pay/publish-gap#extract is complete (2024-12-20)"),
        (
            "move return-to-work --field end --to 2024-12 --reason R",
            "ends 2024-12, before it starts 2025-01 (correct the date that is wrong; often the two have changed places): nothing was written",
        ),
        (
            "move publish-gap#report --field end --to 2024-12 --reason R",
            "pay/publish-gap#report is a milestone: 'end' is a date of entries",
        ),
        ("forecast publish-gap --to none", "pay/publish-gap has no forecast"),
        ("forecast train-panels#course --to none", "pay/train-panels#course has no forecast"),
    ],
)
def test_what_is_refused_leaves_everything_as_it_is(folder: Path, arguments: str, message: str) -> None:
    before = contents(folder)
    refused = call(*arguments.split(), cwd=folder)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"genderplan: {message}")
    assert refused.err.count("\n") == 1
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        ("move publish-gap#report --reason R", "--to"),
        ("move publish-gap#report --to 2025-05", "--reason"),
        ("forecast publish-gap#report", "--to"),
        ("cancel publish-gap#report", "--reason"),
        ("complete", "ID"),
    ],
)
def test_what_must_be_said(folder: Path, arguments: str, missing: str) -> None:
    refused = call(*arguments.split(), cwd=folder)
    assert (refused.code, refused.out) == (2, "")
    assert missing in refused.err.splitlines()[-1]


@pytest.mark.parametrize("reason", ["", " ", "a\x1bb", "a\udcff"])
def test_words_that_are_none(folder: Path, reason: str) -> None:
    before = contents(folder)
    for option, others in (("--reason", ()), ("--approved-by", ("--reason", "R"))):
        refused = call("move", "publish-gap#report", "--to", "2025-05", option, reason, *others, cwd=folder)
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.startswith(f"genderplan: {option}")
    assert contents(folder) == before


def test_the_warnings_that_a_change_brings_are_told(folder: Path) -> None:
    done = call("move", "publish-gap#report", "--to", "2027-05", "--reason", "R", cwd=folder)
    assert done.err == (
        "genderplan: Publish the report: due Apr 2025 → May 2027\n"
        "genderplan: warning: 2027-05 is outside the plan's period (2024-09..2026-03)\n"
    )
    done = call("complete", "train-panels#course", "--on", "2025-02-01", cwd=folder)
    assert done.err == (
        "genderplan: Hold the first course: completed 1 Feb 2025\n"
        "genderplan: warning: completed 2025-02-01, after the status date 2025-01-15\n"
    )
    done = call("forecast", "publish-gap#report", "--to", "2024-12", cwd=folder)
    assert done.err == (
        "genderplan: Publish the report: forecast May 2025 → Dec 2024\n"
        "genderplan: warning: the forecast 2024-12 has passed\n"
    )


def test_a_move_too_many_is_told_as_the_gate_will_refuse_it(tmp_path: Path) -> None:
    git = repository(tmp_path / "top")
    tree(git.folder, {"p/plan.yaml": f"{PLAN}max_revisions: 1\n", "p/actions/x.yaml": "title: A\n"})
    move = ("move", "x", "--reason", "R", "--as-of", "2025-01-15", "--to")
    told = (
        "genderplan: warning: due revised 2 times, of at most 1 by max_revisions in plan.yaml: "
        "'genderplan check --against' refuses that\n"
    )
    for to, warning in (("2025-03", ""), ("2025-04", ""), ("2025-05", told)):
        git.commit({})
        dry = call(*move, to, "--dry-run", cwd=git.folder)
        done = call(*move, to, cwd=git.folder)
        assert (dry.code, done.code) == (0, 0)
        assert dry.err == warning
        assert done.err.partition("\n")[2] == warning
        gate = call("check", "--against", "git:HEAD", "--as-of", "2025-01-15", "--format", "json", cwd=git.folder).json
        codes = {each["code"] for each in gate["findings"]}
        assert ("GP503" in codes) == bool(warning)
        assert "GP502" not in codes


def test_a_warning_of_another_file_names_it(tmp_path: Path) -> None:
    company(
        tmp_path,
        **{
            "sites/actions/after.yaml": "title: A\nmilestones:\n  - {id: a, title: A, due: 2025-03-31, depends_on: survey#walk}\n"
        },
    )
    done = call("move", "survey#walk", "--to", "2025-04", "--reason", "R", cwd=tmp_path)
    assert done.code == 0
    assert done.err == (
        "genderplan: Walk the sites by night: due Mar → Apr 2025\n"
        "genderplan: warning: plans/sites/actions/after.yaml:3: "
        "due 2025-03-31, before survey#walk, which it depends on, is due (2025-04)\n"
    )


def test_errors_that_were_there_before_are_no_hindrance(tmp_path: Path) -> None:
    company(tmp_path, **{"pay/actions/train-panels.yaml": TRAIN_PANELS.replace("lead: HR\n", "lead: HRR\n")})
    done = call("move", "train-panels#course", "--to", "2025-03", "--reason", "R", cwd=tmp_path)
    assert done == (0, f"{PANELS}\n", "genderplan: Hold the first course: due 10 Feb → Mar 2025\n")
    again = ("move", "train-panels", "--to", "2025-04", "--reason", "R", "--approved-by", "HRR")
    refused = call(*again, cwd=tmp_path)
    assert refused == (2, "", "genderplan: unknown organisation 'HRR' (did you mean 'HR'?): nothing was written\n")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    company(tmp_path, **{"pay/actions/train-panels.yaml": "title: ["})
    refused = call("move", "train-panels#course", "--to", "2025-03", "--reason", "R", cwd=tmp_path)
    told = "genderplan: the file of 'train-panels' cannot be read: 'genderplan validate' tells why\n"
    assert refused == (2, "", told)
    assert call("move", "sites/train-panels", "--to", "2025-03", "--reason", "R", cwd=tmp_path).err.startswith(
        "genderplan: unknown id"
    )


def test_an_id_of_two_plans(tmp_path: Path) -> None:
    company(tmp_path, **{"sites/actions/train-panels.yaml": "title: A\ndue: 2025-03\n"})
    refused = call("move", "train-panels", "--to", "2025-04", "--reason", "R", cwd=tmp_path)
    told = "genderplan: 'train-panels' can mean pay/train-panels, sites/train-panels: name one of them\n"
    assert refused == (2, "", told)
    assert call("move", "sites/train-panels", "--to", "2025-04", "--reason", "R", cwd=tmp_path).code == 0


def test_a_file_that_would_be_too_large(tmp_path: Path) -> None:
    most = 1 << 20
    entry = "title: A\ndue: 2025-03\nnote: "
    company(tmp_path, **{"sites/actions/large.yaml": entry + "x" * (most - len(entry) - 20) + "\n"})
    refused = call("move", "large", "--to", "2025-04", "--reason", "Because", cwd=tmp_path)
    assert refused == (2, "", "genderplan: the file is larger than 1 MiB (split it): nothing was written\n")


def test_the_mode_of_a_file_stays(folder: Path) -> None:
    (folder / PANELS).chmod(0o640)
    call("complete", "train-panels#course", "--on", "2025-01-10", cwd=folder)
    assert (folder / PANELS).stat().st_mode & 0o7777 == 0o640


def test_a_file_that_is_read_only_stays(folder: Path) -> None:
    (folder / PANELS).chmod(0o444)
    before = contents(folder)
    refused = call("complete", "train-panels#course", cwd=folder)
    assert refused == (2, "", f"genderplan: {PANELS} is read-only: nothing was written\n")
    assert contents(folder) == before


def test_from_another_folder(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = call("complete", "train-panels#course", "--on", "2025-01-10", "--tree", str(folder / "plans"), cwd=elsewhere)
    assert done.out == f"../{PANELS}\n"
    done = call(
        "complete",
        "train-panels#course",
        "--on",
        "2025-01-11",
        "--replace",
        "--reason",
        "R",
        cwd=folder / "plans/pay/actions",
    )
    assert done.out == "train-panels.yaml\n"


CHANGES = [
    ("move", "publish-gap#report", "--to", "2025-06", "--reason", "R"),
    ("forecast", "publish-gap#report", "--to", "2025-06"),
    ("forecast", "publish-gap#report", "--to", "none"),
    ("complete", "return-to-work#evaluation"),
    ("cancel", "train-panels", "--reason", "R"),
]


@pytest.mark.parametrize("arguments", CHANGES, ids=" ".join)
@pytest.mark.parametrize("form", ["", "\r\n", "\r\n open", "open"])
def test_the_patch_of_a_dry_run_does_what_the_run_does(folder: Path, arguments: tuple[str, ...], form: str) -> None:
    for file in (REPORT, PANELS, WORK):
        written = text(folder, file).replace("\n", "\r\n" if "\r\n" in form else "\n")
        written = written.rstrip() if "open" in form else written
        (folder / file).write_bytes(written.encode())
    before = contents(folder)
    dry = call(*arguments, "--dry-run", cwd=folder)
    assert (dry.code, dry.err) == (0, "")
    assert contents(folder) == before
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn"], cwd=folder, input=dry.out.encode(), check=True, env=environment()
    )
    patched = contents(folder)
    assert patched != before
    for path, data in before.items():
        path.write_bytes(data)
    assert call(*arguments, cwd=folder).code == 0
    assert contents(folder) == patched


def test_a_dry_run_prints_a_patch_and_the_warnings(folder: Path) -> None:
    dry = run("move", "return-to-work#pilot-site", "--to", "2026-05", "--reason", "R", "--dry-run", cwd=folder)
    patch = (
        f"--- a/{WORK}\n+++ b/{WORK}\n@@ -4,5 +4,5 @@\n start: 2025-01\n end: 2025-09\n milestones:\n"
        "-  - {id: pilot-site, title: Choose a pilot site, due: 2025-01-31}\n"
        "+  - {id: pilot-site, title: Choose a pilot site, due: 2026-05, "
        'revisions: [{date: 2025-01-15, was: 2025-01-31, reason: "R"}]}\n'
        "   - {id: evaluation, title: Evaluate the pilot, due: 2025-Q3, lead: University}\n"
    )
    warnings = (
        "genderplan: warning: 2026-05 is outside the plan's period (2024-09..2026-03)\n"
        "genderplan: warning: due 2026-05, after its project, which ends 2025-09\n"
    )
    assert dry == (0, patch, warnings)


def test_a_dry_run_refuses_as_the_run_does(folder: Path) -> None:
    arguments = ("move", "publish-gap#report", "--to", "2025-05", "--reason", "R", "--approved-by", "HRR")
    assert call(*arguments, "--dry-run", cwd=folder) == call(*arguments, cwd=folder)


def test_where_signs_are_few(folder: Path) -> None:
    done = call("move", "publish-gap#report", "--to", "2025-05", "--reason", "R", cwd=folder, encoding="ascii")
    assert done.err == "genderplan: Publish the report: due Apr -> May 2025\n"


def test_a_layout_that_only_a_person_can_change(tmp_path: Path) -> None:
    entry = "title: A\nmilestones:\n  - forecast: 2025-03\n    # the lead was ill\n    id: a\n    title: A\n"
    tree(tmp_path, {"p/plan.yaml": "genderplan: 1\ntitle: P\n", "p/actions/x.yaml": entry})
    refused = call("forecast", "x#a", "--to", "none", cwd=tmp_path)
    told = "genderplan: plans/p/actions/x.yaml is laid out so that 'forecast' can only be changed by hand\n"
    assert refused == (2, "", told)
    assert call("forecast", "x#a", "--to", "2025-04", cwd=tmp_path).code == 0


def test_a_file_that_cannot_be_written_in_its_folder_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = contents(folder)
    monkeypatch.setattr("os.fsync", full)
    refused = call("complete", "train-panels#course", cwd=folder)
    assert refused == (2, "", f"genderplan: {PANELS} cannot be written: No space left on device\n")
    assert contents(folder) == before
