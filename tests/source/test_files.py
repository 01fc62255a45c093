"""Which files a tree holds: nothing is silently left out, and nothing outside it is read."""

import errno
import os
import socket
import time
from pathlib import Path

import pytest

from genderplan.findings import Finding
from genderplan.loading.tree import load_tree
from genderplan.source.files import read_bytes
from genderplan.source.kinds import Kind
from genderplan.source.limits import MAX_BYTES
from genderplan.source.walk import list_files
from genderplan.text import printable
from support import ENTRY, PLAN, filed, read_tree, tree


def findings_of(folder: Path) -> tuple[Finding, ...]:
    return load_tree(folder, shown_from=folder).findings


def unprintable(found: tuple[Finding, ...]) -> list[str]:
    """What among the words of findings could steer a terminal, spelled out."""
    words = [text or "" for each in found for text in (each.message, each.entry, each.hint)]
    return [ascii(text) for text in words if printable(text) != text]


def whole(tmp_path: Path) -> Path:
    """A tree with a file of every kind."""
    return tree(
        tmp_path,
        {
            "organisations.yaml": "HR: {}\n",
            "p/plan.yaml": PLAN,
            "p/actions/a.yaml": ENTRY,
            "p/actions/deep/deeper/b.yaml": ENTRY,
            "p/projects/c.yaml": ENTRY,
            "p/projects/deep/d.yaml": ENTRY,
            "p/baselines/first.yaml": "genderplan: 1\n",
        },
    )


def test_files_by_where_they_stand(tmp_path: Path) -> None:
    folder = whole(tmp_path)
    listing = list_files(folder, folder)
    assert [(file.shown, file.kind, file.plan, file.stem) for file in listing.files] == [
        ("organisations.yaml", Kind.ORGANISATIONS, "", "organisations"),
        ("p/actions/a.yaml", Kind.ACTION, "p", "a"),
        ("p/actions/deep/deeper/b.yaml", Kind.ACTION, "p", "b"),
        ("p/baselines/first.yaml", Kind.BASELINE, "p", "first"),
        ("p/plan.yaml", Kind.PLAN, "p", "plan"),
        ("p/projects/c.yaml", Kind.PROJECT, "p", "c"),
        ("p/projects/deep/d.yaml", Kind.PROJECT, "p", "d"),
    ]
    assert listing.findings == ()
    assert listing.plans == {"p"}


@pytest.mark.parametrize(
    ("seen_from", "shown"),
    [(".", "plans/p/plan.yaml"), ("plans", "p/plan.yaml"), ("elsewhere", "../plans/p/plan.yaml")],
)
def test_files_are_shown_from_the_current_folder(tmp_path: Path, seen_from: str, shown: str) -> None:
    folder = whole(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    listing = list_files(folder, tmp_path / seen_from)
    assert [file.shown for file in listing.files if file.kind is Kind.PLAN] == [shown]


def test_files_are_shown_from_a_folder_within(tmp_path: Path) -> None:
    folder = whole(tmp_path)
    start = folder / "p" / "actions"
    for file in list_files(folder, start).files:
        assert not file.shown.startswith("/")
        assert (start / file.shown).resolve() == Path(file.path).resolve()


def test_current_folder_is_the_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(whole(tmp_path))
    assert list_files(Path(), Path.cwd()).files[0].shown == "organisations.yaml"


LEFT_ALONE = [
    ".hidden.yaml",
    ".git/config.yaml",
    "README.md",
    "README",
    "yaml",
    "notes.txt",
    "frameworks/README.md",
    "frameworks/.hidden.yaml",
    "empty/README.md",
    "p/.hidden.yml",
    "p/.cache/actions/x.yaml",
    "p/README.md",
    "p/data.json",
    "p/actions/notes.md",
    "p/actions/.x.yaml.swp",
    "p/actions/x.yamllint",
    "p/actions/a.yaml.license",
    "p/actions/a.yaml.sha256",
    "p/attachments/paper.pdf",
]


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_left_alone(tmp_path: Path, name: str) -> None:
    folder = whole(tmp_path)
    before = list_files(folder, folder)
    tree(tmp_path, {name: "\x00 no: yaml: at all"})
    assert list_files(folder, folder) == before


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("x.yaml", "GP015"),
        ("plan.yaml", "GP015"),
        ("p/x.yaml", "GP015"),
        ("p/organisations.yaml", "GP015"),
        ("p/action/x.yaml", "GP015"),
        ("p/Actions/x.yaml", "GP015"),
        ("p/other/deep/er/x.yaml", "GP015"),
        ("p/baselines/deeper/x.yaml", "GP015"),
        ("p/q/plan.yaml", "GP015"),
        ("frameworks/deep/x.yaml", "GP015"),
        ("p/frameworks/x.yaml", "GP015"),
        ("x.yml", "GP016"),
        ("organisations.yml", "GP016"),
        ("p/x.yml", "GP016"),
        ("p/actions/x.yml", "GP016"),
        ("p/actions/x.YAML", "GP016"),
        ("p/actions/x.Yaml", "GP016"),
        ("p/actions/deep/x.YML", "GP016"),
        ("p/baselines/x.yml", "GP016"),
        ("p/other/x.yml", "GP016"),
        ("frameworks/x.yml", "GP016"),
        ("frameworks/deep/x.yml", "GP016"),
    ],
)
def test_not_silently_left_out(tmp_path: Path, name: str, code: str) -> None:
    folder = whole(tmp_path)
    tree(tmp_path, {name: ENTRY})
    read = load_tree(folder, shown_from=folder)
    assert filed(read.findings) == [(name, code, 1, 1)]
    assert read.findings[0].hint
    assert len(read.by_id["p"].entries) == 4


