"""Columns: how wide they are, what gives way where there is too little room, and where texts and notes stand."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import width as cells

from genderplan.terminal.layout import ALL, Layout, Stacking, TextColumn, flow, heading
from genderplan.terminal.screen import Line, Screen
from terminal.test_letters import TITLES

TITLE = TextColumn("TITLE", lines=ALL, is_text=True)
LONG = "a title of some words"


def shown(lines: Sequence[Line]) -> list[str]:
    return list(Screen(None).rendered(lines))


def drawn(columns: Sequence[TextColumn], rows: Sequence[Sequence[str]], width: int, **options: object) -> list[str]:
    """The heads and rows as lines without their ends."""
    styled = [[(text, "") for text in row] for row in rows]
    layout = Layout(columns, styled, width, **{"indent": 0, **options})  # type: ignore[arg-type]
    return [line.rstrip("\n") for line in shown([*layout.head(), *layout.lines(styled)])]


def test_cells_stand_under_their_heads() -> None:
    columns = [TextColumn("ID"), TextColumn("NUMBER", "right"), TextColumn("AGE", "numbers")]
    assert drawn(columns, [["a", "1", "10 days"], ["long", "1,000", "9 days"], ["b", "2", "new"]], 80) == [
        "ID    NUMBER  AGE",
        "a          1  10 days",
        "long   1,000   9 days",
        "b          2  new",
    ]


def test_a_column_without_cells_is_left_out_unless_it_stays() -> None:
    assert drawn([TextColumn("A"), TextColumn("B"), TextColumn("C")], [["a", "", "c"]], 80) == ["A  C", "a  c"]
    assert drawn([TextColumn("A"), TextColumn("B", stays=True), TextColumn("C")], [["a", "", "c"]], 80) == [
        "A  B  C",
        "a     c",
    ]


def test_a_column_has_its_width_and_not_more_than_its_most() -> None:
    assert drawn([TextColumn("A", width=4), TextColumn("B", most=3)], [["a", "bcdef"]], 80) == ["A     B", "a     bc…"]


def test_the_widest_gives_way_first_and_what_has_no_least_when_no_other_can() -> None:
    columns = [TextColumn("A", least=4, at_worst=1), TextColumn("B", least=4, at_worst=1), TextColumn("C", at_worst=1)]
    rows = [["a" * 10, "b" * 6, "c" * 8]]
    assert drawn(columns, rows, 24)[1] == "aaaaa…  bbbbbb  cccccccc"
    assert drawn(columns, rows, 20)[1] == "aaa…  bbb…  cccccccc"
    assert drawn(columns, rows, 19)[1] == "aaa…  bbb…  cccccc…"


def test_others_give_way_until_a_text_has_what_it_wants() -> None:
    columns = [TextColumn(lines=ALL, is_text=True, wants=8), TextColumn(least=5, lines=ALL)]
    rows = [["one two three four", "five six"]]
    assert drawn(columns, rows, 18)[1:] == ["one two   five six", "three", "four"]
    assert drawn(columns, rows, 15)[1:] == ["one two   five", "three     six", "four"]
    assert drawn(columns, rows, 12)[1:] == ["one    five", "two    six", "three", "four"]


def test_a_text_takes_what_is_left_over_as_many_lines_as_it_may() -> None:
    assert drawn([TextColumn("N"), TITLE], [["1", LONG]], 15) == ["N  TITLE", "1  a title of", "   some words"]
    assert drawn([TextColumn("N"), TITLE._replace(hanging="  ")], [["1", LONG]], 15)[2] == "     some words"
    assert drawn([TextColumn("N"), TITLE._replace(lines=2)], [["1", LONG]], 11)[1:] == ["1  a title", "   of some…"]


def test_a_text_that_has_not_its_least_stands_below_or_above() -> None:
    columns = [TextColumn("N"), TITLE._replace(least=13)]
    assert drawn(columns, [["1", LONG]], 16, stack=Stacking(4)) == ["N  TITLE", "1  a title of", "   some words"]
    assert drawn(columns, [["1", LONG]], 15, stack=Stacking(4)) == ["N", "1", "    a title of", "    some words"]
    assert drawn(columns, [["1", LONG]], 15, stack=Stacking(4, has_head=True))[:2] == ["N", "    TITLE"]
    above = [TITLE._replace(least=13), TextColumn("N")]
    assert drawn(above, [[LONG, "1"]], 15, stack=Stacking(4, is_above=True)) == [
        "    N",
        "a title of some",
        "words",
        "    1",
    ]


def test_columns_stand_closer_before_they_stand_out_where_a_text_is_stacked() -> None:
    columns = [TITLE, TextColumn("AAA"), TextColumn("BBB"), TextColumn("CCC")]
    rows = [[LONG, "1", "2", "3"]]
    heads = [drawn(columns, rows, width, stack=Stacking(2, is_above=True))[0] for width in (15, 14, 13, 12)]
    assert heads == ["  AAA  BBB  CCC", "  AAA BBB CCC", "  AAA BBB CCC", "  AAA BBB CCC"]


def test_a_text_without_a_least_is_whole_beside_or_stacked() -> None:
    columns = [TextColumn("N"), TITLE._replace(lines=1)]
    assert drawn(columns, [["1", LONG]], 24, stack=Stacking(4)) == ["N  TITLE", f"1  {LONG}"]
    assert drawn(columns, [["1", LONG]], 23, stack=Stacking(4)) == ["N", "1", "    a title of some wo…"]


def test_columns_are_left_out_in_their_turn_so_that_a_text_has_its_least() -> None:
    columns = [
        TextColumn("NAME", least=4, is_text=True),
        TextColumn("A", turn=2),
        TextColumn("B", turn=1),
        TextColumn("C"),
    ]
    rows = [["name", "1", "2", "3"]]
    assert [drawn(columns, rows, width)[0] for width in (13, 12, 9, 2)] == [
        "NAME  A  B  C",
        "NAME  A  C",
        "NAME  C",
        "NAME  C",
    ]


def test_notes_stand_under_the_text() -> None:
    row = [("1", ""), (LONG, "")]
    beside = Layout([TextColumn(), TITLE], [row], 15)
    notes = [("a note of words", "dim")]
    assert (beside.at, beside.room) == (5, 10)
    assert shown([*beside.row(row, notes)])[-2:] == ["     a note of\n", "     words\n"]
    below = Layout([TextColumn(), TITLE._replace(least=20)], [row], 15, stack=Stacking(4))
    assert shown([*below.row(row, notes)])[-2:] == ["    a note of\n", "    words\n"]


@given(st.lists(st.tuples(TITLES, TITLES, TITLES), min_size=1, max_size=4), st.integers(24, 90), st.booleans())
def test_no_line_is_wider_than_the_screen(rows: list[tuple[str, str, str]], width: int, is_above: bool) -> None:
    columns = [TextColumn(least=4, lines=ALL), TextColumn("B", least=4, at_worst=1), TITLE._replace(least=12)]
    lines = drawn(columns, rows, width, stack=Stacking(4, is_above=is_above))
    assert max(map(cells, lines)) <= width


def test_texts_flow_and_a_heading_says_what_is_to_be_known() -> None:
    assert shown([*flow(LONG, 14, indent=2, hanging="  ")]) == ["  a title of\n", "    some words\n"]
    lines = [*heading("A  plan", ("p", "", "as of today"), Screen(20), 20)]
    assert lines == [[("A plan", "title")], [("p · as of today", "")]]


def test_a_text_that_is_empty_takes_no_line_where_it_is_stacked() -> None:
    stack = Stacking(2, has_head=True)
    assert drawn([TextColumn("ID"), TITLE], [["a", LONG], ["b", ""], ["c", LONG]], 14, stack=stack) == [
        "ID",
        "  TITLE",
        "a",
        "  a title of",
        "  some words",
        "b",
        "c",
        "  a title of",
        "  some words",
    ]
