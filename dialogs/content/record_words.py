"""What may be a record in the patient's own words (their medicines, their stage), and what is only said in passing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogs.content.phrases import NO_PHRASES, Phrases, Text, plain, plain_phrase

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MIXED = re.compile(r"(?<!\w)(?=\w*\d)(?=\w*[^\W\d])\w{2,10}(?!\w)")
"""Letters and figures in one word: 2b, T2N0M0, 20mg."""
OWN_WORDS = ("signs", "endings", "units", "knowing", "everyday")
"""What is written in content of each language."""
SHORTEST_ENDING = 6
"""Letters of a word that may be a medicine by its ending."""
ENOUGH = 2
"""Signs beside which it does not matter who else knows of it."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The words of one language by which own words about a record are known."""

    signs: Phrases = NO_PHRASES
    """What stands in such words: pills, a surgery, an organ, an illness."""
    endings: tuple[str, ...] = ()
    """Of the names of medicines."""
    units: Phrases = NO_PHRASES
    """Behind a figure: mg, cm, times."""
    knowing: Phrases = NO_PHRASES
    """Who has it, who knows, who is to be asked: with one of these a single sign is told of another's papers."""
    everyday: Phrases = NO_PHRASES
    """Words of any talk: beside them something else than such words is told, if no sign stands there."""

    def talks(self, words: Sequence[str]) -> int:
        """How many of some words are of any talk."""
        return sum(self.everyday.found(Text(plain(word))) for word in words)

    def signs_in(self, said: Text) -> int:
        words = [word for word in said.words if len(word) >= SHORTEST_ENDING]
        ends = sum(word.endswith(self.endings) for word in words) if self.endings else 0
        left = self.signs.taken_out(said.text)
        phrases = len(said.text.split()) - len(left.split()) if left != said.text else 0
        counted = ENOUGH if any(_counts(said.text, unit) for unit in self.units) else 0
        return ends + phrases + counted


NO_RECORD_WORDS = RecordWords()


def tells_of_a_record(every: Sequence[RecordWords], text: str) -> bool:
    """Whether a text may well be what is known of a record; of what may not it is asked first.

    A sign that stands there is enough, unless somebody else knows or has it. Without one it is only a name that nobody
    knows here: no word of a talk may stand beside it.
    """
    said = Text(plain(text).replace(".", " "))
    if not any(each.signs for each in every):
        return True
    if signs := signs_of_a_record(every, text):
        return signs >= ENOUGH or not any(each.knowing.found(said) for each in every)
    return not any(each.everyday.found(said) for each in every)


def signs_of_a_record(every: Sequence[RecordWords], text: str) -> int:
    """How much in a text is a sign of it: medicines, organs, figures with their units."""
    said = Text(plain(text).replace(".", " "))
    figures = len(_YEAR.findall(said.text)) + len(_MIXED.findall(said.text))
    return figures + max((each.signs_in(said) for each in every), default=0)


def record_words(known: dict[str, Iterable[str]]) -> RecordWords:
    """The words of one language, as they are written in content."""
    phrases = {key: Phrases(known.get(key, ())) for key in ("signs", "knowing", "everyday")}
    units = Phrases(map(plain_phrase, known.get("units", ())))
    return RecordWords(endings=tuple(map(plain_phrase, known.get("endings", ()))), units=units, **phrases)


def _counts(text: str, unit: str) -> bool:
    return re.search(rf"\d ?{re.escape(unit)}(?!\w)", text) is not None
