"""A tree as it was in a commit is what a checkout of the commit holds, and only what differs is parsed again."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genderplan.errors import NoPlanYetError, NothingToReadError
from genderplan.findings import START_OF_FILE
from genderplan.kinds.entry.rows import EntryRow
from genderplan.loading import tree as tree_module
from genderplan.loading.revisions import load_bare, load_revision
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Baseline, Tree
from genderplan.source.documents import Document
from genderplan.source.git.repository import Repository
from genderplan.source.places import Nowhere
from genderplan.source.yaml.reader import read_document
from repositories import Git, earlier_draft, repository, two_drafts
from support import ENTRY, PLAN

NOWHERE = Nowhere()


def bare(entry: EntryRow) -> EntryRow:
    return entry._replace(places=NOWHERE)


def comparable(read: Tree) -> Tree:
    """A tree of which nothing knows any more in which bytes it stood."""
    plans = [
        replace(
            plan,
            places=NOWHERE,
            entries=tuple(map(bare, plan.entries)),
            indicators=tuple(each._replace(places=NOWHERE) for each in plan.indicators),
            baselines=tuple(map(bare_baseline, plan.baselines)),
            registers=tuple(replace(each, places=NOWHERE) for each in plan.registers),
            assessments=tuple(replace(each, places=NOWHERE) for each in plan.assessments),
        )
        for plan in read.plans
    ]
    frameworks = tuple(replace(each, places=NOWHERE) for each in read.frameworks)
    boards = tuple(replace(each, places=NOWHERE) for each in read.boards)
    organisations = replace(read.organisations, places=NOWHERE)
    glossary = read.glossary and replace(read.glossary, places=NOWHERE)
    return replace(
        read,
        plans=tuple(plans),
        organisations=organisations,
        frameworks=frameworks,
        boards=boards,
        glossary=glossary,
    )


def bare_baseline(baseline: Baseline) -> Baseline:
    indicators = tuple(each._replace(places=NOWHERE) for each in baseline.indicators)
    return replace(baseline, entries=tuple(map(bare, baseline.entries)), indicators=indicators)


def checked_out(made: Git, revision: str, folder: str) -> Tree:
    """What a folder of a checkout holds."""
    with TemporaryDirectory() as place:
        made.git("worktree", "add", "--quiet", "--detach", f"{place}/there", revision)
        found = load_tree(Path(place, "there", folder), shown_from=Path(place, "there"))
        made.git("worktree", "remove", "--force", f"{place}/there")
    return found


def at_hand(made: Git, folder: str = "plans") -> Tree:
    return load_tree(made.folder / folder, shown_from=made.folder)


def then(made: Git, revision: str, folder: str = "plans", now: Tree | None = None) -> Tree:
    seen = Repository(made.folder / folder)
    return load_revision(seen, seen.commit(revision), seen.prefix, now)


def is_as_checked_out(made: Git, revision: str, folder: str = "plans") -> None:
    """With and without what is at hand now, a revision is what its checkout is."""
    wanted = comparable(checked_out(made, revision, folder))
    assert comparable(then(made, revision, folder)) == wanted
    assert comparable(then(made, revision, folder, at_hand(made, folder))) == wanted


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are parsed, as findings name them."""
    shown: list[str] = []

    def spy(data: bytes, name: str, most: int) -> Document:
        shown.append(name)
        return read_document(data, name, most)

    monkeypatch.setattr(tree_module, "read_document", spy)
    return shown


def test_the_two_drafts(tmp_path: Path) -> None:
    made = two_drafts(tmp_path)
    is_as_checked_out(made, "HEAD~1")
    is_as_checked_out(made, "HEAD")
    earlier, baseline = then(made, "HEAD~1").by_id["women-2003"], at_hand(made).by_id["women-2003"].baseline
    assert baseline is not None
    assert [dated(entry) for entry in earlier.entries] == [dated(entry) for entry in baseline.entries]


def dated(entry: EntryRow) -> object:
    """An entry without its places in files."""
    milestones = tuple(each._replace(position=START_OF_FILE) for each in entry.milestones)
    return entry._replace(places=NOWHERE, milestones=milestones, file="", position=START_OF_FILE, path=())


FILES = {
    "plans/organisations.yaml": "HR: {}\n",
    "plans/p/plan.yaml": PLAN,
    "plans/p/actions/a.yaml": ENTRY,
    "plans/p/actions/deep/b.yaml": ENTRY,
    "plans/p/projects/c.yaml": ENTRY,
    "plans/p/baselines/first.yaml": "genderplan: 1\n",
    "plans/q/plan.yaml": PLAN,
    "plans/q/actions/a.yaml": ENTRY,
}


