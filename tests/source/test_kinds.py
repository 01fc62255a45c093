"""Kinds of files: their places, from one pattern each."""

import pytest

from genderplan.source.kinds import ENTRIES, WITH_IDS, Kind, kind_of


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (Kind.PLAN, "plan.yaml"),
        (Kind.ACTION, "actions/x.yaml"),
        (Kind.PROJECT, "projects/x.yaml"),
        (Kind.INDICATOR, "indicators/x.yaml"),
        (Kind.ORGANISATIONS, "organisations.yaml"),
        (Kind.BASELINE, "baselines/x.yaml"),
        (Kind.REGISTER, "registers/x.yaml"),
        (Kind.ASSESSMENT, "assessments/x.yaml"),
        (Kind.FRAMEWORK, "frameworks/x.yaml"),
        (Kind.BOARD, "boards/x.yaml"),
        (Kind.GLOSSARY, "glossary.yaml"),
    ],
)
def test_the_path_of_a_file(kind: Kind, path: str) -> None:
    assert kind.path("x") == path
    assert kind_of(path) is (kind if kind.is_of_plan else None)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("actions/deep/deeper/x.yaml", Kind.ACTION),
        ("projects/deep/x.yaml", Kind.PROJECT),
        ("registers/deep/x.yaml", Kind.REGISTER),
        ("assessments/deep/x.yaml", Kind.ASSESSMENT),
        ("baselines/deep/x.yaml", None),
        ("actions/x.yml", None),
        ("actions/.x.yaml", None),
        ("actions/.deep/x.yaml", None),
        ("action/x.yaml", None),
        ("actions", None),
        ("actions.yaml", None),
        ("plan.yaml/x.yaml", None),
        ("x.yaml", None),
        ("", None),
    ],
)
def test_the_kind_of_a_path_in_a_plan(path: str, kind: Kind | None) -> None:
    assert kind_of(path) is kind


def test_a_baseline_alone_may_be_large() -> None:
    assert {kind.most_bytes for kind in Kind} == {1 << 20, 64 << 20}
    assert [kind for kind in Kind if kind.most_bytes > 1 << 20] == [Kind.BASELINE]


def test_what_has_an_id_of_its_own_may_be_grouped() -> None:
    assert {kind for kind in Kind if kind.may_be_grouped} == WITH_IDS > ENTRIES
