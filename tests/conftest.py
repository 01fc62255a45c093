"""Tests run in a world of their own: no inherited settings, no network, a home that is nobody's."""

import gc
import os
import socket
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import HealthCheck, settings

from readings import keep_trees

_NAMES = frozenset(
    (
        "NO_COLOR",
        "FORCE_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "LINES",
        "CI",
        "CONTINUOUS_INTEGRATION",
        "TF_BUILD",
        "JENKINS_URL",
        "TEAMCITY_VERSION",
        "BUILD_NUMBER",
        "PAGER",
        "EDITOR",
        "VISUAL",
        "PYTHONDONTWRITEBYTECODE",  # or hundreds of starts would compile the package anew
    )
)
_PREFIXES = ("GENDERPLAN_", "GIT_", "GITHUB_", "GITLAB_", "BUILDKITE", "XDG_", "_TYPER", "TYPER_")

_START_PROGRAMS = ("test_hooks", "test_ci_page", "test_tutorial", "test_site", "test_additions")
"""Modules of tests of which each takes seconds, with `tests/clients`."""

_YOUNG = 50_000
"""Objects after which the collector looks: a run makes so many, and hardly any in a cycle."""

settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=50,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("ci"), derandomize=False, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_sessionstart() -> None:
    gc.disable()  # what is collected stays until the end
    _make_commands_once()
    keep_trees()


def _make_commands_once() -> None:
    """What typer makes of a command's functions, and of what it looks up about the shell, takes longer than most runs."""
    command = cache(lambda app, _shell, make=typer.main.get_command: make(app))
    shell = "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"
    typer.main.get_command = lambda typer_instance: command(typer_instance, os.environ.get(shell))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What starts programs first: one worker has all these tests, which share the shells, browsers and repositories."""
    items.sort(key=lambda item: "clients" not in item.path.parts and item.path.stem not in _START_PROGRAMS)


def pytest_collection_finish() -> None:
    gc.freeze()  # or each collection would look through thousands of tests again, some of them ask for one
    gc.set_threshold(_YOUNG)
    gc.enable()


class _LocalSocket(socket.socket):
    """A socket that stays within the machine's files."""

    def __init__(self, family: int = -1, *rest: Any, **more: Any) -> None:
        if family != socket.AF_UNIX:
            raise AssertionError("a test reached for the network")
        super().__init__(family, *rest, **more)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session", autouse=True)
def _world_of_its_own(home: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        for name in tuple(os.environ):
            if name in _NAMES or name.startswith(_PREFIXES):
                patched.delenv(name)
        patched.setenv("HOME", str(home))
        patched.setenv("TZ", "UTC")
        patched.setattr(socket, "socket", _LocalSocket)
        patched.setattr(socket, "getaddrinfo", _no_network)
        yield


@pytest.fixture(autouse=True)
def _left_as_it_was(home: Path) -> Iterator[None]:
    time.tzset()  # another test may have lived elsewhere
    yield
    assert os.listdir(home) == [], "a test wrote to the home folder"  # noqa: PTH208 - after each of thousands


def _no_network(*_: object, **__: object) -> None:
    raise AssertionError("a test reached for the network")
