import pytest

from tests.chat import Chat


@pytest.fixture
def chat() -> Chat:
    """A new patient, over a small guide that never changes."""
    return Chat()


@pytest.fixture
def with_files(chat):
    """A patient who sent a report and a scan, and is at the packet."""
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", pages=3)
    chat.patient_presses("done")
    chat.patient_commands("packet")
    return chat
