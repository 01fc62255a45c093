"""From files to a tree: what cannot be read is left out and told of, everything else is read."""

import gc
import time
from pathlib import Path

import pytest

from genderplan.findings import Severity
from genderplan.loading.tree import load_tree
from support import ENTRY, PLAN, filed, read_tree, tree

BASELINE = "genderplan: 1\n"


def titled(title: str, *more: str) -> str:
    return "\n".join([f"title: {title}", *more, ""])


@pytest.mark.parametrize(
    ("kept", "left_out"),
    [
        ("p/actions/a.yaml", "p/projects/a.yaml"),
        ("p/actions/a.yaml", "p/actions/deep/a.yaml"),
        ("p/actions/one/a.yaml", "p/actions/two/a.yaml"),
        ("p/actions/z/a.yaml", "p/projects/b/a.yaml"),
    ],
)
def test_of_two_entries_with_one_id_the_second_is_left_out(tmp_path: Path, kept: str, left_out: str) -> None:
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, left_out: titled("Second"), kept: titled("First")})
    assert filed(read.findings) == [(left_out, "GP109", 1, 1)]
    assert kept in read.findings[0].message
    assert read.findings[0].entry == "p/a"
    assert [(entry.title, entry.file) for entry in read.by_id["p"].entries] == [("First", kept)]
    assert read.left_out == (left_out,)


def test_one_id_in_two_plans_is_no_repeat(tmp_path: Path) -> None:
    read = read_tree(
        tmp_path,
        {"p/plan.yaml": PLAN, "q/plan.yaml": PLAN, "p/actions/a.yaml": ENTRY, "q/actions/a.yaml": ENTRY},
    )
    assert read.findings == ()
    assert [entry.full_id() for plan in read.plans for entry in plan.entries] == ["p/a", "q/a"]


def test_where_the_first_of_an_id_is_broken_the_second_is_read(tmp_path: Path) -> None:
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": "[", "p/projects/a.yaml": ENTRY})
    assert filed(read.findings) == [("p/actions/a.yaml", "GP005", 2, 1)]
    assert [entry.kind for entry in read.by_id["p"].entries] == ["project"]
    assert read.unread_entries == frozenset()


@pytest.mark.parametrize("broken", ["", "genderplan: 2\ntitle: A\n", "title: A\n", "- a\n", "a: b: c\n", b"\xff"])
def test_broken_plan_leaves_its_plan_out_and_no_other(tmp_path: Path, broken: str | bytes) -> None:
    files = {f"{plan}/actions/{name}.yaml": ENTRY for plan in "pqr" for name in "ab"}
    files["q/actions/c.yaml"] = titled("' '")
    plans = {"p/plan.yaml": PLAN, "q/plan.yaml": broken, "r/plan.yaml": PLAN}
    read = read_tree(tmp_path, files | plans)
    assert [plan.id for plan in read.plans] == ["p", "r"]
    assert {found.file for found in read.findings} == {"q/plan.yaml", "q/actions/c.yaml"}
    assert read.unread_plans == {"q"}
    assert read.left_out == ("q/actions/a.yaml", "q/actions/b.yaml", "q/actions/c.yaml", "q/plan.yaml")


def test_broken_organisations_leave_nobody_unknown(tmp_path: Path) -> None:
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": ENTRY, "organisations.yaml": "HR: x\n"})
    assert filed(read.findings) == [("organisations.yaml", "GP104", 1, 5)]
    assert not read.organisations.readable
    assert len(read.by_id["p"].entries) == 1
    assert read.left_out == ("organisations.yaml",)


def test_without_organisations_there_are_none(tmp_path: Path) -> None:
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN})
    assert read.organisations.readable
    assert read.organisations.organisations == ()


def test_organisations_with_their_lines(tmp_path: Path) -> None:
    text = "# c\nHR: {name: Human Resources, part_of: Company}\n\nDCC4:\n  aliases: [DCC 4]\n  kind: board\n"
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, "organisations.yaml": text})
    rows = read.organisations.organisations
    assert [(row.id, row.name, row.kind, row.line) for row in rows] == [
        ("HR", "Human Resources", "unit", 2),
        ("DCC4", None, "board", 4),
    ]
    assert {row.file for row in rows} == {"organisations.yaml"}


def test_left_out_names_each_file_once(tmp_path: Path) -> None:
    read = read_tree(
        tmp_path,
        {
            "p/plan.yaml": PLAN,
            "p/actions/a.yaml": "titel: A\nnote: ' '\n",
            "p/actions/b.yaml": ENTRY,
            "p/baselines/c.yaml": "[\n",
            "q/plan.yaml": PLAN,
            "q/actions/a.yaml": "",
            "q/action/b.yaml": ENTRY,
            "q/actions/c.yml": ENTRY,
        },
    )
    assert read.left_out == (
        "p/actions/a.yaml",
        "p/baselines/c.yaml",
        "q/action/b.yaml",
        "q/actions/a.yaml",
        "q/actions/c.yml",
    )
    assert {read.files[file] for file in read.left_out} == {"p", "q"}
    assert set(read.left_out) < set(read.files)
    assert read.unread_entries == {("p", "a"), ("q", "a")}
    assert [baseline.name for baseline in read.by_id["p"].baselines] == []


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("p/actions/A.yaml", "file"),
        ("p/actions/a_b.yaml", "file"),
        ("p/actions/a b.yaml", "file"),
        ("p/actions/a--b.yaml", "file"),
        ("p/actions/-a.yaml", "file"),
        ("p/actions/a.b.yaml", "file"),
        ("p/actions/é.yaml", "file"),
        ("p/projects/deep/A.yaml", "file"),
        ("p/baselines/Draft-1.yaml", "file"),
        ("Q/plan.yaml", "folder"),
        ("q r/plan.yaml", "folder"),
    ],
)
def test_name_that_is_no_id(tmp_path: Path, name: str, what: str) -> None:
    text = BASELINE + "title: A\n" if "action" not in name and "project" not in name else ENTRY
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/b.yaml": ENTRY, name: text})
    assert filed(read.findings) == [(name, "GP107", 1, 1)]
    assert what in read.findings[0].message
    assert [(plan.id, len(plan.entries), plan.baselines) for plan in read.plans] == [("p", 1, ())]
    assert read.left_out == (name,)


