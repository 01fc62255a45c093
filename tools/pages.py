"""Pages that are written by hand but for tables between two comments: `<!-- NAME -->` and `<!-- end -->`."""

from collections.abc import Mapping

_END = "<!-- end -->\n"


def filled(page: str, tables: Mapping[str, str]) -> str:
    """A page with each table between the comments of its name. Raises ValueError where they are not there."""
    for name, table in tables.items():
        start = f"<!-- {name} -->\n"
        before, opening, rest = page.partition(start)
        _, closing, after = rest.partition(_END)
        if not (opening and closing):
            raise ValueError(f"no '{start.strip()}' with its '{_END.strip()}'")
        page = f"{before}{start}\n{table}\n{_END}{after}"
    return page
