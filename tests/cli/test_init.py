"""`genderplan init`: a plan of one's own, which validates, and nothing overwritten."""

import os
import pty
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from cli_runner import COMMAND, call, environment, run
from genderplan.dates.forms import month_of
from genderplan.source.kinds import Kind
from support import ENTRY, PLAN, tree

KINDS = tuple(Kind)
SCHEMAS = [f"plans/.schemas/{kind}.schema.json" for kind in KINDS]


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_tree_from_nothing_validates_and_reports(tmp_path: Path) -> None:
    made = run("init", "--start", "2025-01", cwd=tmp_path)
    plan = "plans/gender-equality-plan"
    written = [
        f"{plan}/plan.yaml",
        f"{plan}/actions/publish-pay-gap.yaml",
        f"{plan}/projects/return-to-work.yaml",
        "plans/organisations.yaml",
        *SCHEMAS,
    ]
    assert (made.code, made.out.splitlines()) == (0, written)
    assert files(tmp_path) == sorted(written)
    assert "genderplan baseline save NAME" in made.err
    checked = call("validate", "--format", "json", cwd=tmp_path).json
    assert checked["findings"] == []
    assert checked["summary"] | {"accepted": 0} == {
        "errors": 0,
        "warnings": 0,
        "notes": 0,
        "files": 4,
        "entries": 2,
        "milestones": 3,
        "accepted": 0,
    }
    [status] = call("status", "--as-of", "2025-02-15", "--format", "json", cwd=tmp_path).json["plans"]
    assert (status["title"], status["counts"]["milestones"]["upcoming"]) == ("Gender equality plan", 3)


def test_every_option(tmp_path: Path) -> None:
    options = ["--title", "Pay: ours", "--plan", "pay", "--objective", "Know: all", "--lead", "PO=People: & more"]
    assert call("init", "tree", *options, "--start", "2025-Q2", "--end", "2026-06-15", cwd=tmp_path).code == 0
    tree_of = ("--tree", "tree", "--format", "json")
    [plan] = call("list", "plans", *tree_of, cwd=tmp_path).json["plans"]
    assert (plan["id"], plan["title"], plan["state"], plan["period"]) == (
        "pay",
        "Pay: ours",
        "draft",
        {"start": "2025-Q2", "end": "2026-06-15"},
    )
    [objective] = call("list", "objectives", *tree_of, cwd=tmp_path).json["objectives"]
    assert (objective["id"], objective["title"]) == ("know-all", "Know: all")
    [organisation] = call("list", "organisations", *tree_of, cwd=tmp_path).json["organisations"]
    assert (organisation["id"], organisation["name"]) == ("PO", "People: & more")
    assert call("list", *tree_of, cwd=tmp_path).json["entries"] == []


def test_examples_are_led_by_who_is_named(tmp_path: Path) -> None:
    assert call("init", "--lead", "PO=People: & more", cwd=tmp_path).code == 0
    leads = [each["leads"] for each in call("list", "actions", "--format", "json", cwd=tmp_path).json["actions"]]
    assert leads == [["PO"]]


