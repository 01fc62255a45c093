"""What is installed is pinned: all that the project and its packages ask for, wherever it runs; the lowest is what it says."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from tools.lock import LOCKED, LOWEST, asked_for, lowest_python

from docs_blocks import ROOT, blocks

MEND = "`.venv/bin/python -m tools.lock` writes it anew"
SYSTEMS = {"linux": ("Linux", "posix"), "darwin": ("Darwin", "posix"), "win32": ("Windows", "nt")}
PYTHONS = [
    line.rsplit(maxsplit=1)[-1].strip('",')
    for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    if '"Programming Language :: Python :: 3.' in line
]


def environments() -> Iterator[dict[str, str]]:
    """The Pythons and systems that are supported."""
    for python in PYTHONS:
        for system, (name, os_name) in SYSTEMS.items():
            yield {
                **{key: str(value) for key, value in default_environment().items()},
                "python_version": python,
                "python_full_version": f"{python}.9",
                "sys_platform": system,
                "platform_system": name,
                "os_name": os_name,
            }


def holds(marker: Marker | None, environment: dict[str, str], extras: set[str] | None = None) -> bool:
    """Whether a requirement is one there, with one of the extras or without any."""
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in (extras or {""}))


def pinned(path: str) -> list[Requirement]:
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


def version(pin: Requirement) -> Version:
    [only] = pin.specifier
    assert only.operator == "=="
    return Version(only.version)


def on(path: str, environment: dict[str, str]) -> dict[str, Version]:
    """What is pinned there, by name."""
    return {canonicalize_name(pin.name): version(pin) for pin in pinned(path) if holds(pin.marker, environment)}


def needs(environment: dict[str, str]) -> dict[Requirement, str]:
    """All that is asked for there, by the project and by each package that is installed here, with who asks."""
    found = {Requirement(each): "pyproject.toml" for each in asked_for()}
    new = list(found)
    while new:
        asked = new.pop()
        for each in _requires(asked.name):
            if each not in found and holds(each.marker, environment, asked.extras | {""}):
                found[each] = asked.name
                new.append(each)
    return found


@cache
def _requires(name: str) -> list[Requirement]:
    """What a package asks for; nothing where it is for another Python or system than this."""
    try:
        return [Requirement(each) for each in requires(name) or []]
    except PackageNotFoundError:
        return []


def missed(pins: Mapping[str, Version], asked: Mapping[Requirement, str]) -> list[str]:
    """What is not pinned, or to a release that will not do."""
    return [
        f"{each} for {who}"
        for each, who in asked.items()
        if (pin := pins.get(canonicalize_name(each.name))) is None or not each.specifier.contains(pin, prereleases=True)
    ]


@pytest.mark.parametrize("path", [LOCKED, LOWEST])
def test_each_line_pins_one_release_and_names_no_place(path: str) -> None:
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines[1:] if not re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+( ; [^:/]+)?", line)] == []
    assert lines[1:] == sorted(lines[1:], key=lambda line: line.partition("==")[0])


def test_all_that_is_asked_for_is_pinned_wherever_it_runs() -> None:
    for environment in environments():
        here = f"Python {environment['python_version']}, {environment['sys_platform']}"
        assert missed(on(LOCKED, environment), needs(environment)) == [], f"{here}: {MEND}"


def test_what_is_not_pinned_or_too_low_is_noticed() -> None:
    asked = {Requirement("a>=2"): "x", Requirement("b"): "y", Requirement("C.c"): "z"}
    assert missed({"a": Version("1.9"), "c-c": Version("1")}, asked) == ["a>=2 for x", "b for y"]


def test_the_lowest_are_those_that_are_named() -> None:
    [environment] = [each for each in environments() if each["python_version"] == lowest_python()][:1]
    pins = on(LOWEST, environment)
    for asked in map(Requirement, asked_for()):
        [bound] = [each for each in asked.specifier if each.operator == ">="]
        assert pins[canonicalize_name(asked.name)] == Version(bound.version), f"{asked}: {MEND}"


def test_the_first_commands_and_all_checks_install_what_is_pinned() -> None:
    first, second = blocks(ROOT / "README.md", "sh")[:2]
    here = f"PIP_CONSTRAINT={LOCKED} PIP_BUILD_CONSTRAINT={LOCKED} .venv/bin/pip install "
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(here in text and text.count("pip install") == 1 for text in (first, second))
    assert here in contributing
    assert "python -m tools.lock" in contributing
    assert LOWEST in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
