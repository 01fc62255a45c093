"""Pages on a terminal: sections, tables with their names first or last, notes, and what a narrow screen does."""

from collections.abc import Sequence

import pytest

from genderplan.dates.forms import parse_date
from genderplan.dates.units import Unit
from genderplan.dates.variance import Variance
from genderplan.page.page import (
    Block,
    Column,
    Command,
    Drawing,
    Excerpt,
    Facts,
    Identifier,
    Next,
    Note,
    Organisations,
    Page,
    Rooms,
    Section,
    Shift,
    Stack,
    Table,
)
from genderplan.standing.rag import Rag, Status
from genderplan.terminal.pages import page_lines
from genderplan.terminal.screen import ASCII, UNICODE, Line, Screen

NAMES = {"HR": "Human Resources"}


def lines(*blocks: Block, width: int | None = 80, title: str = "A page", screen: Screen | None = None) -> list[Line]:
    return list(page_lines(Page(title, blocks, NAMES), screen or Screen(width)))


def text(*blocks: Block, width: int | None = 80, title: str = "A page") -> str:
    return "".join(Screen(width).rendered(lines(*blocks, width=width, title=title)))


def styles(*blocks: Block) -> dict[str, str]:
    return {told.strip(): style for line in lines(*blocks) for told, style in line if told.strip()}


class TestParts:
    def test_a_page_begins_with_title_facts_and_its_answer(self) -> None:
        blocks = (Facts((Identifier("pay"), "as of today", None)), Note("Nothing is late."), Note("More is said."))
        assert text(*blocks) == "A page\npay · as of today\n\nNothing is late.\nMore is said.\n"
        assert styles(*blocks)["Nothing is late."] == "head"
        assert styles(*blocks)["More is said."] == ""

    def test_sections_alone_are_reports_of_their_own(self) -> None:
        sections = (Section("One", (Note("First."),)), Section("Two", (Note("Second."),)))
        assert text(*sections) == "One\n\nFirst.\n\nTwo\n\nSecond.\n"

    def test_a_heading_that_is_a_plans_own_title_goes_over_lines(self) -> None:
        section = Section("Closing the gap of pay", (Note("None."),), 12)
        assert text(Facts(("pay",)), section, width=20) == "A page\npay\n\nCLOSING THE GAP OF\nPAY (12)\n  None.\n"

    def test_a_page_without_anything_has_its_heading(self) -> None:
        assert text(Facts(("pay",))) == "A page\npay\n"

    def test_a_section_within_says_how_many_and_what_else(self) -> None:
        within = Section("Late", (Note("Two of them."), Note("By the way.", is_aside=True)), 1200, ", the worst first")
        assert text(Facts(("pay",)), within) == (
            "A page\npay\n\nLATE (1,200), the worst first\n  Two of them.\n\n  By the way.\n"
        )

    def test_a_note_names_a_column_as_its_head_is_written(self) -> None:
        assert text(Facts(("x",)), Note("{} is left.", is_aside=True, head="Room")).endswith("\nROOM is left.\n")
        assert Note("{} is left.", head="Room").words == "Room is left."
        assert Note("{} is left.").words == "{} is left."

    def test_what_is_next_stands_below_where_there_is_no_room(self) -> None:
        step = Next(Command("genderplan show pay"), "all that is known")
        assert text(Facts(("x",)), step).endswith("\n\ngenderplan show pay    all that is known\n")
        assert text(Facts(("x",)), step, width=30).endswith("\n\ngenderplan show pay\n  all that is known\n")

    def test_an_excerpt_keeps_its_lines_and_a_drawing_leaves_them_to_its_table(self) -> None:
        blocks = (Facts(("x",)), Excerpt("plan.yaml", "a:\n  b: 1"), Drawing("A line", "<svg/>"))
        assert text(*blocks) == "A page\nx\n  plan.yaml\n    a:\n      b: 1\n"

    def test_facts_further_down_stand_side_by_side(self) -> None:
        assert text(Facts(("x",)), Section("S", (Facts(("a", None, 3)),))).endswith("\nS\n  a · 3\n")


class TestNamesFirst:
    TABLE = Table(
        "Cells",
        (Column("Section", is_name=True), Column("Goal one"), Column("Entries", is_number=True)),
        (("Air quality", "full", 12), ("Noise", None, 3)),
    )

    def test_columns_stand_under_their_heads(self) -> None:
        assert text(self.TABLE) == (
            "A page\n  SECTION      GOAL ONE  ENTRIES\n  Air quality  full           12\n  Noise                        3\n"
        )

    def test_names_stand_above_where_there_is_no_room(self) -> None:
        table = self.TABLE._replace(rows=(("A strategy with quite a long name, to be told whole", "full", 12),))
        assert text(table, width=40) == (
            "A page\n    GOAL ONE  ENTRIES\n  "
            "A strategy with quite a long name, to\n    be told whole\n    full           12\n"
        )

    def test_texts_beside_names_go_over_lines(self) -> None:
        told = "a reason that is told over as many lines as it needs"
        table = Table("T", (Column("Name", is_name=True), Column("Reason")), (("Pay gap", told),))
        found = text(table, width=40)
        assert max(map(len, found.splitlines())) <= 40
        assert "…" not in found


