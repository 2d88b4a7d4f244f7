"""What a text seems to be about, counted on sentences that were not looked at while the words were chosen."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.asides import LEADS_TO
from dialogs.effects import Say, aside
from dialogs.proofreading.chat import Chat
from tests import real

EXAMPLES = tomllib.loads((Path(__file__).parent / "about_examples.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("language", "part", "least"), [(each, *of) for each in EXAMPLES for of in (("told", 1.0), ("kept_back", 0.9))]
)
def test_a_text_is_offered_the_way_it_is_about(language, part, least):
    topics = real.content(language).dialogue.caseless.presses.topics
    texts = EXAMPLES[language][part]
    missed = {text: found for text, wanted in texts.items() if (found := topics.seems_about(text)) not in wanted}
    assert len(missed) <= (1 - least) * len(texts), missed


@pytest.mark.parametrize("language", ["es", "ar"])
def test_every_language_knows_the_same_topics(language):
    topics = real.content(language).dialogue.caseless.presses.topics
    assert list(topics.rows) == list(real.content("en").dialogue.caseless.presses.topics.rows)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_button_that_leads_to_a_topic_has_its_words(language):
    content = real.content(language)
    records = {record.key for record in content.guide.records}
    others = [topic for topic in content.presses.topics.rows if topic not in records]
    row = tuple(aside(LEADS_TO.get(topic, topic)) for topic in others)
    (labels,) = content.wording.keyboard(Say("text_unplaced", {}, (row,)))
    assert len(labels) == len(others)


def test_a_patient_who_asks_how_a_file_is_sent_has_the_way_to_the_help():
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("pathology")
    chat.patient_writes("how do I take a photo")
    chat.patient_presses("help")
    assert [say.name for say in chat.said_now()] == ["help"]
