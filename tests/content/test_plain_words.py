"""A tired, frightened person can read every message, and none of them frightens, promises or gives anything away."""

from __future__ import annotations

import re
from statistics import mean

import pytest

from dialogs.composed.contents import Content
from dialogs.effects import Say
from tests.content import conftest
from tests.content.conftest import FOLDER
from tests.content.reading import automated_readability, flesch_kincaid, full_sentences_of, sentences_of, words_of

LOOKED_UP = {
    *("checklist", "review", "summary", "sources", "help", "privacy", "files", "files_one", "letter_text"),
    *("destination_one", "deliveries", "requests_place", "patient"),
    *("phone_script", "requests", "plan", "errands", "sorting", "receipt", "accesses", "unwell", "errand_unwell"),
}
"""Lists, and what is looked up on purpose. Everything else has at most 60 words, where help is in each language."""
LISTS = {"sources"}
NEVER = [
    *("battle", "battles", "fight", "fights", "fighting", "war", "warrior", "survivor", "hero", "brave", "victim"),
    *("overdue", "stay positive", "hipaa", "don't worry", "do not worry", "no need to worry", "take your time"),
    *(
        "no rush",
        "no hurry",
        "plenty of time",
        "safe to wait",
        "can wait",
        "be fine",
        "will be ok",
        "everything will be",
    ),
    *(
        "good news",
        "bad news",
        "great",
        "awesome",
        "congratulations",
        "simply",
        "just relax",
        "should not be a problem",
    ),
]
ABOUT_HEALTH = [
    *("cancer", "tumor", "tumour", "oncolog", "patholog", "biops", "chemo", "radiation", "diagnos", "biomarker"),
    *("doctor", "nurse", "hospital", "clinic", "patient", "medic", "health", "ill", "treatment", "surgery", "therapy"),
    *("record", "report", "scan", "slide", "lab", "test", "second opinion", "stage", "summary", "question"),
]


@pytest.fixture(params=["for oneself", "for another"])
def written(
    request: pytest.FixtureRequest, texts: dict[str, set[str]], texts_for_another: dict[str, set[str]]
) -> dict[str, set[str]]:
    """Our own words, to a patient and to who cares for one: without the texts that hold a long word of theirs."""
    said = texts if request.param == "for oneself" else texts_for_another
    return {name: {text for text in seen if "xxxxx" not in text} for name, seen in said.items()}


def test_a_message_has_at_most_sixty_words(written: dict[str, set[str]]):
    for name in written.keys() - LOOKED_UP:
        for text in written[name]:
            own = len(words_of(text))
            assert own <= 60, f"{name} has {own} words:\n{text}"


@pytest.mark.parametrize("name", ["unwell", "errand_unwell"])
def test_where_help_is_has_at_most_sixty_words_in_each_language(content: Content, name: str):
    for for_another in (False, True):
        text = conftest.seen(content, Say(name, {"lines": (), "country": ""}, for_another=for_another))
        assert len(words_of(text)) <= 60, text
    for line in content.dialogue.ears.lines.values():
        assert len(line.split()) <= 60


def test_a_sentence_has_at_most_twenty_words_and_fourteen_on_average(written: dict[str, set[str]]):
    lengths = []
    for name in written.keys() - LISTS:
        for sentence in {each for text in written[name] for each in sentences_of(text)}:
            lengths.append(len(words_of(sentence)))
            assert lengths[-1] <= 20, f"{name}: {sentence}"
    assert mean(lengths) <= 14


def test_it_reads_at_sixth_grade_or_easier(written: dict[str, set[str]], capsys: pytest.CaptureFixture[str]):
    """Sixth grade or lower, as the NIH asks for; pages of US cancer centers need grade twelve on average."""
    # Measured when this was written: automated readability 1.3, Flesch-Kincaid 3.3; 7.6 words a sentence.
    distinct = sorted({each for seen in written.values() for text in seen for each in full_sentences_of(text)})
    index, grade = automated_readability(distinct), flesch_kincaid(distinct)
    with capsys.disabled():
        print(f"\nreading: {len(distinct)} sentences, automated readability {index:.1f}, Flesch-Kincaid {grade:.1f}")
    assert index <= 6
    assert grade <= 6


def test_no_single_message_is_much_harder(written: dict[str, set[str]]):
    for name, seen in written.items():
        distinct = sorted({each for text in seen for each in full_sentences_of(text)})
        # "taken" says no more than what stands on a button: a hospital's name there is as long as it is.
        if name != "taken" and sum(len(words_of(each)) for each in distinct) >= 10:
            assert automated_readability(distinct) <= 7, name
            assert flesch_kincaid(distinct) <= 7.5, name


def test_words_that_frighten_or_promise_are_nowhere(content: Content):
    folder = FOLDER / content.wording.language
    for file in (
        folder / "words.toml",
        folder / "sources.toml",
        *(folder / "messages").iterdir(),
        *(folder / "letters").iterdir(),
    ):
        text = re.sub(r"^\s*#.*", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE).lower()
        for word in NEVER:
            assert not re.search(rf"\b{re.escape(word)}\b", text), f"{file.name}: {word}"


def test_nobody_is_cheered_at(texts: dict[str, set[str]]):
    for name, seen in texts.items():
        assert not [text for text in seen if "!" in text], name


TOLD_UNASKED = [
    *("reminder", "note_after", "note_put_off", "note_stopped", "group"),
    *("errand_taken", "errand_done", "errand_file", "errand_returned", "errand_left"),
]


@pytest.mark.parametrize("name", [*TOLD_UNASKED, "errand_over", "errand_link"])
def test_a_preview_on_a_locked_screen_gives_nothing_away(content: Content, texts: dict[str, set[str]], name: str):
    titles = [words["title"].lower() for words in content.wording._words["record"].values()]
    for text in texts[name]:
        words = text.lower()
        assert not [word for word in titles if word in words]
        assert not [word for word in ABOUT_HEALTH if re.search(rf"\b{word}", words)], text


def test_a_message_that_must_not_wait_repeats_nothing_and_is_always_the_same(texts: dict[str, set[str]]):
    """In each language that is heard; which numbers come first depends on where somebody is."""
    languages = len(list(FOLDER.glob("*/safety/rules.toml")))
    for name in ("emergency", "call_team"):
        assert len({frozenset(text.splitlines()) for text in texts[name]}) == languages, name


def test_names_given_to_files_name_no_illness(content: Content):
    assert content.wording.words["sheet"]["file_name"] == "summary.pdf"
