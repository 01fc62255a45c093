"""The kinds of files as wholes: roots, ids given twice, what a baseline leaves out, several errors at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from genderplan.dates.lengths import Length
from genderplan.findings import Finding
from genderplan.kinds.entry.part_rows import DependencyRow, InputRow, PartnerRow
from genderplan.kinds.shared.mappings import FileMapping
from support import ENTRY, PLAN, filed, marked, places, read_plan, read_tree, spans

FILES = [
    "organisations.yaml",
    "p/plan.yaml",
    "p/actions/a.yaml",
    "p/projects/a.yaml",
    "p/indicators/a.yaml",
    "p/baselines/b.yaml",
]
BASELINE = "genderplan: 1\n"


def findings_of(tmp_path: Path, file: str, text: str) -> tuple[Finding, ...]:
    return read_tree(tmp_path, {"p/plan.yaml": PLAN} | {file: text}).findings


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("- a\n", ("GP101", 1, 1, None)),
        ("# c\n\n  - a\n", ("GP101", 3, 3, None)),
        ("[]\n", ("GP101", 1, 1, None)),
        ("text\n", ("GP101", 1, 1, 5)),
        ("''\n", ("GP101", 1, 1, 3)),
        ("2003-10\n", ("GP101", 1, 1, 8)),
    ],
)
def test_document_that_is_no_mapping(
    tmp_path: Path, file: str, text: str, span: tuple[str, int, int, int | None]
) -> None:
    found = findings_of(tmp_path, file, text)
    assert spans(found) == [span]
    assert found[0].file == file


@pytest.mark.parametrize(
    ("file", "missing"),
    [
        ("p/plan.yaml", ["genderplan", "title"]),
        ("p/actions/a.yaml", ["title"]),
        ("p/projects/a.yaml", ["title"]),
        ("p/baselines/b.yaml", ["genderplan"]),
        ("organisations.yaml", []),
    ],
)
def test_empty_mapping_lacks_what_is_required(tmp_path: Path, file: str, missing: list[str]) -> None:
    found = findings_of(tmp_path, file, "# c\n  {}\n")
    assert places(found) == [("GP103", 2, 3)] * len(missing)
    assert [key in each.message for key, each in zip(missing, found, strict=True)] == [True] * len(missing)


TWICE = {
    "aim": ("p/plan.yaml", PLAN + "aims:\n- {id: a, title: A}\n- {id: b, title: B}\n- {title: C, id: «a»}\n"),
    "objective": ("p/plan.yaml", PLAN + "objectives: [{id: a, title: A}, {id: «'a'», title: B}]\n"),
    "source": ("p/plan.yaml", PLAN + "sources:\n- id: a\n  title: A\n- id: «a»\n  title: B\n"),
    "milestone": ("p/actions/a.yaml", ENTRY + "milestones:\n- {id: a, title: A}\n- {id: «a», title: B}\n"),
    "milestone of a project": ("p/projects/a.yaml", ENTRY + "milestones: [{id: a, title: A}, {id: «a», title: A}]\n"),
    "organisation": ("organisations.yaml", "HR: {}\nFinance: {}\n«hr»: {}\n"),
    "organisation, other case": ("organisations.yaml", "dcc4: {}\n«DCC4»: {name: D}\n"),
    "aim of a baseline": ("p/baselines/b.yaml", BASELINE + "plan: {aims: [{id: a, title: A}, {id: «a», title: A}]}\n"),
    "objective of a baseline": (
        "p/baselines/b.yaml",
        BASELINE + "plan:\n  objectives:\n  - {id: a, title: A}\n  - {id: «a», title: A}\n",
    ),
    "milestone of a baseline": (
        "p/baselines/b.yaml",
        BASELINE + "entries:\n  a:\n    kind: action\n    title: A\n    milestones:\n"
        "    - {id: m, title: M}\n    - {id: «m», title: M}\n",
    ),
}


@pytest.mark.parametrize("name", TWICE)
def test_id_given_twice(tmp_path: Path, name: str) -> None:
    file, text = TWICE[name]
    text, place = marked(text)
    found = findings_of(tmp_path, file, text)
    assert spans(found) == [("GP109", *place)]
    assert found[0].file == file


def test_id_given_three_times_is_found_twice(tmp_path: Path) -> None:
    text = ENTRY + "milestones:\n" + "- {id: a, title: A}\n" * 3
    assert places(findings_of(tmp_path, "p/actions/a.yaml", text)) == [("GP109", 4, 8), ("GP109", 5, 8)]


@pytest.mark.parametrize("file", FILES)
def test_key_given_twice_is_found_once(tmp_path: Path, file: str) -> None:
    text = {"organisations.yaml": "HR: {}\nHR: {}\n", "p/plan.yaml": "genderplan: 1\ngenderplan: 1\ntitle: A\n"}
    given = text.get(file, "title: A\ntitle: A\n" + ("genderplan: 1\n" if "baselines" in file else ""))
    assert places(findings_of(tmp_path, file, given)) == [("GP008", 2, 1)]


@pytest.mark.parametrize("key", ["completed", "forecast", "cancelled", "updates", "revisions"])
@pytest.mark.parametrize("value", ["2003", "{}", "[]", "{date: 2003}", "[{date: 2003, text: x}]"])
def test_baseline_has_no_progress(tmp_path: Path, key: str, value: str) -> None:
    for text in (
        BASELINE + f"entries:\n  a: {{kind: action, title: A, «{key}»: {value}}}\n",
        BASELINE + f"entries:\n  a:\n    title: A\n    kind: project\n    «{key}»: {value}\n",
        BASELINE + "entries:\n  a:\n    title: A\n    kind: project\n    milestones:\n"
        f"    - id: m\n      «{key}»: {value}\n      title: M\n",
    ):
        bare, place = marked(text)
        assert spans(findings_of(tmp_path, "p/baselines/b.yaml", bare)) == [("GP102", *place)]


@pytest.mark.parametrize("key", ["state", "period", "status_date", "tolerance", "due_soon", "sources", "genderplan"])
def test_baseline_has_no_policy(tmp_path: Path, key: str) -> None:
    text, place = marked(BASELINE + f"plan:\n  title: A\n  «{key}»: 1\n")
    assert spans(findings_of(tmp_path, "p/baselines/b.yaml", text)) == [("GP102", *place)]


@pytest.mark.parametrize("field", ["milestones", "source", "partners", "inputs", "kind", "plan", "entries"])
def test_entry_of_a_baseline_may_be_called_like_a_field(tmp_path: Path, field: str) -> None:
    text = BASELINE + f"entries:\n  {field}:\n    kind: action\n    title: A\n    «outputs»: x\n"
    bare, place = marked(text)
    found = findings_of(tmp_path, "p/baselines/b.yaml", bare)
    assert spans(found) == [("GP102", *place)]
    assert found[0].hint == "did you mean 'output'?"


@pytest.mark.parametrize("name", ["holders", "name", "root", "aliases"])
def test_organisation_may_be_called_like_a_field(tmp_path: Path, name: str) -> None:
    text, place = marked(f"{name}: {{name: A, «alias»: [x]}}\n")
    found = findings_of(tmp_path, "organisations.yaml", text)
    assert spans(found) == [("GP102", *place)]
    assert found[0].hint == "did you mean 'aliases'?"


@pytest.mark.parametrize("name", ["HR", "hr", "DCC4", "HR-Director", "4", "a-", "A--b", "null-unit"])
def test_organisation_id(tmp_path: Path, name: str) -> None:
    read = read_tree(tmp_path, {"p/plan.yaml": PLAN, "organisations.yaml": f"{name}: {{}}\n"})
    assert read.findings == ()
    assert [each.id for each in read.organisations.organisations] == [name]


@pytest.mark.parametrize("name", ["-HR", "H R", "H_R", "É", "H/R", "H.R.", "'H#R'", "''", '"HR\\n"', "＆"])
def test_not_an_organisation_id(tmp_path: Path, name: str) -> None:
    text, place = marked(f"HR: {{}}\n«{name}»: {{}}\n")
    assert spans(findings_of(tmp_path, "organisations.yaml", text)) == [("GP107", *place)]


@pytest.mark.parametrize("name", ["A", "a_b", "a--b", "'a b'", "a/b", "'a#b'", "''", "'[key]'", "'#text'"])
def test_not_an_entry_s_id_in_a_baseline(tmp_path: Path, name: str) -> None:
    text, place = marked(BASELINE + f"entries:\n  «{name}»: {{kind: action, title: A}}\n")
    assert spans(findings_of(tmp_path, "p/baselines/b.yaml", text)) == [("GP107", *place)]


FORMER = {"'Foo Bar !'": "made of", "p/one": "one plan", "p/one#m": "one plan", "One": "made of", "'#m'": "made of"}


@pytest.mark.parametrize(("name", "hint"), FORMER.items())
@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("actions/a.yaml", ENTRY + "renamed_from: {}\n"),
        ("projects/a.yaml", ENTRY + "renamed_from: [b, {}]\n"),
        ("actions/a.yaml", ENTRY + "milestones:\n- id: m\n  title: M\n  renamed_from: [n, b#n, {}]\n"),
        ("baselines/a.yaml", BASELINE + "entries:\n  a:\n    kind: action\n    title: A\n    renamed_from: {}\n"),
    ],
)
def test_what_something_was_called_is_an_id(tmp_path: Path, file: str, text: str, name: str, hint: str) -> None:
    bare, place = marked(text.format(f"«{name}»"))
    found = findings_of(tmp_path, f"p/{file}", bare)
    assert spans(found) == [("GP107", *place)]
    assert hint in (found[0].hint or "")


def test_an_entry_was_no_milestone(tmp_path: Path) -> None:
    text, place = marked(ENTRY + "renamed_from: «b#m»\n")
    assert spans(findings_of(tmp_path, "p/actions/a.yaml", text)) == [("GP107", *place)]


def test_no_key_is_what_yaml_takes_for_true_or_false() -> None:
    """Older programs take these words for true and false even as keys."""
    words = {"on", "off", "yes", "no", "y", "n", "true", "false", "null"}
    keys = {field.alias or name for model in below(FileMapping) for name, field in model.model_fields.items()}
    assert len(keys) > 40
    assert {key for key in keys if key.lower() in words} == set()


def below(model: type[FileMapping]) -> Iterator[type[FileMapping]]:
    """A model and all that are made of it."""
    yield model
    for each in model.__subclasses__():
        yield from below(each)


def test_one_or_a_list(tmp_path: Path) -> None:
    one = ENTRY + "lead: HR\ninputs: HR\ngroups: All\npartners: HR\nrenamed_from: b\n"
    many = ENTRY + "lead: [HR]\ninputs: [HR]\ngroups: [All]\npartners: [HR]\nrenamed_from: [b]\n"
    milestones = "milestones:\n- {id: m, title: M}\n- {id: n, title: N, depends_on: m, lead: HR}\n"
    listed = milestones.replace("on: m", "on: [m]").replace("HR", "[HR]")
    plan = read_plan(tmp_path, {"actions/a.yaml": one + milestones, "actions/b.yaml": many + listed})
    first, second = (
        (row.leads, row.inputs, row.groups, row.partners, row.renamed_from, row.milestones[1].leads)
        for row in plan.entries
    )
    assert first == second == (("HR",), (InputRow("HR", None),), ("All",), (PartnerRow("HR", None),), ("b",), ("HR",))
    assert [row.milestones[1].depends_on for row in plan.entries] == [
        (DependencyRow("p", name, "m", None, "m"),) for name in ("a", "b")
    ]


def test_text_or_mapping(tmp_path: Path) -> None:
    text = ENTRY + (
        "inputs: [HR, {text: payroll extract}]\n"
        "partners: [{role: Sponsor}, HR, {organisation: University, role: Evaluator}]\n"
        "milestones:\n- {id: m, title: M}\n- id: n\n  title: N\n  depends_on: [m, {milestone: m, lag: 2 weeks}]\n"
    )
    (entry,) = read_plan(tmp_path, {"actions/a.yaml": text}).entries
    assert entry.inputs == (InputRow("HR", None), InputRow(None, "payroll extract"))
    assert entry.partners == (
        PartnerRow(None, "Sponsor"),
        PartnerRow("HR", None),
        PartnerRow("University", "Evaluator"),
    )
    assert [(each.milestone, each.lag) for each in entry.milestones[1].depends_on] == [
        ("m", None),
        ("m", Length(2, "W")),
    ]


def test_every_error_of_a_file_is_reported_in_the_order_of_places(tmp_path: Path) -> None:
    text = (
        "titel: A\ndue: next May\norder: ten\nlead: [HR, ' ']\nmilestones:\n  - id: M\n    due: Feb 2004\n"
        "  - {id: n, title: N, duration: 3 moons}\n  - text\nsource: paper\n"
    )
    assert filed(findings_of(tmp_path, "p/actions/a.yaml", text)) == [
        ("p/actions/a.yaml", *place)
        for place in [
            ("GP102", 1, 1),
            ("GP105", 2, 6),
            ("GP108", 3, 8),
            ("GP111", 4, 12),
            ("GP103", 6, 5),
            ("GP107", 6, 9),
            ("GP105", 7, 10),
            ("GP106", 8, 33),
            ("GP104", 9, 5),
            ("GP104", 10, 9),
        ]
    ]


def test_errors_of_yaml_and_of_schema_are_reported_together(tmp_path: Path) -> None:
    text = "title: A\ntitle: B\ndue: !!str 2003-13\ngroups: [~, ' ']\n"
    assert places(findings_of(tmp_path, "p/actions/a.yaml", text)) == [
        ("GP008", 2, 1),
        ("GP011", 3, 6),
        ("GP105", 3, 6),
        ("GP013", 4, 10),
        ("GP111", 4, 13),
    ]


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("due: Feb 2004", "GP105", "write 2004-02"),
        ("due: 3 November 2003", "GP105", "write 2003-11-03"),
        ("milestone: []", "GP102", "did you mean 'milestones'?"),
        ("revisions: [{field: ends}]", "GP108", "did you mean 'end'?"),
        ("note: ' '", "GP111", "remove the key, or give it words"),
    ],
)
def test_hint(tmp_path: Path, text: str, code: str, hint: str) -> None:
    (found,) = findings_of(tmp_path, "p/actions/a.yaml", ENTRY + text + "\n")
    assert (found.code, found.hint) == (code, hint)


def test_hint_of_a_format_version_not_known(tmp_path: Path) -> None:
    for file in ("p/plan.yaml", "p/baselines/b.yaml"):
        found = findings_of(tmp_path, file, "genderplan: 2\ntitle: A\n")
        assert spans(found)[:1] == [("GP108", 1, 13, 14)]
        assert found[0].hint == "this program reads version 1"


def test_keys_of_one_s_own_are_kept(tmp_path: Path) -> None:
    extra = "x-a: [b, {c: NO}]\n"
    read = read_tree(
        tmp_path,
        {
            "organisations.yaml": "HR: {x-b: c}\n",
            "p/plan.yaml": PLAN + extra + "aims: [{id: a, title: A, x-b: c}]\n",
            "p/actions/a.yaml": ENTRY + extra + "milestones: [{id: a, title: A, x-b: c}]\n",
        },
    )
    plan = read.by_id["p"]
    assert plan.extra == plan.entries[0].extra == {"x-a": ["b", {"c": "NO"}]}
    for row in (plan.aims[0], plan.entries[0].milestones[0], read.organisations.organisations[0]):
        assert row.extra == {"x-b": "c"}
