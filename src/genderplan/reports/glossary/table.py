"""Table of the glossary as comma-separated values, with every place in which an acronym is used."""

from collections.abc import Iterator, Sequence

from genderplan.formats.csv import csv_of_rows
from genderplan.reports.glossary.result import AcronymPlace, AcronymRecord, GlossaryReport, MissingAcronym
from genderplan.terminal.cells import LIST_MARK


def glossary_csv(report: GlossaryReport, *, missing: bool = False, for_excel: bool = False) -> str:
    """The acronyms that are explained, or with `missing` those that are not; no text in a cell is a formula."""
    records: Sequence[AcronymRecord | MissingAcronym] = report.missing if missing else report.acronyms
    kind = MissingAcronym if missing else AcronymRecord
    return csv_of_rows(map(_row, records), kind._fields, for_excel=for_excel)


def _row(record: AcronymRecord | MissingAcronym) -> Iterator[object]:
    for name, value in record._asdict().items():
        yield _in_words(record.places) if name == "places" else value


def _in_words(places: tuple[AcronymPlace, ...]) -> str:
    """`pay/publish-gap (2); board:EODB (1)`"""
    return LIST_MARK.join(f"{each.id} ({each.uses})" for each in places)
