"""The manual: every code has a page with all its parts, from one text and one example."""

import re
import subprocess
import sys
import unicodedata

import pytest

from cases import for_each
from checks.test_examples import CHANGED, ON_A_DAY, SHOWN, judgement
from genderplan import manual
from genderplan.checks import VALID
from genderplan.checks.acceptances import acceptances_not_needed
from genderplan.checks.gate.table import SINCE
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.errors import UsageError
from genderplan.findings import CODES
from genderplan.manual import GROUPS, CodePage, page, pages
from genderplan.manual.blocks import blocks
from genderplan.manual.reading import FILES, SCHEMA
from genderplan.manual.trees import FOLDER, marks, messages

PAGES = {each.code: each for each in pages()}
CHECKS = (*VALID, *SINCE, *ON_TIME, acceptances_not_needed)
TEXTS = [FILES, SCHEMA, *(str(check.__doc__) for check in CHECKS)]
CODE = re.compile(r"^ *(GP\d{3}): ", re.MULTILINE)
LONGEST_FILE = 11
LONGEST_LINE = 64


def text_of(shown: CodePage) -> list[str]:
    """All that a page says."""
    files = [text or "" for file in shown.example.files for text in file]
    return [shown.title, *shown.meaning, shown.mend, shown.example.words or "", *shown.example.printed, *files]


def test_the_pages_are_those_of_all_codes_in_their_order() -> None:
    assert list(PAGES) == list(CODES)
    assert {code[:3] for code in CODES} == GROUPS.keys()


def test_every_code_has_one_text() -> None:
    assert sorted(code for text in TEXTS for code in CODE.findall(text)) == sorted(CODES)


@for_each("check", CHECKS)
def test_the_docstring_of_a_check_is_its_page(check: object) -> None:
    first, *rest = str(check.__doc__).split("\n")
    assert CODE.match(first)
    assert rest[0] == ""
    assert blocks(str(check.__doc__)).keys() == set(CODE.findall(str(check.__doc__)))


@for_each("code", CODES)
def test_a_text_begins_with_the_title(code: str) -> None:
    [line] = [line for text in TEXTS for line in text.splitlines() if line.strip().startswith(f"{code}: ")]
    assert line.strip() == f"{code}: {CODES[code].title}."


@for_each("code", CODES)
def test_a_page_has_all_its_parts(code: str) -> None:
    shown = PAGES[code]
    assert (shown.code, shown.severity, shown.title) == (code, *CODES[code])
    assert shown.by == ("check" if code.startswith(ON_A_DAY) else "validate")
    assert shown.option == ("--against" if code in CHANGED else None)
    assert shown.meaning
    for paragraph in (*shown.meaning, shown.mend, *filter(None, [shown.example.words])):
        assert re.fullmatch(r"\S.{20,}[.]", paragraph), paragraph
        assert not re.search(r"\s\s|Mend:|Example:|^GP", paragraph)
        assert paragraph.count("`") % 2 == 0
    assert 60 <= sum(map(len, shown.meaning)) <= 420
    assert [line for line in messages(shown.example) if f": {shown.severity} {code} " in line]


@for_each("code", SHOWN)
def test_an_example_shows_the_files_that_matter(code: str) -> None:
    shown = PAGES[code].example.files
    assert shown
    found = {each.file for each in judgement(FOLDER / code / "bad").findings}
    for file in shown:
        assert file.bad != file.good or file.path in found
        for side, text in (("bad", file.bad), ("good", file.good), ("before", file.before)):
            path = FOLDER / code / side / file.path
            assert path.is_file() == (text is not None)
            if text is not None:
                assert 1 <= text.count("\n") <= LONGEST_FILE
                assert max(map(len, text.splitlines())) <= LONGEST_LINE
            if text is not None and (code, side) not in {("GP002", "bad"), ("GP003", "bad")}:
                assert path.read_text(encoding="utf-8") == text
    differ = [file for file in shown if file.bad != file.good]
    assert differ
    changed = [file for file in shown if file.before is not None and file.before != file.bad]
    assert bool(changed) == (code in CHANGED)


def test_files_that_are_the_same_and_have_no_finding_are_left_out() -> None:
    [file] = PAGES["GP204"].example.files
    assert file.path == "pay/actions/publish-gap.yaml"
    assert [each.path for each in PAGES["GP304"].example.files] == ["pay/actions/publish-gap.yaml", "pay/plan.yaml"]
    renamed = [(each.path, each.bad is None, each.good is None) for each in PAGES["GP016"].example.files]
    assert renamed == [
        ("pay/actions/return-to-work.yaml", True, False),
        ("pay/actions/return-to-work.yml", False, True),
    ]


