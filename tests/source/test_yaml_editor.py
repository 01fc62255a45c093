"""Edits of YAML in place: exact texts for each layout, and for any layout the meaning and the one place that differs."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import for_each
from editing.layouts import DATES, entries
from genderplan.source.places import Path
from genderplan.source.yaml.editor import LayoutError, MappingKey, with_item, with_value, without_key
from genderplan.source.yaml.reader import read_document

BEHIND = ("due", "lead", "title", "id")
FIRST: Path = ("milestones", 0)
ITEM = {"date": "2025-01-15", "was": "2025-03", "reason": "Moved"}
BLOCK = '    -   date: 2025-01-15\n        was: 2025-03\n        reason: "Moved"\n'
FLOW = '{date: 2025-01-15, was: 2025-03, reason: "Moved"}'


def due(text: str, value: str = "2025-07", path: Path = FIRST) -> str:
    return with_value(text.encode(), MappingKey(path, "due", ("title",)), value).decode()


def forecast(text: str) -> str:
    return with_value(text.encode(), MappingKey(FIRST, "forecast", BEHIND), "2025-07").decode()


def revised(text: str, path: Path = FIRST) -> str:
    return with_item(text.encode(), MappingKey(path, "revisions", BEHIND), ITEM).decode()


def unforecast(text: str) -> str:
    return without_key(text.encode(), MappingKey(FIRST, "forecast")).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- title: T\n  due: 2025-01\n", "- title: T\n  due: 2025-07\n"),
        ("- title: T\n  due: 2025-01", "- title: T\n  due: 2025-07"),
        ("- title: T\n  due:   2025-01   # why\n", "- title: T\n  due:   2025-07   # why\n"),
        ('- title: T\n  due: "2025-01"\n', '- title: T\n  due: "2025-07"\n'),
        ("- title: T\n  due: '2025-01' # '\n", "- title: T\n  due: '2025-07' # '\n"),
        ("- title: T\n  due:\n    2025-01\n", "- title: T\n  due:\n    2025-07\n"),
        ("- title: T\n  due: |-\n    2025-01\n\n  lead: A\n", "- title: T\n  due: 2025-07\n\n  lead: A\n"),
        ("- title: T\n  due:\n  lead: A\n", "- title: T\n  due: 2025-07\n  lead: A\n"),
        ("- title: T\n  due: # none yet\n  lead: A\n", "- title: T\n  due: 2025-07 # none yet\n  lead: A\n"),
        ("- title: T\n  due: ~\n", "- title: T\n  due: 2025-07\n"),
        ("- {due: 2025-01, title: T}\n", "- {due: 2025-07, title: T}\n"),
        ('- {"due":"2025-01","title":"T"}\n', '- {"due":"2025-07","title":"T"}\n'),
        ("- {due: , title: T}\n", "- {due: 2025-07, title: T}\n"),
        ("- {due, title: T}\n", "- {due: 2025-07, title: T}\n"),
        ('- {title: T, "due":}\n', '- {title: T, "due": 2025-07}\n'),
        ("- ? due\n  : 2025-01\n  ? title\n  : T\n", "- ? due\n  : 2025-07\n  ? title\n  : T\n"),
    ],
)
def test_a_value_takes_the_place_of_another_in_its_quotes(before: str, after: str) -> None:
    assert due("milestones:\n" + before) == "milestones:\n" + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- due: 2025-01\n  note: x\n", "- due: 2025-01\n  forecast: 2025-07\n  note: x\n"),
        ("- due: 2025-01\n\n- id: b\n", "- due: 2025-01\n  forecast: 2025-07\n\n- id: b\n"),
        ("- due: 2025-01", "- due: 2025-01\n  forecast: 2025-07"),
        ("-   due: 2025-01 # why\n", "-   due: 2025-01 # why\n    forecast: 2025-07\n"),
        (
            "- due: 2025-01 # why\n       # still\n  # note\n",
            "- due: 2025-01 # why\n       # still\n  forecast: 2025-07\n  # note\n",
        ),
        ("- due:\n", "- due:\n  forecast: 2025-07\n"),
        ("- lead:\n  - A # a\n  - B\n# end\n", "- lead:\n  - A # a\n  - B\n  forecast: 2025-07\n# end\n"),
        ("- lead: [A,\n    B]\n", "- lead: [A,\n    B]\n  forecast: 2025-07\n"),
        ("- title: a\n    b\n", "- title: a\n    b\n  forecast: 2025-07\n"),
        ("- title: |\n    a\n\n- id: b\n", "- title: |\n    a\n  forecast: 2025-07\n\n- id: b\n"),
        ("- title: >+ # +\n    a\n\n- id: b\n", "- title: >+ # +\n    a\n\n  forecast: 2025-07\n- id: b\n"),
        ("- title: |-\n    a", "- title: |-\n    a\n  forecast: 2025-07"),
        ("- {id: a, due: 2025-01}\n", "- {id: a, due: 2025-01, forecast: 2025-07}\n"),
        ("- {due: 2025-01,}\n", "- {due: 2025-01, forecast: 2025-07,}\n"),
        ("- {due: 2025-01 # why\n  , id: a}\n", "- {due: 2025-01, forecast: 2025-07 # why\n  , id: a}\n"),
        ("- {due: 2025-01,  # why\n   id: a}\n", "- {due: 2025-01, forecast: 2025-07,  # why\n   id: a}\n"),
        ('- {"due":"2025-01"}\n', '- {"due":"2025-01", forecast: 2025-07}\n'),
    ],
)
def test_a_new_key_stands_behind_the_nearest_of_those_before_it(before: str, after: str) -> None:
    assert forecast("milestones:\n" + before) == "milestones:\n" + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- due: x\n", f"- due: x\n  revisions:\n  - {FLOW}\n"),
        ("  - due: x\n", f"  - due: x\n    revisions:\n      - {FLOW}\n"),
        ("    - due: x\n", f"    - due: x\n      revisions:\n          - {FLOW}\n"),
        ("- {due: x}\n", f"- {{due: x, revisions: [{FLOW}]}}\n"),
        ("- revisions:\n  note: x\n", f"- revisions: [{FLOW}]\n  note: x\n"),
        ("- revisions: ~\n", f"- revisions: [{FLOW}]\n"),
        ("- revisions: []\n", f"- revisions: [{FLOW}]\n"),
        ("- revisions: [{was: x}] # w\n", f"- revisions: [{{was: x}}, {FLOW}] # w\n"),
        ("- revisions: [\n    {was: x}, # w\n  ]\n", f"- revisions: [\n    {{was: x}}, {FLOW}, # w\n  ]\n"),
        ("- revisions:\n  - {was: x} # w\n\n- id: b\n", f"- revisions:\n  - {{was: x}} # w\n  - {FLOW}\n\n- id: b\n"),
        ("- revisions:\n      -   {was: x}", f"- revisions:\n      -   {{was: x}}\n      - {FLOW}"),
        (
            "- revisions:\n    -   was: x\n        reason: |\n          r\n  # end\n",
            f"- revisions:\n    -   was: x\n        reason: |\n          r\n{BLOCK}  # end\n",
        ),
    ],
)
def test_an_item_stands_at_the_end_in_the_way_of_those_before_it(before: str, after: str) -> None:
    assert revised("milestones:\n" + before) == "milestones:\n" + after


def test_a_list_that_begins_is_set_in_as_others_of_the_file() -> None:
    assert revised("due: x\nlead:\n    - A\n", ()) == f"due: x\nrevisions:\n    - {FLOW}\nlead:\n    - A\n"
    assert revised("due: x\nlead: A\n", ()) == f"due: x\nrevisions:\n  - {FLOW}\nlead: A\n"
    assert revised("{due: x}\n", ()) == f"{{due: x, revisions: [{FLOW}]}}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- id: a\n  forecast: 2025-01\n  note: x\n", "- id: a\n  note: x\n"),
        ("- id: a\n  forecast: 2025-01", "- id: a\n"),
        ("- id: a\n  forecast: 2025-01  # why\n  note: x\n", "- id: a\n  # why\n  note: x\n"),
        ("- id: a\n  forecast: |-\n    2025-01\n  note: x\n", "- id: a\n  note: x\n"),
        ("- forecast: 2025-01\n  note: x\n", "- note: x\n"),
        ("- forecast: 2025-01  # why\n  note: x\n", "- # why\n  note: x\n"),
        ("- {id: a, forecast: 2025-01, note: x}\n", "- {id: a, note: x}\n"),
        ("- {forecast: 2025-01, id: a}\n", "- {id: a}\n"),
        ("- {id: a, forecast: 2025-01}\n", "- {id: a}\n"),
        ("- {id: a, forecast: 2025-01,}\n", "- {id: a,}\n"),
        ("- {id: a,\n   forecast: 2025-01,\n  }\n", "- {id: a,\n  }\n"),
        ("- {id: a,\n   forecast: 2025-01, note: x}\n", "- {id: a,\n   note: x}\n"),
        ("- {id: a,\n   forecast: 2025-01}\n", "- {id: a,\n   }\n"),
        ("- {id: a, # a\n   forecast: 2025-01, # f\n   note: x}\n", "- {id: a, # a\n   # f\n   note: x}\n"),
        ("- {id: a, # a\n   forecast: 2025-01 # f\n  }\n", "- {id: a, # a\n    # f\n  }\n"),
    ],
)
def test_a_key_goes_and_a_comment_behind_it_stays(before: str, after: str) -> None:
    assert unforecast("milestones:\n" + before) == "milestones:\n" + after


@pytest.mark.parametrize(
    "text",
    [
        "- forecast: x\n  # c\n  id: a\n",
        "- {forecast: x # c\n  , id: a}\n",
        "- {forecast: # c\n  x, id: a}\n",
        "- id: a\n  forecast: # c\n    x\n",
    ],
)
def test_a_key_that_cannot_go_without_its_comment_stays(text: str) -> None:
    with pytest.raises(LayoutError, match="forecast"):
        unforecast("milestones:\n" + text)


def test_what_has_no_place_of_its_own_is_refused() -> None:
    with pytest.raises(LayoutError, match="due"):
        due("milestones:\n- note: x\n")
    with pytest.raises(LayoutError, match="due"):
        due("milestones:\n- due: [2025-01]\n")
    with pytest.raises(LayoutError, match="due"):
        due("milestones:\n- ? due\n  ? title\n  : T\n")
    with pytest.raises(LayoutError, match="due"):
        due("milestones:\n- due: |- # why\n    2025-01\n")
    with pytest.raises(LayoutError, match="revisions"):
        revised("milestones:\n- revisions: x\n")
    with pytest.raises(LayoutError, match="cancelled"):
        with_value(b"cancelled: {reason: x}\n", MappingKey((), "cancelled"), ITEM)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_new_lines_end_as_the_others_and_the_mark_stays(line_end: str, mark: str) -> None:
    before = mark + "milestones:\n- due: ‘\u2028😀’\n\n- id: b\n".replace("\n", line_end)
    after = mark + "milestones:\n- due: ‘\u2028😀’\n  forecast: 2025-07\n\n- id: b\n".replace("\n", line_end)
    assert forecast(before) == after


def test_a_new_line_ends_as_the_one_above_it() -> None:
    assert (
        forecast("milestones:\r\n- due: x\n- id: b\r\n") == "milestones:\r\n- due: x\n  forecast: 2025-07\n- id: b\r\n"
    )
    assert forecast("milestones:\r\n- due: x") == "milestones:\r\n- due: x\r\n  forecast: 2025-07"
    assert due("title: x", path=()) == "title: x\ndue: 2025-07"


REASONS = [
    "no: none",
    "- dash",
    "'",
    'say "so"',
    "# no",
    "2025-01",
    "yes",
    "a, b]",
    "{",
    "é\u2029",
    "\U0001f600",
    "a\\b",
    "x" * 300,
]


@for_each("reason", REASONS)
@for_each("text", ["revisions:\n- was: x\n", "revisions: [{was: x}]\n", "due: x\n", "{due: x}\n"])
def test_words_are_put_in_quotes_where_they_need_them(text: str, reason: str) -> None:
    item = {"date": "2025-01-15", "reason": reason}
    edited = with_item(text.encode(), MappingKey((), "revisions", ("due",)), item)
    assert read_document(edited, "x.yaml").value["revisions"][-1] == item  # type: ignore[index,call-overload]


def test_every_text_has_quotes() -> None:
    item = {"date": "2025-01-15", "was": "2025-Q1", "reason": "Zoë’s paper"}
    edited = with_item(b"due: x\n", MappingKey((), "revisions", ("due",)), item).decode()
    assert edited == 'due: x\nrevisions:\n  - {date: 2025-01-15, was: 2025-Q1, reason: "Zoë’s paper"}\n'


def nodes(value: Any, path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    """An entry and its milestones, each with the way to it."""
    yield path, value
    for index, each in enumerate(value["milestones"]):
        yield ("milestones", index), each


def written_empty(data: bytes, path: Path) -> tuple[str, ...]:
    """The keys of the mapping at a path that have nothing, or an empty list."""
    document = read_document(data, "x.yaml")
    mapping = document.at(*path)
    return (*document.left_empty(mapping), *(name for name, value in mapping.items() if value == []))


def parts(before: bytes, after: bytes) -> tuple[str, str]:
    """What one text has, and the other has in its place: between what they begin and what they end with alike."""
    old, new = before.decode(), after.decode()
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return old[start : len(old) - end], new[start : len(new) - end]


def letters(text: str) -> list[str]:
    """What is written in a text, in no order: where an addition begins cannot be told from its neighbours alike."""
    return sorted("".join(text.split()))


def read(data: bytes) -> Any:
    document = read_document(data, "x.yaml")
    assert document.findings == []
    return document.value


@given(entries(), st.sampled_from(["due", "forecast", "completed"]), st.sampled_from(DATES), st.data())
def test_any_value_in_any_layout(before: bytes, name: str, date: str, data: st.DataObject) -> None:
    wanted = read(before)
    path, mapping = data.draw(st.sampled_from(list(nodes(wanted))))
    old = mapping.get(name)
    after = with_value(before, MappingKey(path, name, BEHIND), date)
    removed, added = parts(before, after)
    assert removed in (old or "null ~")
    if old is not None:
        assert added in date
    elif removed == "" and name not in written_empty(before, path):
        assert letters(added.replace(",", "")) == letters(f"{name}: {date}")
    mapping[name] = date
    assert read(after) == wanted


@given(entries(), st.sampled_from(REASONS), st.data())
def test_any_list_in_any_layout(before: bytes, reason: str, data: st.DataObject) -> None:
    wanted = read(before)
    path, mapping = data.draw(st.sampled_from(list(nodes(wanted))))
    item = {"was": "2025", "reason": reason}
    after = with_item(before, MappingKey(path, "revisions", BEHIND), item)
    removed, added = parts(before, after)
    assert removed in {"", "~", "null"}
    assert (added.count("was"), added.count("reason")) == (1, 1)
    assert added.count("revisions") == (not mapping.get("revisions") and "revisions" not in written_empty(before, path))
    mapping["revisions"] = [*mapping.get("revisions", ()), item]
    assert read(after) == wanted


@given(entries(), st.data())
def test_any_key_goes_from_any_layout(before: bytes, data: st.DataObject) -> None:
    wanted = read(before)
    having = [(path, mapping) for path, mapping in nodes(wanted) if "forecast" in mapping]
    if not having:
        return
    path, mapping = data.draw(st.sampled_from(having))
    try:
        after = without_key(before, MappingKey(path, "forecast"))
    except LayoutError:
        assert b"#" in before
        return
    removed, added = parts(before, after)
    assert added == ""
    assert "#" not in removed
    del mapping["forecast"]
    assert read(after) == wanted
