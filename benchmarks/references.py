"""The programs that rows are held against: each does the least of what the command beside it has to do."""

TYPER_PROGRAM = """\
import typer

app = typer.Typer(add_completion=False)


@app.command()
def main() -> None:
    print("0.1.0")


app()
"""
IMPORTS = """\
import typer
import yaml
from rich.console import Console
from rich.table import Table
from pydantic import BaseModel


class Milestone(BaseModel):
    title: str


Milestone(title="Publish the report")
"""
SAFE_LOADER = """\
import os
import sys

import yaml

for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".yaml"):
            with open(os.path.join(folder, name), "rb") as file:
                yaml.load(file.read(), Loader=yaml.CSafeLoader)
"""
EVERY_CONTENT = """\
import gc
import subprocess
import sys

from genderplan.kinds.entry.rows import Origin, entry_row
from genderplan.kinds.entry.model import Entry
from genderplan.kinds.shared.reading import read_model
from genderplan.source.yaml.reader import read_document

gc.disable()
git, paths = ("git", "-C", sys.argv[1]), sys.argv[2:]
log = (*git, "log", "--raw", "--no-abbrev", "--no-renames", "--format=", "--", *paths)
listed = subprocess.run(log, capture_output=True, check=True).stdout
wanted = {line.split()[3] for line in listed.splitlines()} - {b"0" * 40}
asked = b"\\n".join(wanted)
data = subprocess.run((*git, "cat-file", "--batch"), input=asked, capture_output=True, check=True).stdout
rows, end = [], 0
for _ in wanted:
    start = data.index(b"\\n", end) + 1
    end = start + int(data[end:start].rpartition(b" ")[2])
    document = read_document(data[start:end], "", 1 << 20)
    model, _ = read_model(Entry, document, "")
    rows.append(entry_row(model, Origin("", "", "action", "", document)))
    end += 1
"""
"""Reads every content that files had in any commit once, as the loader reads a file: YAML, model, row."""