def test_only_files_that_differ_are_parsed(tmp_path: Path, parsed: list[str]) -> None:
    made = repository(tmp_path)
    made.commit(FILES, "The first")
    made.commit({"plans/p/actions/a.yaml": f"{ENTRY}lead: HR\n", "plans/p/projects/c.yaml": None}, "The second")
    now = at_hand(made)
    parsed.clear()
    found = then(made, "HEAD~1", now=now)
    shared = {"plans/organisations.yaml", "plans/p/plan.yaml", "plans/q/plan.yaml", "plans/p/baselines/first.yaml"}
    assert set(parsed) == shared | {"plans/p/actions/a.yaml", "plans/p/projects/c.yaml"}
    assert len(parsed) == len(set(parsed))
    assert found.by_id["p"].by_id["b"] is now.by_id["p"].by_id["b"]
    assert found.by_id["q"].by_id["a"] is now.by_id["q"].by_id["a"]
    assert found.by_id["p"].by_id["a"].leads == ()


def test_a_baseline_that_is_the_same_is_not_parsed_again(tmp_path: Path, parsed: list[str]) -> None:
    agreed = "genderplan: 1\nentries: {a: {kind: action, title: To count}}\n"
    first, second = "plans/p/baselines/first.yaml", "plans/p/baselines/second.yaml"
    made = repository(tmp_path)
    made.commit({**FILES, first: agreed, second: agreed}, "The first")
    made.commit({second: agreed.replace("count", "measure")}, "The second")
    now = at_hand(made)
    parsed.clear()
    found = then(made, "HEAD~1", now=now).by_id["p"]
    assert first not in parsed
    assert second in parsed
    assert found.baseline_named("first") is now.by_id["p"].baseline_named("first")
    assert [[entry.title for entry in each.entries] for each in found.baselines] == [["To count"], ["To count"]]
    is_as_checked_out(made, "HEAD~1")


def test_a_board_that_is_the_same_is_not_parsed_again(parsed: list[str], tmp_path: Path) -> None:
    made = repository(tmp_path)
    boards = {f"plans/boards/{name}.yaml": f"note: The {name}\n" for name in ("Council", "EODB")}
    made.commit({**FILES, **boards})
    made.write({"plans/boards/EODB.yaml": "note: Another\n"})
    now = at_hand(made)
    parsed.clear()
    found = then(made, "HEAD", now=now)
    assert [name for name in parsed if "boards/" in name] == ["plans/boards/EODB.yaml"]
    assert found.boards_by_id["Council"] is now.boards_by_id["Council"]
    assert found.boards_by_id["EODB"].note == "The EODB"


def test_what_is_only_written_otherwise_in_the_tree_at_hand_is_parsed(tmp_path: Path, parsed: list[str]) -> None:
    """Line ends that git converted, say: their bytes are no longer those of the commit."""
    made = repository(tmp_path)
    made.commit(FILES)
    made.write({"plans/q/actions/a.yaml": ENTRY.replace("\n", "\r\n")})
    now = at_hand(made)
    parsed.clear()
    then(made, "HEAD", now=now)
    assert "plans/q/actions/a.yaml" in parsed
    assert "plans/p/actions/a.yaml" not in parsed


WRONG: Mapping[str, Mapping[str, str | bytes]] = {
    "a broken entry": {"plans/p/actions/x.yaml": "title: x: y\n"},
    "an entry of wrong keys": {"plans/p/actions/x.yaml": "titel: x\n"},
    "a broken plan": {"plans/p/plan.yaml": "genderplan: 2\n"},
    "broken organisations": {"plans/organisations.yaml": "- x\n"},
    "a broken baseline": {"plans/p/baselines/first.yaml": "x\n"},
    "not UTF-8": {"plans/p/actions/x.yaml": b"title: \xff\n"},
    "empty": {"plans/p/actions/x.yaml": ""},
    "too large": {"plans/p/actions/x.yaml": "#" * (1 << 20) + "\n" + ENTRY},
    "no id": {"plans/p/actions/X Y.yaml": ENTRY},
    "no folder of a plan": {"plans/p/action/x.yaml": ENTRY, "plans/r/actions/x.yaml": ENTRY},
    "another ending": {"plans/p/actions/x.yml": ENTRY, "plans/p/actions/x.YAML": ENTRY, "plans/p/notes.txt": "x\n"},
    "not ASCII": {"plans/p/actions/ä/x.yaml": ENTRY, "plans/p/actions/é.yaml": ENTRY},
    "an id twice": {"plans/p/actions/x/a.yaml": "title: Another\n", "plans/p/projects/b.yaml": ENTRY},
    "a line end in a name": {"plans/p/actions/x\ny.yaml": ENTRY},
    "frameworks": {"plans/frameworks/x.yaml": "x\n", "plans/frameworks/deep/y.yaml": "x\n"},
    "too deep": {f"plans/p/actions/{'d/' * 40}x.yaml": ENTRY},
}
ODD: Mapping[str, Mapping[str, str | bytes]] = {
    "hidden": {"plans/.h/plan.yaml": PLAN, "plans/p/.h/x.yaml": "x", "plans/p/actions/.x.yaml": "x"},
    "a folder like a file": {"plans/p/actions/x.yaml/y.yaml": ENTRY},
    "a framework": {"plans/frameworks/x.yaml": "genderplan: 1\ntitle: X\n"},
}


