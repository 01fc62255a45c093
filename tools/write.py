"""Write every generated file anew: `python -m tools.write`.

Each module named here has a function `files` that gives the content of files by their paths in the repository.
"""

from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.parent

MODULES: tuple[str, ...] = (
    "commands_page",
    "findings_page",
    "format_page",
    "json_page",
    "output_schemas",
    "pictures",
    "trend_picture",
)


def generated() -> dict[str, str]:
    """Every generated file, by its path in the repository."""
    return {path: text for name in MODULES for path, text in import_module(f"tools.{name}").files().items()}


def main() -> None:
    """Write what differs, and say so."""
    for path, text in generated().items():
        file = ROOT / path
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main()