@pytest.mark.parametrize("name", ["p/actions/a\n.yaml", "p/baselines/a\n.yaml", "q\n/plan.yaml"])
def test_name_that_ends_in_a_line_s_end_is_no_id(tmp_path: Path, name: str) -> None:
    text = ENTRY if "actions" in name else PLAN
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, name: text})
    assert filed(read.findings) == [(name.replace("\n", "\\n"), "GP107", 1, 1)]


def test_files_of_a_plan_whose_name_is_spelled_out_are_left_out_with_it(tmp_path: Path) -> None:
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, "q\x1b/plan.yaml": PLAN, "q\x1b/actions/a.yaml": ENTRY})
    assert read.left_out == ("q\\x1b/actions/a.yaml", "q\\x1b/plan.yaml")


def test_folders_only_group(tmp_path: Path) -> None:
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/No ID/at_all/a.yaml": ENTRY})
    assert read.findings == ()
    assert [entry.full_id() for entry in read.by_id["p"].entries] == ["p/a"]


BROKEN: list[tuple[str | bytes, str]] = [
    (b"title: \xff\n", "GP002"),
    ("title: \x07\n", "GP003"),
    ('title: "\\e"\n', "GP003"),
    ("#" * (1 << 20) + "\n", "GP004"),
    ("title: a: b\n", "GP005"),
    ("title: 'a\n", "GP005"),
    ("", "GP006"),
    ("title: a\n---\ntitle: b\n", "GP007"),
    ("title: a\ntitle: b\n", "GP008"),
    ("title: &a b\n", "GP009"),
    ("title: a\nnote: *b\n", "GP009"),
    ("title: a\n<<: {note: b}\n", "GP010"),
    ("title: !!str a\n", "GP011"),
    ("title: a\nx-a: " + "[" * 100_000 + "\n", "GP012"),
    ("title: a\ntags: [~]\n", "GP013"),
    ("title: a\n~: b\n", "GP014"),
    ("- a\n", "GP101"),
    ("title: a\nmilestone: []\n", "GP102"),
    ("note: a\n", "GP103"),
    ("title: {a: b}\n", "GP104"),
    ("title: a\ndue: next May\n", "GP105"),
    ("title: a\nmilestones: [{id: a, title: b, duration: long}]\n", "GP106"),
    ("title: a\nmilestones: [{id: A, title: b}]\n", "GP107"),
    ("title: a\norder: first\n", "GP108"),
    ("title: a\nmilestones: [{id: a, title: b}, {id: a, title: c}]\n", "GP109"),
    ("title: ' '\n", "GP111"),
]


def test_fifty_broken_files_among_a_thousand(tmp_path: Path) -> None:
    broken = {f"p/actions/broken/b{n:02d}.yaml": BROKEN[n % len(BROKEN)] for n in range(50)}
    good: dict[str, str | bytes] = {
        f"p/{'projects' if n % 3 else 'actions'}/{n % 7}/g{n:04d}.yaml": ENTRY for n in range(1000)
    }
    started = time.process_time()
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN} | good | {name: text for name, (text, _) in broken.items()})
    assert [(found.file, found.code) for found in read.findings] == [(name, code) for name, (_, code) in broken.items()]
    assert {found.severity for found in read.findings} == {Severity.ERROR}
    assert len(read.by_id["p"].entries) == 1000
    assert read.left_out == tuple(broken)
    assert time.process_time() - started < 30


@pytest.mark.parametrize(("text", "code"), BROKEN)
def test_broken_file_has_one_finding_and_is_left_out(tmp_path: Path, text: str | bytes, code: str) -> None:
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": text})
    assert [found.code for found in read.findings] == [code]
    assert read.by_id["p"].entries == ()


def test_plans_in_order_and_without_a_say_in_each_other(tmp_path: Path) -> None:
    read = read_tree(tmp_path, {f"{name}/plan.yaml": titled(name, "genderplan: 1") for name in ("q", "a-b", "a", "z")})
    assert [plan.id for plan in read.plans] == ["a", "a-b", "q", "z"]
    assert list(read.files) == ["a/plan.yaml", "a-b/plan.yaml", "q/plan.yaml", "z/plan.yaml"]


def test_how_a_tree_is_named_and_shown(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": "titel: A\n"})
    assert load_tree(str(folder)).plans[0].id == "p"
    assert load_tree(folder, default_plan="p").default_plan == "p"
    assert load_tree(folder, shown_from=tmp_path).findings[0].file == "plans/p/actions/a.yaml"


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, enabled: bool) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN})
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        load_tree(folder)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()
