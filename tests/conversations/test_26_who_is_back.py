"""Who says that they are back goes on where they were: nothing is undone, and nothing is pressed."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real

BACK = {
    "en": ["I'm back", "we're back", "back again", "ok I'm back again", "I am here again"],
    "es": ["ya regresé", "ya volví", "estoy de vuelta", "aquí estoy otra vez"],
    "ar": ["رجعت", "أنا رجعت", "رجعت مرة تانية", "عدت"],
}
GO_BACK = {"en": ["back", "go back again"], "es": ["regresa"], "ar": ["ارجع"]}


def _told(language: str, step: str, text: str) -> Chat:
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_commands("start")
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    return chat


@pytest.mark.parametrize("step", ["imaging_reports", "destination"])
@pytest.mark.parametrize(("language", "text"), [(each, text) for each in BACK for text in BACK[each]])
def test_the_same_question_is_asked_again(language: str, text: str, step: str):
    chat = _told(language, step, text)
    assert (chat.case.step, chat.case.destination) == (step, "")
    assert [said.name for said in chat.said_now()][-1] == "greeted"


@pytest.mark.parametrize(("language", "text"), [(each, text) for each in GO_BACK for text in GO_BACK[each]])
def test_who_wants_to_go_back_goes_back(language: str, text: str):
    assert _told(language, "imaging_reports", text).case.step == "pathology"
