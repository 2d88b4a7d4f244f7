from dataclasses import replace

import pytest

from tests.chat import Chat
from tests.conversations.errands import hands_out
from tests.conversations.places import GUIDE
from tests.helping_hand import Helper


@pytest.fixture
def chat() -> Chat:
    """A new patient, over a small guide that never changes."""
    return Chat()


@pytest.fixture
def with_files(chat: Chat) -> Chat:
    """A patient who said who they are and sent a report, and is at the packet."""
    chat.case = replace(chat.case, patient_seen=True)
    chat.patient_walks_to("report")
    chat.patient_sends("report.pdf", pages=3)
    chat.patient_presses("done")
    chat.patient_commands("packet")
    return chat


@pytest.fixture
def two_files(chat: Chat) -> Chat:
    """The card of ALPHA was opened, then the card of BETA."""
    chat.patient_walks_to("report")
    chat.patient_sends("ALPHA.pdf")
    chat.patient_sends("BETA.pdf")
    chat.happens_at("scans", lambda: chat.patient_commands("files"))
    chat.patient_presses("look/1", "back", "look/2")
    return chat


@pytest.fixture
def at_files(chat: Chat) -> Chat:
    """Two reports and a plan were sent, and the patient looks at the list."""
    chat.patient_walks_to("report")
    chat.patient_sends("one.pdf", "two.pdf", pages=2)
    chat.patient_presses("done")
    chat.happens_at("plan", lambda: chat.patient_sends("plan.pdf"))
    chat.happens_at("scans", lambda: chat.patient_commands("files"))
    return chat


@pytest.fixture
def helper(chat: Chat) -> Helper:
    """Mia, who opened the link for the report."""
    chat.patient_walks_to("scans")
    helper = hands_out(chat, "report")
    helper.opens_the_link("Mia")
    return helper


@pytest.fixture
def reminded(chat: Chat) -> Chat:
    """A patient who is reminded every three days, in Berlin."""
    chat.patient_walks_to("reminders")
    chat.patient_presses("every_3_days")
    chat.patient_writes("Berlin")
    return chat


@pytest.fixture
def sending(chat: Chat) -> Chat:
    chat.patient_walks_to("report")
    chat.patient_presses("send")
    return chat


@pytest.fixture
def reading() -> Chat:
    """A patient of a bot that can read print, who is about to send a report."""
    chat = Chat(reads_print=True)
    chat.patient_walks_to("report")
    chat.patient_presses("send")
    return chat


@pytest.fixture
def gathering(chat: Chat) -> Chat:
    """A patient who sends all they have, before any record is asked for."""
    chat.patient_walks_to("gather")
    return chat


@pytest.fixture
def asked_where() -> Chat:
    """A patient who is asked where it goes, over a small guide that knows some destinations."""
    chat = Chat(guide=GUIDE)
    chat.patient_walks_to("destination")
    return chat
