"""Where the programs are that tests run as a user's editor, shell or forge would.

A test that needs one that is not there is skipped; with REQUIRE_CLIENTS=1 it fails, so that no run of all checks
passes for want of a program.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

_HERE = Path(__file__).parent
_INSTALLED = _HERE / "node_modules"
_INSTALL = "npm install --prefix tests/clients"


def node_modules(package: str) -> Path:
    """The folder of an installed package of node's, in the version that package.json names.

    It is looked for in `tests/clients/node_modules`, else in the folder that CLIENTS_NODE_MODULES names.
    """
    elsewhere = os.environ.get("CLIENTS_NODE_MODULES")
    for folder in (_INSTALLED, *([Path(elsewhere)] if elsewhere else [])):
        if (folder / package / "package.json").is_file():
            found = _version(folder / package)
            assert found == wanted(package), f"{package} {found} is installed, not {wanted(package)}: {_INSTALL}"
            return folder / package
    raise _missing(f"{package} is not installed: {_INSTALL}")


def program(name: str) -> str:
    """The path of a program: beside this Python, else where the system has it."""
    beside = Path(sys.executable).parent
    found = shutil.which(name, path=os.pathsep.join((str(beside), os.environ.get("PATH", os.defpath))))
    if found is None:
        raise _missing(f"{name} is not installed")
    return found


def wanted(package: str) -> str:
    """The version of a package that package.json names."""
    version: str = _json(_HERE / "package.json")["dependencies"][package]
    return version


def _version(folder: Path) -> str:
    version: str = _json(folder / "package.json")["version"]
    return version


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _missing(reason: str) -> BaseException:
    """What ends a test for want of a program."""
    if os.environ.get("REQUIRE_CLIENTS") == "1":
        return pytest.fail.Exception(reason, pytrace=False)
    return pytest.skip.Exception(reason)
