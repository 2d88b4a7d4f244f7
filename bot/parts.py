"""The composition root: every part of the bot, built once and connected. Nothing runs yet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram.ext import ExtBot

from bot.chat import incoming
from bot.chat.calls import Calls
from bot.chat.download import CONNECTIONS, Downloads
from bot.chat.introduction import Introduction
from bot.chat.limiter import Limiter
from bot.chat.polling import Polling
from bot.chat.postman import Postman
from bot.chat.pulse import Doubt, Pulse
from bot.chat.transport import Transport
from bot.clock import Clock
from bot.documents.arrival import AT_ONCE, Arrival
from bot.documents.fitness import Fitness
from bot.documents.page_pictures import PagePictures
from bot.documents.print_reading import PrintReading, read_print
from bot.documents.second_look import SecondLook
from bot.documents.thumbnails import pictures
from bot.documents.unlocker import Unlocker
from bot.packet.building import Building
from bot.packet.feeding import Order
from bot.papers.calendar import calendar_maker
from bot.papers.letters import back_paper, letter_paper
from bot.papers.papers import MakePaper
from bot.papers.sheet import sheet_paper
from bot.post.called import Called
from bot.post.pace import Pace
from bot.post.reception import Reception
from bot.post.speaker import Speaker
from bot.post.telling import Telling
from bot.readiness import Readiness
from bot.settings import Settings
from bot.start.identity import open_installation
from bot.storage import outbox, work
from bot.storage.presence import Presence
from bot.storage.replicas import connection_name
from bot.storage.watch import Watch
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done
from bot.turn.outcome import Unlocking
from bot.turn.speakers import Speakers
from bot.turn.turn import Turns
from bot.upkeep.deletions import Deletions
from bot.upkeep.rounds import Rounds
from bot.upkeep.tidying import Tidying
from bot.upkeep.timekeeping import Timekeeping
from bot.vault import Vault
from bot.work.workers import Trade, Workers
from dialogs.case.case import Case
from dialogs.content.reading import Content
from dialogs.events import ReminderDue
from dialogs.roads.errands.events import ErrandOver
from dialogs.roads.packet.plan import digest, plan
from dialogs.words.papers import Papers

LONGEST_WAIT = 600.0
"""Seconds for which a message or work that is due may wait: ten thousand reminders of one hour take half of it."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Parts:
    """What is run, asked, or ended by name; all else is held by these."""

    clock: Clock
    writer: Writer
    turns: Turns
    transports: tuple[Transport, ...]
    speaker: Speaker
    reception: Reception
    polling: Polling
    introduction: Introduction
    hearing: Pulse
    readiness: Readiness
    workers: Workers
    unlocker: Unlocker
    deletions: Deletions
    tidying: Tidying
    timekeeping: Timekeeping
    rounds: Rounds
    fitness: Fitness
    presence: Presence | None = None
    """This replica among the others; None over SQLite, where there is one."""
    watch: Watch | None = None


