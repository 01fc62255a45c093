"""Files are written whole or not at all."""

import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from genderplan.errors import WriteError
from genderplan.source.writing import create, replace


def names(folder: Path) -> list[str]:
    """Everything below a folder, hidden files too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_new_files_with_their_folders(tmp_path: Path) -> None:
    create({tmp_path / "a" / "x.yaml": b"one", tmp_path / "b.yaml": b"two"}, tmp_path)
    assert names(tmp_path) == ["a/x.yaml", "b.yaml"]
    assert (tmp_path / "a" / "x.yaml").read_bytes() == b"one"


def test_a_new_file_has_the_mode_that_others_get(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        create({tmp_path / "x.yaml": b""}, tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.yaml").stat().st_mode) == 0o640


def test_what_is_there_is_never_overwritten_and_nothing_else_written(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(b"mine")
    with pytest.raises(WriteError, match=r"b\.yaml is there already: nothing was written"):
        create({tmp_path / "a.yaml": b"new", tmp_path / "b.yaml": b"new"}, tmp_path)
    assert names(tmp_path) == ["b.yaml"]
    assert (tmp_path / "b.yaml").read_bytes() == b"mine"


def test_a_dangling_link_is_there_too(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WriteError, match="is there already"):
        create({tmp_path / "a.yaml": b"new"}, tmp_path)
    assert not (tmp_path / "elsewhere").exists()


def test_when_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteError, match=r"file/x\.yaml cannot be written: File exists"):
        create({tmp_path / "deep" / "er" / "a.yaml": b"new", tmp_path / "file" / "x.yaml": b"new"}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_one_that_appears_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "lexists", lambda path: False)
    (tmp_path / "a.yaml").write_bytes(b"theirs")
    with pytest.raises(WriteError, match="is there already"):
        create({tmp_path / "a.yaml": b"mine"}, tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.yaml"]


def test_a_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "tree" / "actions").symlink_to(tmp_path / "out")
    with pytest.raises(WriteError, match="would be outside the tree"):
        create({tmp_path / "tree" / "actions" / "x.yaml": b""}, tmp_path / "tree")
    with pytest.raises(WriteError, match="would be outside the tree"):
        create({tmp_path / "tree" / "actions" / "deep" / "er" / "x.yaml": b""}, tmp_path / "tree")
    assert list((tmp_path / "out").iterdir()) == []


def no_links(*_: object) -> NoReturn:
    raise OSError(errno.ENOTSUP, "no links here")


def test_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    create({tmp_path / "a.yaml": b"new"}, tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
    monkeypatch.setattr(os.path, "lexists", lambda path: False)
    with pytest.raises(WriteError, match="is there already"):
        create({tmp_path / "a.yaml": b"newer"}, tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
    assert names(tmp_path) == ["a.yaml"]


def test_new_content_in_a_files_place_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    replace(path, b"new", expected=b"old")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["a.yaml"]


def test_what_takes_a_private_files_place_is_private_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    modes = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: modes.append(os.fstat(descriptor).st_mode))
    replace(path, b"new", expected=b"old")
    assert stat.S_IMODE(modes[0]) == 0o600
    assert stat.S_ISDIR(modes[1])  # the folder's new names


def test_what_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(WriteError, match="was changed meanwhile: nothing was written"):
        replace(path, b"new", expected=b"old")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.yaml"]


def test_a_link_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "a.yaml").symlink_to(tmp_path / "real")
    with pytest.raises(WriteError, match="was changed meanwhile"):
        replace(tmp_path / "a.yaml", b"new", expected=b"old")
    assert (tmp_path / "real").read_bytes() == b"old"


def test_what_is_gone_cannot_be_replaced(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written: No such file"):
        replace(tmp_path / "a.yaml", b"new", expected=b"old")
    assert names(tmp_path) == []


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_what_nobody_may_write_is_not_replaced(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(mode)
    with pytest.raises(WriteError, match=r"a\.yaml is read-only: nothing was written"):
        replace(path, b"new", expected=b"old")
    assert path.read_bytes() == b"old"
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert names(tmp_path) == ["a.yaml"]


class TestOwners:
    """Who a file belongs to stays, as far as the system lets whoever replaces it say so."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "a.yaml"
        path.write_bytes(b"old")
        path.chmod(0o660)
        return path

    def asked(self, path: Path, monkeypatch: pytest.MonkeyPatch, *refused: int) -> list[tuple[int, int]]:
        """The owners and groups that are asked for where the system refuses some owners; -1 leaves the owner."""
        asked: list[tuple[int, int]] = []

        def fchown(_: int, owner: int, group: int) -> None:
            asked.append((owner, group))
            if owner in refused:
                raise PermissionError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "fchown", fchown)
        replace(path, b"new", expected=b"old")
        assert path.read_bytes() == b"new"
        assert stat.S_IMODE(path.stat().st_mode) == 0o660
        return asked

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
    def test_both_stay_where_root_replaces_it(self, path: Path) -> None:
        os.chown(path, 1234, 2345)
        path.chmod(0o6775)
        replace(path, b"new", expected=b"old")
        about = path.stat()
        assert (about.st_uid, about.st_gid) == (1234, 2345)
        assert stat.S_IMODE(about.st_mode) == 0o6775

    def test_a_group_of_ones_own_stays(self, path: Path) -> None:
        groups = [group for group in os.getgroups() if group != path.stat().st_gid]
        if not groups:
            pytest.skip("whoever runs this is in one group")
        os.chown(path, -1, groups[0])
        replace(path, b"new", expected=b"old")
        assert path.stat().st_gid == groups[0]

    def test_where_the_owner_can_be_kept_nothing_else_is_tried(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        about = path.stat()
        assert self.asked(path, monkeypatch) == [(about.st_uid, about.st_gid)]

    def test_where_it_cannot_be_the_group_is_kept(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        about = path.stat()
        both, group = (about.st_uid, about.st_gid), (-1, about.st_gid)
        assert self.asked(path, monkeypatch, about.st_uid) == [both, group]

    def test_where_neither_can_be_it_is_written_all_the_same(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        about = path.stat()
        both, group = (about.st_uid, about.st_gid), (-1, about.st_gid)
        assert self.asked(path, monkeypatch, about.st_uid, -1) == [both, group]

    def test_a_new_file_is_nobody_elses(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[object] = []
        monkeypatch.setattr(os, "fchown", lambda *given: asked.append(given))
        create({tmp_path / "b.yaml": b"new"}, tmp_path)
        assert asked == []
