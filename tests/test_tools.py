"""What writes the documentation: the same on every machine, and told apart from what it may not touch."""

import pytest
from tools import commands_page, pictures
from tools.pages import filled
from tools.write import ROOT

PAGE = "docs/commands.md"


def test_tables_go_between_their_comments_and_nowhere_else() -> None:
    page = "Before.\n\n<!-- a -->\nold\n<!-- end -->\n\n<!-- b -->\n<!-- end -->\nAfter.\n"
    once = filled(page, {"a": "| x |\n", "b": "| y |\n"})
    assert once == ("Before.\n\n<!-- a -->\n\n| x |\n\n<!-- end -->\n\n<!-- b -->\n\n| y |\n\n<!-- end -->\nAfter.\n")
    assert filled(once, {"a": "| x |\n", "b": "| y |\n"}) == once


@pytest.mark.parametrize("page", ["", "<!-- a -->\n", "<!-- end -->\n<!-- a -->\n"])
def test_a_page_without_the_comments_is_an_error(page: str) -> None:
    with pytest.raises(ValueError, match="no '<!-- a -->' with its '<!-- end -->'"):
        filled(page, {"a": ""})


def test_every_command_has_its_help_on_the_page() -> None:
    page = (ROOT / PAGE).read_text("utf-8")
    for heading in ("## status", "## schema", "### baseline save", "### new project"):
        assert f"\n{heading}\n\n```text\nUsage: genderplan {heading.lstrip('# ')} [OPTIONS]" in page


def test_help_laid_out_by_another_release_of_typer_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    there = (ROOT / PAGE).read_text("utf-8")
    monkeypatch.setattr(commands_page, "_RELEASE", "0.1")
    monkeypatch.setattr(commands_page, "printed", lambda *names: f"{names} laid out anew\n")
    assert commands_page.files() == {PAGE: there}


def test_help_that_says_more_is_laid_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands_page, "_RELEASE", "0.1")
    monkeypatch.setattr(commands_page, "_texts", lambda: iter(["Said for the first time."]))
    page = commands_page.files()[PAGE]
    assert "<!-- laid out by typer 0.1 -->" in page
    assert commands_page.printed("status") in page


@pytest.mark.parametrize("setting", ["NO_COLOR=1", "TERM=dumb", "COLUMNS=40", "COLORTERM=truecolor", "FORCE_COLOR="])
def test_a_picture_is_the_same_in_every_terminal(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv(*setting.split("="))
    monkeypatch.setenv("GENDERPLAN_AS_OF", "2010-01-01")
    there = (ROOT / "docs/images/slippage.svg").read_text("utf-8")
    assert pictures.drawn("slippage", pictures.PICTURES["slippage"]) == there


def test_a_command_that_fails_gives_no_picture() -> None:
    with pytest.raises(RuntimeError, match=r"genderplan status --plan nobody ended with 2: .*unknown plan 'nobody'"):
        pictures.printed("genderplan status --plan nobody")