@pytest.mark.parametrize("name", ["q/actions/x.yaml", "q/projects/deep/x.yaml", "q/baselines/x.yaml"])
def test_files_of_a_plan_without_a_plan(tmp_path: Path, name: str) -> None:
    folder = whole(tmp_path)
    tree(tmp_path, {name: ENTRY, "q/actions/y.yaml": ENTRY})
    read = load_tree(folder, shown_from=folder)
    assert filed(read.findings) == [("q", "GP018", 1, 1)]
    assert [plan.id for plan in read.plans] == ["p"]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("p/actions/link.yaml", "a.yaml"),
        ("p/actions/link.yml", "a.yaml"),
        ("p/actions/link.yaml", "nowhere"),
        ("p/actions/link.yaml", "link.yaml"),
        ("p/actions/link", "."),
        ("p/actions/link", "../.."),
        ("p/other", "actions"),
        ("q", "p"),
        ("x.yaml", "/etc/passwd"),
        ("p/baselines/link.yaml", "/dev/zero"),
        ("frameworks", "p"),
    ],
)
def test_symbolic_links_are_not_followed(tmp_path: Path, name: str, target: str) -> None:
    folder = whole(tmp_path)
    (folder / name).symlink_to(target)
    read = load_tree(folder, shown_from=folder)
    assert filed(read.findings) == [(name, "GP017", 1, 1)]
    assert len(read.by_id["p"].entries) == 4


CANNOT_BE_FOLLOWED = {"itself": "link", "a circle": "other", "nowhere": "nowhere", "a name too long": "x" * 300}


@pytest.mark.parametrize("target", CANNOT_BE_FOLLOWED.values(), ids=CANNOT_BE_FOLLOWED)
@pytest.mark.parametrize("folder", ["", "p", "p/actions", "p/actions/deep", "p/projects", "p/baselines", "p/other"])
def test_links_that_cannot_be_followed(tmp_path: Path, folder: str, target: str) -> None:
    """They could lead to a folder elsewhere, so they are told; all else is read."""
    top = whole(tmp_path)
    (top / folder).mkdir(exist_ok=True)
    links = {"link": target} | ({"other": "link"} if target == "other" else {})
    for name, leads_to in links.items():
        (top / folder / name).symlink_to(leads_to)
    read = load_tree(top, shown_from=top)
    assert filed(read.findings) == [(str(Path(folder, name)), "GP017", 1, 1) for name in links]
    assert len(read.by_id["p"].entries) == 4


@pytest.mark.parametrize("asked", ["is_symlink", "is_dir", "is_file"])
def test_every_refusal_of_the_system_is_a_finding(tmp_path: Path, asked: str) -> None:
    """Closed folders, damaged disks, a folder that goes away: whatever is asked of an item may fail."""
    top = whole(tmp_path)
    (top / "p/actions/link").symlink_to("a.yaml")
    read = list_files(top, top, lambda folder: [Closed(each, asked) for each in os.scandir(folder)])
    assert filed(read.findings) == [("p/actions/link", "GP017" if asked == "is_file" else "GP001", 1, 1)]
    assert len(read.files) == 7


class Closed:
    """An item of which, where it is a link, something cannot be told."""

    def __init__(self, item: os.DirEntry[str], asked: str) -> None:
        self.name, self.path = item.name, item.path
        self._item, self._asked = item, asked

    def is_dir(self) -> bool:
        return self._answer("is_dir")

    def is_file(self) -> bool:
        return self._answer("is_file")

    def is_symlink(self) -> bool:
        return self._asked != "is_dir" and self._answer("is_symlink")

    def _answer(self, asked: str) -> bool:
        if self._item.is_symlink() and asked == self._asked:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return bool(getattr(self._item, asked)())


