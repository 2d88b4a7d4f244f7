"""Who tells of their life where it is asked where the records go is asked about; who names a place is not."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path

import pytest

from dialogs.proofreading.chat import Chat
from tests import real

EXAMPLES = {
    language: parts
    | {
        part: {"real": texts["answers"], "told": texts["other"]}
        for part, texts in tomllib.loads((Path(__file__).parent / "place_examples.toml").read_text("utf-8"))[
            language
        ].items()
    }
    for language, parts in tomllib.loads(
        (Path(__file__).parent / "destination_examples.toml").read_text(encoding="utf-8")
    ).items()
}
LEAST = {"seen": 1.0, "kept_back": 1.0, "other_voices": 0.95, "of_places": 1.0, "of_places_kept_back": 1.0}
LEAST |= {"talk": 1.0, "talk_kept_back": 1.0}
MOST_ASKED = {
    "seen": 0.4,
    "kept_back": 0.5,
    "other_voices": 0.7,
    "of_places": 0.45,
    "of_places_kept_back": 0.35,
    "talk": 0.4,
    "talk_kept_back": 0.4,
}
"""Of those who do name a place, most unknown to us: one tap uses it; a sentence would stand on the packet."""


@pytest.mark.parametrize("language", EXAMPLES)
@pytest.mark.parametrize("part", LEAST)
def test_what_tells_of_a_life_is_never_written_down_as_where_the_records_go(language, part):
    told, real_ones = (_asked_about(language, EXAMPLES[language][part][kind]) for kind in ("told", "real"))
    texts = EXAMPLES[language][part]
    missed = [text for text in texts["told"] if text not in told]
    assert len(missed) <= (1 - LEAST[part]) * len(texts["told"]), missed
    assert len(real_ones) <= MOST_ASKED[part] * len(texts["real"]), real_ones


def _asked_about(language: str, texts: list[str]) -> list[str]:
    """Those of the texts that are held, and asked about."""
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to("destination")
    asked = []
    for text in texts:
        each = copy.copy(chat)
        each.shown = [*chat.shown]
        each.patient_writes(text)
        if not (each.case.destination or each.case.destinations):
            asked.append(text)
    return asked
