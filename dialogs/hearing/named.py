"""A name, told where a name is asked for: Socorro Ruiz is called so, and cries for no help."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.phrases import plain
from dialogs.content.told import Told
from dialogs.events import Event, Wrote
from dialogs.roads.letters.path import TO
from dialogs.roads.patient.path import OF_LETTERS, line_of
from dialogs.understanding.safety import Ears, Kind

MOST = 5
"""Words of a name."""
_SHORT = 2
_SMALL = 3
"""Letters of what stands small within a name: "de", "del", "la"."""


def asks_for_a_name(step: str) -> bool:
    """Where it is told who somebody is, and nothing else: a line about the patient, or whom a letter goes to."""
    return step == TO or bool(line_of(step))


@dataclass(frozen=True)
class Named:
    """Knows a name with a word in it that alone is a cry; that word alone stays one, at this step as at any other."""

    ears: Ears
    told: Told

    def tells(self, case: Case, event: Event) -> bool:
        """Whether an event only tells such a name: in its form, with a surname that is no word that anybody cries."""
        line = line_of(case.step)
        is_asked = line in OF_LETTERS and not case.asked and not case.half_said
        if not is_asked or not isinstance(event, Wrote) or event.forwarded:
            return False
        words = self.told.told(line, event.text.strip()).split()
        named = [word for word in words if not (word.islower() and len(word) <= _SMALL)]
        if not 1 < len(named) <= MOST or not all(map(_is_written_as_a_name, named)):
            return False
        cries = [word for word in named if self.ears.hear(word).urgent]
        others = [word for word in named if word not in cries]
        common = self.ears.model.common if self.ears.model else frozenset[str]()
        if len(cries) != 1 or not others or any(plain(word) in common for word in others):
            return False
        alone = self.ears.hear(cries[0]).kind is Kind.EMERGENCY and self.ears.hear(event.text).kind is Kind.EMERGENCY
        return alone and not self.ears.hear(" ".join(word for word in words if word not in cries)).urgent


def may_be_a_short_name(text: str) -> bool:
    """Whether a word or two stand there, with no figure and no mark of a question: in Arabic, Hope is written so."""
    words = text.split()
    return 0 < len(words) <= _SHORT and all(each.isalpha() for word in words for each in word.strip("-'’.").split("-"))


def _is_written_as_a_name(word: str) -> bool:
    return all(part[:1].isupper() and part.isalpha() and not part.isupper() for part in word.split("-"))
