"""What may be a record in the patient's own words (their medicines, their stage), and what is only said in passing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial

from dialogs.content.phrases import NO_PHRASES, Phrases, Text, parts_of, plain, plain_phrase

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MIXED = re.compile(r"(?<!\w)(?=\w*\d)(?=\w*[^\W\d])\w{2,10}(?!\w)")
"""Letters and figures in one word: 2b, T2N0M0, 20mg."""
_OF_TIME = re.compile(r"\d{1,2}([^\W\d]+)")
LISTS = (
    *("medicines", "signs", "weak", "kinds", "habit", "aside", "lately", "knowing", "everyday"),
    *("relatives", "oneself", "planned", "ailing", "untold"),
)
_STRENGTH = re.compile(r"(?<!\w)\d+(?:\.\d+)?\s?([^\W\d]+)(?!\w)")
_FIGURE = re.compile(r"(?<!\w)\d+(?!\w)")
MOST_AT_A_TIME = 4
"""Of a medicine: of more nobody knows whether all are taken at once."""
_STAGE = re.compile(r"(?<!\w)(?:i(?=[abc])|ii|iii|iv)[abc]?\d?(?!\w)")
"""A stage in Roman figures: IIIA."""
NEEDED = ("strengths", "times")
OWN_WORDS = ("endings", "units", *LISTS)
"""What is written in content of each language."""
SHORTEST_ENDING = 6
"""Letters of a word that may be a medicine by its ending."""
FEW, MANY = "1", "0"
"""What stands for a figure where medicines are told."""
MOST_OF_A_NAME = 3
"""Words of the name of a medicine, with how much of it."""
A_SLIP = 0.85
"""How much alike two names are, as difflib measures it, of which one has a slip of the finger."""
ENOUGH = 2
"""Signs beside which it does not matter who else knows of it."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The words of one language by which own words about a record are known."""

    medicines: Phrases = NO_PHRASES
    """Their names, as far as they are not known by how they end."""
    signs: Phrases = NO_PHRASES
    """What stands in such words: pills, a surgery, an organ, an illness."""
    weak: Phrases = NO_PHRASES
    """What says so only where nothing of any talk stands beside it: "I take" a bus, "none" of your business."""
    endings: tuple[str, ...] = ()
    """Of the names of medicines."""
    units: Phrases = NO_PHRASES
    """Behind a figure: mg, cm, times."""
    strengths: frozenset[str] = frozenset()
    """Behind the figure of how much of a medicine is in one: mg."""
    times: frozenset[str] = frozenset()
    """Behind the figure of an hour or a day of the month, in one word with it: 10am, 3rd."""
    joins: tuple[str, ...] = ()
    """What joins two parts of a sentence: "and"."""
    kinds: Phrases = NO_PHRASES
    """What a medicine is called without its name: insulin, sleeping pills."""
    habit: Phrases = NO_PHRASES
    """How often it is taken, and with what: every night, with food."""
    aside: Phrases = NO_PHRASES
    """What stands around these and tells nothing: "sorry", "I also take"."""
    lately: Phrases = NO_PHRASES
    """What tells of these days, which is news and no record: "yesterday", "it was cancelled"."""
    knowing: Phrases = NO_PHRASES
    """Who has it, who knows, who is to be asked: with one of these a single sign is told of another's papers."""
    everyday: Phrases = NO_PHRASES
    """Words of any talk: beside them something else than such words is told, if no sign stands there."""
    relatives: Phrases = NO_PHRASES
    """Of whom an illness is told that is not the patient's: "my mother had breast cancer"."""
    oneself: Phrases = NO_PHRASES
    """Who is spoken of all the same: "my wife gives me insulin"."""

    planned: Phrases = NO_PHRASES
    """What a treatment plan is of: chemo, a surgery, to watch and wait."""
    ailing: Phrases = NO_PHRASES
    """Beside the name of a medicine, what tells that it is no plan: an allergy, insulin."""

    untold: Phrases = NO_PHRASES
    """Who is afraid of something, does not want it, or never had it: nothing of a record is told."""

    def talks(self, words: Sequence[str]) -> int:
        """How many of some words are of any talk."""
        return sum(self.everyday.found(Text(plain(word))) for word in words)

    def signs_in(self, said: Text) -> int:
        words = [word for word in said.words if len(word) >= SHORTEST_ENDING]
        ends = sum(word.endswith(self.endings) for word in words) if self.endings else 0
        left = self.medicines.taken_out(self.signs.taken_out(said.text))
        phrases = len(said.text.split()) - len(left.split()) if left != said.text else 0
        counted = ENOUGH if any(_counts(said.text, unit) for unit in self.units) else 0
        return ends + phrases + counted

    def only_medicines(self, text: str) -> tuple[bool, bool]:
        """Whether a medicine is named, and whether how often it is taken; neither, if anything else stands there."""
        told = _FIGURE.sub(_how_many, _STRENGTH.sub(self._but_strengths, _plainly(text)))
        often = self.habit.taken_out(told)
        left = self.aside.taken_out(self.medicines.taken_out(self.kinds.taken_out(often)))
        words = [word for word in left.split() if word != FEW and not _is_a_name(word, self.endings)]
        named = self.aside.taken_out(often).replace(FEW, "").split()
        return (False, False) if words else (bool(named), often != told)

    def _but_strengths(self, found: re.Match[str]) -> str:
        return " " if found[1] in self.strengths else found[0]

    def names_a_medicine(self, said: Text) -> bool:
        """Whether a medicine is named, or how much of one."""
        counted = any(_counts(said.text, unit) for unit in self.units)
        named = counted or self.medicines.found(said) or self.kinds.found(said)
        return named or any(_is_a_name(word, self.endings) for word in said.words)

    def is_nearly_a_medicine(self, said: Text) -> bool:
        """Whether nothing stands there but a few words of which one is the name of a medicine, with a slip in it."""
        words = [word for word in said.words if len(word) >= SHORTEST_ENDING]
        few = len(said.text.split()) <= MOST_OF_A_NAME
        return few and any(get_close_matches(word, self.medicines, 1, A_SLIP) for word in words)


