"""What is kept, in the words of the content: keeping, copying, consent in words, and the page of a copy."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from dialogs.composed.contents import Content
from dialogs.dialogue import Dialogue
from dialogs.proofreading.pages import copies
from dialogs.roads.keeping.events import DaysRunOut
from tests.chat import Chat
from tests.content.conftest import chat as over
from tests.content.test_plain_words import ABOUT_HEALTH, NEVER
from tests.conversations.days_kept import DAY


@pytest.fixture
def chat(content: Content) -> Chat:
    made = over(content)
    made.patient_walks_to("decision")
    return made


def in_a_newer_version(content: Content, chat: Chat) -> Chat:
    known = content.dialogue
    chat.dialogue = Dialogue(
        content.guide,
        ears=known.ears,
        said=known.said,
        presses=content.presses,
        label=content.wording.button,
        consent=2,
    )
    return chat


def test_keep_my_records_in_words_keeps_them(chat: Chat) -> None:
    acted, chat.now = chat.now, chat.now + 83 * DAY
    chat.happens(DaysRunOut(chat.now, chat.now, acted))
    chat.bot_says("expiry_week")
    chat.patient_writes("please keep my records")
    chat.bot_says("records_kept")
    assert not chat.case.decision, "it is no decision"


def test_everything_about_me_in_words_is_a_copy_of_everything(chat: Chat) -> None:
    chat.patient_writes("give me everything you have about me")
    chat.bot_says("export")
    assert not chat.case.decision


def test_a_newer_consent_is_answered_in_words(content: Content, chat: Chat) -> None:
    newer = in_a_newer_version(content, chat)
    newer.patient_commands("checklist")
    newer.patient_writes("Yes, save answers and files")
    assert newer.case.agreed == 2
    newer.patient_is_at("decision")


@pytest.mark.parametrize("text", ["give me everything you have about me", "is this private?"])
def test_what_is_open_always_can_be_asked_for_in_words(content: Content, chat: Chat, text: str) -> None:
    newer = in_a_newer_version(content, chat)
    newer.patient_commands("checklist")
    newer.patient_writes(text)
    newer.bot_does_not_say("consent_again")
    newer.patient_writes("Whether to begin")
    newer.bot_says("consent_again")
    assert not newer.case.decision


def test_an_emergency_is_heard_before_consent(content: Content, chat: Chat) -> None:
    newer = in_a_newer_version(content, chat)
    newer.patient_commands("checklist")
    newer.patient_writes("I cannot breathe")
    newer.bot_says("emergency")
    newer.bot_does_not_say("consent_again")


def test_a_warning_tells_no_illness_to_who_sees_the_screen(texts: dict[str, set[str]]) -> None:
    for name in ("expiry_week", "expiry_day", "expired", "deleted_done"):
        for text in texts[name]:
            assert not [word for word in ABOUT_HEALTH if word in text.casefold().split()], name


class Read(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        assert not {name for name, _ in attrs if name.startswith("on")}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_of_a_copy_is_whole_and_loads_nothing(content: Content) -> None:
    for source in copies(content):
        read = Read(source)
        assert read.open == []
        assert "src=" not in source
        assert "http:" not in source
        assert "https:" not in source
        assert not [word for word in NEVER if f" {word} " in read.text.casefold()]


def test_the_words_of_the_page_are_those_of_the_reader(content: Content) -> None:
    own, other = copies(content)[:2]
    assert own != other
