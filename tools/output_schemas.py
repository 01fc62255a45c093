"""`docs/schemas/`: the JSON Schema of every document that commands print."""

from genderplan.schemas.files import as_text
from genderplan.schemas.outputs import DOCUMENTS, output_schema


def files() -> dict[str, str]:
    """The schemas by their paths in the repository."""
    return {f"docs/schemas/{name}.schema.json": as_text(output_schema(name)) for name in DOCUMENTS}
