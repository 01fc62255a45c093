"""Table of the glossary as comma-separated values, with every place in which an acronym is used."""

import csv
import io
from collections.abc import Sequence

from genderplan.reports.glossary.result import AcronymPlace, AcronymRecord, GlossaryReport, MissingAcronym
from genderplan.terminal.cells import LIST_MARK, as_text
from genderplan.text import as_cell


def glossary_csv(report: GlossaryReport, *, missing: bool = False) -> str:
    """The acronyms that are explained, or with `missing` those that are not; no text in a cell is a formula."""
    records: Sequence[AcronymRecord | MissingAcronym] = report.missing if missing else report.acronyms
    kind = MissingAcronym if missing else AcronymRecord
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(kind._fields)
    for record in records:
        writer.writerow([_cell(name, value) for name, value in record._asdict().items()])
    return out.getvalue()


def _cell(name: str, value: object) -> str:
    if isinstance(value, int):
        return str(value)
    return as_cell(_in_words(value) if name == "places" else as_text(value))


def _in_words(places: object) -> str:
    """`pay/publish-gap (2); board:EODB (1)`"""
    named = [each for each in places if isinstance(each, AcronymPlace)] if isinstance(places, tuple) else []
    return LIST_MARK.join(f"{each.id} ({each.uses})" for each in named)
