"""What a reader takes for the same text is the same, wherever texts are compared."""

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli_runner import call
from genderplan.folding import composed, folded, in_numbers, same_text
from support import tree

Form = Literal["NFC", "NFD"]


@given(st.text())
def test_ways_to_compose_letters_make_no_difference(text: str) -> None:
    forms = [normalize(form, text) for form in ("NFC", "NFD")]
    assert len({folded(each) for each in forms}) == len({composed(each) for each in forms}) == 1
    assert same_text(*forms)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_other_letters_are_other_texts() -> None:
    assert not same_text("Förderung", "Forderung")
    assert not same_text("a", "A")
    assert folded("STRASSE  a") == folded("Straße\na")


@pytest.fixture(params=["NFC", "NFD"])
def plans(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    def form(text: str) -> str:
        return normalize(request.param, text)

    action = (
        "title: Große Förderung\nobjective: o\nlead: HR\ngroups: [Mütter]\ntags: [früh]\npartners: [{role: Träger}]\n"
        "milestones: [{id: m, title: Prüfen, due: 2025-01, tags: [später]}]\n"
    )
    other = "title: Other\n"
    return tree(
        tmp_path,
        {
            "organisations.yaml": form("HR: {name: Égalité, aliases: [Büro]}\n"),
            "p/plan.yaml": form("genderplan: 1\ntitle: P\nobjectives: [{id: o, title: Förderung}]\n"),
            "p/actions/a.yaml": form(action),
            "p/actions/b.yaml": other,
        },
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "asked",
    [
        ("--search", "förderung"),
        ("--search", "PRÜFEN"),
        ("--lead", "Égalité"),
        ("--lead", "büro"),
        ("--group", "mütter"),
        ("--tag", "früh"),
        ("--tag", "später"),
        ("--partner", "Träger"),
        ("--objective", "Förderung"),
    ],
    ids=" ".join,
)
def test_filters_find_either_form(asked: tuple[str, str], form: Form, plans: Path) -> None:
    option, name = asked
    found = call("list", option, normalize(form, name), "--tree", str(plans), "--format", "json")
    assert [each["id"] for each in found.json["entries"]] == ["p/a"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_show_finds_an_organisation_by_either_form(form: Form, plans: Path) -> None:
    assert call("show", normalize(form, "Égalité"), "--tree", str(plans)).code == 0


def test_slippage_tells_no_rewording_and_nothing_added(tmp_path: Path) -> None:
    def of(form: Form) -> str:
        text = "title: Förderung\noutput: Prüfbericht\ngroups: [Mütter]\ninputs: [{text: Büro}]\n"
        return normalize(form, text)

    frozen = "genderplan: 1\nentries:\n  a:\n    kind: action\n" + "".join(
        f"    {line}\n" for line in of("NFD").splitlines()
    )
    files = {"p/plan.yaml": "genderplan: 1\ntitle: P\n", "p/actions/a.yaml": of("NFC"), "p/baselines/b.yaml": frozen}
    (comparison,) = call("slippage", "--tree", str(tree(tmp_path, files)), "--format", "json").json["comparisons"]
    assert comparison["reworded"] == []
    assert not any([*comparison["added"].values(), *comparison["removed"].values()])


def test_lists_are_sorted_alike(tmp_path: Path) -> None:
    titles = ["Zeit", "Üben", "U\u0308ber", "Ubung"]
    actions = {f"p/actions/a{number}.yaml": f'title: "{title}"\n' for number, title in enumerate(titles)}
    plans = tree(tmp_path, {"p/plan.yaml": "genderplan: 1\ntitle: P\n", **actions})
    listed = call("list", "--sort", "title", "--columns", "title", "--format", "csv", "--tree", str(plans)).lines[1:]
    assert [normalize("NFC", each.strip()) for each in listed] == sorted(
        (normalize("NFC", each) for each in titles), key=str.casefold
    )


def test_numbers_of_a_document_sort_as_numbers_do() -> None:
    texts = ["5", "5.3", "5.3.1", "5.10", "05.11", "5.a", "10", "A1", "A2", "a10", "B"]
    assert sorted(sorted(texts, reverse=True), key=in_numbers) == texts


@given(st.lists(st.integers(0, 10**30), min_size=1), st.lists(st.integers(0, 10**30), min_size=1))
def test_numbers_between_dots_sort_as_tuples_do(one: list[int], other: list[int]) -> None:
    first, then = (".".join(map(str, each)) for each in (one, other))
    assert (in_numbers(first) < in_numbers(then)) == (one < other)


@given(st.text(), st.text())
def test_any_texts_have_an_order(one: str, other: str) -> None:
    assert (in_numbers(one) < in_numbers(other)) + (in_numbers(other) < in_numbers(one)) <= 1


def test_a_number_may_be_of_any_length() -> None:
    assert in_numbers("9" * 10_000) < in_numbers("1" + "0" * 10_000)
