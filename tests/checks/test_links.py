"""GP211 to GP213: what answers, continues and points to what, and how deep objectives go."""

from time import perf_counter

import pytest

from genderplan.checks import VALID
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from trees import ORGANISATIONS, PLAN, checked, found, tree_of

SCHEME = {"organisations.yaml": ORGANISATIONS, "scheme/plan.yaml": PLAN, "scheme/actions/r1.yaml": "title: R\n"}


def trees(files: dict[str, str], policy: str = "") -> Tree:
    """A plan `pay` beside a scheme of which it is a local plan."""
    return tree_of(
        SCHEME | {"pay/plan.yaml": PLAN + policy} | {f"pay/{name}.yaml": text for name, text in files.items()}
    )


def of(code: str, tree: Tree) -> list[Finding]:
    return [each for each in checked(tree, checks=VALID) if each.code == code]


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ("answers: scheme/r2", 10, "did you mean 'scheme/r1'?"),
        ("answers: r1", 10, "did you mean 'scheme/r1'?"),
        ("answers: [scheme/r1, scheme/r2]", 22, "did you mean 'scheme/r1'?"),
        ("answers: {entry: scheme/r2, extent: part}", 18, "did you mean 'scheme/r1'?"),
        ("answers: [{entry: scheme/r2}]", 19, "did you mean 'scheme/r1'?"),
        ("continues: scheme/r2", 12, "did you mean 'scheme/r1'?"),
        ("continues: [scheme/r1, scheme/r2]", 24, "did you mean 'scheme/r1'?"),
        ("see: [{place: page 3}, nobody/knows-this-one]", 24, None),
    ],
)
def test_unknown_entries(line: str, column: int, hint: str | None) -> None:
    (finding,) = of("GP211", trees({"actions/a": f"title: A\n{line}\n"}))
    assert finding[:4] == ("pay/actions/a.yaml", 2, column, "GP211")
    assert (finding.entry, finding.hint) == ("pay/a", hint)


def test_what_a_plan_answers() -> None:
    """F2-13: a local plan under the scheme's action."""
    (finding,) = of("GP211", trees({}, "answers: [scheme/r1, {entry: scheme/r9}]\n"))
    assert finding[:4] == ("pay/plan.yaml", 3, 30, "GP211")
    assert of("GP211", trees({}, "answers: scheme/r1\n")) == []


@pytest.mark.parametrize(
    "line",
    ["answers: scheme/r1", "continues: scheme/r1", "see: [b, scheme/r1, {place: Appendix 1}]", "answers: b", "see: b"],
)
def test_known_entries(line: str) -> None:
    """F2-25, F3-05, F3-29: where it came from, where else to look, what it delivers."""
    tree = trees({"actions/a": f"title: A\n{line}\n", "projects/b": "title: B\n"})
    assert of("GP211", tree) == of("GP212", tree) == []


def test_what_could_not_be_read_may_be_there() -> None:
    files = {"actions/a": "title: A\nanswers: [b, scheme/c, broken/d]\n", "actions/b": "titel: B\n"}
    tree = tree_of(
        SCHEME
        | {"scheme/actions/c.yaml": "- c\n", "broken/plan.yaml": "titel: x\n", "broken/actions/d.yaml": "title: D\n"}
        | {"pay/plan.yaml": PLAN}
        | {f"pay/{name}.yaml": text for name, text in files.items()}
    )
    assert of("GP211", tree) == []


def test_a_pointer_to_a_document_that_is_not_listed() -> None:
    sources = "sources: [{id: paper, title: Paper}]\n"
    tree = trees({"actions/a": "title: A\nsee: [{document: paper}, {place: x, document: papers}]\n"}, sources)
    assert found(checked(tree, checks=VALID), "GP203") == [("GP203", "pay/actions/a.yaml", 2, 47)]


@pytest.mark.parametrize("key", ["answers", "continues"])
def test_a_circle(key: str) -> None:
    files = {"actions/a": f"title: A\n{key}: b\n", "actions/b": f"title: B\n{key}: [scheme/r1, c]\n"}
    (finding,) = of("GP212", trees(files | {"actions/c": f"title: C\n{key}: a\n"}))
    assert finding[:4] == ("pay/actions/a.yaml", 2, len(key) + 3, "GP212")
    assert finding.message == f"a circle of {key}: pay/a → pay/b → pay/c → pay/a"


@pytest.mark.parametrize("key", ["answers", "continues"])
def test_what_names_itself_and_others_that_name_it_is_one_circle(key: str) -> None:
    everything = f"title: A\n{key}: [a, b]\n"
    (finding,) = of("GP212", trees({"actions/a": everything, "actions/b": everything}))
    assert (finding[:4], finding.message) == (
        ("pay/actions/a.yaml", 2, len(key) + 4, "GP212"),
        f"a circle of {key}: pay/a → pay/a",
    )


def test_of_two_keys_no_circle_is_made() -> None:
    files = {"actions/a": "title: A\nanswers: b\nsee: b\n", "actions/b": "title: B\ncontinues: a\nsee: a\n"}
    assert of("GP212", trees(files)) == []


def test_what_names_itself() -> None:
    tree = trees({"actions/a": "title: A\nanswers: a\ncontinues: a\nsee: [scheme/r1, a]\n"}, "answers: pay/a\n")
    assert found(of("GP212", tree)) == [
        ("GP212", "pay/actions/a.yaml", 2, 10),
        ("GP212", "pay/actions/a.yaml", 3, 12),
        ("GP212", "pay/actions/a.yaml", 4, 18),
        ("GP212", "pay/plan.yaml", 3, 10),
    ]


def test_a_long_circle_is_cut_short_and_costs_no_more_than_its_size() -> None:
    number = 1500
    files = {f"actions/a{at}": f"title: A\nanswers: a{(at + 1) % number}\n" for at in range(number)}
    tree = trees(files)
    begun = perf_counter()
    (finding,) = of("GP212", tree)
    assert perf_counter() - begun < 5
    assert finding.message.count(" → ") == 31
    assert " → … → " in finding.message


def test_objectives_of_objectives() -> None:
    policy = "objectives:\n- {id: a, title: A}\n- {id: b, title: B, part_of: a}\n- {id: c, title: C, part_of: b}\n"
    assert found(of("GP213", trees({}, policy))) == [("GP213", "pay/plan.yaml", 6, 30)]
    assert of("GP213", trees({}, "objectives: [{id: a, title: A}, {id: b, title: B, part_of: a}]\n")) == []


def test_an_objective_of_itself() -> None:
    assert found(of("GP213", trees({}, "objectives: [{id: a, title: A, part_of: a}]\n"))) == [
        ("GP213", "pay/plan.yaml", 3, 41)
    ]


def test_an_objective_of_one_that_is_not_there() -> None:
    tree = trees({}, "objectives: [{id: data, title: A}, {id: b, title: B, part_of: dta}]\n")
    (finding,) = of("GP201", tree)
    assert (finding[:4], finding.hint) == (("pay/plan.yaml", 3, 63, "GP201"), "did you mean 'data'?")
