"""`genderplan baseline save`: what is agreed, kept under a name."""

from pathlib import Path

import pytest

from cli.company import company
from cli_runner import REPOSITORY, call, run
from genderplan.editing import baselines, freezing
from genderplan.source import limits
from support import ENTRY, PLAN, tree


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return company(tmp_path).parent


def text(folder: Path, name: str, plan: str = "pay") -> str:
    return (folder / "plans" / plan / "baselines" / f"{name}.yaml").read_text(encoding="utf-8")


def test_the_shipped_plan_kept_and_then_moved(tmp_path: Path) -> None:
    """The whole round on real plans: nothing has moved since, until a date does."""
    import shutil

    shutil.copytree(REPOSITORY / "plans", tmp_path / "plans")
    kept = run("baseline", "save", "board-1", "--plan", "women-2003", cwd=tmp_path)
    assert kept == (0, "plans/women-2003/baselines/board-1.yaml\n", "")
    assert call("validate", cwd=tmp_path).code == 0
    [same] = call("slippage", "--plan", "women-2003", "--format", "json", cwd=tmp_path).json["comparisons"]
    assert same["baseline"] == {"name": "board-1", "title": None, "taken": "2003-11-03"}
    sums = {"net": {"months": None, "days": None}, "worst": None}
    assert same["totals"] | {"compared": 0, "unmoved": 0} == dict.fromkeys(same["totals"], 0) | sums
    assert same["totals"]["compared"] == same["totals"]["unmoved"] == 78
    assert [same[kind] for kind in ("reworded", "dated", "undated")] == [[], [], []]
    action = tmp_path / "plans/women-2003/actions/identifying-needs/identify-needs.yaml"
    action.write_text(action.read_text(encoding="utf-8").replace("due: 2004-02", "due: 2004-03"), encoding="utf-8")
    [moved] = call("slippage", "--plan", "women-2003", "--format", "json", cwd=tmp_path).json["comparisons"]
    assert [(each["was"], each["now"]) for each in moved["moved"]] == [("2004-02", "2004-03")]


def test_what_stands_in_the_file(folder: Path) -> None:
    kept = call(
        "baseline", "save", "board-9", "--plan", "pay", "--title", "As agreed", "--taken", "2025-01", cwd=folder
    )
    assert kept == (0, "plans/pay/baselines/board-9.yaml\n", "")
    assert text(folder, "board-9").startswith(
        'genderplan: 1\nname: "board-9"\ntitle: "As agreed"\ntaken: 2025-01\nplan:\n  title: "Equal pay and careers plan"\n'
    )
    for progress in ("completed:", "forecast:", "cancelled:", "updates:", "revisions:"):
        assert progress not in text(folder, "board-9")


def test_it_is_taken_on_the_status_date(folder: Path) -> None:
    call("baseline", "save", "b", "--plan", "pay", cwd=folder)
    call("baseline", "save", "c", "--plan", "pay", "--as-of", "2025-02-03", cwd=folder)
    assert "\ntaken: 2025-01-15\n" in text(folder, "b")
    assert "\ntaken: 2025-02-03\n" in text(folder, "c")


def test_a_name_that_is_taken_needs_replace_and_a_reason(folder: Path) -> None:
    call("baseline", "save", "b", "--plan", "pay", "--title", "First", cwd=folder)
    before = text(folder, "b")
    refused = call("baseline", "save", "b", "--plan", "pay", cwd=folder)
    message = "genderplan: pay has a baseline 'b': take another name, or --replace --reason TEXT\n"
    assert refused == (2, "", message)
    for reason in ([], ["--reason", " "]):
        refused = call("baseline", "save", "b", "--plan", "pay", "--replace", *reason, cwd=folder)
        assert refused == (2, "", "genderplan: --replace needs --reason: whoever reads the baseline later will ask\n")
    assert text(folder, "b") == before


def test_why_it_was_replaced_is_kept_each_time(folder: Path) -> None:
    call("baseline", "save", "b", "--plan", "pay", "--title", "First", cwd=folder)
    for day, reason in (("2025-02-01", "misread: twice"), ("2025-03-01", "again")):
        again = ("--replace", "--reason", reason, "--as-of", day)
        assert call("baseline", "save", "b", "--plan", "pay", *again, cwd=folder).code == 0
    assert text(folder, "b").startswith(
        'genderplan: 1\nname: "b"\ntitle: "First"\ntaken: 2025-03-01\nreplaced:\n'
        '- date: 2025-02-01\n  reason: "misread: twice"\n- date: 2025-03-01\n  reason: "again"\nplan:\n'
    )
    shown = call("baseline", "show", "b", cwd=folder)
    assert shown.lines[:4] == [
        "First",
        "baseline b of pay · taken 1 Mar 2025",
        "taken anew 1 Feb 2025: misread: twice",
        "taken anew 1 Mar 2025: again",
    ]
    detail = call("baseline", "show", "b", "--format", "json", cwd=folder).json["baseline"]
    assert detail["replaced"] == [
        {"date": "2025-02-01", "reason": "misread: twice"},
        {"date": "2025-03-01", "reason": "again"},
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--reason", "x"], "--reason goes with --replace"),
        (["--replace", "--reason", "x"], "pay has no baseline 'b' to be replaced"),
        (["--taken", "May 2025"], "--taken: 'May 2025' is not a date (write 2025-05)"),
    ],
)
def test_options_that_cannot_be_meant(folder: Path, arguments: list[str], message: str) -> None:
    refused = call("baseline", "save", "b", "--plan", "pay", *arguments, cwd=folder)
    assert refused == (2, "", f"genderplan: {message}\n")


