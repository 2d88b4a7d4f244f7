"""What is told where a record may be told in own words, and is of another record, or of none."""

from __future__ import annotations

import re

from dialogs.content.phrases import Text, plain
from dialogs.content.record_words import RecordWords, signs_of_a_record
from dialogs.content.said import Said

PLAN, STAGE = "treatment_plan", "staging"
_STAGE = re.compile(r"(?<!\w)(?:[0-4][abc]?|t\d\w*)(?!\w)")
"""A figure that may be a stage: 2, 3b, T2N0."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_of_another_kind(said: Said, record: str, text: str, year: int) -> bool:
    """Whether a text is of no such record: a fear, a wish, a medicine for a stage, or a surgery of long ago for a plan.

    `record`: the one that is asked about. `year`: this one.
    """
    every = [each.record for each in (said, *said.others)]
    told = Text(plain(text).replace(".", " "))
    if any(each.untold.found(told) for each in every) and not any(each.names_a_medicine(told) for each in every):
        return True
    if record == PLAN:
        return any(int(each) < year for each in _YEAR.findall(told.text))
    return record == STAGE and _is_of_medicines(every, told)


def _is_of_medicines(every: list[RecordWords], told: Text) -> bool:
    """Whether nothing but a medicine or an ailment is told: an allergy is no stage."""
    left = told.text
    for each in every:
        left = each.ailing.taken_out(each.kinds.taken_out(each.medicines.taken_out(left)))
    endings = tuple(ending for each in every for ending in each.endings)
    words = [word for word in left.split() if word.isalpha() and not word.endswith(endings)]
    is_of_one = len(words) < len(told.text.split()) and any(
        each.names_a_medicine(told) or each.ailing.found(told) for each in every
    )
    return is_of_one and not signs_of_a_record(every, " ".join(words)) and not _STAGE.search(left)
