"""HTML that a validator finds nothing in."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clients.documents import ALL, document_of
from clients.finding import node_modules, program

RULES = {"root": True, "extends": ["html-validate:document", "html-validate:standard", "html-validate:a11y"]}


def faults(documents: Sequence[Path], folder: Path) -> list[tuple[str, str]]:
    """The rules that documents break, each with the document's name."""
    rules = folder / "rules.json"
    rules.write_text(json.dumps(RULES), encoding="utf-8")
    validator = node_modules("html-validate") / "bin" / "html-validate.mjs"
    done = subprocess.run(
        [program("node"), validator, "--config", rules, "--formatter", "json", *documents],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return [(Path(each["filePath"]).stem, told["ruleId"]) for each in results for told in each["messages"]]


def test_every_page_is_valid(documents: Path, tmp_path: Path) -> None:
    assert faults([document_of(name, documents) for name in ALL], tmp_path) == []


def test_what_is_not_valid_is_noticed(tmp_path: Path) -> None:
    document = tmp_path / "bad.html"
    document.write_text("<!DOCTYPE html>\n<html><body><p><b>a</p><h3 id='a'>a</h3><i id='a'>a</i></body></html>\n")
    told = {rule for _, rule in faults([document], tmp_path)}
    assert {"element-required-attributes", "close-order", "heading-level", "no-dup-id"} <= told
