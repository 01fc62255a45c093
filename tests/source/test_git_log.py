"""What git tells of history: what each commit changed, what git takes for renamed, and which tags there are."""

from pathlib import Path

from genderplan.source.git.log import FileChange
from genderplan.source.git.repository import Repository
from genderplan.source.git.snapshot import blob_id
from repositories import PERSON, Git, changes, repository


def branches(folder: Path) -> Git:
    """Two branches merged twice: once without a conflict, once with one that is resolved in a third way."""
    made = repository(folder)
    made.commit({"a": "1\n", "b": "1\n", "d/x": "1\n"}, "root")
    made.git("checkout", "--quiet", "-b", "side")
    made.commit({"a": "2\n"}, "side 1")
    made.git("checkout", "--quiet", "main")
    made.commit({"b": "2\n", "new": "1\n"}, "main 1")
    made.merge("side", "merge 1")
    made.git("checkout", "--quiet", "side")
    made.commit({"a": "3\n", "d/x": "2\n"}, "side 2")
    made.git("checkout", "--quiet", "main")
    made.commit({"a": "4\n"}, "main 2")
    made.git("merge", "--quiet", "--no-commit", "--strategy=ours", "side", **PERSON)
    made.commit({"a": "5\n", "b": None, "d/x": "2\n"}, "merge 2")
    made.commit({}, "nothing")
    return made


def test_a_log_of_branches_has_of_a_merge_what_differs_from_any_parent(tmp_path: Path) -> None:
    branches(tmp_path)
    seen = Repository(tmp_path)
    assert changes(seen) == [
        ("root", ["a", "b", "d/x"]),
        ("main 1", ["b", "new"]),
        ("side 1", ["a"]),
        ("merge 1", ["a", "b", "new"]),
        ("main 2", ["a"]),
        ("side 2", ["a", "d/x"]),
        ("merge 2", ["a", "b", "d/x", "new"]),
        ("nothing", []),
    ]


def test_a_merge_has_a_state_of_before_for_each_parent(tmp_path: Path) -> None:
    branches(tmp_path)
    seen = Repository(tmp_path)
    head = seen.commit("HEAD")
    one, two, three, four, five = (blob_id(f"{number}\n".encode(), head.id) for number in range(1, 6))
    by_subject = {each.commit.subject: each.files for each in seen.log(head)}
    assert by_subject["merge 2"] == (
        FileChange("a", (four, three), five),
        FileChange("b", (two, one), None),
        FileChange("d/x", (one, two), two),
        FileChange("new", (one, None), one),
    )
    assert by_subject["main 1"] == (FileChange("b", (one,), two), FileChange("new", (None,), one))


def test_a_merge_of_three_one_of_which_it_is(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({"a": "1\n"}, "root")
    for name in ("x", "y"):
        made.git("checkout", "--quiet", "-b", name, "main")
        made.commit({"a": f"{name}\n"}, name)
    made.git("checkout", "--quiet", "main")
    made.commit({}, "ours")
    made.git("merge", "--quiet", "--no-ff", "--strategy=ours", "--message", "merge", "x", "y", **PERSON)
    seen = Repository(tmp_path)
    head = seen.commit("HEAD")
    [merge] = [each.files for each in seen.log(head) if each.commit.subject == "merge"]
    one, x, y = (blob_id(data, head.id) for data in (b"1\n", b"x\n", b"y\n"))
    assert [(file.path, sorted(filter(None, file.before)), file.after) for file in merge] == [
        ("a", sorted((one, x, y)), one)
    ]


def test_below_the_top_no_branch_is_left_out(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({"plans/a": "1\n"}, "root")
    made.git("checkout", "--quiet", "-b", "side")
    made.commit({"plans/a": "2\n"}, "there")
    made.commit({"plans/a": "1\n"}, "and back")
    made.git("checkout", "--quiet", "main")
    made.commit({"other": "x\n"}, "other")
    made.merge("side", "merge")
    made.git("checkout", "--quiet", "-b", "lost")
    made.commit({"plans/a": "3\n"}, "lost")
    made.git("checkout", "--quiet", "main")
    made.git("merge", "--quiet", "--no-ff", "--strategy=ours", "--message", "ours", "lost", **PERSON)
    assert changes(Repository(tmp_path / "plans")) == [
        ("root", ["plans/a"]),
        ("there", ["plans/a"]),
        ("and back", ["plans/a"]),
        ("lost", ["plans/a"]),
        ("ours", ["plans/a"]),
    ]
    assert changes(Repository(tmp_path / "plans"), mainline=True) == [("root", ["plans/a"])]


def test_commits_in_their_order_whatever_their_clocks_said(tmp_path: Path) -> None:
    made = repository(tmp_path)
    names = [made.commit({"x": f"{number}"}, day, day) for number, day in enumerate(("2024-03-01", "2024-01-01"))]
    seen = Repository(tmp_path)
    assert seen.in_order([names[1], names[0]]) == names
    assert (seen.in_order(names[1:]), seen.in_order([])) == (names[1:], [])


def test_the_mainline_has_what_merges_brought(tmp_path: Path) -> None:
    branches(tmp_path)
    assert changes(Repository(tmp_path), mainline=True) == [
        ("root", ["a", "b", "d/x"]),
        ("main 1", ["b", "new"]),
        ("merge 1", ["a"]),
        ("main 2", ["a"]),
        ("merge 2", ["a", "b", "d/x"]),
        ("nothing", []),
    ]
    assert changes(Repository(tmp_path / "d"), mainline=True) == [("root", ["d/x"]), ("merge 2", ["d/x"])]


def test_parents_stand_before_children_whatever_their_clocks_said(tmp_path: Path) -> None:
    made = repository(tmp_path)
    for number, day in enumerate(("2024-03-01", "2024-01-01", "2024-02-01")):
        made.commit({"plans/x": f"{number}\n"}, day, day)
    assert [subject for subject, _ in changes(Repository(tmp_path / "plans"))] == [
        "2024-03-01",
        "2024-01-01",
        "2024-02-01",
    ]


LONG = "".join(f"line {number}\n" for number in range(30))


def test_renames_are_what_git_thinks(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({"plans/a.yaml": LONG, "plans/b ä.yaml": "short\n", "z": "z\n"}, "The first")
    second = made.commit({"plans/a.yaml": None, "plans/c.yaml": f"{LONG}one more\n"}, "The second")
    third = made.commit({"plans/b ä.yaml": None, "plans/d.yaml": "quite another\n"}, "The third")
    fourth = made.commit({"z": None, "plans/\nz.yaml": "z\n"}, "The fourth")
    seen = Repository(tmp_path / "plans")
    assert list(seen.renames([second, third, fourth])) == [
        (second, "plans/a.yaml", "plans/c.yaml"),
        (fourth, "z", "plans/\nz.yaml"),
    ]
    assert list(seen.renames([third])) == []
    assert list(seen.renames([])) == []


def test_tags_of_what_is_before(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({"x": "0"}, "The first")
    made.git("tag", "v1")
    made.git("tag", "of-a-tree", "HEAD^{tree}")
    made.commit({"x": "1"}, "The second", "2024-02-01")
    made.git(
        "tag", "--annotate", "--message", "x", "board/ä", **PERSON | {"GIT_COMMITTER_DATE": "2024-02-02T12:00:00Z"}
    )
    made.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    made.commit({"x": "2"}, "On the side", "2024-03-01")
    made.git("tag", "elsewhere")
    seen = Repository(tmp_path)
    assert seen.tags(seen.commit("main")) == ["v1", "board/ä"]
    assert seen.tags(seen.commit("side")) == ["v1", "elsewhere"]
