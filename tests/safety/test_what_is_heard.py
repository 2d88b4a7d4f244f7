"""How much of what must not wait is heard, in texts that nothing was learned from: floors below docs/safety.md."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from dialogs.content.ears import EXAMPLES, RULES, TABLE, read_ears, read_languages
from dialogs.content.examples import Example, check_learned, read_examples
from dialogs.understanding.safety import URGENT, Ears, Heard, Kind, Sure
from training.around import BEFORE_KEPT_BACK, BEHIND_KEPT_BACK, surrounded

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content"
HELD_BACK = {
    language: [each for file in sorted((HERE / "held_back").glob(f"*{language}.toml")) for each in read_examples(file)]
    for language in ("ar", "en", "es")
}
LARGEST = 2_000_000
"""Bytes of the table."""

A_SENTENCE = 4
"""Words from which on two people hardly write the same by chance."""

Heards = list[tuple[Example, Heard]]


@pytest.fixture(scope="module")
def ears() -> Ears:
    return read_ears(CONTENT)


@pytest.fixture(scope="module")
def heard(ears: Ears) -> dict[str, Heards]:
    """What is heard in each text, by language."""
    return {language: [(each, ears.hear(each.text)) for each in texts] for language, texts in HELD_BACK.items()}


def share(heard: Iterable[bool]) -> float:
    every = list(heard)
    return sum(every) / len(every)


@pytest.mark.parametrize("language", HELD_BACK)
def test_what_must_not_wait_is_mostly_heard_and_mostly_as_what_it_is(heard: dict[str, Heards], language: str):
    urgent = [(example, found) for example, found in heard[language] if example.kind in URGENT]
    assert share(found.urgent for _, found in urgent) >= 0.85
    assert share(found.kind is example.kind for example, found in urgent if found.urgent) >= 0.85


@pytest.mark.parametrize("language", HELD_BACK)
def test_ordinary_texts_are_left_alone_and_hardly_any_is_taken_for_surely_urgent(
    heard: dict[str, Heards], language: str
):
    calm = [(example, found) for example, found in heard[language] if example.kind not in URGENT]
    ordinary = [found for example, found in calm if example.kind is Kind.NONE and not example.looks_alike]
    assert share(found.urgent for found in ordinary) <= 0.06
    assert share(found.urgent for example, found in calm if example.looks_alike) <= 0.14
    assert share(found.urgent and found.sure is Sure.HARD for _, found in calm) <= 0.02


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("fever of 102 should i wait until tomorrow", Kind.CALL_TEAM),
        ("thermometer says 101.3 should i wait till monday", Kind.CALL_TEAM),
        ("chest pain should i wait until tomorrow", Kind.EMERGENCY),
        ("coughing blood should i go in or wait for my appointment", Kind.EMERGENCY),
        ("tengo 39 de fiebre espero a la cita del lunes", Kind.CALL_TEAM),
        ("حرارتي 39 أستنى لموعدي بكرة؟", Kind.CALL_TEAM),
    ],
)
def test_who_asks_whether_it_can_wait_is_heard(ears: Ears, text: str, kind: Kind):
    heard = ears.hear(text)
    assert (heard.kind, heard.urgent) == (kind, True)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "my name is Philippa Wrenfield",
            "I'm Chukwuemeka",
            "im Dagny, his daughter",
            "the scans are at Northmoor Royal",
        ),
        *(
            "here is wrenfield_biopsy_2.pdf",
            "me llamo Atanasio Bermejo",
            "soy Nuria, la hija",
            "todo está en San Telmo",
        ),
        *(
            "aquí va bermejo-tac.pdf",
            "اسمي هيفاء النجار",
            "أنا لؤي أخوها",
            "الصور عند مستشفى الياسمين",
            "هذا خزعة_هيفاء.pdf",
        ),
    ],
)
def test_names_of_people_places_and_files_are_no_sign_and_no_question(ears: Ears, text: str):
    assert ears.hear(text).kind is Kind.NONE


@pytest.mark.parametrize("language", HELD_BACK)
def test_what_people_write_around_everything_silences_little(ears: Ears, heard: dict[str, Heards], language: str):
    random = Random(1)
    plain = [example.text for example, found in heard[language] if example.kind in URGENT and found.sure is Sure.HARD]
    around = (surrounded(text, language, random, BEFORE_KEPT_BACK, BEHIND_KEPT_BACK) for text in plain)
    assert share(ears.hear(text).urgent for text in around) >= 0.95


@pytest.mark.parametrize(
    "text",
    [
        "I want to die",
        "Me ahogo!!",
        "she fainted",
        "quiero morir",
        "انا بختنق",
        "أغمي عليه",
        "can't breathe",
        "no puedo respirar",
    ],
)
def test_the_plainest_signs_by_themselves_are_sure(ears: Ears, text: str):
    heard = ears.hear(text)
    assert (heard.urgent, heard.sure) == (True, Sure.HARD)


@pytest.mark.parametrize("text", ["heart attack", "choking", "bleeding a lot", "infarto", "hemorragia", "نزيف", "جلطة"])
def test_a_sign_that_is_one_word_is_heard(ears: Ears, text: str):
    assert ears.hear(text).urgent


def test_texts_of_an_earlier_author_are_heard_as_well(ears: Ears):
    texts = tomllib.loads((HERE / "earlier.toml").read_text(encoding="utf-8"))["held_out"]
    assert share(ears.hear(each["text"]).urgent for each in texts if each["outcome"]) >= 0.94
    calm = [ears.hear(each["text"]) for each in texts if not each["outcome"]]
    assert share(each.urgent for each in calm) <= 0.1
    assert not [each for each in calm if each.urgent and each.sure is Sure.HARD]


def test_the_table_is_that_of_the_examples_words_and_rules_that_stand_there():
    check_learned(CONTENT)
    assert (CONTENT / TABLE).stat().st_size <= LARGEST


def test_nothing_that_is_measured_with_was_learned_but_the_shortest_words():
    learned = {each.text.casefold() for file in CONTENT.glob(f"*/{EXAMPLES}") for each in read_examples(file)}
    long = {each.text for texts in HELD_BACK.values() for each in texts if len(each.text.split()) >= A_SENTENCE}
    assert not {text for text in long if text.casefold() in learned}


def test_every_rule_hears_its_example_and_names_its_source_and_waits_for_a_signature():
    for rules in read_languages(CONTENT):
        text = (CONTENT / rules.language / RULES).read_text(encoding="utf-8")
        written = tomllib.loads(text)["rule"]
        assert all("https://" in rule["source"] or rule["source"].startswith("Cleveland") for rule in written)
        if not all(rule["signed_by"] for rule in written):
            assert "AWAITING A CLINICIAN" in text, "the head of the file says so as long as a rule is not signed"
        alone = Ears((rules,))
        assert [rule.example for rule in rules.rules if alone.hear(rule.example).kind is not rule.kind] == []


REFUSED_FIRST = {
    "en": (
        ("no surgery", "not the 12th", "that was wrong", "no more scans", "wrong button", "delete that", "not Boston"),
        ("i want to die", "I want to kill myself", "i'd rather die", "i dont want to live", "I'm going to end my life"),
        ("i want to wait", "I'd rather go home", "i want the other one", "we go on friday"),
    ),
    "es": (
        ("no quiero cirugía", "no el 12", "eso no era", "no más estudios", "borre eso", "no Houston"),
        ("quiero morir", "me quiero matar", "prefiero morir", "ya no quiero vivir", "voy a quitarme la vida"),
        ("quiero esperar", "prefiero ir a casa", "quiero el otro", "vamos el viernes"),
    ),
    "ar": (
        ("ما بدي عملية", "مش يوم 12", "هذا غلط", "ما بدي صور تانية", "امسح هذا", "مش عمان"),
        ("بدي أموت", "بدي أقتل حالي", "بفضل أموت", "ما بدي أعيش", "رح أنهي حياتي"),
        ("بدي أستنى", "بدي أرجع عالبيت", "بدي التاني", "منروح الجمعة"),
    ),
}
"""What is refused or put right, a wish to die behind it, and what harmless may stand there instead."""


@pytest.mark.parametrize("language", REFUSED_FIRST)
@pytest.mark.parametrize("between", [" ", ", "])
def test_a_wish_to_die_behind_a_refusal_is_heard_and_a_refusal_alone_is_none(ears: Ears, language: str, between: str):
    refused, wishes, harmless = REFUSED_FIRST[language]
    cries = [first + between + then for first in refused for then in wishes]
    assert [text for text in cries if ears.hear(text).kind is not Kind.CRISIS] == []
    calm = [first + between + then for first in refused for then in harmless]
    assert share(ears.hear(text).urgent for text in calm) <= 0.04
