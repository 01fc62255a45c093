"""A test for want of a program is skipped, and fails where all are required."""

import json
from pathlib import Path

import pytest

from clients import finding
from clients.finding import node_modules, program, wanted


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in place of every other where packages could be."""
    monkeypatch.setattr(finding, "_INSTALLED", tmp_path / "none")
    monkeypatch.setenv("CLIENTS_NODE_MODULES", str(tmp_path))
    monkeypatch.delenv("REQUIRE_CLIENTS", raising=False)
    return tmp_path


def install(folder: Path, version: str) -> Path:
    package = folder / "yaml-language-server"
    package.mkdir()
    (package / "package.json").write_text(json.dumps({"version": version}), encoding="utf-8")
    return package


def test_a_package_is_found_in_the_version_that_is_wanted(elsewhere: Path) -> None:
    package = install(elsewhere, wanted("yaml-language-server"))
    assert node_modules("yaml-language-server") == package


def test_a_package_of_another_version_fails(elsewhere: Path) -> None:
    install(elsewhere, "0.0.1")
    with pytest.raises(AssertionError, match=r"yaml-language-server 0\.0\.1 is installed, not 2\.0\.0: npm install"):
        node_modules("yaml-language-server")


def test_without_a_package_a_test_is_skipped(elsewhere: Path) -> None:
    with pytest.raises(pytest.skip.Exception, match="npm install --prefix tests/clients"):
        node_modules("yaml-language-server")


def test_without_a_package_that_is_required_a_test_fails(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUIRE_CLIENTS", "1")
    with pytest.raises(pytest.fail.Exception, match="npm install --prefix tests/clients"):
        node_modules("yaml-language-server")


def test_a_program_is_found_beside_python_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert Path(program("genderplan")).is_file()


def test_without_a_program_a_test_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUIRE_CLIENTS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-shell is not installed"):
        program("no-such-shell")


def test_versions_are_exact() -> None:
    versions = json.loads((Path(__file__).parent / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(version[0].isdigit() for version in versions.values())
