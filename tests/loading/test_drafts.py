"""Files that are not written yet are read as if they were."""

from pathlib import Path

from genderplan.loading.tree import load_tree
from genderplan.source.files import Draft, draft
from genderplan.source.kinds import Kind
from support import ENTRY, PLAN, filed, tree


def an_action(folder: Path, name: str, text: str) -> Draft:
    return draft(folder, "p", Kind.ACTION, f"actions/{name}.yaml", text.encode())


def test_a_draft_is_in_its_plan_and_not_on_disk(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": ENTRY})
    read = load_tree(folder, shown_from=folder, drafts=[an_action(folder, "b", "title: Another\n")])
    assert [entry.title for entry in read.by_id["p"].entries] == ["An action", "Another"]
    assert read.findings == ()
    assert not (folder / "p" / "actions" / "b.yaml").exists()


def test_a_draft_stands_for_the_file_of_its_path(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": "title: [\n"})
    read = load_tree(folder, drafts=[an_action(folder, "a", "title: Mended\n")])
    assert [entry.title for entry in read.by_id["p"].entries] == ["Mended"]
    assert read.findings == ()


def test_a_draft_has_findings_like_any_file(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN})
    broken = an_action(folder, "a", "title: A\ntitel: B\n")
    found = load_tree(folder, drafts=[broken]).findings
    assert filed(found) == [(broken.file.shown, "GP102", 2, 1)]


def test_drafts_make_a_plan_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    drafts = [draft(folder, "p", Kind.PLAN, "plan.yaml", PLAN.encode()), an_action(folder, "a", ENTRY)]
    read = load_tree(folder, drafts=drafts)
    assert [entry.id for entry in read.by_id["p"].entries] == ["a"]
    assert (read.findings, read.unread_plans) == ((), frozenset())