def test_every_text_stands_in_quotes_and_no_mapping_with_a_text_in_braces(tmp_path: Path) -> None:
    """So that nothing is lost where somebody adds a comma, a colon or a hash; in what is commented out too."""
    written = call("init", "--title", "Pay", cwd=tmp_path).lines
    lines = [line for path in written if path.endswith(".yaml") for line in (tmp_path / path).read_text().splitlines()]
    texts = [line for line in lines if re.match(r"(# )?[ #-]*(title|text|name|output|long_term_aim): ", line)]
    assert len(texts) == 16
    assert [line for line in texts if not re.search(r': "[^"]+"$', line)] == []
    assert [line for line in lines if re.search(r"\{.*(title|text|name|reason):", line)] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--plan", "frameworks"), "no plan can be called 'frameworks': the name is kept for what is no plan"),
        (("--plan", "plans"), "no plan can be called 'plans': the name is kept for what is no plan"),
        (("--plan", "nul"), "no plan can be called 'nul': the name is kept for a device by Windows"),
    ],
)
def test_a_name_that_is_kept_is_refused(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    assert call("init", *options, cwd=tmp_path)[:3] == (2, "", f"genderplan: {said}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_title_makes_another_name_than_one_that_is_kept(tmp_path: Path) -> None:
    assert call("init", "--title", "Boards", cwd=tmp_path).lines[0] == "plans/boards-plan/plan.yaml"
    assert call("new", "action", "Con", cwd=tmp_path).out == "plans/boards-plan/actions/con-action.yaml\n"
    assert call("baseline", "save", "aux", cwd=tmp_path).code == 2
    assert call("new", "action", "Ask", "--folder", "com1", cwd=tmp_path).code == 2
    assert call("validate", "--strict", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-01", "2025-12"),
        ("2025-05-20", "2025-06-10"),
        ("2025", "2025"),
        ("2025-01-31", "2025-01-31"),
        ("2199", "2199"),
    ],
)
def test_no_date_lies_outside_the_period(tmp_path: Path, start: str, end: str) -> None:
    assert call("init", "--start", start, "--end", end, cwd=tmp_path).err.startswith("Make these files your own")
    assert call("validate", "--strict", cwd=tmp_path).code == 0


def test_it_begins_this_month_and_lasts_a_year(tmp_path: Path) -> None:
    call("init", cwd=tmp_path)
    [plan] = call("list", "plans", "--format", "json", cwd=tmp_path).json["plans"]
    start, end = plan["period"]["start"], plan["period"]["end"]
    assert start in {month_of(date.today().toordinal()).text, f"{date.today():%Y-%m}"}
    assert int(end[:4]) * 12 + int(end[5:]) - int(start[:4]) * 12 - int(start[5:]) == 11


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    call("init", cwd=tmp_path)
    before = {path: (tmp_path / path).read_bytes() for path in files(tmp_path)}
    refused = call("init", "--lead", "HR", cwd=tmp_path)
    message = "genderplan: plans/gender-equality-plan/plan.yaml is there already: nothing was written\n"
    assert refused == (2, "", message)
    assert {path: (tmp_path / path).read_bytes() for path in files(tmp_path)} == before


def test_a_tree_gets_one_more_plan_and_keeps_its_files(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "organisations.yaml": "Ours: {}\n"})
    (folder / ".schemas").mkdir()
    (folder / ".schemas" / "plan.schema.json").write_text("{}", encoding="utf-8")
    made = call("init", "--plan", "q", "--lead", "Ours", cwd=tmp_path)
    assert made.out.splitlines() == [
        "plans/q/plan.yaml",
        "plans/q/actions/publish-pay-gap.yaml",
        "plans/q/projects/return-to-work.yaml",
        *SCHEMAS[1:],
    ]
    assert (folder / "organisations.yaml").read_text(encoding="utf-8") == "Ours: {}\n"
    assert (folder / ".schemas" / "plan.schema.json").read_text(encoding="utf-8") == "{}"
    assert call("validate", cwd=tmp_path).code == 0


