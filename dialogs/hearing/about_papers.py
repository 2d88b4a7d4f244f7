"""Who waits for an office, or tells whose records they are: words of a cry stand in it, and every word is of papers."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.meanings import NEWS, PAPERS, TAKES_OVER
from dialogs.content.said import Said
from dialogs.hearing.halves import joined
from dialogs.understanding.safety import Ears

LONGEST_TEMPERATURE = 4
"""Signs of "39C" and "101F"."""


@dataclass(frozen=True)
class AboutPapers:
    """Knows a text of nothing but papers: "the lab does not answer", "his insurance won't cover Hopkins"."""

    ears: Ears
    said: Said

    def is_all(self, text: str) -> bool:
        """Whether every word is of papers, but for the number of a parcel and the names of hospitals."""
        first, *others = text.split() or [""]
        others = [each for each in others if not _is_a_number(each)]
        named = [each for each in others if text.isupper() or not self._is_name(each)]
        return any(
            self.said.is_all(each, PAPERS) for each in (text, " ".join((first, *others)), " ".join((first, *named)))
        )

    def goes_on(self, case: Case, text: str) -> bool:
        """Whether it is so where nothing was asked, behind what they wrote just now, too."""
        half = case.half_said
        if case.asked or not self.is_all(text):
            return False
        is_plain = self.is_all(half) or self.said.is_all(half, NEWS, TAKES_OVER)
        return not half or is_plain or not self.ears.hear(joined(half, text)).urgent

    def _is_name(self, word: str) -> bool:
        return word[:1].isupper() and not self.ears.hear(word).urgent


def _is_a_number(word: str) -> bool:
    """1Z999 is that of a parcel; 39C is no number alone, but a fever."""
    return len(word) > LONGEST_TEMPERATURE and any(map(str.isdecimal, word)) and any(map(str.isalpha, word))
