"""Commits as steps of plans: what each changed, each content parsed once, and what cannot be read passed over."""

from pathlib import Path

import pytest

from genderplan.errors import NothingToReadError
from genderplan.loading import history as history_module
from genderplan.loading.history import Past, load_past, load_states
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Tree
from genderplan.plan.steps import Step
from genderplan.source.documents import Document
from genderplan.source.yaml.reader import read_document
from repositories import Git, repository
from support import PLAN

SHARED = {"plans/organisations.yaml": "HR: {}\n", "plans/p/plan.yaml": PLAN, "plans/q/plan.yaml": PLAN}


def entry(due: str, title: str = "An action") -> str:
    return f"title: {title}\ndue: {due}\n"


def at_hand(made: Git, folder: str = "plans") -> Tree:
    return load_tree(made.folder / folder, shown_from=made.folder)


def past(made: Git, folder: str = "plans", *, mainline: bool = False) -> Past:
    tree = at_hand(made, folder)
    return load_past(made.folder / folder, tree, tree.plans, mainline=mainline)


def states(made: Git, *revisions: str, tags: bool = False) -> Past:
    tree = at_hand(made)
    return load_states(made.folder / "plans", tree, tree.plans, revisions, tags=tags)


def short(steps: tuple[Step, ...]) -> list[tuple[str | None, list[dict[str, str]], dict[str, str]]]:
    """Each step's subject, and when its entries were due in each parent and are."""

    def dues(rows: tuple[object, ...]) -> dict[str, str]:
        return {row.id: str(row.due) for row in rows}  # type: ignore[attr-defined]

    return [
        (step.commit.subject if step.commit else None, [dues(each) for each in step.befores], dues(step.after))
        for step in steps
    ]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The contents that are parsed for a history."""
    contents: list[bytes] = []

    def spy(data: bytes, name: str, most: int) -> Document:
        contents.append(data)
        return read_document(data, name, most)

    monkeypatch.setattr(history_module, "read_document", spy)
    return contents


def test_each_commit_has_what_it_changed(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit(
        {**SHARED, "plans/p/actions/a.yaml": entry("2024-01"), "plans/q/projects/b.yaml": entry("2024-02")}, "1"
    )
    made.commit({"plans/p/actions/a.yaml": entry("2024-03")}, "2", "2024-02-02", "B. Person", committed="2024-02-03")
    made.commit({"plans/q/projects/b.yaml": None, "plans/p/plan.yaml": f"{PLAN}state: draft\n"}, "3")
    found = past(made)
    assert short(found.steps["p"]) == [("1", [{}], {"a": "2024-01"}), ("2", [{"a": "2024-01"}], {"a": "2024-03"})]
    assert short(found.steps["q"]) == [("1", [{}], {"b": "2024-02"}), ("3", [{"b": "2024-02"}], {})]
    commit = found.steps["p"][1].commit
    assert commit is not None
    assert commit.id == made.git("rev-parse", "HEAD~1")
    assert (str(commit.authored), str(commit.committed), commit.author) == ("2024-02-02", "2024-02-03", "B. Person")
    assert (found.passed_over, found.names, found.hint) == (0, {}, "")


def test_only_entries_of_the_plans_that_are_asked_for_count(tmp_path: Path) -> None:
    made = repository(tmp_path)
    others = [
        *(
            "plans/p/actions/.hidden.yaml",
            "plans/p/actions/.x/a.yaml",
            "plans/p/actions/a.yml",
            "plans/p/actions/a.txt",
        ),
        *(
            "plans/p/baselines/a.yaml",
            "plans/p/other/a.yaml",
            "plans/p/a.yaml",
            "plans/a.yaml",
            "plans/p/action/a.yaml",
        ),
        *("p/actions/a.yaml", "plans2/p/actions/a.yaml", "plans/q/actions/a.yaml", "plans/plans/p/actions/a.yaml"),
    ]
    made.commit(
        {**SHARED, **dict.fromkeys(others, entry("2024-01")), "plans/p/actions/deep/er/a.yaml": entry("2024-02")}, "1"
    )
    tree = at_hand(made)
    found = load_past(made.folder / "plans", tree, [tree.by_id["p"]])
    assert {plan: short(steps) for plan, steps in found.steps.items()} == {"p": [("1", [{}], {"a": "2024-02"})]}


def test_an_entry_in_another_folder_is_the_same(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, "plans/p/actions/a.yaml": entry("2024-01")}, "1")
    made.commit({"plans/p/actions/a.yaml": None, "plans/p/projects/deep/a.yaml": entry("2024-01")}, "2")
    [_, step] = past(made).steps["p"]
    assert short((step,)) == [("2", [{"a": "2024-01"}], {"a": "2024-01"})]
    assert ([row.kind for row in step.befores[0]], [row.kind for row in step.after]) == (["action"], ["project"])
    assert step.thought == ()


@pytest.mark.parametrize("folder", ["", "deep/er", "p*ns"])
def test_a_tree_wherever_it_is(folder: str, tmp_path: Path) -> None:
    made = repository(tmp_path)
    above = f"{folder}/" if folder else ""
    made.commit(
        {f"{above}p/plan.yaml": PLAN, f"{above}p/actions/a.yaml": entry("2024-01"), "pens/p/actions/b.yaml": "x"}, "1"
    )
    assert short(past(made, folder).steps["p"]) == [("1", [{}], {"a": "2024-01"})]


def test_each_content_is_parsed_once_and_none_that_is_at_hand(tmp_path: Path, parsed: list[bytes]) -> None:
    made = repository(tmp_path)
    texts = [entry(f"2024-{month:02d}") for month in range(1, 7)]
    made.commit({**SHARED, "plans/p/actions/a.yaml": texts[0], "plans/q/actions/a.yaml": texts[0]}, "1")
    for text in (texts[1], texts[0], texts[2], texts[1], texts[3]):
        made.commit({"plans/p/actions/a.yaml": text}, text)
    made.commit({"plans/p/actions/b.yaml": texts[4], "plans/q/actions/a.yaml": texts[5]}, "The last")
    found = past(made)
    assert sorted(parsed) == sorted(text.encode() for text in texts[:3])
    assert [step[2]["a"] for step in short(found.steps["p"])[:-1]] == [
        "2024-01",
        "2024-02",
        "2024-01",
        "2024-03",
        "2024-02",
        "2024-04",
    ]


def test_a_row_that_is_at_hand_is_taken_under_the_name_of_then(tmp_path: Path, parsed: list[bytes]) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, "plans/p/actions/old.yaml": entry("2024-01")}, "1")
    made.commit({"plans/p/actions/old.yaml": None, "plans/q/projects/new.yaml": entry("2024-01")}, "2")
    found = past(made)
    assert parsed == []
    assert [(row.plan, row.id, row.kind) for row in found.steps["p"][0].after] == [("p", "old", "action")]
    assert [(row.plan, row.id, row.kind) for row in found.steps["q"][0].after] == [("q", "new", "project")]


BROKEN = {
    "no YAML": "title: x: y\n",
    "an unknown key": "titel: x\n",
    "nothing": "",
    "no UTF-8": b"\xff",
    "no date": "title: x\ndue: soon\n",
    "a key is missing": "title: x\nmilestones: [{id: m}]\n",
    "too long": "#" * (1 << 20) + "\ntitle: x\n",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_passed_over(broken: str | bytes, tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, "plans/p/actions/a.yaml": entry("2024-01")}, "1")
    made.commit({"plans/p/actions/a.yaml": broken}, "2")
    made.commit({"plans/p/actions/a.yaml": entry("2024-03")}, "3")
    found = past(made)
    assert short(found.steps["p"]) == [("1", [{}], {"a": "2024-01"}), ("3", [{"a": "2024-01"}], {"a": "2024-03"})]
    assert found.passed_over == 1


def test_what_cannot_be_read_again_and_again_and_then_goes(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, "plans/p/actions/a.yaml": entry("2024-01"), "plans/p/actions/b.yaml": "- x\n"}, "1")
    for number in range(2, 5):
        made.commit({"plans/p/actions/a.yaml": f"- {number}\n"}, f"{number}")
    made.commit({"plans/p/actions/a.yaml": None, "plans/p/actions/b.yaml": entry("2024-05")}, "5")
    found = past(made)
    assert short(found.steps["p"]) == [("1", [{}], {"a": "2024-01"}), ("5", [{"a": "2024-01"}], {"b": "2024-05"})]
    assert found.passed_over == 4


def test_what_cannot_be_read_again_is_as_it_was_then(tmp_path: Path) -> None:
    made = repository(tmp_path)
    dues = ("2024-01", None, "2024-03", None, "2024-05")
    for number, due in enumerate(dues, 1):
        content = entry(due) if due else "- broken\n"
        made.commit({**(SHARED if number == 1 else {}), "plans/p/actions/a.yaml": content}, f"{number}")
    found = past(made)
    assert short(found.steps["p"]) == [
        ("1", [{}], {"a": "2024-01"}),
        ("3", [{"a": "2024-01"}], {"a": "2024-03"}),
        ("5", [{"a": "2024-03"}], {"a": "2024-05"}),
    ]
    assert found.passed_over == 1


def test_what_cannot_be_read_and_moves_to_another_folder_is_the_same(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, "plans/p/actions/a.yaml": entry("2024-01")}, "1")
    made.commit({"plans/p/actions/a.yaml": "- broken\n"}, "2")
    made.commit({"plans/p/actions/a.yaml": None, "plans/p/actions/x/a.yaml": "- broken\n"}, "3")
    made.commit({"plans/p/actions/x/a.yaml": entry("2024-03")}, "4")
    found = past(made)
    assert short(found.steps["p"]) == [("1", [{}], {"a": "2024-01"}), ("4", [{"a": "2024-01"}], {"a": "2024-03"})]
    assert found.passed_over == 2


def test_what_cannot_be_read_now_is_no_earlier_version(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, "plans/p/actions/a.yaml": entry("2024-01")}, "1")
    made.commit({"plans/p/actions/a.yaml": "- broken\n"}, "2")
    assert (past(made).passed_over, states(made, "HEAD").passed_over) == (0, 0)
    made.commit({"plans/p/actions/a.yaml": "- broken again\n"}, "3")
    assert past(made).passed_over == 1
    made.write({"plans/p/actions/a.yaml": entry("2024-01")})
    assert past(made).passed_over == 2


def test_a_name_that_is_no_id_is_no_entry(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, "plans/p/actions/A b.yaml": entry("2024-01")}, "1")
    made.commit({"plans/p/actions/A b.yaml": None, "plans/p/actions/a-b.yaml": entry("2024-01")}, "2")
    assert short(past(made).steps["p"]) == [("2", [{}], {"a-b": "2024-01"})]


def test_a_link_is_no_file(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, "plans/p/actions/a.yaml": entry("2024-01"), "other": entry("2024-02")}, "1")
    (tmp_path / "plans/p/actions/a.yaml").unlink()
    (tmp_path / "plans/p/actions/a.yaml").symlink_to("../../../other")
    made.commit({}, "2")
    assert short(past(made).steps["p"]) == [("1", [{}], {"a": "2024-01"}), ("2", [{"a": "2024-01"}], {})]


def test_what_is_not_committed_is_the_last_step(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, **{f"plans/p/actions/{name}.yaml": entry("2024-01") for name in "abcd"}}, "1")
    made.write({"plans/p/actions/a.yaml": entry("2024-02"), "plans/p/actions/b.yaml": None})
    made.write({"plans/p/actions/c.yaml": "title: x: y\n", "plans/p/actions/e.yaml": entry("2024-05")})
    made.git("add", "plans/p/actions/a.yaml")
    found = past(made)
    assert short(found.steps["p"])[1:] == [(None, [{"a": "2024-01", "b": "2024-01"}], {"a": "2024-02", "e": "2024-05"})]
    assert found.steps["q"] == ()


def test_what_could_not_be_read_in_the_last_commit_is_not_new_now(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**SHARED, "plans/p/actions/a.yaml": "title: x: y\n", "plans/q/plan.yaml": "broken\n"}, "1")
    made.write(
        {
            "plans/p/actions/a.yaml": entry("2024-02"),
            "plans/q/plan.yaml": PLAN,
            "plans/q/actions/a.yaml": entry("2024-02"),
        }
    )
    found = past(made)
    assert (found.steps["p"], found.steps["q"]) == ((), ())


def test_a_plan_that_is_not_committed_at_all(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({"README": "x\n"}, "1")
    made.write({**SHARED, "plans/p/actions/a.yaml": entry("2024-02")})
    assert short(past(made).steps["p"]) == [(None, [{}], {"a": "2024-02"})]


def test_without_a_commit_there_is_nothing_to_read(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.write(SHARED)
    with pytest.raises(NothingToReadError, match=r"^no commit in this repository yet$"):
        past(made)


def side_by_side(folder: Path) -> Git:
    """A plan of which a branch moves one date and the main line another, merged."""
    made = repository(folder)
    made.commit({**SHARED, "plans/p/actions/a.yaml": entry("2024-01"), "plans/p/actions/b.yaml": entry("2024-01")}, "1")
    made.git("checkout", "--quiet", "-b", "side")
    made.commit({"plans/p/actions/a.yaml": entry("2024-02")}, "side")
    made.git("checkout", "--quiet", "main")
    made.commit({"plans/p/actions/b.yaml": entry("2024-03")}, "main")
    made.merge("side", "merge")
    return made


def test_a_branch_counts_by_its_commits_and_on_the_main_line_by_its_merge(tmp_path: Path) -> None:
    made = side_by_side(tmp_path)
    first: tuple[str, list[dict[str, str]], dict[str, str]] = ("1", [{}], {"a": "2024-01", "b": "2024-01"})
    main, side = ("main", [{"b": "2024-01"}], {"b": "2024-03"}), ("side", [{"a": "2024-01"}], {"a": "2024-02"})
    both = ("merge", [{"a": "2024-01", "b": "2024-03"}, {"a": "2024-02", "b": "2024-01"}])
    found = past(made).steps["p"]
    assert short(found) == [first, main, side, (*both, {"a": "2024-02", "b": "2024-03"})]
    assert [step.changed for step in found] == [True, True, True, False]
    merged = ("merge", [{"a": "2024-01"}], {"a": "2024-02"})
    assert short(past(made, mainline=True).steps["p"]) == [first, main, merged]


def test_a_shallow_clone_tells_of_it(tmp_path: Path) -> None:
    made = side_by_side(tmp_path / "made")
    shallow = made.clone(tmp_path / "shallow", "--depth", "1")
    found = past(shallow)
    assert short(found.steps["p"]) == [("merge", [{}], {"a": "2024-02", "b": "2024-03"})]
    assert "git fetch --unshallow" in found.hint


LONG = "".join(f"# line {number}\n" for number in range(30))


def test_what_git_takes_for_renamed(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit(
        {**SHARED, "plans/p/actions/a.yaml": LONG + entry("2024-01"), "plans/q/actions/a.yaml": LONG + entry("2023")},
        "1",
    )
    made.commit({"plans/p/actions/a.yaml": None, "plans/p/actions/x/b.yaml": LONG + entry("2024-02")}, "2")
    made.commit({"plans/q/actions/a.yaml": None, "plans/q/notes.txt": LONG + entry("2023")}, "3")
    made.commit({"plans/p/actions/x/b.yaml": None, "plans/p/projects/b.yaml": LONG + entry("2024-02")}, "4")
    found = past(made)
    assert [step.thought for step in found.steps["p"]] == [(), (("a", "b"),), ()]
    assert [step.thought for step in found.steps["q"]] == [(), ()]


def tagged(folder: Path) -> Git:
    made = repository(folder)
    made.commit({"README": "x\n"}, "0", "2023-01-01")
    made.git("tag", "before-all")
    made.commit({**SHARED, "plans/p/actions/a.yaml": entry("2024-01")}, "1", "2024-01-01")
    made.git("tag", "board/1")
    made.commit({"plans/p/actions/a.yaml": entry("2024-02")}, "2", "2024-01-02")
    made.commit({"README": "y\n"}, "3", "2024-01-03")
    made.git("tag", "board/2")
    made.commit({"plans/p/actions/a.yaml": entry("2024-04")}, "4", "2024-01-04")
    return made


def test_states_of_commits_that_are_named_in_the_order_of_their_days(tmp_path: Path) -> None:
    made = tagged(tmp_path)
    found = states(made, "HEAD", "HEAD~3", "HEAD~1", "main")
    assert short(found.steps["p"]) == [
        ("1", [{}], {"a": "2024-01"}),
        ("3", [{"a": "2024-01"}], {"a": "2024-02"}),
        ("4", [{"a": "2024-02"}], {"a": "2024-04"}),
    ]
    assert sorted(found.names.values()) == [("revision", "HEAD"), ("revision", "HEAD~1"), ("revision", "HEAD~3")]


def test_states_of_one_day_stand_parents_first(tmp_path: Path) -> None:
    made = repository(tmp_path)
    for number in range(1, 4):
        made.commit(
            {**(SHARED if number == 1 else {}), "plans/p/actions/a.yaml": entry(f"2024-0{number}")}, f"{number}"
        )
    found = states(made, "HEAD", "HEAD~2", "HEAD~1")
    assert [subject for subject, _, _ in short(found.steps["p"])] == ["1", "2", "3"]


def test_states_of_tags_leave_out_those_of_before_the_plan(tmp_path: Path) -> None:
    found = states(tagged(tmp_path), tags=True)
    assert short(found.steps["p"]) == [
        ("1", [{}], {"a": "2024-01"}),
        ("3", [{"a": "2024-01"}], {"a": "2024-02"}),
        (None, [{"a": "2024-02"}], {"a": "2024-04"}),
    ]
    assert [found.names[step.commit.id] for step in found.steps["p"] if step.commit] == [
        ("tag", "board/1"),
        ("tag", "board/2"),
    ]


def test_a_state_that_changes_nothing_is_one_all_the_same(tmp_path: Path) -> None:
    found = states(tagged(tmp_path), "HEAD~2", "HEAD~1")
    assert [each[0] for each in short(found.steps["p"])] == ["2", "3", None]
    assert found.steps["p"][1].after == ()
    assert [each[0] for each in short(found.steps["q"])] == ["2", "3"]


@pytest.mark.parametrize(
    ("revision", "told"),
    [
        ("no-such", "no commit 'no-such' in this repository"),
        ("HEAD~4", "no plan p or q in commit 'HEAD~4'"),
        ("before-all", "no plan p or q in commit 'before-all'"),
        ("--all", "no commit '--all' in this repository"),
    ],
)
def test_a_state_that_there_is_not(revision: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError) as error:
        states(tagged(tmp_path), revision)
    assert str(error.value) == told
