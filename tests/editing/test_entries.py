"""The file of a new entry: its id, its order, its keys, and what is left to be filled in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.editing.entries import NewEntry, checked_id, entry_draft, file_id, id_from, milestones_of
from genderplan.errors import UsageError
from genderplan.kinds.shared.fields import ID_PATTERN
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Plan, Tree
from genderplan.source.kinds import Kind
from genderplan.source.yaml.writer import Writable
from support import PLAN, read_plan

OBJECTIVES = PLAN + "objectives: [{id: data, title: Data}, {id: careers, title: Careers}]\n"


def text_of(tmp_path: Path, files: Mapping[str, str], fields: Mapping[str, Writable | None], kind: str) -> str:
    plan = read_plan(tmp_path, files)
    new = NewEntry(Kind[kind.upper()], "new", {"title": "New", **fields})
    return entry_draft(tmp_path / "plans", tree_of(plan), plan, new).data.decode()


def tree_of(plan: Plan, **more: Any) -> Tree:
    return Tree((plan,), Directory(), **more)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Publish the pay gap", "publish-the-pay-gap"),
        ("  Equal pay: 2025/26  ", "equal-pay-2025-26"),
        ("Égalité & où", "egalite-ou"),
        ("Равная оплата", "ravnaia-oplata"),
        ("a" * 80, "a" * 60),
        ("The " + "a" * 80, "the-" + "a" * 56),
        ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
        (
            "To identify the customer groups of the service and the barriers that they meet",
            "to-identify-the-customer-groups-of-the-service",
        ),
        (
            "To identify " + "a" * 30 + " of the service and of the barriers",
            "to-identify-" + "a" * 30 + "-of-the-service",
        ),
        ("What we stand for", "what-we-stand-for"),
        ("Con", "con"),
    ],
)
def test_an_id_is_made_of_a_title(title: str, expected: str) -> None:
    assert id_from(title) == expected


@given(st.text())
def test_an_id_made_of_a_title_is_one(title: str) -> None:
    import re

    try:
        made = id_from(title)
    except UsageError:
        return
    assert re.fullmatch(ID_PATTERN, made)
    assert len(made) <= 60


WORDS = st.lists(st.sampled_from(["the", "of", "and", "gap", "women", "report", "x" * 58, "for"]), min_size=1)


@given(WORDS)
def test_an_id_has_whole_words_in_order_and_ends_at_one_that_means_something(words: list[str]) -> None:
    made = id_from(" ".join(words)).split("-")
    if len("-".join(words)) <= 60:
        assert made == words
    elif not {"gap", "women", "report"}.isdisjoint(made):
        assert made == words[: len(made)]
        assert made[-1] not in {"the", "of", "and", "for"}


def test_a_title_without_words_makes_no_id() -> None:
    with pytest.raises(UsageError, match="no id can be made of '!!!': give one with --id"):
        id_from("!!!")


def test_the_option_that_gives_an_id_is_named() -> None:
    with pytest.raises(UsageError, match="give one with --plan"):
        id_from("!!!", "--plan")
    assert file_id("!!!", Kind.ACTION, given="mine") == "mine"
    with pytest.raises(UsageError, match="'A B' is not an id: it is made of lower-case"):
        file_id("A title", Kind.ACTION, given="A B")


@pytest.mark.parametrize(
    ("title", "what", "made"),
    [
        ("Con", Kind.ACTION, "con-action"),
        ("NUL", Kind.PROJECT, "nul-project"),
        ("Frameworks", Kind.PLAN, "frameworks-plan"),
        ("Boards", Kind.ACTION, "boards"),
        ("Lpt1", Kind.PLAN, "lpt1-plan"),
    ],
)
def test_a_title_makes_no_name_that_is_kept(title: str, what: Kind, made: str) -> None:
    assert file_id(title, what) == made


@pytest.mark.parametrize(
    ("name", "what"),
    [("aux", Kind.BASELINE), ("com1", Kind.ACTION), ("boards", Kind.PLAN), ("plans", Kind.PLAN), ("nul", Kind.PLAN)],
)
def test_a_name_that_is_kept_is_refused(name: str, what: Kind) -> None:
    with pytest.raises(UsageError, match=f"no {what} can be called '{name}': the name is kept for"):
        checked_id(name, what)


@pytest.mark.parametrize("title", ["\udcff", "a\udcffb"])
def test_a_title_that_is_not_utf_8(title: str) -> None:
    with pytest.raises(UsageError, match=r"udcff.* is not UTF-8"):
        id_from(title)


def test_milestones_with_and_without_dates() -> None:
    assert milestones_of(["Write = to all=2025-04", "Ask", "Ask=2025-05", "ask!"]) == [
        {"id": "write-to-all", "title": "Write = to all", "due": "2025-04"},
        {"id": "ask", "title": "Ask"},
        {"id": "ask-2", "title": "Ask", "due": "2025-05"},
        {"id": "ask-3", "title": "ask!"},
    ]
    assert milestones_of(["🎉=2025-01"]) == [{"id": "milestone", "title": "🎉", "due": "2025-01"}]


def test_every_key_in_its_order_and_one_item_without_a_list(tmp_path: Path) -> None:
    fields: dict[str, Writable | None] = {
        "objective": "data",
        "groups": [],
        "lead": ["HR"],
        "inputs": ["HR", "Finance"],
        "output": None,
        "due": "2025-06",
        "milestones": [{"id": "a", "title": "A"}],
        "source": {},
    }
    text = text_of(tmp_path, {"plan.yaml": OBJECTIVES}, fields, "action")
    assert text == (
        'title: "New"\nobjective: data\norder: 10\nlead: HR\ninputs: [HR, Finance]\ndue: 2025-06\n'
        'milestones:\n- id: a\n  title: "A"\n'
    )


def test_what_is_missing_is_said_in_comments(tmp_path: Path) -> None:
    assert text_of(tmp_path, {"plan.yaml": OBJECTIVES}, {}, "action") == (
        'title: "New"\norder: 10\n'
        "# objective:             one of: data, careers\n"
        "# lead:                  who answers for it, an id of organisations.yaml\n"
        '# milestones:\n#   - id: first-step\n#     title: "The first step"\n#     due: 2025-06\n'
    )
    assert text_of(tmp_path, {}, {"partners": ["HR"]}, "project") == (
        'title: "New"\norder: 10\npartners: HR\n'
        '# milestones:\n#   - id: first-step\n#     title: "The first step"\n#     due: 2025-06\n'
    )


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        ([], "order: 10\n"),
        ([10, 20], "order: 30\n"),
        ([20, 10], "order: 30\n"),
        ([1, 2], "order: 3\n"),
        ([10, 15], "order: 16\n"),
        ([0], "order: 10\n"),
        ([None], ""),
        ([None, 10], "order: 20\n"),
        ([999_999_990], ""),
        ([999_999_999], ""),
    ],
)
def test_the_next_order_in_its_objective(tmp_path: Path, orders: list[int | None], expected: str) -> None:
    files = {
        f"actions/a{index}.yaml": "title: A\nobjective: data\n" + ("" if order is None else f"order: {order}\n")
        for index, order in enumerate(orders)
    }
    others = {
        "actions/other.yaml": "title: B\nobjective: careers\norder: 70\n",
        "projects/p.yaml": "title: P\nobjective: data\norder: 90\n",
    }
    fields: dict[str, Writable | None] = {"objective": "data", "lead": "x", "milestones": "x"}
    text = text_of(tmp_path, {"plan.yaml": OBJECTIVES} | files | others, fields, "action")
    assert text == f'title: "New"\nobjective: data\n{expected}lead: x\nmilestones: x\n'


def test_an_order_that_is_given_stays(tmp_path: Path) -> None:
    text = text_of(tmp_path, {}, {"order": 5, "objective": "data"}, "project")
    assert text.startswith('title: "New"\norder: 5\nobjective: data\n')


def test_an_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    plan = read_plan(tmp_path, {"projects/deep/new.yaml": "title: There\n"})
    with pytest.raises(UsageError, match=r"'new' is taken by .*projects/deep/new\.yaml: give another id with --id"):
        entry_draft(tmp_path / "plans", tree_of(plan), plan, NewEntry(Kind.ACTION, "new", {"title": "New"}))


def test_an_id_that_a_file_has_which_cannot_be_read_is_refused(tmp_path: Path) -> None:
    plan = read_plan(tmp_path, {})
    tree = tree_of(plan, unread_entries=frozenset({("p", "new")}))
    with pytest.raises(UsageError, match="'new' is taken by a file that cannot be read"):
        entry_draft(tmp_path / "plans", tree, plan, NewEntry(Kind.ACTION, "new", {"title": "New"}))


@pytest.mark.parametrize("key", ["lead", "inputs", "partners"])
def test_organisations_that_cannot_be_read_cannot_be_named(tmp_path: Path, key: str) -> None:
    plan = read_plan(tmp_path, {})
    tree = Tree((plan,), Directory(readable=False))
    fields: dict[str, Writable | None] = {"title": "New", "groups": ["Carers"]}
    assert entry_draft(tmp_path / "plans", tree, plan, NewEntry(Kind.ACTION, "new", fields))
    with pytest.raises(UsageError, match=r"organisations\.yaml cannot be read"):
        entry_draft(tmp_path / "plans", tree, plan, NewEntry(Kind.ACTION, "new", fields | {key: ["HR"]}))


@pytest.mark.parametrize(
    "folder", ["..", "a/../../b", "/tmp", ".hidden", "a/.b", "  ", "a b", "a\nb", "A", "a:b", "a/\x1b"]
)
def test_a_folder_outside_is_refused(tmp_path: Path, folder: str) -> None:
    plan = read_plan(tmp_path, {})
    with pytest.raises(UsageError, match="is no folder's name: it is made of lower-case letters"):
        entry_draft(tmp_path / "plans", tree_of(plan), plan, NewEntry(Kind.ACTION, "new", {"title": "New"}, folder))


@pytest.mark.parametrize(("folder", "up"), [("", "../../"), ("pay", "../../../"), ("a/b", "../../../../")])
def test_the_schema_is_named_where_the_tree_has_it(tmp_path: Path, folder: str, up: str) -> None:
    plan = read_plan(tmp_path, {})
    schema = tmp_path / "plans" / ".schemas" / "action.schema.json"
    schema.parent.mkdir()
    schema.write_text("{}", encoding="utf-8")
    draft = entry_draft(tmp_path / "plans", tree_of(plan), plan, NewEntry(Kind.ACTION, "new", {"title": "New"}, folder))
    first = draft.data.decode().splitlines()[0]
    assert first == f"# yaml-language-server: $schema={up}.schemas/action.schema.json"
    assert (Path(draft.file.path).parent / first.partition("=")[2]).resolve() == schema
