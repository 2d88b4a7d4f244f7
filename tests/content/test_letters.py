"""The letters as they stand in content: short sentences, rules with their sources, room for all a case can hold."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from statistics import mean

import pytest

from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.composed.contents import Content
from dialogs.content.guide import LETTERS
from dialogs.effects import Say
from dialogs.letters import BY_COUNTRY, COUNTRIES
from dialogs.proofreading.fullest import fullest
from dialogs.roads.letters.facts import back_values, letter_values
from dialogs.words.papers import Papers
from dialogs.words.telegram_limits import LONGEST_TEXT
from tests.content.conftest import FOLDER, seen
from tests.content.reading import automated_readability, full_sentences_of, sentences_of, words_of

NOW = datetime(2026, 3, 2, tzinfo=UTC)
SAID_IN = {
    ("records", "us"): ["45 CFR 164.524", "30 days", "no reason", "in writing", "fee"],
    ("records", "uk"): ["subject access request", "one month", "free", "no reason"],
    ("disc", "us"): ["DICOM", "45 CFR 164.524", "reports"],
    ("disc", "uk"): ["DICOM", "subject access request"],
    ("caregiver", "us"): ["45 CFR 164.508", "ends on", "in writing", "do not depend on it", "no longer be protected"],
}
SLIDE_RELEASE = [
    *("My full name", "Date of birth", "record number", "Doctor who treats me", "Date of biopsy or surgery"),
    *("Kind of biopsy or surgery", "Specimen", "full address", "original slides", "stained", "unstained", "block"),
    *("second opinion", "loan", "photo ID", "I authorize the release", "Courier", "Attention", "phone"),
]
"""The fields of facts.md: what a large hospital's slide release asks for."""


def text_of(content: Content, kind: str, country: str = "other") -> str:
    case = replace(fullest(content).case, country=country, decision="", questions=())
    return content.wording.letters.text(letter_values(content.guide, case, kind))


@pytest.mark.parametrize(("kind", "country"), SAID_IN)
def test_a_letter_says_what_the_rule_of_the_country_says(content: Content, kind: str, country: str):
    text = text_of(content, kind, country)
    assert [fact for fact in SAID_IN[kind, country] if fact not in text] == []


@pytest.mark.parametrize("kind", sorted(BY_COUNTRY))
def test_elsewhere_no_rule_of_another_country_is_quoted(content: Content, kind: str):
    text = text_of(content, kind)
    assert not re.search(r"CFR|GDPR|subject access|30 days|one month", text)


@pytest.mark.parametrize("kind", sorted(set(LETTERS) - BY_COUNTRY))
def test_a_letter_that_quotes_no_rule_quotes_none_anywhere(content: Content, kind: str):
    for country in COUNTRIES:
        assert not re.search(r"CFR|GDPR|subject access|30 days|one month", text_of(content, kind, country))


def test_the_slide_release_has_the_fields_a_laboratory_asks_for(content: Content):
    text = text_of(content, "slides")
    assert [field for field in SLIDE_RELEASE if field not in text] == []


@pytest.mark.parametrize("kind", LETTERS)
def test_what_is_not_known_is_a_blank_and_every_letter_can_be_signed(content: Content, kind: str):
    text = text_of(content, kind)
    assert "My full name, as in the records: ____" in text
    assert re.search(r"My signature: _+\nDate: _+", text)


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_has_short_sentences(content: Content, kind: str):
    for country in COUNTRIES:
        sentences = [each for each in sentences_of(text_of(content, kind, country)) if "_" not in each]
        lengths = [len(words_of(each)) for each in sentences]
        assert max(lengths) <= 24, max(sentences, key=lambda each: len(words_of(each)))
        assert mean(lengths) <= 12


def test_a_letter_reads_easily(content: Content):
    distinct = {
        sentence
        for kind in LETTERS
        for country in COUNTRIES
        for sentence in full_sentences_of(text_of(content, kind, country))
        if "_" not in sentence
    }
    assert automated_readability(sorted(distinct)) <= 6


def test_every_rule_names_its_source_and_nothing_claims_a_review_that_was_not():
    for file in FOLDER.glob("*/letters/*.toml"):
        text = file.read_text(encoding="utf-8")
        letter = tomllib.loads(text)
        for rule in letter.get("rule", []):
            assert rule["country"] == "other" or rule["source"].startswith("https://")
        if "reviewed_by" in letter and not letter["reviewed_by"]:
            assert "AWAITING A REVIEW" in text


def test_every_source_of_a_rule_is_among_the_sources_a_patient_can_see(content: Content):
    folder = FOLDER / content.wording.language
    shown = (folder / "sources.toml").read_text(encoding="utf-8")
    for file in (folder / "letters").glob("*.toml"):
        for rule in tomllib.loads(file.read_text(encoding="utf-8")).get("rule", []):
            assert rule.get("source", "") in shown


def test_nothing_in_a_calendar_or_a_file_name_names_an_illness_or_a_record(content: Content):
    words = content.wording.words
    titles = [record["title"].lower() for record in words["record"].values()]
    letters = content.wording.letters
    for shown in (*words["calendar"].values(), letters.file_name, letters.back_file_name):
        assert not any(title in shown.lower() for title in titles)
        assert not re.search(r"cancer|opinion|doctor|hospital|record|slide|scan|patholog|medic", shown.lower())


@pytest.mark.parametrize("kind", LETTERS)
def test_the_fullest_letter_fits_one_message(content: Content, kind: str):
    facts = Facts(patient="&" * 80, born="1961-04-09", specimens=tuple("<" * 39 + str(n) for n in range(9)))
    documents = tuple(
        Document(n, "a", "n", record.key, "readable", 1, facts=facts, date=f"2026-03-{n + 1:02}")
        for n, record in enumerate(content.guide.records)
        if record.letter == "records" and any(other.follows == record.key for other in content.guide.records)
    )
    case = fullest(content).case
    for record in content.guide.records:
        case = case.answering(record.key, "missing")
    case = replace(case, documents=documents, country="us", addressed={kind: "&\n" * 100})
    say = Say("letter_text", {"letter": letter_values(content.guide, case, kind)})
    text = seen(content, say)
    assert len(text) <= LONGEST_TEXT
    assert len(content.wording.text(say).encode()) < 10_000
    if kind == "slides":
        assert text.count("<" * 39) == 4, "a few numbers, not all that were read"
    if kind in ("records", "doctor"):
        assert text.count("- ") >= 3


def test_the_page_to_take_back_lists_the_questions_and_what_is_lent(content: Content):
    case = fullest(content).case.answering("slides", "elsewhere")
    page = Papers(content.wording).words("back", back_values(content.guide, case), NOW)["back"]
    shown = [item["value"] for part in page["parts"] for item in part["items"]]
    assert content.wording.title("slides") in shown
    assert sum(value.startswith("&" * 299) for value in shown) == 5
    assert "<" * 500 in shown