class TestNamesLast:
    COLUMNS: Sequence[Column] = (Column("Due"), Column("Status"), Column("Milestone", is_name=True), Column("Lead"))

    def table(self, *notes: str) -> Table:
        row = (
            parse_date("2025-04"),
            Status.OVERDUE,
            Stack(("Publish", Identifier("pay#publish"), *notes)),
            Organisations(("HR",)),
        )
        return Table("Due", tuple(self.COLUMNS), (row,))

    def test_who_leads_stands_by_the_id_below_the_name(self) -> None:
        assert text(self.table("asked for more time")) == (
            "A page\n  DUE       STATUS   MILESTONE\n  Apr 2025  overdue  Publish\n"
            "                     pay#publish, Human Resources\n                     asked for more time\n"
        )

    def test_the_name_goes_below_where_there_is_no_room(self) -> None:
        assert text(self.table(), width=40) == (
            "A page\n  DUE       STATUS\n  Apr 2025  overdue\n    Publish\n    pay#publish, Human Resources\n"
        )

    def test_columns_of_long_words_fit_a_screen_that_is_too_narrow_for_these(self) -> None:
        columns = (Column("Group"), Column("Name", is_name=True), Column("Partners"))
        table = Table("T", columns, (("interpreters", "Pay", "representatives"),))
        assert text(table, width=31) == "A page\n  GROUP         PARTNERS\n  interpreters  representatives\n    Pay\n"
        assert text(table, width=30) == (
            "A page\n  GROUP         PARTNERS\n  interpreters  representative\n                s\n    Pay\n"
        )

    def test_leads_beside_plain_names_have_their_column(self) -> None:
        table = Table("T", (Column("Name", is_name=True), Column("Lead")), (("Pay", Organisations(("HR",))),))
        assert "NAME  LEAD\n  Pay   Human Resources\n" in text(table)


@pytest.mark.parametrize(
    ("value", "told", "style"),
    [
        (Status.OVERDUE, "overdue", "overdue"),
        (Rag.RED, "red", "red"),
        (Variance(2, 60, in_days=False), "+2 months", "later"),
        (Variance(-2, -60, in_days=False), "-2 months", "earlier"),
        (Rooms(4, -1, Unit.MONTHS), "4 → -1 month", "red"),
    ],
)
def test_values_have_the_style_of_what_they_are(value: Status, told: str, style: str) -> None:
    table = Table("T", (Column("Value"), Column("Name", is_name=True)), ((value, "x"),))
    assert styles(table).get(told, "") == style


def test_signs_are_those_of_the_screen() -> None:
    table = Table(
        "T", (Column("Date"), Column("N", is_name=True)), ((Shift(parse_date("2025-01"), parse_date("2026-02")), "x"),)
    )
    for glyphs, arrow in ((UNICODE, "→"), (ASCII, "->")):
        told = "".join(Screen(80, glyphs=glyphs).rendered(lines(table, screen=Screen(80, glyphs=glyphs))))
        assert f"Jan 2025 {arrow} Feb 2026" in told


class TestLongTables:
    """Tables of more rows than a screen has room for."""

    ROWS = tuple((f"Row {number}",) for number in range(1, 5))

    def told(self, most: int | None) -> str:
        table = Table("Rows", (Column("Name", is_name=True),), self.ROWS)
        part = Section("Part", (Note("Some."), table))
        page = Page("A page", (Note("All."), Section("Rows", (part,), len(self.ROWS)).first(most)))
        return "".join(Screen(80).rendered(page_lines(page, Screen(80))))

    def test_the_first_are_told_and_how_many_more_there_are(self) -> None:
        ending = "  NAME\n  Row 1\n  Row 2\n  and 2 more: add --format markdown\n"
        assert self.told(2).endswith(ending)

    @pytest.mark.parametrize("most", [None, 4, 5])
    def test_all_are_told_where_there_is_room(self, most: int | None) -> None:
        assert self.told(most).endswith("  Row 3\n  Row 4\n")

    def test_what_was_left_out_before_counts(self) -> None:
        section = Section("Rows", (Table("Rows", (Column("Name", is_name=True),), self.ROWS[:3], left_out=1),))
        [table] = section.first(2).blocks
        assert isinstance(table, Table)
        assert (len(table.rows), table.left_out) == (2, 2)
