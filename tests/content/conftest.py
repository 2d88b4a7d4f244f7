from pathlib import Path

import pytest

from dialogs.content import Content, read_content

FOLDER = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="session")
def content() -> Content:
    """The real guide and the real words."""
    return read_content(FOLDER)
