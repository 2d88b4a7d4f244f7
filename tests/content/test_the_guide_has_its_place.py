"""Everything in the guide that the product is made from has a place in the conversation, in words of our own."""

from __future__ import annotations

import pytest

from dialogs.composed.contents import Content

RECORDS = {
    "pathology": ["pathology report", "biopsy", "surgery"],
    "imaging_reports": ["reports", "CT", "MRI", "PET", "ultrasound", "mammogram", "X-ray"],
    "imaging_files": ["original", "not every hospital asks"],
    "labs": ["lab results", "tumor markers"],
    "staging": ["stag"],
    "biomarkers": ["biomarker", "molecular", "gene"],
    "procedures": ["surgery", "procedures", "hospital"],
    "treatment_plan": ["treatment plan", "now"],
    "medications": ["medicines", "allergies", "major health conditions"],
    "visit_notes": ["notes", "oncologist", "if you can get it"],
}
"""The ten kinds of record, in the guide's order, and what has to be said of each."""

IN_A_PATHOLOGY_REPORT = ["cancer type", "grade", "margins", "receptors", "biomarkers", "lymph nodes"]
EXPLAINED = ["biopsy (", "grade (", "margins (", "lymph nodes (", "biomarkers ("]

SAID = {
    # A review is worth more if the new doctor sees what the present team saw; not every paper, but those that explain.
    "welcome": [
        *("needs the same records your cancer team has", "for learning only", "replace medical care"),
    ],
    "gather": ["do not need every record", "diagnosis", "stage", "treatment plan", "your question"],
    "help": [
        *("how to use this guide", "talk with your treating doctor", "second opinion by a doctor may help"),
        *("not read results, diagnose, prescribe", "replace medical care"),
    ],
    # A second opinion should answer a decision, not just go through a file again; one or two questions.
    "decision": ["should answer a decision", "not just repeat"],
    "questions": ["one or two are best", "what you have to decide"],
    # The most important document.
    "record": ["for many cancers, the most important one"],
    # If records are missing.
    "checklist": ["do not panic", "start with these", "can often say what else they need"],
    "review": ["do not panic"],
    "record_missing": ["do not panic", "do not need all your records to begin"],
    "enough": [
        *("talk with your treating doctor", "a second opinion may help", "do not need everything to begin"),
        "can often say what else they need",
    ],
    # What it is not; where it comes from.
    "summary": ["makes no diagnosis, prescribes nothing", "does not replace medical care"],
    "sources": ["where this comes from", "does not replace medical care"],
}

PROMISED = {
    "welcome": ["a program", "do not read results", "diagnose, prescribe", "local emergency number now"],
    "consent": ["encrypted", "its own copy", "not end-to-end encrypted", "/delete", "only if you say yes"],
    "privacy": [
        "its own copy",
        "not end-to-end encrypted",
        "/delete",
        "do not judge what your results mean",
        "dates, names, numbers",
        "used once",
    ],
    "deleted": ["its own copy", "to clear it"],
    "record_sending": ["20 mb", "many at once", "whole page", "every page", "good light", "flat", "date of birth"],
    "emergency": ["911", "112", "999", "local emergency number", "nobody watches", "cannot call for help"],
    "crisis": ["988", "116 123", "024", "findahelpline.com", "nobody watches"],
    "unwell": ["911", "112", "999", "988", "116 123", "024", "cancer team", "chemo card"],
    "call_team": ["cancer team", "night", "emergency", "nobody watches"],
    "reminders": ["4 reminders", "then stop", "one tap", "write stop"],
}


def test_the_ten_kinds_of_record_are_asked_for_in_the_guides_order(content: Content):
    assert [record.key for record in content.guide.numbered] == list(RECORDS)


@pytest.mark.parametrize("key", RECORDS)
def test_of_every_record_is_said_what_the_guide_says_and_who_has_it(content: Content, key: str):
    told = about(content, key)
    assert [fact for fact in RECORDS[key] if fact.lower() not in told] == []
    assert any(word in told for word in ("ask", "write"))


def test_what_a_pathology_report_may_hold_is_listed_and_its_words_are_explained(content: Content):
    told = about(content, "pathology")
    assert [fact for fact in (*IN_A_PATHOLOGY_REPORT, *EXPLAINED) if fact.lower() not in told] == []


def test_slides_are_asked_about_next_and_are_never_uploaded(content: Content):
    slides = content.guide.records[1]
    assert (slides.key, slides.follows, slides.numbered) == ("slides", "pathology", False)
    assert "send" not in slides.answers
    assert "ask your hospital" in about(content, "slides")
    assert "can be released or sent to another lab" in about(content, "slides")


def test_the_most_important_record_and_the_three_to_start_with(content: Content):
    assert content.guide.most_important == "pathology"
    assert content.guide.start_with == ("pathology", "imaging_reports", "treatment_plan")


def test_a_legal_month_is_counted_only_for_what_a_hospital_has_in_writing(content: Content):
    covered = {record.key for record in content.guide.records if content.guide.legal_days_of("us", record.key)}
    assert covered == {"pathology", "imaging_reports", "labs", "procedures", "visit_notes"}


def test_the_five_example_questions_and_the_four_to_bring_forward(content: Content, texts: dict[str, set[str]]):
    assert content.guide.example_questions == ("complete", "stage", "start", "alternatives", "trial")
    assert content.guide.bring_forward == ("decision", "support", "benefits", "change")
    asked = content.wording._words["bring_forward"]
    for question in (asked[key] for key in content.guide.bring_forward):
        assert all(question in text for text in texts["summary"]), question


@pytest.mark.parametrize("name", SAID)
def test_what_the_guide_says_is_said_in_its_place(texts: dict[str, set[str]], name: str):
    told = " ".join(sorted(texts[name])).lower()
    assert [fact for fact in SAID[name] if fact not in told] == []


@pytest.mark.parametrize("name", PROMISED)
def test_what_we_promise_and_what_we_are_not_is_said_in_time(texts: dict[str, set[str]], name: str):
    told = " ".join(sorted(texts[name])).lower()
    assert [fact for fact in PROMISED[name] if fact not in told] == []


def about(content: Content, key: str) -> str:
    words = content.wording._words["record"][key]
    return " ".join(words[part] for part in ("title", "what", "why", "where")).lower()