@pytest.mark.parametrize("name", [*WRONG, *ODD])
def test_what_cannot_be_read_is_found_as_in_a_checkout(name: str, tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({**FILES, **WRONG.get(name, {}), **ODD.get(name, {})}, "The first")
    made.commit({**dict.fromkeys((*WRONG.get(name, ()), *ODD.get(name, ()))), **FILES}, "The second")
    is_as_checked_out(made, "HEAD~1")
    assert bool(then(made, "HEAD~1").findings) == (name in WRONG)
    assert then(made, "HEAD").findings == ()


@pytest.mark.parametrize("target", ["a.yaml", "../actions", "nowhere"])
def test_links_are_found_and_never_followed(target: str, tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.write(FILES)
    (tmp_path / "plans/p/actions/link.yaml").symlink_to(target)
    made.commit({})
    is_as_checked_out(made, "HEAD")
    [found] = then(made, "HEAD").findings
    assert (found.code, found.file) == ("GP017", "plans/p/actions/link.yaml")


@pytest.mark.parametrize(
    ("target", "code"),
    [("more", "GP017"), ("../more", "GP017"), ("nowhere", "GP017"), ("link", "GP017"), ("a.yaml/b", "GP017"),
     ("../../../..", "GP017"), ("a.yaml", None), ("../../../readme.txt", None), ("to\nb", None)],
)  # fmt: skip
def test_links_that_could_lead_to_folders_are_found_as_in_a_checkout(
    target: str, code: str | None, tmp_path: Path
) -> None:
    made = repository(tmp_path)
    made.write({**FILES, "readme.txt": "x", "plans/p/more/x.txt": "x", "plans/p/actions/more/y.txt": "x"})
    (tmp_path / "plans/p/actions/to\nb").write_text("x")
    for name in ("first", "link", "second"):
        (tmp_path / "plans/p/actions" / name).symlink_to(target if name == "link" else "more")
    made.commit({})
    is_as_checked_out(made, "HEAD")
    found = {(each.code, each.file) for each in then(made, "HEAD").findings}
    link = {(code, "plans/p/actions/link")} if code else set()
    assert found == {("GP017", "plans/p/actions/first"), ("GP017", "plans/p/actions/second"), *link}


@pytest.mark.parametrize("name", ["plans/q", "plans/p/actions", "plans/frameworks"])
def test_a_link_in_place_of_a_folder_is_found_as_in_a_checkout(name: str, tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.write({"plans/p/plan.yaml": PLAN, "elsewhere/x.yaml": ENTRY})
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    made.commit({})
    is_as_checked_out(made, "HEAD")
    assert [(each.code, each.file) for each in then(made, "HEAD").findings] == [("GP017", name)]


def test_a_submodule_within_is_read_as_the_commit_names_it(tmp_path: Path) -> None:
    inner = repository(tmp_path / "inner")
    inner.commit({"x.yaml": ENTRY})
    made = repository(tmp_path / "outer")
    made.commit(FILES)
    made.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.folder), "plans/p/actions/sub"
    )
    made.commit({})
    Git(made.folder / "plans/p/actions/sub").commit({"x.yaml": None, "y.yaml": ENTRY})
    assert {"x", "y"} & set(then(made, "HEAD").by_id["p"].by_id) == {"x"}
    made.git("submodule", "deinit", "--force", "--quiet", "--all")
    with pytest.raises(NothingToReadError) as told:
        then(made, "HEAD")
    at = made.git("rev-parse", "HEAD")[:12]
    path = "plans/p/actions/sub"
    brought = f"'git submodule update --init {path}' brings it"
    assert str(told.value) == f"'{path}' is a submodule in commit {at} that is not here: {brought}"


@pytest.mark.parametrize("folder", ["", "deep/er", "p*ns", "ä ö"])
def test_a_tree_wherever_it_is(folder: str, tmp_path: Path) -> None:
    made = repository(tmp_path)
    inside = {name.replace("plans/", f"{folder}/" if folder else "", 1): text for name, text in FILES.items()}
    made.commit({**inside, "plans2/z/plan.yaml": "broken"} if folder else inside)
    is_as_checked_out(made, "HEAD", folder)
    assert [plan.id for plan in then(made, "HEAD", folder).plans] == ["p", "q"]


def test_where_there_was_no_plan(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({"README": "x\n"}, "The first")
    made.commit(FILES, "The second")
    seen = Repository(tmp_path / "plans")
    first = seen.commit("HEAD~1")
    with pytest.raises(NoPlanYetError, match=f"^no plan in 'plans' of commit {first.id[:12]}$"):
        load_revision(seen, first, "plans")


def test_where_the_plans_were_elsewhere(tmp_path: Path) -> None:
    made = repository(tmp_path)
    first = made.commit({"old/p/plan.yaml": PLAN, "plan.yaml": "no plan\n"}, "The first")
    made.commit({**FILES, "old/p/plan.yaml": None}, "The second")
    with pytest.raises(
        NothingToReadError, match=f"^no plan in 'plans' of commit {first[:12]}: it has 'old/p/plan.yaml'$"
    ):
        then(made, "HEAD~1")


NAMES = [
    f"{folder}/{name}.yaml"
    for folder, name in (("actions", "a"), ("actions/x", "b"), ("projects", "c"), ("projects/y", "d"))
]
TEXTS = [ENTRY, "title: Another\nmilestones:\n  - {id: m, title: x, due: 2024-02}\n", "title: x: y\n", "titel: x\n"]
PLANS = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(TEXTS))


@settings(max_examples=10)
@given(earlier=PLANS, now=PLANS)
def test_any_plan_is_as_checked_out(earlier: dict[str, str], now: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        made = repository(Path(folder))
        heading = {"plans/p/plan.yaml": PLAN}
        made.commit(heading | {f"plans/p/{name}": text for name, text in earlier.items()}, "The first")
        made.commit({f"plans/p/{name}": now.get(name) for name in {*earlier, *now}}, "The second")
        is_as_checked_out(made, "HEAD~1")


def test_the_earlier_draft_stands_where_the_later_one_does(tmp_path: Path) -> None:
    """What the tests of two drafts rest on: the files of both have the same names where they are of one entry."""
    made = two_drafts(tmp_path)
    names = set(earlier_draft())
    assert names <= {name.removeprefix(f"{tmp_path}/") for name in map(str, made.folder.glob("plans/**/*.yaml"))}
    earlier = then(made, "HEAD~1").by_id["women-2003"]
    assert len(names) == 2 + len(earlier.entries) + len(earlier.indicators)


@pytest.mark.parametrize(
    ("folder", "below", "found"), [("plans", "", "plans"), ("", "", ""), ("a/plans", "a", "a/plans")]
)
def test_the_tree_of_a_bare_repository(folder: str, below: str, found: str, tmp_path: Path) -> None:
    where = f"{folder}/" if folder else ""
    made = repository(tmp_path / "made")
    made.commit({f"{where}p/plan.yaml": PLAN, f"{where}p/actions/x.yaml": ENTRY})
    clone = made.clone(tmp_path / "bare.git", "--bare")
    read = load_bare(clone.folder / below)
    assert read is not None
    root, tree = read
    assert (root, Repository(root).prefix) == (clone.folder / found, found)
    assert comparable(tree) == comparable(checked_out(made, "HEAD", folder))
    assert load_bare(clone.folder / found) is not None


def test_no_tree_of_a_repository_with_files_without_plans_or_without_commits(tmp_path: Path) -> None:
    made = repository(tmp_path / "made")
    assert load_bare(made.folder) is None
    made.commit({"plans/p/plan.yaml": PLAN})
    assert load_bare(made.folder) is None
    clone = made.clone(tmp_path / "bare.git", "--bare")
    assert load_bare(clone.folder / "elsewhere") is None
    assert load_bare(repository(tmp_path / "empty.git", "--bare").folder) is None
    assert load_bare(tmp_path) is None
