"""The head of a patch: files are named as git names them."""

import os
from pathlib import Path

import pytest

from genderplan.terminal.changes import as_patch
from repositories import repository

NAMES = [
    "x.yaml",
    "a-b_c.d/x.yaml",
    "two words/x.yaml",
    "$(a)'b'/x.yaml",
    "Zoë/x.yaml",
    "Zoë and others/x.yaml",
    'a"b\\c.yaml',
    "a\tb\nc\rd\x07\x08\x0b\x0c.yaml",
    "a\x01b\x1b\x7f1.yaml",
    "a\u2028b 😀.yaml",
    os.fsdecode(b"a\xff\xfe7.yaml"),
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_file_is_named_as_git_names_it(tmp_path: Path, name: str) -> None:
    git = repository(tmp_path)
    git.commit({name: "due: 2025-03\n"})
    git.write({name: "due: 2025-04\n"})
    of_git = git.git("diff", "--unified=3").splitlines()
    patch = as_patch(name, b"due: 2025-03\n", b"due: 2025-04\n").splitlines()
    assert patch[0].startswith("--- ")
    assert patch[:2] == of_git[2:4]


def test_a_plain_name_stands_as_it_is() -> None:
    assert as_patch("../a/x.yaml", b"a\n", b"b\n") == "--- a/../a/x.yaml\n+++ b/../a/x.yaml\n@@ -1 +1 @@\n-a\n+b\n"