def parts(settings: Settings, content: Content) -> Parts:
    """The parts of the bot over one data folder or database. Raises `Mismatch` or `InUse`: then nothing was changed."""
    clock, fitness = Clock(settings.clock_ahead), Fitness()
    engine, key = open_installation(settings)
    presence = Presence(clock) if settings.database_url else None
    settle = Speakers(lambda: presence.name).settle if presence else None
    vault, writer = Vault(settings.data_dir / "vault", key), Writer(engine, settle)
    bot, transports, pace = _line(settings)
    turns = Turns(content.dialogue, content.wording, vault, clock, bot_name=lambda: introduction.username())
    telling = Telling(writer, turns, clock)

    packets = Building(writer, vault, clock, orders(content, clock), telling.chat, fitness)
    papers: Mapping[str, MakePaper] = {
        "sheet": sheet_paper,
        "letter": letter_paper,
        "back": back_paper,
        "calendar": calendar_maker(key),
        "packet_piece": packets.paper,
        "pictures": PagePictures(writer, vault, pictures, telling.not_shown).paper,
    }
    postman = Postman(bot, Calls(bot), writer, papers, telling.gone, telling.failed)
    speaker = Speaker(postman, pace, writer, presence)

    deletions = Deletions(settings.data_dir / "deletions", writer, turns, clock)
    tidying = Tidying(writer, vault, clock, deletions, alone=presence is None)
    rules = json.dumps(content.recognition).encode()
    transport, downloads, polling_transport = transports
    arrival = Arrival(writer, vault, Downloads(bot, downloads).chunks, clock, rules, fitness)

    async def report_unlocked(unlocking: Unlocking, done: Done) -> None:
        if not await telling.unlocked(unlocking, done):
            await tidying.put_away(unlocking.case_id)

    unlocker = Unlocker(arrival.unlock, report_unlocked, telling.failed)
    reception = Reception(incoming, writer, turns, speaker, clock, lambda: workers.wake(), unlocker.begin)
    telling.carry_on = reception.carry_on

    gone = tidying.case_is_gone
    trades = {
        work.REMIND: Trade(_reminder(clock), places=32),
        work.ERRAND: Trade(_end_of_an_errand(clock), places=4),
        work.ERASE: Trade(tidying.erase, case_is_gone=tidying.leave_no_trace, places=8, each=2),
        work.DISCARD: Trade(packets.discard, case_is_gone=gone, places=2, each=1),
        # Of one patient one file is fetched while the one before it is looked at.
        work.FETCH: Trade(arrival.fetch, arrival.give_up, 6, DAY, arrival.late, gone, places=AT_ONCE, each=2),
        work.PACKET: Trade(packets.build, packets.give_up, 6, HOUR, case_is_gone=gone, each=1),
        work.LOOK: Trade(SecondLook(writer, vault, clock, fitness, rules).look, each=1),
    }
    if settings.ocr:
        reading = PrintReading(writer, vault, clock, pictures, read_print, rules)
        trades[work.READ] = Trade(reading.read, reading.give_up, tries=3, each=1)
    replica: Callable[[], str] = (lambda: presence.name) if presence else str
    workers = Workers(writer, turns, clock, trades, reception.carry_on, replica)

    hearing, doubt = Pulse(), Doubt()
    if presence:
        presence.on_change, presence.on_death = pace.share, speaker.let_go
    introduction = Introduction(Calls(bot), content.wording, settings, hearing, doubt)
    return Parts(
        clock=clock,
        writer=writer,
        turns=turns,
        transports=(transport, downloads),
        speaker=speaker,
        reception=reception,
        polling=Polling(bot, polling_transport, reception, hearing, doubt),
        introduction=introduction,
        hearing=hearing,
        readiness=_readiness(hearing, speaker, writer, clock),
        workers=workers,
        unlocker=unlocker,
        deletions=deletions,
        tidying=tidying,
        timekeeping=Timekeeping(writer, turns, clock, reception.carry_on),
        rounds=Rounds(writer, vault, clock, telling.case),
        fitness=fitness,
        presence=presence,
        watch=_watch(settings, presence, speaker, hearing) if presence else None,
    )


def _watch(settings: Settings, presence: Presence, speaker: Speaker, hearing: Pulse) -> Watch:
    """Hears the other replicas. Who asks Telegram for updates hears it for all: whoever stands by hears as well."""
    calls = Called(lambda: presence.name, speaker)
    stand_by = (lambda: None) if settings.webhook_url else hearing.beat
    return Watch(settings.database_url, connection_name(presence.name), calls.hear, stand_by, presence.doubt)


def _line(settings: Settings) -> tuple[ExtBot[Any], tuple[Transport, Transport, Transport], Pace]:
    """The line to Telegram: wires for calls, for downloads and for polling, and its pace."""
    calls, downloads, polling = Transport(), Transport(connections=CONNECTIONS), Transport(connections=1)
    pace = Pace(settings.messages_per_second)
    bot = ExtBot(
        settings.telegram_token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=calls,
        get_updates_request=polling,
        rate_limiter=Limiter(pace),
    )
    return bot, (calls, downloads, polling), pace


def orders(content: Content, clock: Clock) -> Callable[[Case], Order]:
    def order(case: Case) -> Order:
        planned = plan(content.guide, case)
        words = Papers(content.wording.of(case.for_another)).words("packet", {"plan": planned}, clock.now())
        return Order(digest(content.guide, case), tuple(each.number for each in planned.documents), words)

    return order


def _reminder(clock: Clock) -> Callable[[Task], Any]:
    async def remind(task: Task) -> Done:
        return Done(ReminderDue(clock.now(), datetime.fromisoformat(task.subject)))

    return remind


def _end_of_an_errand(clock: Clock) -> Callable[[Task], Any]:
    async def end(task: Task) -> Done:
        return Done(ErrandOver(clock.now(), int(task.subject)))

    return end


def _readiness(hearing: Pulse, speaker: Speaker, writer: Writer, clock: Clock) -> Readiness:
    """What "ready" means: Telegram hears us and we hear it, the database answers, and nothing waits too long."""

    async def waited(since: Callable[..., datetime | None], *arguments: Any) -> tuple[float, float]:
        """For how many seconds something in the database has waited, and how many are well."""
        began = await writer.run(since, *arguments)
        return (clock.now() - began).total_seconds() if began else 0.0, LONGEST_WAIT

    readiness = Readiness()
    readiness.add("hearing", hearing.look)
    readiness.add("speaking", speaker.speaking)
    readiness.add("letters", lambda: waited(outbox.oldest))
    readiness.add("work", lambda: waited(work.longest_due, clock.now()))
    return readiness
