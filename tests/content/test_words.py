"""Every sentence a patient can meet: it renders, Telegram takes it, and a tired person can read it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from statistics import mean

import pytest

from bot.rehearsal.html import parsed
from dialogs.content import Content
from dialogs.effects import Say
from dialogs.messages import MESSAGES
from tests.content.screens import every_message, fullest

LONGER = {"checklist", "review", "summary", "sources", "help", "privacy", "record_explained"}
"""Lists and things looked up on purpose; everything else has at most 60 words."""
ALLOWED_TAGS = {"b", "i", "u", "s", "a", "blockquote", "code"}
NEVER = ("battle", "fight", "overdue", "stay positive", "hipaa", "don't worry", "everything will be")
HEALTH = (
    "cancer",
    "tumor",
    "doctor",
    "hospital",
    "record",
    "patholog",
    "medic",
    "treatment",
    "biopsy",
    "scan",
    "health",
)
NAUGHTY = ["<b>bold</b>", "a & b", "{{ 7*7 }}", "{% raw %}", "\u202egpj.exe", "<script>", "W" * 400, "🩻🧬"]


@pytest.fixture(scope="module")
def said(content: Content) -> list[Say]:
    return every_message(content)


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)


def plain(html: str) -> str:
    return parsed(html)[0]


def sentences(text: str) -> list[list[str]]:
    found = re.split(r"[.!?:;]+(?:\s|$)|\n|[•–]", text)
    return [words for sentence in found if (words := re.findall(r"[\w’'/-]+", sentence))]


def test_a_long_life_of_one_chat_says_every_message_there_is(said):
    assert {say.name for say in said} == set(MESSAGES)


def test_every_message_renders_within_telegrams_limits(content, said):
    for say in said:
        html = content.wording.text(say)
        assert 0 < len(plain(html)) <= 4096, say.name
        assert Tags(html).seen <= ALLOWED_TAGS, say.name
        for row in content.wording.keyboard(say):
            for label, data in row:
                assert 0 < len(label) <= 44, (say.name, label)
                assert 0 < len(data.encode()) <= 64


def test_a_message_has_at_most_sixty_words(content, said):
    for say in said:
        if say.name not in LONGER and say.name != "receipt" and not say.values.get("text"):
            words = re.findall(r"[\w’'/-]+", plain(content.wording.text(Say(say.name, say.values))))
            own = len(str(say.values.get("decision", "")).split())
            own += sum(len(content.wording.question(each).split()) for each in say.values.get("questions", ()))
            assert len(words) - own <= 60, f"{say.name} has {len(words)} words"


def test_sentences_are_short(content, said):
    lengths = []
    for say in said:
        for sentence in sentences(plain(content.wording.text(Say(say.name, say.values)))):
            assert len(sentence) <= 20, f"{say.name}: {' '.join(sentence)}"
            lengths.append(len(sentence))
    assert mean(lengths) <= 14


def test_it_reads_at_sixth_grade_or_easier_on_average(content, said):
    """Automated readability index (Smith and Senter 1967) of all distinct messages together."""
    texts = {plain(content.wording.text(Say(say.name, say.values))) for say in said}
    found = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in found for word in sentence]
    index = 4.71 * mean(map(len, words)) + 0.5 * len(words) / len(found) - 21.43
    assert index <= 6, f"grade {index:.1f}"


def test_words_that_frighten_or_promise_are_not_used(content, said):
    for say in said:
        text = plain(content.wording.text(say)).lower()
        assert not [word for word in NEVER if word in text], say.name


@pytest.mark.parametrize("name", ["reminder", "group"])
def test_a_preview_reveals_nothing_of_an_illness(content, said, name):
    for say in said:
        if say.name == name:
            text = plain(content.wording.text(say)).lower()
            titles = [content.wording._words["record"][record.key]["title"].lower() for record in content.guide.records]
            assert not [word for word in (*HEALTH, *titles) if word in text]


@pytest.mark.parametrize("words", NAUGHTY)
def test_what_a_patient_writes_is_shown_as_it_was_written(content, words):
    for say in every_message(content, words):
        text = plain(content.wording.text(say))
        assert len(text) <= 4096
        assert "49" not in text or words != "{{ 7*7 }}" or say.name not in ("text_unplaced", "summary", "decision")
        if say.name == "text_unplaced" and say.values["text"] == words:
            assert words[:50] in text


def test_the_fullest_summary_still_fits_one_message_and_its_page_has_all_of_it(content):
    chat = fullest(content)
    chat.patient_commands("summary")
    summary = chat.said("summary")
    assert len(plain(content.wording.text(summary))) <= 4096
    sheet = content.wording.sheet(summary.values, datetime(2026, 3, 2, tzinfo=UTC))
    assert sheet["letter"]["decision"] == "<" * 500
    assert len(sheet["letter"]["questions"]) == 5
    assert sum(len(section["items"]) for section in sheet["sections"]) == len(content.guide.records)


def test_telegrams_own_limits_on_the_introduction(content):
    assert len(content.wording.about["description"]) <= 512
    assert len(content.wording.about["short_description"]) <= 120


# Everything in the guide has a place in the conversation.

PLACES = {
    "pathology": ["type", "grade", "margin", "receptor", "biomarker", "lymph node"],
    "slides": ["release", "transfer"],
    "imaging_reports": ["CT", "MRI", "PET", "ultrasound", "mammogram", "X-ray"],
    "labs": ["tumor marker"],
    "medications": ["allerg"],
}


@pytest.mark.parametrize("record", PLACES)
def test_what_the_guide_says_of_a_record_is_said_of_it(content, record):
    words = content.wording._words["record"][record]
    told = " ".join(str(words[part]) for part in ("title", "what", "why", "where")).lower()
    for fact in PLACES[record]:
        assert fact.lower() in told, fact


def test_the_ten_kinds_of_record_the_five_examples_and_the_four_questions_are_there(content):
    assert len(content.guide.numbered) == 10
    assert content.guide.most_important == "pathology"
    assert content.guide.start_with == ("pathology", "imaging_reports", "treatment_plan")
    assert len(content.guide.example_questions) == 5
    assert len(content.guide.bring_forward) == 4


@pytest.mark.parametrize(
    ("name", "facts"),
    {
        "decision": ["decision"],
        "checklist": ["panic"],
        "help": ["guide", "diagnose", "replace medical care"],
        "welcome": ["second opinion", "not medical care"],
        "summary": ["diagnose", "prescribe", "replace medical care"],
        "consent": ["encrypted", "/delete", "Telegram"],
        "record_sending": ["20 MB"],
    }.items(),
)
def test_what_must_be_said_is_said(content, said, name, facts):
    text = " ".join(plain(content.wording.text(say)) for say in said if say.name == name).lower()
    for fact in facts:
        assert fact.lower() in text, fact