@pytest.mark.parametrize("name", ["B", "a b", "-", "../b", "a/b", "", "\udcff"])
def test_a_name_that_is_no_id(folder: Path, name: str) -> None:
    before = sorted(folder.rglob("*"))
    refused = call("baseline", "save", "--plan", "pay", "--", name, cwd=folder)
    assert (refused.code, refused.out) == (2, "")
    assert "is not an id: it is made of lower-case letters" in refused.err
    assert sorted(folder.rglob("*")) == before


def test_an_older_one_says_so(folder: Path) -> None:
    call("baseline", "save", "new", "--plan", "pay", "--taken", "2025-02", cwd=folder)
    kept = call("baseline", "save", "old", "--plan", "pay", "--taken", "2024-01", cwd=folder)
    assert kept.code == 0
    why = "taken later, or on the same day under a later name (--taken)"
    assert kept.err == f"genderplan: reports go on with new: {why}\n"
    assert call("baseline", "save", "a", "--plan", "pay", "--taken", "2025-02", cwd=folder).err == kept.err
    assert call("baseline", "save", "z", "--plan", "pay", "--taken", "2025-02", cwd=folder).err == ""


def test_a_plan_with_errors_is_refused(tmp_path: Path) -> None:
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": ENTRY + "lead: Nobody\n"})
    refused = call("baseline", "save", "b", cwd=tmp_path)
    message = "genderplan: p has errors, nothing was kept: 'genderplan validate --plan p' shows them\n"
    assert refused == (1, "", message)
    (folder / "p/actions/a.yaml").write_text(ENTRY, encoding="utf-8")
    (folder / "p/actions/b.yaml").write_text("title: [", encoding="utf-8")
    assert call("baseline", "save", "b", cwd=tmp_path).code == 1
    assert not (folder / "p/baselines").exists()


def test_errors_of_another_plan_do_not_matter(tmp_path: Path) -> None:
    tree(tmp_path, {"p/plan.yaml": PLAN, "q/plan.yaml": PLAN, "q/actions/a.yaml": "title: ["})
    assert call("baseline", "save", "b", "--plan", "p", cwd=tmp_path).code == 0


def test_which_plan(folder: Path) -> None:
    refused = call("baseline", "save", "b", cwd=folder)
    assert refused.code == 2
    assert refused.err.startswith("genderplan: which plan? name one with --plan: ")


def test_an_empty_plan_can_be_kept(tmp_path: Path) -> None:
    tree(tmp_path, {"p/plan.yaml": PLAN})
    assert call("baseline", "save", "b", "--as-of", "2025-01-01", cwd=tmp_path).code == 0
    assert text(tmp_path, "b", "p").endswith("entries: {}\n")
    assert call("validate", cwd=tmp_path).code == 0


def test_a_baseline_may_be_larger_than_any_other_file(tmp_path: Path) -> None:
    """It holds a whole plan: two files of 0.7 MiB make one of 1.4 MiB, which is read back."""
    note = "note: " + "word " * 150_000 + "end\n"
    tree(tmp_path, {"p/plan.yaml": PLAN} | {f"p/actions/{name}.yaml": ENTRY + note for name in "ab"})
    assert call("baseline", "save", "b", cwd=tmp_path).code == 0
    assert len(text(tmp_path, "b", "p")) > limits.MAX_BYTES
    assert call("validate", cwd=tmp_path).code == 0


def test_a_baseline_that_would_be_too_large_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from genderplan.source.kinds import Kind

    tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": ENTRY})
    monkeypatch.setattr(Kind.BASELINE, "most_bytes", 50)
    refused = call("baseline", "save", "b", cwd=tmp_path)
    assert refused == (2, "", "genderplan: the file is larger than 0 MiB (split it): nothing was written\n")
    assert not (tmp_path / "plans/p/baselines").exists()


def test_one_that_changes_meanwhile_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("baseline", "save", "b", "--plan", "pay", cwd=folder)
    path = folder / "plans/pay/baselines/b.yaml"
    theirs = path.read_bytes() + b"# theirs\n"
    frozen = freezing.frozen

    def meanwhile(*given: object) -> bytes:
        path.write_bytes(theirs)
        return frozen(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(baselines, "frozen", meanwhile)
    refused = call("baseline", "save", "b", "--plan", "pay", "--replace", "--reason", "x", cwd=folder)
    assert refused == (2, "", "genderplan: plans/pay/baselines/b.yaml was changed meanwhile: nothing was written\n")
    assert path.read_bytes() == theirs
