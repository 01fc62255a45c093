"""A program is never taken from the folder that is looked at."""

import os
from pathlib import Path

import pytest

from genderplan.source.programs import program


def test_on_windows_it_is_what_the_path_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    for folder in (tmp_path, tmp_path / "bin"):
        (folder / "git.exe").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    path = os.pathsep.join(["", ".", "nowhere", str(tmp_path / "bin")])
    assert program("git", path, "nt") == str(tmp_path / "bin/git.exe")
    with pytest.raises(FileNotFoundError):
        program("git", os.pathsep.join(["", "."]), "nt")


def test_elsewhere_the_system_looks() -> None:
    assert program("git", "", "posix") == "git"