def test_nobody_leads_in_a_tree_that_has_organisations(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"organisations.yaml": "Ours: {}\n"})
    call("init", "--plan", "q", cwd=tmp_path)
    assert "\n# lead: " in (folder / "q/actions/publish-pay-gap.yaml").read_text(encoding="utf-8")
    assert "\n# partners: " in (folder / "q/projects/return-to-work.yaml").read_text(encoding="utf-8")
    assert call("validate", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--lead", "Theirs"], "unknown organisation 'Theirs' (declare it in organisations.yaml): nothing was written"),
        (["--start", "soon"], "--start: 'soon' is not a date (write YYYY"),
        (["--end", "2025-13"], "--end: '2025-13' is not a date"),
        (
            ["--start", "2025-05", "--end", "2025-03"],
            "ends 2025-03, before it starts 2025-05 (correct the date that is wrong; often the two have changed places): nothing was written",
        ),
        (["--plan", "A B"], "'A B' is not an id: it is made of lower-case letters"),
        (["--title", "!!!"], "no id can be made of '!!!': give one with --plan"),
        (["--title", "a\udcffb"], "is not UTF-8"),
        (["--as-of", "garbage"], "--as-of: 'garbage' is not a date"),
        (["plans", "--tree", "plans"], "DIR and --tree both name the folder of all plans"),
        (["plans/new"], "plans' holds plans: name it, with --plan new for one of that id"),
        (["--title", "a\x1bb"], "control character U+001B"),
        (["file"], "'file' is not a folder"),
        (["plans/p"], "is a plan: name the folder that is to hold all plans"),
        (["plans/p/deeper"], "is a plan: name the folder that is to hold all plans"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(tmp_path: Path, arguments: list[str], message: str) -> None:
    tree(tmp_path, {"p/plan.yaml": PLAN, "organisations.yaml": "Ours: {}\n", "p/actions/a.yaml": ENTRY})
    (tmp_path / "file").write_bytes(b"")
    before = files(tmp_path)
    refused = call("init", *arguments, cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert message in refused.err
    assert files(tmp_path) == before


def test_the_tree_that_the_environment_names(tmp_path: Path) -> None:
    assert call("init", cwd=tmp_path, env={"GENDERPLAN_TREE": "ours"}).out.startswith("ours/gender-equality-plan/")
    assert call("init", "--tree", "theirs", cwd=tmp_path).out.startswith("theirs/gender-equality-plan/")


def test_each_file_names_its_schema_which_is_there(tmp_path: Path) -> None:
    call("init", cwd=tmp_path)
    for path in (tmp_path / "plans").rglob("*.yaml"):
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert found, path
        assert (path.parent / found[1]).resolve().is_file(), path


@pytest.mark.parametrize("here", ["plans", "plans/.schemas", "deep/er"])
def test_the_tree_at_hand_gets_the_plan(tmp_path: Path, here: str) -> None:
    call("init", "--plan", "a", cwd=tmp_path)
    (tmp_path / here).mkdir(parents=True, exist_ok=True)
    made = call("init", "--plan", "b", cwd=tmp_path / here)
    assert made.code == 0
    assert (tmp_path / "plans/b/plan.yaml").is_file()
    assert call("validate", cwd=tmp_path).code == 0
    assert "  genderplan validate " in made.err


def test_what_to_run_next_leads_to_the_tree(tmp_path: Path) -> None:
    elsewhere = {"GENDERPLAN_TREE": str(tmp_path / "elsewhere")}
    assert "  genderplan --tree 'a b' status" in call("init", "a b", cwd=tmp_path).err
    assert "  genderplan --tree plans status" in call("init", "plans", cwd=tmp_path, env=elsewhere).err
    assert "  genderplan status" in call("init", "--plan", "x", cwd=tmp_path, env=elsewhere).err


def test_it_begins_in_the_month_of_the_status_date(tmp_path: Path) -> None:
    call("init", "--as-of", "2020-03-04", cwd=tmp_path)
    call("init", "--plan", "x", cwd=tmp_path, env={"GENDERPLAN_AS_OF": "2021-12-31"})
    periods = [plan["period"] for plan in call("list", "plans", "--format", "json", cwd=tmp_path).json["plans"]]
    assert periods == [{"start": "2020-03", "end": "2021-02"}, {"start": "2021-12", "end": "2022-11"}]


def test_it_ends_where_dates_end(tmp_path: Path) -> None:
    assert call("init", "--start", "2199-12", cwd=tmp_path).code == 0
    assert call("validate", "--strict", cwd=tmp_path).code == 0


@pytest.mark.parametrize(("title", "name"), [("null", "null"), ("🎉", "objective-1"), ("2025", "2025")])
def test_objectives_of_odd_titles(tmp_path: Path, title: str, name: str) -> None:
    assert call("init", "--objective", title, cwd=tmp_path).code == 0
    [objective] = call("list", "objectives", "--format", "json", cwd=tmp_path).json["objectives"]
    assert (objective["id"], objective["title"]) == (name, title)


def answers(folder: Path, typed: bytes) -> tuple[int, bytes]:
    """What `init` says on a terminal, where these answers are typed."""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [COMMAND, "init"],
        cwd=folder,
        env=environment({"TERM": "dumb"}),
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
    ) as process:
        os.write(leader, typed)
        code = process.wait(60)
    os.close(follower)
    said = os.read(leader, 1 << 16)
    os.close(leader)
    return code, said


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    code, said = answers(tmp_path, b"Pay and careers\n\nKnow the gap\nPO=People\n2025-01\n\n")
    assert code == 0
    for question in (b"Title of the plan [Gender equality plan]", b"[pay-and-careers]", b"Last month [2025-12]"):
        assert question in said
    plan = (tmp_path / "plans/pay-and-careers/plan.yaml").read_text(encoding="utf-8")
    assert '\ntitle: "Pay and careers"\n' in plan
    assert "period: {start: 2025-01, end: 2025-12}" in plan
    assert 'title: "Know the gap"' in plan
    assert (tmp_path / "plans/organisations.yaml").read_text(encoding="utf-8").count('PO:\n  name: "People"\n') == 1
    assert not (tmp_path / "plans/pay-and-careers/actions").exists()


def test_an_answer_that_cannot_be_is_asked_for_again(tmp_path: Path) -> None:
    code, said = answers(tmp_path, b"!!!\nPay\nA B\npay\n\n\nsoon\n2025-01\n2025-13\n2025-12\n")
    assert code == 0
    for message in (b"no id can be made of '!!!'", b"'A B' is not an id", b"'soon' is not a date", b"'2025-13' is not"):
        assert message in said
    assert (tmp_path / "plans/pay/plan.yaml").is_file()
