"""Mistakes an author can make in content/, many of them made in November's trial: each is named, file and key.

What was done, what is changed into what, the key that is named, and a piece of the problem.
"""

from __future__ import annotations

from tests.content.files import (
    BACK,
    CAREGIVER,
    DAYS,
    GUESSED,
    GUIDE,
    LABELS,
    PLACES,
    PRESSED,
    RECOGNITION,
    RECORDS,
    SAFETY,
    SAID,
    SLIDES,
    SOURCES,
    WORDS,
    Mistake,
)
from tests.content.mistakes.days_and_places import IN_THE_DAYS, IN_THE_PLACES
from tests.content.mistakes.guide import IN_THE_GUIDE, IN_THE_SOURCES
from tests.content.mistakes.hearing import (
    IN_THE_PLAIN_WORDS,
    IN_THE_SAFETY_RULES,
    IN_WHAT_IS_GUESSED,
    IN_WHAT_IS_PRESSED,
)
from tests.content.mistakes.letters import (
    IN_A_LETTER,
    IN_A_LETTER_FOR_THE_CAREGIVER,
    IN_ANOTHER_LETTER,
    IN_THE_LABELS,
    IN_THE_PAGE_BACK,
)
from tests.content.mistakes.messages import IN_A_MESSAGE
from tests.content.mistakes.recognition import IN_THE_WORDS_TO_RECOGNISE
from tests.content.mistakes.words import IN_THE_WORDS

IN_ONE_FILE = (
    (GUIDE, IN_THE_GUIDE),
    (WORDS, IN_THE_WORDS),
    (SAFETY, IN_THE_SAFETY_RULES),
    (SAID, IN_THE_PLAIN_WORDS),
    (PRESSED, IN_WHAT_IS_PRESSED),
    (GUESSED, IN_WHAT_IS_GUESSED),
    (RECOGNITION, IN_THE_WORDS_TO_RECOGNISE),
    (DAYS, IN_THE_DAYS),
    (PLACES, IN_THE_PLACES),
    (LABELS, IN_THE_LABELS),
    (RECORDS, IN_A_LETTER),
    (SLIDES, IN_ANOTHER_LETTER),
    (CAREGIVER, IN_A_LETTER_FOR_THE_CAREGIVER),
    (BACK, IN_THE_PAGE_BACK),
    (SOURCES, IN_THE_SOURCES),
)

SEEN_WHEN_READ: list[Mistake] = [
    *((what, file, *more) for file, some in IN_ONE_FILE for what, more in some.items()),
    *IN_A_MESSAGE,
]
"""Found as the bot starts, and by `check`."""
