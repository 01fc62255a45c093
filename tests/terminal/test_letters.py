"""Text on lines of a screen: by the cells that it takes, whole signs, and no space that is not in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, width

from cli_runner import call
from genderplan.terminal.fitting import _is_plain, cells, fitted, wrapped, wrapped_to
from support import tree

ENGLISH = "Publish the pay gap report by grade and department for all staff in plain words on the web"
JAPANESE = "2025年度のgender equality行動計画KPI10項目をWebサイトで公表しreport30部を配布する委員会資料も作る"
GERMAN = "Gleichstellungsbeauftragtenverordnung prüfen und der Gleichstellungsbeauftragtenkonferenz vorlegen"
DECOMPOSED = "Gleichstellungsbeauftragtenverordnung pru\u0308fen und der Gleichstellungsbeauftragtenkonferenz vorlegen"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
FLAG = "\U0001f1ec\U0001f1e7"
THUMB = "\U0001f44d\U0001f3fd"
HINDI = "\u0928\u093f\u0930\u094d\u0926\u0947\u0936"

SIGNS = st.sampled_from(["a", "wide", "年", "行動", "é", "e\u0301", FAMILY, FLAG, THUMB, HINDI, "✅", " ", " ", "-"])
TITLES = st.lists(SIGNS, min_size=1, max_size=60).map(lambda parts: " ".join("".join(parts).split())).filter(bool)


@given(TITLES, st.integers(2, 60), st.sampled_from(["", "  "]))
def test_no_line_is_too_wide_and_nothing_is_added_or_lost(text: str, room: int, indent: str) -> None:
    room += len(indent)
    lines = wrapped(text, room, indent)
    assert all(width(line) <= room for line in lines)
    bare = [lines[0], *(line.removeprefix(indent) for line in lines[1:])]
    assert "".join(bare).replace(" ", "") == text.replace(" ", "")
    assert [sign for line in bare for sign in iter_graphemes(line) if sign != " "] == [
        sign for sign in iter_graphemes(text) if sign != " "
    ]


@given(TITLES, st.integers(2, 60), st.integers(1, 3))
def test_what_is_cut_is_as_full_as_it_can_be(text: str, room: int, most: int) -> None:
    lines = wrapped_to(text, room, most, "…")
    assert len(lines) <= most
    assert lines[: most - 1] == wrapped(text, room)[: most - 1]
    if lines != wrapped(text, room):
        assert width(lines[-1]) == room
        kept = "".join(lines).rstrip().removesuffix("…").replace(" ", "")
        assert text.replace(" ", "").startswith(kept)


@given(TITLES, st.integers(0, 40))
def test_a_cell_is_exactly_as_wide_as_it_is_asked_to_be(text: str, room: int) -> None:
    assert width(fitted(text, room)) == room


@pytest.mark.parametrize("sign", [FAMILY, FLAG, THUMB, "✅", "年", "é", "e\u0301"])
def test_a_sign_takes_what_it_takes_on_a_screen_and_is_never_parted(sign: str) -> None:
    taken = 1 if sign in {"é", "e\u0301"} else 2
    assert cells(sign) == taken
    assert wrapped(sign * 5, 2 * taken) == [sign * 2, sign * 2, sign]
    assert fitted(sign * 5, 2 * taken + 1) == f"{sign * 2}…"


def test_a_wide_sign_costs_its_own_cells_and_no_line() -> None:
    assert wrapped(ENGLISH, 54) == [ENGLISH[:54], ENGLISH[55:]]
    assert len(wrapped(f"✅ {ENGLISH}", 54)) == len(wrapped(f"AB {ENGLISH}", 54))


@pytest.mark.parametrize("room", [20, 40, 54])
def test_letters_in_parts_make_the_lines_of_letters_composed(room: int) -> None:
    assert wrapped(DECOMPOSED.replace("u\u0308", "ü"), room) == wrapped(GERMAN, room)
    assert [line.replace("u\u0308", "ü") for line in wrapped(DECOMPOSED, room)] == wrapped(GERMAN, room)


@pytest.mark.parametrize("title", [JAPANESE, GERMAN, DECOMPOSED, f"✅ {GERMAN}", FAMILY * 60])
@pytest.mark.parametrize("command", ["status", "timeline"])
@pytest.mark.parametrize("columns", ["60", "80", "140"])
def test_reports_show_titles_without_spaces_of_their_own(
    title: str, command: str, columns: str, tmp_path: Path
) -> None:
    milestones = f'milestones: [{{id: m, title: "{title}", due: 2025-01}}]\n'
    files = {"p/plan.yaml": "genderplan: 1\ntitle: P\n", "p/actions/a.yaml": f'title: "{title}"\n{milestones}'}
    shown = call(command, "--as-of", "2025-03-15", "--tree", str(tree(tmp_path, files)), env={"COLUMNS": columns})
    lines = [line.rstrip() for line in shown.out.split("\n")]
    assert all(width(line) <= int(columns) for line in lines)
    if command == "status" and columns != "140":  # there the title's lines stand under each other, with nothing between
        assert "".join(title.split())[:30] in "".join(shown.out.split())


def test_a_word_that_is_longer_than_a_line_is_broken_after_its_marks() -> None:
    assert wrapped("for victim/witness/suspect.", 16) == ["for victim/", "witness/suspect."]
    assert wrapped("in examples-of-activity#liaison-officer", 22, "  ") == [
        "in examples-of-",
        "  activity#liaison-",
        "  officer",
    ]
    assert wrapped("co-ordinated work", 14) == ["co-ordinated", "work"]
    assert wrapped(f"a/{'w' * 12}/b", 10) == ["a/wwwwwwww", "wwww/b"]


def test_time_grows_with_the_text() -> None:
    assert len(wrapped("wörd" * 50_000, 45)) == 4445


def test_what_is_taken_for_plain_is_one_cell_and_one_sign_each() -> None:
    plain = "".join(sign for sign in map(chr, range(0x20, 0x3000)) if _is_plain(sign) and sign != "\x7f")
    assert {width(sign) for sign in plain} == {1}
    assert list(iter_graphemes(plain)) == list(plain)
    assert not any(map(_is_plain, ["e\u0301", "\u00ad", "✅", "日", FAMILY, HINDI]))
