"""Every test here keeps leveringen in a folder of its own and acts as the command line."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def datamap(tmp_path: Path, settings) -> Path:
    """The data folder of this test."""
    settings.WAAKVLAM_DATAMAP = tmp_path
    return tmp_path
