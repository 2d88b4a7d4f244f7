"""Everything about me: a copy of it in one tap, and who opened what."""

from __future__ import annotations

from dialogs.effects import GatherEverything, SendPaper
from dialogs.roads.keeping.events import EverythingGathered, ExportFailed
from tests.chat import Chat
from tests.conversations.days_kept import agreed


def test_everything_is_asked_for_with_one_tap_and_comes_in_parts(chat: Chat) -> None:
    agreed(chat)
    chat.patient_commands("privacy")
    chat.patient_presses("export")
    chat.bot_says("export")
    assert GatherEverything(1) in chat.turn.effects
    chat.happens(EverythingGathered(chat.now, 1, ((1,), (2, 3))))
    parts = [each for each in chat.turn.effects if isinstance(each, SendPaper)]
    assert [(each.kind, each.values["part"], each.values["of"]) for each in parts] == [
        ("export", 1, 2),
        ("export", 2, 2),
    ]


def test_a_second_tap_asks_for_no_second_copy(chat: Chat) -> None:
    agreed(chat)
    chat.patient_commands("export")
    chat.patient_commands("export")
    chat.bot_says("export")
    assert not [each for each in chat.turn.effects if isinstance(each, GatherEverything)]
    chat.happens(EverythingGathered(chat.now, 1, ((1,),)))
    chat.happens(EverythingGathered(chat.now, 1, ((1,),)))
    assert not chat.turn.effects


def test_what_could_not_be_made_is_told_kindly_and_can_be_asked_for_again(chat: Chat) -> None:
    agreed(chat)
    chat.patient_commands("export")
    chat.happens(ExportFailed(chat.now))
    chat.bot_says("export_failed")
    chat.patient_presses("export")
    assert GatherEverything(2) in chat.turn.effects


def test_before_the_choice_there_is_nothing_to_copy(chat: Chat) -> None:
    chat.patient_commands("privacy")
    chat.bot_does_not_offer("export", "accesses")
    chat.patient_commands("export")
    chat.bot_says("welcome")


def test_who_opened_what_is_shown_below_what_is_kept(chat: Chat) -> None:
    agreed(chat)
    step = chat.case.step
    chat.patient_commands("privacy")
    chat.patient_presses("accesses")
    chat.bot_says("accesses")
    chat.patient_presses("continue")
    chat.patient_is_at(step)
