"""Names that a tree cannot have: left over beside files, kept by the format, by Windows or by git."""

from pathlib import Path

import pytest

from cases import for_each
from genderplan.loading.tree import load_tree
from genderplan.source.names import file_beside, head_of_repository, is_device
from support import ENTRY, PLAN, filed, read_tree, tree

FILES = {"p/plan.yaml": PLAN, "p/actions/a.yaml": ENTRY}
FOLDERS = ["", "p/", "p/actions/", "p/actions/deep/", "p/projects/", "p/baselines/", "p/other/"]
ENDINGS = [".txt", "~", ".orig", ".rej", ".bak", ".swp", ".old", ".BASE.1234", " (1)", "_old", ".~1~", ",v", ".gz"]


@pytest.mark.parametrize("name", ["x.yaml.txt", "x.yml~", "X.YAML.Orig", "#x.yaml#"])
def test_what_is_left_beside_a_file_is_warned_of_wherever_it_lies(tmp_path: Path, name: str) -> None:
    left = {f"{folder}{name}": "title: Lost\n" for folder in FOLDERS}
    read = read_tree(tmp_path, FILES | left)
    assert filed(read.findings) == [(file, "GP020", 1, 1) for file in sorted(left)]
    assert [read.files[file] for file in left] == ["", *["p"] * (len(FOLDERS) - 1)]
    assert read.left_out == ()


@for_each("ending", ENDINGS)
@for_each("yaml", [".yaml", ".yml", ".YAML"])
def test_a_name_that_goes_on_after_its_ending(yaml: str, ending: str) -> None:
    assert file_beside(f"x{yaml}{ending}") == "x.yaml"


@pytest.mark.parametrize("name", ["x.txt", "yaml", "x.yamllint", "x.yaml.license", "x.yaml.asc", ".yaml.txt", "x.yaml"])
def test_names_that_are_no_leftovers(name: str) -> None:
    assert file_beside(name) is None


def test_the_hint_says_how_to_rename_or_to_remove_it(tmp_path: Path) -> None:
    read = read_tree(tmp_path, FILES | {"p/actions/a.yaml.orig": "", "organisations.yaml.txt": "HR: {}\n"})
    assert [found.hint for found in read.findings] == [
        "name it 'organisations.yaml'",
        "remove it, once all that it says is in 'a.yaml'",
    ]


DEVICES = ["con", "PRN", "Aux", "nul", "com1", "COM9", "lpt1", "Lpt9", "nul.yaml", "aux.tar.gz", "con ", "CONIN$"]


@pytest.mark.parametrize("name", DEVICES)
def test_devices(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["console", "com", "com0", "com10", "null", "a-con", "auxiliary", "lpt"])
def test_names_that_are_no_devices(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize(
    "name",
    ["nul/plan.yaml", "p/actions/con.yaml", "p/actions/deep/com1.yaml", "p/projects/lpt9.yaml", "p/baselines/aux.yaml"],
)
def test_no_id_is_a_device(tmp_path: Path, name: str) -> None:
    text = PLAN if name.endswith("plan.yaml") else "genderplan: 1\n" if "baselines" in name else ENTRY
    read = read_tree(tmp_path, FILES | {name: text})
    assert filed(read.findings) == [(name, "GP107", 1, 1)]
    assert "Windows" in (read.findings[0].hint or "")


def test_no_folder_that_groups_is_a_device_and_what_it_holds_is_read(tmp_path: Path) -> None:
    read = read_tree(tmp_path, FILES | {"p/actions/Aux.old/b.yaml": ENTRY})
    assert filed(read.findings) == [("p/actions/Aux.old", "GP107", 1, 1)]
    assert sorted(read.by_id["p"].by_id) == ["a", "b"]


def test_a_milestone_is_no_file(tmp_path: Path) -> None:
    assert read_tree(tmp_path, FILES | {"p/actions/b.yaml": f"{ENTRY}milestones: [{{id: con, title: T}}]\n"}).plans


def test_names_that_differ_by_case_alone(tmp_path: Path) -> None:
    read = read_tree(tmp_path, FILES | {"p/actions/A.yaml": ENTRY, "P/plan.yaml": PLAN, "p/actions/a.YAML": ENTRY})
    assert filed(read.findings) == [
        ("P/plan.yaml", "GP107", 1, 1),
        ("p/actions/A.yaml", "GP107", 1, 1),
        ("p/actions/a.YAML", "GP016", 1, 1),
    ]


@pytest.mark.parametrize("name", ["frameworks", "boards", "plans"])
@pytest.mark.parametrize("text", [PLAN, "bogus: [\n", "", "genderplan: 1\n"])
def test_a_plan_under_a_name_that_is_kept(tmp_path: Path, name: str, text: str) -> None:
    read = read_tree(tmp_path, FILES | {f"{name}/plan.yaml": text, f"{name}/actions/b.yaml": "titel: T\n"})
    found = filed(read.findings)
    assert (f"{name}/plan.yaml", "GP022", 1, 1) in found
    assert {(file, code) for file, code, _, _ in found} >= {(f"{name}/actions/b.yaml", "GP102")}
    assert len({code for file, code, _, _ in found if file.endswith("plan.yaml")}) == (1 if text == PLAN else 2)
    assert read.unread_plans == {name}


def test_a_plan_under_a_kept_name_alone_is_not_an_empty_folder(tmp_path: Path) -> None:
    assert filed(read_tree(tmp_path, {"frameworks/plan.yaml": PLAN}).findings) == [
        ("frameworks/plan.yaml", "GP022", 1, 1)
    ]


@pytest.mark.parametrize("name", ["frameworks", "boards"])
def test_a_plans_files_under_a_kept_name(tmp_path: Path, name: str) -> None:
    read = read_tree(tmp_path, FILES | {f"{name}/actions/b.yaml": ENTRY})
    assert filed(read.findings) == [(name, "GP018", 1, 1)]
    assert read.findings[0].hint == f"no plan can be called '{name}': move them to the folder of one"


@pytest.mark.parametrize("name", ["frameworks/plan.yml", "frameworks/Plan.yaml"])
def test_a_plan_of_another_spelling_under_a_kept_name(tmp_path: Path, name: str) -> None:
    assert len(read_tree(tmp_path, FILES | {name: PLAN}).findings) == 1


@pytest.mark.parametrize(("head", "beside"), [("HEAD", "objects/k"), ("head", "Objects/k"), ("HEAD", "commondir")])
def test_what_git_could_take_for_a_repository(tmp_path: Path, head: str, beside: str) -> None:
    folders = [*FOLDERS, "frameworks/", "frameworks/deep/"]
    files = {f"{folder}{name}": "ref: refs/heads/main\n" for folder in folders for name in (head, beside)}
    read = read_tree(tmp_path, FILES | files)
    assert filed(read.findings) == [(file, "GP021", 1, 1) for file in sorted(f"{each}{head}" for each in folders)]


def test_links_can_make_a_repository_too(tmp_path: Path) -> None:
    folder = tree(tmp_path, FILES | {"p/heads/HEAD": ""})
    (folder / "p/heads/objects").symlink_to("elsewhere")
    found = filed(load_tree(folder, shown_from=folder).findings)
    assert ("p/heads/HEAD", "GP021", 1, 1) in found


@pytest.mark.parametrize("names", [["HEAD"], ["objects"], ["HEAD.md", "objects"], ["refs", "objects", "config"]])
def test_what_git_takes_for_no_repository(names: list[str]) -> None:
    assert head_of_repository(names) is None
