"""A medicine that is told where none is asked for: it is held, and a button leads to the medicines."""

from __future__ import annotations

import pytest

from dialogs.proofreading.chat import Chat
from tests import real


@pytest.mark.parametrize("step", ["pathology", "destination", "summary"])
@pytest.mark.parametrize(("language", "text"), [("en", "I'm on warfarin"), ("es", "losartán 50 mg")])
def test_a_medicine_leads_to_the_medicines(language, text, step):
    chat = Chat(dialogue=real.content(language).dialogue)
    chat.patient_walks_to(step)
    chat.patient_writes(text)
    assert [say.name for say in chat.said_now()] == ["text_unplaced"]
    assert "aside/record/medications" in [shown.data for shown in chat.case.keyboard]
    assert [held.text for held in chat.case.texts] == [text]
