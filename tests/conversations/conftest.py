import pytest

from tests.chat import Chat


@pytest.fixture
def chat() -> Chat:
    """A new patient, over a small guide that never changes."""
    return Chat()