@pytest.mark.parametrize("name", ["README.md", "p/actions/notes", "p/.hidden.yaml", ".hidden"])
def test_symbolic_links_to_files_that_are_no_yaml_are_left_alone(tmp_path: Path, name: str) -> None:
    folder = whole(tmp_path)
    (folder / name).symlink_to(folder / "p" / "plan.yaml")
    assert findings_of(folder) == ()


@pytest.mark.parametrize("name", ["p/actions/x.yaml", "organisations.yaml", "p/plan.yaml", "p/baselines/x.yaml"])
def test_named_pipe_cannot_be_read_and_blocks_nothing(tmp_path: Path, name: str) -> None:
    folder = whole(tmp_path)
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    started = time.process_time()
    assert (name, "GP001", 1, 1) in filed(findings_of(folder))
    assert len(findings_of(folder)) == 1
    assert time.process_time() - started < 2


def test_socket_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = whole(tmp_path)
    monkeypatch.chdir(folder / "p" / "actions")  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("x.yaml")
        assert filed(findings_of(folder)) == [("p/actions/x.yaml", "GP001", 1, 1)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
@pytest.mark.parametrize("name", ["p/actions/a.yaml", "p/actions/deep"])
def test_what_may_not_be_read(tmp_path: Path, name: str) -> None:
    folder = whole(tmp_path)
    (folder / name).chmod(0)
    try:
        assert filed(findings_of(folder)) == [(name, "GP001", 1, 1)]
    finally:
        (folder / name).chmod(0o700)


def test_file_that_vanished_since_it_was_listed(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_bytes(str(tmp_path / "gone.yaml"))
    with pytest.raises(OSError, match="not a regular file"):
        read_bytes(str(tmp_path))


@pytest.mark.parametrize("name", ["x.yaml", "p/actions/a.yaml.yaml", "p/plan.yaml", "p/actions/x.yml"])
def test_folder_named_like_a_file_is_a_folder(tmp_path: Path, name: str) -> None:
    folder = tree(tmp_path, {"p/actions/a.yaml": ENTRY, "q/plan.yaml": PLAN})
    (folder / name).mkdir()
    assert [found.code for found in findings_of(folder)] == ["GP018"]
    tree(tmp_path, {"p/actions/deep.yaml/b.yaml": ENTRY})
    assert [file.shown for file in list_files(folder, folder).files] == ["q/plan.yaml"]


@pytest.mark.parametrize("size", [0, 1, MAX_BYTES, MAX_BYTES + 1])
def test_read_bytes_up_to_what_tells_that_it_is_too_much(tmp_path: Path, size: int) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"#" * size)
    assert read_bytes(str(path)) == b"#" * size


def test_read_bytes_does_not_read_on_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 33)
    assert MAX_BYTES < len(read_bytes(str(path))) < 4 * MAX_BYTES
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": "#" * MAX_BYTES + "\n"})
    assert filed(read.findings) == [("p/actions/a.yaml", "GP004", 1, 1)]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\nb", "a\\nb"),
        (b"a\x1b[31mb", "a\\x1b[31mb"),
        (b"a\x7fb", "a\\x7fb"),
        ("a\x9bb".encode(), "a\\x9bb"),
        (b"a\xffb", "a\\udcffb"),
        ("é😀".encode(), "é😀"),
        (b"a b", "a b"),
    ],
)
def test_odd_names_are_shown_spelled_out(tmp_path: Path, name: bytes, shown: str) -> None:
    folder = whole(tmp_path)
    path = os.fsencode(folder / "p" / "actions") + b"/" + name + b".yaml"
    Path(os.fsdecode(path)).write_text("titel: x\n")
    found = findings_of(folder)
    assert {each.file for each in found} == {f"p/actions/{shown}.yaml"}
    assert "GP107" in {each.code for each in found}
    assert unprintable(found) == []


def test_odd_name_of_a_plan(tmp_path: Path) -> None:
    folder = whole(tmp_path)
    tree(tmp_path, {"q\x1b/plan.yaml": PLAN, "q\x1b/actions/x.yaml": "titel: x\n"})
    found = findings_of(folder)
    assert ("q\\x1b/plan.yaml", "GP107", 1, 1) in filed(found)
    assert unprintable(found) == []


@pytest.mark.parametrize("text", ["a", "é😀", "a b", "ÀĀ\u00a0"])
def test_printable_leaves_text_alone(text: str) -> None:
    assert printable(text) == text


def test_hints_name_what_a_tree_holds(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "board.yaml": "role: x\n"})
    hint = "a tree holds organisations.yaml, glossary.yaml, a folder for each plan, and a file for each framework in "
    assert [each.hint for each in findings_of(folder)] == [hint + "frameworks/ and for each board in boards/"]