@for_each("code", SHOWN)
def test_the_marks_are_the_places_of_the_findings(code: str) -> None:
    found = judgement(FOLDER / code / "bad").findings
    ends = {(each.file, each.line, each.column): (each.end_column, each.severity) for each in found}
    marked = list(marks(PAGES[code].example))
    for mark in marked:
        end, severity = ends[mark.file, mark.line, mark.column]
        spelled = len(r"\x0b") - 1 if code == "GP003" else 0  # as the page shows it
        assert mark[3:] == ((end or mark.column + 1) + spelled, severity)
    of_a_file = {"GP006", "GP015", "GP016", "GP018", "GP020", "GP021", "GP022"}
    of_a_name = [each for each in found if each.code in {"GP107", "GP109"} and each.end_column is None]
    assert len(marked) == (0 if code in of_a_file else len(found) - len(of_a_name))


@for_each("code", CODES)
def test_what_a_page_says_has_one_cell_a_character_and_steers_no_terminal(code: str) -> None:
    """So that nothing is needed to measure it, and it may be printed as it is."""
    for character in set("".join(text_of(PAGES[code]))) - {"\n"}:
        assert character.isprintable()
        assert unicodedata.east_asian_width(character) not in "WF"
        assert not unicodedata.combining(character)


def test_what_cannot_be_shown_is_spelled_out() -> None:
    [latin] = PAGES["GP002"].example.files
    assert str(latin.bad).startswith("title: To publish the pay gap of caf\ufffd staff\n")
    assert str(latin.good).startswith("title: To publish the pay gap of café staff\n")
    [control] = PAGES["GP003"].example.files
    assert str(control.bad).startswith("title: To publish the pay gap\\x0bby grade\n")


@pytest.mark.parametrize("written", ["GP204", "gp204", "Gp204", "204", " GP204 "])
def test_a_code_is_found_as_it_is_typed(written: str) -> None:
    assert page(written) == PAGES["GP204"]


@pytest.mark.parametrize(("written", "code"), [("17", "GP017"), ("5", "GP005"), ("017", "GP017")])
def test_noughts_may_be_left_out(written: str, code: str) -> None:
    assert page(written).code == code


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("GP4O4", "did you mean 'GP404'?"),
        ("PG401", "did you mean 'GP401'?"),
        ("gp299", "references: GP201 to GP264"),
        ("GP2", "references: GP201 to GP264"),
        ("513", "dates against what they were: GP501 to GP530"),
        ("no-lead", "'genderplan explain' lists them all"),
        ("", "'genderplan explain' lists them all"),
    ],
)
def test_an_unknown_code_gets_a_suggestion(written: str, hint: str) -> None:
    with pytest.raises(UsageError, match=re.escape(f"unknown code '{written}' ({hint})")):
        page(written)


def test_a_text_of_several_blocks() -> None:
    text = """GP901: one thing.

    It means
    this.

    And that.

    Mend: mend it.

    GP902: another: with a colon.

    It means that.

    Example: some words.

    Mend: mend that.
    """
    first, second = blocks(text).items()
    assert first == ("GP901", ("one thing", ("It means this.", "And that."), None, "mend it."))
    assert second == ("GP902", ("another: with a colon", ("It means that.",), "some words.", "mend that."))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It means that.\n\nMend: mend it.",
        "GP901: one thing.",
        "GP901: one thing.\n\nMend: mend it.",
        "GP901: one thing.\n\nIt means that.",
        "GP901: one thing.\n\nExample: words.\n\nMend: mend it.",
        "GP901: one thing.\n\nMend: mend it.\n\nIt means that.",
        "GP901: no full stop\n\nIt means that.\n\nMend: mend it.",
        "GP901: one thing.\n\nIt means that.\n\nGP902: another.\n\nIt means that.\n\nMend: mend it.",
    ],
)
def test_a_text_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="has not the form of a page"):
        blocks(text)


def test_without_docstrings_there_is_no_manual() -> None:
    program = "import sys; from genderplan.cli.app import run; sys.exit(run(['explain', 'GP204']))"
    done = subprocess.run([sys.executable, "-OO", "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "genderplan: the manual is left out where Python runs without docstrings (-OO)\n"


def test_the_manual_needs_no_models_no_yaml_and_no_rich() -> None:
    program = "import sys; from genderplan.manual import pages; pages(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert manual.__name__ in done.stdout.split()
    assert not {"rich", "yaml", "pydantic", "typer", "genderplan.loading"} & set(done.stdout.split())
