"""The picture of docs/history.md: `genderplan trend --format svg` on the invented company's year that tests tell."""

import os
import sys
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from tools.pictures import printed
from tools.write import ROOT

_TESTS = str(ROOT / "tests")


def files() -> dict[str, str]:
    """The picture, by its path in the repository."""
    return {"docs/images/trend.svg": _drawn()}


def _drawn() -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GENDERPLAN_", "GIT_"))}
    with TemporaryDirectory() as folder, patch.dict(os.environ, kept, clear=True):
        with patch.object(sys, "path", [*sys.path, _TESTS]):
            import_module("repositories").a_year(Path(folder))
        with chdir(folder):
            return printed("genderplan trend --format svg")