NO_RECORD_WORDS = RecordWords()


def tells_of_a_record(every: Sequence[RecordWords], text: str) -> bool:
    """Whether a text may well be what is known of a record; of what may not it is asked first.

    News of these days is none, unless it is of a medicine ("letrozole, started yesterday"). A sign is enough, unless
    somebody else knows or has it. What is only said so often around one ("I take") tells of one where no word of any
    talk stands beside it. A name that nobody knows is asked about.
    """
    said = Text(plain(text).replace(".", " "))
    if not any(each.signs for each in every):
        return True
    if any(map(partial(_is_news, said), every)) and not any(each.names_a_medicine(said) for each in every):
        return False
    if signs := signs_of_a_record(every, text):
        return signs >= ENOUGH or not any(each.knowing.found(said) for each in every)
    beside = beside_weak_signs(every, text)
    if beside is not None:
        return not any(each.everyday.found(Text(" ".join(beside))) for each in every)
    return any(each.is_nearly_a_medicine(said) for each in every)


def names_a_medicine(every: Sequence[RecordWords], text: str) -> bool:
    """Whether a text names a medicine, or how much of one, whatever else it says."""
    said = Text(plain(text).replace(".", " "))
    return any(each.names_a_medicine(said) for each in every)


def tells_of_a_plan(every: Sequence[RecordWords], text: str) -> bool:
    """Whether a text tells of a treatment that is suggested, and not of what is taken every day or of who has it."""
    said = Text(plain(text).replace(".", " "))
    if any(each.knowing.found(said) for each in every):
        return False
    if any(each.planned.found(said) for each in every):
        return True
    lives = any(each.ailing.found(said) or each.weak.found(Text(each.habit.taken_out(said.text))) for each in every)
    return not lives and any(each.names_a_medicine(said) for each in every)


