"""A link that leads in a circle, wherever a folder or a file is named: an answer in words, and no internal error."""

from pathlib import Path

import pytest

from cli_runner import REPOSITORY, call

PLANS = str(REPOSITORY / "plans")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("status", "--tree", "loop"), "no tree: 'loop' is not a folder"),
        (("validate",), "no tree: neither a folder 'plans' nor a file 'plan.yaml'"),
        (
            ("validate", "--tree", PLANS, "--against", "./loop"),
            "'loop' cannot be read: Too many levels of symbolic links",
        ),
        (("schema", "--all", "loop"), "cannot be written: File exists"),
        (("init",), "cannot be written: Too many levels of symbolic links"),
        (("new", "action", "A", "--tree", "loop"), "no tree: 'loop' is not a folder"),
    ],
)
def test_a_folder_that_is_a_link_to_itself(arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    for name in ("loop", "plans"):
        (tmp_path / name).symlink_to(name)
    result = call(*arguments, cwd=tmp_path)
    assert result.code == 2, result.err
    assert told in result.err
    assert [each.name for each in tmp_path.iterdir() if not each.is_symlink()] == []
