"""What a text seems to want, counted on sentences that were not looked at while the examples were written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dialogs.content.guesses import AT_MOST, GRIEF, LIVING, NOTHING, UNOFFERED, Guesses
from dialogs.content.meanings import GONE, LOST
from dialogs.content.phrases import Text, plain
from dialogs.effects import Say, aside
from dialogs.proofreading.chat import Chat
from dialogs.ways import GUESSED, LEADS_TO
from tests import real

HERE = Path(__file__).parent
EXAMPLES = tomllib.loads((HERE / "guessed_examples.toml").read_text(encoding="utf-8"))
GRIEF_HELD_BACK = tomllib.loads((HERE / "grief_held_back.toml").read_text(encoding="utf-8"))
RIGHT = {"en": (0.85, 0.8), "es": (0.85, 0.85), "ar": (0.75, 0.85)}
"""How many of those who want something are offered it: of the sentences held back, and of those of another author."""
FIFTHS = 5
UNWANTED = 0.15
"""How many of those who want nothing may be offered a way."""


def held_back(language: str) -> dict[str, list[str]]:
    """Sentences by the ways that may be offered."""
    told = tomllib.loads((HERE / "guessed_held_back" / f"{language}.toml").read_text(encoding="utf-8"))
    return {ways: lines.strip().splitlines() for ways, lines in told.items()}


def examples(language: str) -> dict[str, str]:
    return tomllib.loads((real.FOLDER / language / "guessed.toml").read_text(encoding="utf-8"))


def guesses(language: str) -> Guesses:
    return real.content(language).dialogue.guesses


@pytest.mark.parametrize("language", EXAMPLES)
def test_the_way_that_somebody_wants_is_among_those_offered(language):
    wanted = [
        (line, ways.split())
        for ways, lines in held_back(language).items()
        for line in lines
        if ways not in (GRIEF, NOTHING)
    ]
    right = sum(not {*ways}.isdisjoint(guesses(language).likely(line)) for line, ways in wanted)
    assert right >= RIGHT[language][0] * len(wanted), f"{right} of {len(wanted)}"


@pytest.mark.parametrize("language", EXAMPLES)
def test_who_wants_nothing_is_hardly_ever_offered_a_way(language):
    chat = held_back(language)[NOTHING]
    offered = sum(bool(guesses(language).likely(line)) for line in chat)
    assert offered <= UNWANTED * len(chat), f"{offered} of {len(chat)}"


@pytest.mark.parametrize("language", EXAMPLES)
def test_grief_is_heard_and_nothing_else_is_mourned(language):
    """Seven in ten by the guess or by the plain words of a death; of all the rest hardly any."""
    read, said = guesses(language), real.content(language).dialogue.said
    told = held_back(language)
    heard = [line for line in told[GRIEF] if read.mourns(line) or said.meanings(line) & {GONE, LOST}]
    assert len(heard) >= 0.7 * len(told[GRIEF]), f"{len(heard)} of {len(told[GRIEF])}"
    rest = [line for ways, lines in told.items() if ways != GRIEF for line in lines]
    assert sum(map(read.mourns, rest)) <= 0.02 * len(rest)


@pytest.mark.parametrize("language", EXAMPLES)
def test_grief_in_many_voices_is_heard_and_the_same_words_of_the_living_are_mostly_not(language):
    """They are as near to each other as can be: a kind word too many hurts nobody, a form below a death does."""
    read, said = guesses(language), real.content(language).dialogue.said
    grief, living = (GRIEF_HELD_BACK[each][language].strip().splitlines() for each in (GRIEF, LIVING))
    heard = [line for line in grief if read.mourns(line) or said.meanings(line) & {GONE, LOST}]
    assert len(heard) >= 0.65 * len(grief), f"{len(heard)} of {len(grief)}"
    everyday = GRIEF_HELD_BACK["everyday"][language].strip().splitlines()
    for surely, near, most in ((False, 0.35, 0.04), (True, 0.25, 0.02)):
        for lines, allowed in ((living, near), (everyday, most)):
            mourned = sum(read.mourns(line, surely) for line in lines)
            assert mourned <= allowed * len(lines), f"{mourned} of {len(lines)}"
    known = {line for lines in examples(language).values() for line in lines.splitlines()}
    assert known.isdisjoint((*grief, *living, *everyday))


@pytest.mark.parametrize("language", EXAMPLES)
def test_who_mourns_says_a_word_of_it_and_who_is_only_taken_for_a_mourner_does_not(language):
    """Of "they said tomorrow" grief was guessed: without one of a list of words it never is."""
    read, said = guesses(language), real.content(language).dialogue.said

    def are_met(part: str) -> tuple[int, int]:
        lines = [line for line in GRIEF_HELD_BACK[part][language].strip().splitlines() if read.mourns(line)]
        every = (said, *said.others)
        return sum(any(each.mourning.found(Text(plain(line))) for each in every) for line in lines), len(lines)

    with_a_word, mourn = are_met(GRIEF)
    assert with_a_word >= 0.8 * mourn, f"{with_a_word} of {mourn}"
    assert are_met("everyday")[0] <= 1


@pytest.mark.parametrize("language", EXAMPLES)
def test_what_another_author_wrote_is_guessed_too(language):
    texts = EXAMPLES[language]["kept_back"]
    right = sum(not {*ways}.isdisjoint(guesses(language).likely(text) or ("",)) for text, ways in texts.items())
    assert right >= RIGHT[language][1] * len(texts), f"{right} of {len(texts)}"


@pytest.mark.parametrize("language", EXAMPLES)
def test_an_example_is_guessed_by_all_the_others(language):
    """So were the threshold and the kind of pieces chosen: each fifth is guessed by what the others teach."""
    parts: list[dict[str, list[str]]] = [
        {way: lines.splitlines()[part::FIFTHS] for way, lines in examples(language).items()} for part in range(FIFTHS)
    ]
    likely = [
        (way, learned.likely(line))
        for number, part in enumerate(parts)
        for learned in [Guesses.of(_together(parts[:number] + parts[number + 1 :]))]
        for way, lines in part.items()
        for line in lines
    ]
    wanted = [way in ways for way, ways in likely if way not in (*UNOFFERED, NOTHING)]
    unwanted = [bool(ways) for way, ways in likely if way == NOTHING]
    print(f"{language}: {sum(wanted) / len(wanted):.3f} right, {sum(unwanted) / len(unwanted):.3f} unwanted")
    assert sum(wanted) >= 0.6 * len(wanted)
    assert sum(unwanted) <= 0.2 * len(unwanted)


def _together(parts: list[dict[str, list[str]]]) -> dict[str, list[str]]:
    return {way: [line for part in parts for line in part[way]] for way in parts[0]}


@pytest.mark.parametrize("language", EXAMPLES)
def test_no_sentence_that_is_held_back_is_an_example(language):
    known = {line for lines in examples(language).values() for line in lines.splitlines()}
    assert known.isdisjoint(line for lines in held_back(language).values() for line in lines)


@pytest.mark.parametrize("language", ["es", "ar"])
def test_every_language_knows_the_same_ways(language):
    assert {*guesses(language).ways} == {*guesses("en").ways}


@pytest.mark.parametrize("language", EXAMPLES)
def test_the_button_that_leads_there_has_its_words(language):
    row = tuple(aside(LEADS_TO.get(way, way)) for way in GUESSED)
    (labels,) = real.content(language).wording.keyboard(Say("text_unplaced", {}, (row,)))
    assert len(labels) == len(GUESSED)


def test_what_is_learned_is_the_same_wherever_it_is_learned():
    told = {"files": ["did you get it", "is it there"], "remind": ["do not let me forget"], NOTHING: ["it rains"]}
    learned = Guesses.of(told)
    assert learned == Guesses.of(told)
    assert learned.likely("i might forget", but=("remind",)) == ()
    assert learned.likely("qqq") == ()
    assert Guesses().likely("anything") == ()


def test_two_ways_are_offered_at_most():
    told = {way: ["where is it now and who has it"] for way in ("files", "requests", "deliveries")}
    likely = Guesses.of({**told, NOTHING: ["the weather is nice today"]}).likely("where is it now and who has it")
    assert len(likely) == AT_MOST


@pytest.mark.parametrize(
    ("chat", "text"), [("en", "ذكرني الاسبوع الجاي"), ("es", "stop texting me every day"), ("ar", "stop")]
)
def test_another_language_than_that_of_the_chat_is_guessed_in_its_own(chat, text):
    others = [guesses(each).speaks_for(text)[0] for each in EXAMPLES if each != chat]
    assert max(others) > guesses(chat).speaks_for(text)[0]


def test_a_patient_who_asks_what_to_do_has_the_way_to_the_help():
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("pathology")
    chat.patient_writes("all these words, what am I supposed to do with them")
    chat.patient_presses("help")
    assert [say.name for say in chat.said_now()] == ["help"]


def test_a_guess_saves_and_presses_nothing():
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("pathology")
    before = chat.case
    chat.patient_writes("this is too much for me alone")
    assert [say.name for say in chat.said_now()] == ["text_unplaced"]
    assert (chat.case.step, chat.case.answers, chat.case.errands) == (before.step, before.answers, before.errands)


def test_a_wish_to_die_beside_a_wish_of_the_bot_is_heard():
    chat = Chat(dialogue=real.content("en").dialogue)
    chat.patient_walks_to("pathology")
    chat.patient_writes("stop texting me i just want to die")
    assert "text_unplaced" not in [say.name for say in chat.said_now()]
