"""The case as it is stored: JSON, which msgspec writes from the dataclasses and reads into them (decisions/0036).

It is written and read at every turn.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.text import HeldText

SHAPE = 4
"""Counted up with every change of what a case holds: an older version at work beside a newer one would lose the new."""
_SHAPE = re.compile(r'\{"shape":(\d+),')
_ENCODER, _DECODER = msgspec.json.Encoder(), msgspec.json.Decoder(Case)


class NewerShape(Exception):
    """A newer version wrote it: this one would lose what it does not know."""


def to_json(case: Case) -> str:
    return f'{{"shape":{SHAPE},{_ENCODER.encode(case).decode()[1:]}'


def from_json(state: str) -> Case:
    """A case read back. Fields that a newer version added take their defaults; fields it dropped are ignored.

    Raises `NewerShape`.
    """
    shape = _SHAPE.match(state)  # states from before they were counted have none
    if shape and int(shape[1]) > SHAPE:
        raise NewerShape
    try:
        case = _DECODER.decode(state)
    except msgspec.ValidationError:  # a packet of another version is built again
        plain: dict[str, Any] = msgspec.json.decode(state)
        case = msgspec.convert({**plain, "packet": None}, Case)
    if any(not question.number for question in case.questions):  # as they stand, from before they had numbers
        numbered = (replace(each, number=each.number or at) for at, each in enumerate(case.questions, 1))
        case = replace(case, questions=tuple(numbered))
    if '"unplaced_text"' in state and (text := msgspec.json.decode(state).get("unplaced_text")):
        # Held one at a time, from before texts had numbers.
        case = replace(case, texts=(HeldText(1, text),), texts_seen=1)
    return case
