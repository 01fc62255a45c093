"""CSV of records: one a line, a field a cell; text that a spreadsheet would take for a formula is marked as text."""

import csv
import io
from collections.abc import Iterable, Sequence

from genderplan.terminal.cells import as_text
from genderplan.text import as_cell

_MARK = "\ufeff"
"""By the byte order mark Excel knows UTF-8; without it, it takes the letters for those of an older encoding."""


def csv_of(records: Iterable[object], columns: Sequence[str], *, for_excel: bool = False) -> str:
    """Fields of records under their names, as `csv_of_rows`."""
    rows = ([getattr(record, name) for name in columns] for record in records)
    return csv_of_rows(rows, columns, for_excel=for_excel)


def csv_of_rows(rows: Iterable[Iterable[object]], columns: Sequence[str], *, for_excel: bool = False) -> str:
    """Rows under the names of their columns. For Excel a byte order mark is first, and lines end as on Windows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if for_excel else "\n")
    writer.writerow([name.rstrip("_") for name in columns])
    for row in rows:
        writer.writerow([_cell(value, for_excel=for_excel) for value in row])
    return _MARK * for_excel + out.getvalue()


def _cell(value: object, *, for_excel: bool) -> str:
    text = as_text(value)
    return text if isinstance(value, int) else as_cell(text, for_excel=for_excel)
