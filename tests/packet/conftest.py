from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents.conftest import looked_at_here as looked_at_here
from tests.packet.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A patient's files, and what builds their packet."""
    desk = Desk(tmp_path)
    yield desk
    desk.close()