def _is_news(said: Text, words: RecordWords) -> bool:
    """Whether a text tells of these days; "every day" is none of them, and nor is a year."""
    return not _YEAR.search(said.text) and words.lately.found(Text(words.habit.taken_out(said.text)))


def beside_weak_signs(every: Sequence[RecordWords], text: str) -> tuple[str, ...] | None:
    """The words that stand beside "I take", "every day" and the like; None where none of those is said."""
    said = Text(plain(text).replace(".", " "))
    weak = next((each.weak for each in every if each.weak.found(said)), None)
    return None if weak is None else tuple(filter(str.isalpha, weak.taken_out(said.text).split()))


def told_of_oneself(every: Sequence[RecordWords], text: str) -> str:
    """A text without what it tells of relatives: "my mother had breast cancer"."""
    parts = parts_of(text, tuple(each for words in every for each in words.joins))
    own = [part for part in parts if not _is_of_a_relative(every, part)]
    return text if len(own) == len(parts) else ", ".join(own)


def _is_of_a_relative(every: Sequence[RecordWords], part: str) -> bool:
    said = Text(plain(part).replace(".", " "))
    is_told_of = any(each.relatives.found(said) for each in every)
    return is_told_of and not any(each.oneself.found(said) for each in every)


def signs_of_a_record(every: Sequence[RecordWords], text: str) -> int:
    """How much in a text is a sign of it: medicines, organs, figures with their units."""
    said = Text(plain(text).replace(".", " "))
    figures = sum(len(each.findall(said.text)) for each in (_YEAR, _STAGE))
    mixed = sum(not any(_tells_a_time(word, each) for each in every) for word in _MIXED.findall(said.text))
    return figures + mixed + max((each.signs_in(said) for each in every), default=0)


def _tells_a_time(word: str, words: RecordWords) -> bool:
    """Whether it is an hour or a day of the month: no sign of a record."""
    found = _OF_TIME.fullmatch(word)
    return found is not None and found[1] in words.times


def record_words(known: Mapping[str, Iterable[str]], joins: Iterable[str] = ()) -> RecordWords:
    """The words of one language, as they are written in content."""
    phrases = {key: Phrases(known.get(key, ())) for key in LISTS}
    longest_first = {key: sorted(known.get(key, ()), key=len, reverse=True) for key in ("kinds", "habit", "aside")}
    phrases |= {key: Phrases(each) for key, each in longest_first.items()}
    units = Phrases(map(plain_phrase, known.get("units", ())))
    strengths, times = (frozenset(map(plain_phrase, known.get(key, ()))) for key in NEEDED)
    endings = tuple(map(plain_phrase, known.get("endings", ())))
    return RecordWords(endings=endings, units=units, strengths=strengths, times=times, joins=tuple(joins), **phrases)


def only_medicines(every: Iterable[RecordWords], text: str, beside_a_line: bool) -> bool:
    """Whether a text names medicines and how they are taken, and no word of it says anything else.

    `beside_a_line`: one stands there already, so that "no, every night" is told of it.
    """
    told = [each.only_medicines(text) for each in every]
    return any(is_named or (is_often and beside_a_line) for is_named, is_often in told)


def _how_many(figure: re.Match[str]) -> str:
    return FEW if 0 < int(figure[0]) <= MOST_AT_A_TIME else MANY


def _plainly(text: str) -> str:
    return " ".join(plain(text).rstrip(".").replace(". ", " ").split())


def _is_a_name(word: str, endings: tuple[str, ...]) -> bool:
    return len(word) >= SHORTEST_ENDING and bool(endings) and word.endswith(endings)


def _counts(text: str, unit: str) -> bool:
    return re.search(rf"\d ?{re.escape(unit)}(?!\w)", text) is not None
