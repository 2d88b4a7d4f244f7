"""A chat with topics: the answer lands where the person wrote."""

from __future__ import annotations

from tests.adapters.companion import Companion
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer


def place(person: Patient) -> list[int | None]:
    return [message.body.get("message_thread_id") for message in person.bot_messages]


async def test_an_answer_lands_in_the_topic_it_answers(companion: Companion, ana: Patient) -> None:
    companion.polls()
    await eventually(lambda: len(ana.bot_messages) == 1, "welcomed")
    topic = ana.opens_topic()
    ana.sends("/help", topic=topic)
    await eventually(lambda: len(ana.bot_messages) == 2, "answered")
    ana.presses("aside/privacy")
    await eventually(lambda: len(ana.bot_messages) == 3, "answered a tap")
    ana.sends("/help")
    await eventually(lambda: len(ana.bot_messages) == 4, "answered outside")
    assert place(ana) == [None, topic.message_id, topic.message_id, None]


async def test_what_comes_later_by_itself_lands_where_the_patient_wrote_last(
    companion: Companion, ana: Patient
) -> None:
    companion.polls()
    await eventually(lambda: ana.bot_messages, "welcomed")
    topic = ana.opens_topic()
    ana.sends("/help", topic=topic)
    await eventually(lambda: len(ana.bot_messages) == 2, "answered")
    await companion.hear_failed(ana.id)
    await eventually(lambda: len(ana.bot_messages) == 3, "told")
    assert place(ana)[-1] == topic.message_id


async def test_a_topic_that_is_gone_costs_no_answer(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    companion.polls()
    await eventually(lambda: ana.bot_messages, "welcomed")
    topic = ana.opens_topic()
    with telegram.telegram.changing():
        opened = telegram.telegram.messages.find(ana.id, topic.message_id)
        assert opened
        telegram.telegram.messages.delete(opened)
    ana.sends("/help", topic=topic)
    await eventually(lambda: len(ana.bot_messages) == 2, "answered")
    sheet = {"sheet": {}, "file_name": "summary.pdf", "topic": topic.message_id}
    await companion.posts(ana.id, "sheet", sheet)
    await eventually(lambda: len(ana.bot_messages) == 3, "a file too")
    assert place(ana) == [None, None, None]


async def test_a_paper_lands_in_its_topic(companion: Companion, ana: Patient) -> None:
    topic = ana.opens_topic()
    await companion.posts(ana.id, "sheet", {"sheet": {}, "file_name": "summary.pdf", "topic": topic.message_id})
    await companion.all_said()
    assert place(ana) == [topic.message_id]
