"""The composition root: every part of the bot, built once and connected. Nothing runs yet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.chat import incoming
from bot.chat.calls import Calls
from bot.chat.download import Downloads
from bot.chat.introduction import Introduction
from bot.chat.lifeline import Lifeline
from bot.chat.line import line
from bot.chat.local_files import LocalFiles
from bot.chat.polling import Polling
from bot.chat.postman import Postman
from bot.chat.pulse import Doubt, Pulse
from bot.chat.transport import Transport
from bot.clock import Clock
from bot.documents.arrival import AT_ONCE, EACH, LOOKS, SECONDS, SECONDS_FOR_DISCS, Arrival
from bot.documents.fitness import Fitness
from bot.documents.page_pictures import PagePictures
from bot.documents.second_look import SecondLook
from bot.documents.thumbnails import pictures
from bot.documents.unlocker import Unlocker
from bot.export.exporting import Exporting
from bot.packet.building import Building
from bot.packet.feeding import Order
from bot.packet.originals import OF_THE_ARCHIVE
from bot.papers.calendar import calendar_maker
from bot.papers.letters import back_paper, letter_paper
from bot.papers.papers import MakePaper, telling_of_letters
from bot.papers.sheet import sheet_paper
from bot.post.called import Called
from bot.post.reception import Reception
from bot.post.speaker import Speaker
from bot.post.telling import Telling
from bot.readiness import Readiness, readiness_of
from bot.settings import Settings
from bot.start.identity import open_installation
from bot.start.place import place_of
from bot.storage import work
from bot.storage.lookout import Lookout
from bot.storage.presence import Presence
from bot.storage.replicas import connection_name
from bot.storage.writer import Writer
from bot.turn.done import Done
from bot.turn.outcome import Unlocking
from bot.turn.speakers import Speakers
from bot.turn.turn import Turns
from bot.upkeep.deletions import Deletions
from bot.upkeep.retention import Retention
from bot.upkeep.rounds import Rounds
from bot.upkeep.tidying import Tidying
from bot.upkeep.timekeeping import Timekeeping
from bot.vault import Vault
from bot.watch.spans import spans_as_asked
from bot.watch.watch import Watch
from bot.work.moments import end_of_an_errand, end_of_days, reminder
from bot.work.workers import Trade, Workers, speaks_against_it
from dialogs.case.case import Case
from dialogs.case.languages import read_by_others
from dialogs.composed.contents import Contents
from dialogs.content.language import SOURCE
from dialogs.roads.packet.digest import digest
from dialogs.roads.packet.plan import plan
from dialogs.words.everything import Everything
from dialogs.words.papers import Papers

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
    retention: Retention
    rounds: Rounds
    fitness: Fitness
    watch: Watch
    presence: Presence | None = None
    """This replica among the others; None over SQLite, where there is one."""
    lookout: Lookout | None = None


def parts(settings: Settings, content: Contents) -> Parts:
    """The parts of the bot over one data folder or database. Raises `Mismatch` or `InUse`: then nothing was changed."""
    clock, fitness = Clock(settings.clock_ahead), Fitness()
    engine, key = open_installation(settings)
    presence = Presence(clock) if settings.database_url else None
    settle = Speakers(lambda: presence.name).settle if presence else None
    vault, writer = Vault(place_of(settings), key), Writer(engine, settle)
    watch = Watch(spans_as_asked())
    bot, transports, pace = line(settings, watch)
    english = content.of(SOURCE)
    others = {name: each for name, each in content.spoken.items() if each is not english}
    turns = Turns(english.dialogue, english.wording, vault, clock, lambda: introduction.username(), others)
    telling = Telling(writer, turns, clock)

    largest = settings.largest_upload - OF_THE_ARCHIVE
    packets = Building(writer, vault, clock, orders(content, clock), telling.chat, fitness, largest)
    everything = Everything(content.guide, english.wording)
    exporting = Exporting(writer, vault, clock, everything, settings.retention_days, telling.chat, largest)
    papers: Mapping[str, MakePaper] = {
        "sheet": telling_of_letters(sheet_paper, telling.unprinted),
        "letter": telling_of_letters(letter_paper, telling.unprinted),
        "back": telling_of_letters(back_paper, telling.unprinted),
        "calendar": calendar_maker(key),
        "packet_piece": packets.paper,
        "export": exporting.paper,
        "pictures": PagePictures(writer, vault, pictures, telling.not_shown).paper,
    }
    postman = Postman(bot, Calls(bot), writer, papers, telling.gone, telling.failed)
    speaker = Speaker(postman, pace, writer, presence)

    def tell_behind(chat_id: int) -> None:
        watch.tally.crowded += 1
        telling.behind(chat_id)

    speaker.tell_behind = tell_behind

    deletions = Deletions(settings.data_dir / "deletions", writer, turns, clock, vault.shelf)
    tidying = Tidying(writer, vault, clock, deletions, alone=presence is None)
    rules = json.dumps(content.recognition).encode()
    transport, downloads, polling_transport = transports
    local = LocalFiles(settings.telegram_api_local, settings.telegram_token) if settings.telegram_api_local else None
    fetching = Downloads(bot, downloads, settings.largest_file, local)
    seconds = SECONDS_FOR_DISCS if local else SECONDS
    arrival = Arrival(writer, vault, fetching.chunks, clock, rules, fitness, watch, seconds)

    async def report_unlocked(unlocking: Unlocking, done: Done) -> None:
        if not await telling.unlocked(unlocking, done):
            await tidying.put_away(unlocking.case_id)

    unlocker = Unlocker(arrival.unlock, report_unlocked, telling.failed)
    lifeline = Lifeline(Calls(bot), content, one_by_one=bool(settings.webhook_url))
    reception = Reception(
        incoming, writer, turns, speaker, clock, lambda: workers.wake(), unlocker.begin, watch, lifeline.throw
    )
    telling.carry_on = reception.carry_on

    gone = tidying.case_is_gone
    trades = {
        work.REMIND: Trade(reminder(clock), places=32),
        work.EXPIRE: Trade(end_of_days(clock), places=4),
        work.EXPORT: Trade(exporting.gather, exporting.give_up, each=1, places=4),
        work.ERRAND: Trade(end_of_an_errand(clock), places=4),
        work.ERASE: Trade(tidying.erase, case_is_gone=tidying.leave_no_trace, places=8, each=2),
        work.DISCARD: Trade(packets.discard, case_is_gone=gone, places=2, each=1),
        work.FETCH: Trade(arrival.fetch, arrival.give_up, 6, DAY, arrival.late, gone, places=AT_ONCE, each=EACH),
        work.UNWRAP: Trade(arrival.take_out, arrival.give_up, 6, DAY, arrival.late, gone, places=2 * LOOKS, each=2),
        work.PACKET: Trade(packets.build, packets.give_up, 6, HOUR, case_is_gone=gone, each=1),
        work.LOOK: Trade(SecondLook(writer, vault, clock, fitness, rules).look, each=1),
    }
    if settings.ocr:
        from bot.documents.print_reading import PrintReading, read_print  # with it comes what pages are made of

        reading = PrintReading(writer, vault, clock, pictures, read_print, rules)
        trades[work.READ] = Trade(reading.read, reading.give_up, tries=3, each=1)
    watched = {kind: _watched(watch, kind, trade) for kind, trade in trades.items()}
    replica: Callable[[], str] = (lambda: presence.name) if presence else str
    workers = Workers(writer, turns, clock, watched, reception.carry_on, replica)

    hearing, doubt = Pulse(), Doubt()
    if presence:
        presence.on_change, presence.on_death = pace.share, speaker.let_go
    finished = {name: each.wording for name, each in others.items() if not each.language.unfinished}
    introduction = Introduction(Calls(bot), english.wording, settings, hearing, doubt, finished)
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
        readiness=readiness_of(
            *(hearing, speaker, writer, clock, settings.data_dir),
            keeps_elsewhere=bool(settings.database_url and settings.store_url),
            is_called=bool(settings.webhook_url),
        ),
        workers=workers,
        unlocker=unlocker,
        deletions=deletions,
        tidying=tidying,
        retention=Retention(settings.retention_days, writer, turns, clock, reception.carry_on, lambda: workers.wake()),
        timekeeping=Timekeeping(writer, turns, clock, reception.carry_on),
        rounds=Rounds(writer, vault, clock, telling.case),
        fitness=fitness,
        watch=watch,
        presence=presence,
        lookout=_lookout(settings, presence, speaker, hearing, reception) if presence else None,
    )


def _watched(watch: Watch, kind: str, trade: Trade) -> Trade:
    """The same trade, and how each piece of its work ends is counted."""
    give_up = watch.giving_up(kind, trade.give_up) if trade.give_up else None
    return replace(trade, do=watch.work(kind, trade.do, speaks_against_it), give_up=give_up)


def _lookout(settings: Settings, presence: Presence, speaker: Speaker, hearing: Pulse, reception: Reception) -> Lookout:
    """Hears the other replicas. Who asks Telegram for updates hears it for all: whoever stands by hears as well."""
    calls = Called(lambda: presence.name, speaker)
    stand_by = (lambda: None) if settings.webhook_url else hearing.beat
    lookout = Lookout(settings.database_url, connection_name(presence.name), calls.hear, stand_by, presence.doubt)
    reception.on_newer = lookout.resign
    return lookout


def orders(content: Contents, clock: Clock) -> Callable[[Case], Order]:
    def order(case: Case) -> Order:
        planned, wording = plan(content.guide, case), content.of(read_by_others(case)).wording
        words = Papers(wording.of(case.for_another)).words("packet", {"plan": planned}, clock.now())
        numbers, containers = (tuple(each.number for each in them) for them in (planned.documents, planned.containers))
        return Order(digest(content.guide, case), numbers, words, containers)

    return order
