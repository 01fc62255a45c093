"""`glossary`: what acronyms stand for, where they are used, and which are explained nowhere. F3-39"""

import csv
import io
from unicodedata import normalize

from genderplan.formats import markdown
from genderplan.plan.glossary.wording import wording_of, wording_of_board
from genderplan.plan.plans import Tree
from genderplan.reports.glossary.page import glossary_page
from genderplan.reports.glossary.result import AcronymPlace, GlossaryReport, glossary
from genderplan.reports.glossary.table import glossary_csv
from genderplan.standing.records.recording import plan_labels
from trees import judged, tree_of

ORGANISATIONS = """\
DCC4: {name: Diversity Directorate, aliases: [DD]}
GMB: {kind: partner}
EODB: {kind: board, name: Equality and Diversity Overview Board}
"""
GLOSSARY = """\
MPS: Metropolitan Police Service
EqIA:
  meaning: Equality impact assessment
  note: Printed twice.
  source: {document: paper, place: Acronyms}
NPIA: National Policing Improvement Agency
"""
PLAN = """\
genderplan: 1
title: Scheme of the MPS
long_term_aim: A fair MPS
objectives: [{id: one, title: EqIAs of all policies, note: "The MPA asked"}]
sources: [{id: paper, title: Paper of the BTP}]
"""
ACTION = """\
title: Review EqIAs with DCC4, DD and the GMB
objective: one
lead: DCC4
success: [The LGB network agrees]
inputs: [{text: An IT system}]
tags: [NOTEXT]
milestones:
  - {id: draft, title: Draft for the EODB, due: 2008-Q3, note: See https://example.org/MPS}
updates:
  - {date: 2008-01, by: DCC4, text: "The GMB agreed", next: "Ask UNISON", evidence: Minutes of the JNCC}
revisions:
  - {date: 2008-01, field: due, was: FY2007-08, reason: The CRE asked}
due: FY2008-09
"""
FILES = {
    "organisations.yaml": ORGANISATIONS,
    "glossary.yaml": GLOSSARY,
    "scheme/plan.yaml": PLAN,
    "scheme/actions/review.yaml": ACTION,
    "scheme/indicators/posts.yaml": "title: Posts of the MPS\ndata_source: MetHR and the HRIS\n",
    "scheme/registers/risks.yaml": "title: Risks of the MPS\nitems:\n"
    "  - {id: move, title: Move, text: Into TP, who: [An ACPO member, GMB], how: By CCTV, state: With the DAC}\n",
    "scheme/assessments/first.yaml": "framework: eslg\nratings: [{section: eslg/a, level: one, note: The IDeA and the LGA}]\n",
    "local/plan.yaml": "genderplan: 1\ntitle: Local plan with an EqIA\n",
    "boards/EODB.yaml": "role: Oversees the MPS\ndecisions: [{id: first, text: Ask the HMIC}]\n"
    "meetings: [{id: may, date: 2008-05, theme: The GLA}]\n",
}
TREE = tree_of(FILES)


def report(tree: Tree = TREE, *plans: str) -> GlossaryReport:
    labels = plan_labels(judged(tree))
    return glossary(tree, labels, [tree.by_id[name] for name in plans]) if plans else glossary(tree, labels)


def missing(tree: Tree = TREE, *plans: str) -> list[str]:
    return [each.acronym for each in report(tree, *plans).missing]


def test_the_tree_says_nothing_wrong() -> None:
    assert [found for found in TREE.findings if not found.file.startswith("scheme/assessments")] == []


def test_the_list_keeps_its_order_and_says_where_each_is_used() -> None:
    police, assessment, agency = report().acronyms
    assert (police.acronym, police.meaning, police.uses, police.line) == ("MPS", "Metropolitan Police Service", 5, 1)
    assert police.places == (
        AcronymPlace("scheme", "scheme/plan.yaml", 2),
        AcronymPlace("scheme/posts", "scheme/indicators/posts.yaml", 1),
        AcronymPlace("scheme/risks", "scheme/registers/risks.yaml", 1),
        AcronymPlace("board:EODB", "boards/EODB.yaml", 1),
    )
    assert (assessment.note, assessment.source, assessment.line) == ("Printed twice.", ("paper", "Acronyms"), 2)
    assert [each[::2] for each in assessment.places] == [("local", 1), ("scheme", 1), ("scheme/review", 1)]
    assert (agency.acronym, agency.uses, agency.places) == ("NPIA", 0, ())


def test_what_is_explained_nowhere() -> None:
    """Every text counts; what organisations are called that have a name is explained, and one without is not."""
    expected = "ACPO BTP CCTV CRE DAC GLA GMB HMIC HRIS IDeA IT JNCC LGA LGB MPA MetHR TP UNISON"
    assert missing() == expected.split()
    union = next(each for each in report().missing if each.acronym == "GMB")
    assert [each[::2] for each in union.places] == [("scheme/review", 2), ("scheme/risks#move", 1)]
    assert union.uses == 3


