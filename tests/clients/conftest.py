"""What the tests of all clients share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pages stand as documents, each made once."""
    return tmp_path_factory.mktemp("documents")