def test_of_one_plan() -> None:
    """The acronyms that it uses; boards are of no plan."""
    assert [each.acronym for each in report(TREE, "local").acronyms] == ["EqIA"]
    assert [each.acronym for each in report(TREE, "scheme").acronyms] == ["MPS", "EqIA"]
    assert missing(TREE, "local") == []
    assert {"HMIC", "GLA"}.isdisjoint(missing(TREE, "scheme"))


def test_without_a_glossary() -> None:
    tree = tree_of({name: text for name, text in FILES.items() if name != "glossary.yaml"})
    assert report(tree).acronyms == ()
    assert "MPS" in missing(tree)
    assert "explains no acronym that is used" in markdown.written(glossary_page(report(tree)))


def test_dates_ids_addresses_and_tags_are_no_texts() -> None:
    (plan,) = (each for each in TREE.plans if each.id == "scheme")
    said = " ".join(text for each in wording_of(plan) for text in each.texts)
    assert all(word not in said for word in ("FY2007-08", "FY2008-09", "2008-Q3", "NOTEXT", "draft\n"))
    assert wording_of_board(TREE.boards[0]).texts == ("Oversees the MPS", "The GLA", "Ask the HMIC")


def test_the_page() -> None:
    page = markdown.written(glossary_page(report()))
    assert "| Acronym | Meaning | Uses | In |" in page
    assert "| EqIA | Equality impact assessment<br>Printed twice. | 3 |" in page
    assert "`scheme/risks`<br>and 1 more |" in page
    assert "| NPIA | National Policing Improvement Agency | 0 |  |" in page
    assert "3 acronyms, 1 of them used nowhere." in page
    assert "18 acronyms explained nowhere" in page


def test_the_page_of_what_is_missing() -> None:
    page = markdown.written(glossary_page(report(), missing=True))
    assert "## Explained nowhere (18)" in page
    assert "| GMB | 3 | `scheme/review`<br>`scheme/risks#move` |" in page.replace("\\#", "#")
    assert markdown.written(glossary_page(report(TREE, "local"), missing=True)).endswith(
        "Every acronym that is used is explained.\n"
    )


def test_a_glossary_that_cannot_be_read_explains_nobody_knows_what() -> None:
    lost = report(tree_of({name: text for name, text in FILES.items() if name != "glossary.yaml"}))
    for missing in (False, True):
        told = markdown.written(glossary_page(lost, missing=missing, is_unread=True))
        assert "glossary.yaml could not be read: nothing is known of what it explains." in told
        assert "explains no acronym" not in told


def test_what_to_run_next_is_of_the_same_plans() -> None:
    told = markdown.written(glossary_page(report(TREE, "scheme"), is_narrowed=True))
    assert "`genderplan glossary --missing --plan local --plan scheme`" in told
    assert "`genderplan glossary --missing`" in markdown.written(glossary_page(report()))


def test_csv() -> None:
    rows = list(csv.reader(io.StringIO(glossary_csv(report()))))
    assert rows[0] == ["acronym", "meaning", "note", "source", "uses", "places", "file", "line"]
    assert rows[2] == [
        *("EqIA", "Equality impact assessment", "Printed twice.", "paper: Acronyms", "3"),
        *("local (1); scheme (1); scheme/review (1)", "glossary.yaml", "2"),
    ]
    lacking = list(csv.reader(io.StringIO(glossary_csv(report(), missing=True))))
    assert (lacking[0], len(lacking)) == (["acronym", "uses", "places"], 19)


def test_no_text_in_a_cell_is_a_formula() -> None:
    tree = tree_of(FILES | {"glossary.yaml": 'MPS: "=HYPERLINK(1)"\n'})
    assert "'=HYPERLINK(1)" in glossary_csv(report(tree))


def test_letters_composed_or_not_are_the_same_acronym() -> None:
    """macOS and many PDFs give an Ö as two characters: such a text had other acronyms, explained nowhere."""
    texts = {form: normalize(form, "FÖR in BÜRO, ZÖT, Ä-Ö") for form in ("NFC", "NFD")}
    entries = {f"scheme/actions/{form.lower()}.yaml": f"title: {text}\n" for form, text in texts.items()}
    glossary_file = normalize("NFD", "FÖR: Förderung\nÄ-Ö: Of two words\n") + normalize("NFC", "BÜRO: Büro\n")
    found = report(
        tree_of({"scheme/plan.yaml": "genderplan: 1\ntitle: P\n", "glossary.yaml": glossary_file, **entries})
    )
    assert [each.uses for each in found.acronyms] == [2, 2, 2]
    assert [(each.acronym, each.uses) for each in found.missing] == [(normalize("NFC", "ZÖT"), 2)]
