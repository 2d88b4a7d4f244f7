"""How many taps, messages and words people meet from /start to the summary, and how large a keyboard gets.

They walk the real conversation: the unmodified bot as its own process, the rehearsal over HTTP, real files. What they
have and prefer is in `walks.toml`; they see what a chat shows: messages, and buttons that name a step and a move.
An edited message is one message, whose words count again if they changed. `taps to enough` come before one is told that
it is enough to begin. What was `not understood` was written twice, in other words, and then tapped.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.walks_page import COLUMNS, table, write
from bot.folders import CONTENT
from bot.rehearsal.telegram.limits import Limits
from dialogs.journey.steps import root
from dialogs.journey.taps import Tap, read
from tests.makers import made
from tests.system.running import RunningBot, until
from tests.telegram import Patient, RehearsalServer, Seen

KNOWN = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SUMMARY = tomllib.loads((CONTENT / "en" / "words.toml").read_text(encoding="utf-8"))["sheet"]["title"]
LONGEST = 120
"""Taps, and texts apart, after which somebody gives up."""
CALENDAR = ("day", "month")
"""Buttons of a month, which are fewer each week, and are not counted."""
BUSY = """SELECT 1 FROM outbox UNION ALL SELECT 1 FROM work
    WHERE attempts > ended OR (kind != 'remind' AND due < datetime('now', '+30 seconds'))"""


class Choice(NamedTuple):
    """A button that somebody could tap, on the message that has it: the newest message is number 0."""

    number: int
    message: Seen
    label: str
    data: str
    tap: Tap


@dataclass(frozen=True)
class Person:
    """One who walks."""

    has: Sequence[str] = ()
    asks_for: Sequence[str] = ()
    together: str = ""
    decides: bool = False
    first: Sequence[str] = ()
    writes: bool = False

    def rank(self, tap: Tap, unsent: set[str], untold: set[str]) -> int | None:
        """How dear a button is to them, 0 the most; None if they would not tap it."""
        record, moves = root(tap.step), [f"place/{number}/{key}" for number, key in enumerate(self.has, start=1)]
        if not untold:
            moves.append("finish")  # who has said all looks for the end
        if record in KNOWN["paper"] or record in KNOWN["elsewhere"]:
            not_here = "asked" if record in self.asks_for else "missing"
            moves += KNOWN["has" if record in unsent else "sent" if record in self.has else not_here]
        moves += [*self.first, *KNOWN["on_the_way"]]
        said = f"{tap.move}/{tap.argument}/"
        return next((rank for rank, move in enumerate(moves) if re.match(f"{move}/", said)), None)


PEOPLE = {
    title: Person(**{"has": list(KNOWN["paper"]) if "together" in person else (), **person})
    for title, person in KNOWN["person"].items()
}


class Walk:
    """One person's way, with what they met so far."""

    def __init__(self, person: Person, patient: Patient, bot: RunningBot) -> None:
        self.person, self.patient, self.bot = person, patient, bot
        self.figures: dict[str, Any] = dict.fromkeys(COLUMNS, 0) | {"taps_to_enough": None, "reached": False}
        self.unsent, self.untold, self.decided = set(person.has), set(KNOWN["paper"]), not person.decides
        self.enough = enough()
        self.tapped: Counter[str] = Counter()
        self.known: dict[int, str] = {}
        self.news: set[int] = set()
        """The messages that are new, or were changed, since the person last did something."""

    def go(self) -> dict[str, Any]:
        self._does(lambda: self.patient.sends("/start"))
        while not self.figures["reached"] and max(self.figures["taps"], self.figures["texts"]) < LONGEST:
            if not (self._sends_files() or self._answers()):
                break
        return self.figures | {"last": self.patient.bot_messages[-1].text.partition("\n")[0]}

    def _does(self, act: Callable[[], object]) -> bool:
        """Do something, wait until the bot has nothing left to do, and read what is new."""
        before = {each.message_id: each.revision for each in self.patient.bot_messages}
        act()
        self.bot.server.idle(seconds=120, quiet=0.15)
        until(lambda: not self.bot.rows(BUSY), "nothing left to do")
        self.bot.server.idle(seconds=120, quiet=0.15)
        self.news = {e.message_id for e in self.patient.bot_messages if before.get(e.message_id) != e.revision}
        for message in self.patient.bot_messages:
            self._reads(message)
        return True

    def _reads(self, message: Seen) -> None:
        if self.known.get(message.message_id) == message.text:
            return
        met = self.figures
        met["messages"] += message.message_id not in self.known
        met["words"] += len(re.findall(r"\w[\w'’-]*", message.text))
        buttons = [each for row in message.keyboard for each in row if read(each.data or "").move not in CALENDAR]
        met["largest_keyboard"] = max(met["largest_keyboard"], len(buttons))
        met["reached"] |= f"<b>{SUMMARY}</b>" in message.html
        if met["taps_to_enough"] is None and any(said in message.text for said in self.enough):
            met["taps_to_enough"] = met["taps"]
        self.known[message.message_id] = message.text

    def _sends_files(self) -> bool:
        """Send what is asked for here, or everything once it may be sent."""
        choices = self._choices()
        at = next((each.tap.step for each in choices if each.tap.step != "aside"), "")
        asked = "" if any((each.tap.step, each.tap.move) == (at, "send") for each in choices) else root(at)
        everything = self.person.together and any(data.endswith("/keep_files") for data in self.tapped)
        everything = everything or any(each.tap.move in KNOWN["awaits_all"] for each in choices)
        files = [each for each in self.person.has if each in self.unsent and (everything or each == asked)]
        if not files:
            return False
        self.unsent -= {*files}
        self.untold -= {*files}
        self.figures["files"] += len(files)
        papers = [paper(each) for each in files]
        if len(papers) > 1 and self.person.together != "one by one":
            return self._does(lambda: self.patient.sends_album(papers))
        return self._does(lambda: [self.patient.sends_document(*each) for each in papers])

    def _answers(self) -> bool:
        """Tap what is liked best of all that is shown; who writes taps only what was not understood twice."""
        choice = self._choice()
        if choice is None:
            return False
        if root(choice.tap.step) == "decision" and not self.decided:
            self.decided = True
            return self._writes(KNOWN["decision"])
        self.untold.discard(root(choice.tap.step))
        if self.person.writes:
            says = re.sub(r"[^\w\s]", "", choice.label.lower()).strip()
            for words in (KNOWN["phrase"].get(choice.tap.move, says), says):
                self._writes(words)
                asked = any(e.tap.move == "text" and e.message.message_id in self.news for e in self._choices())
                again = self._choice()
                if self.figures["reached"] or not (asked or (again and again.data == choice.data)):
                    return True
            self.figures["not_understood"] += 1
            choice = self._choice() or choice
        self.tapped[choice.data] += 1
        self.figures["taps"] += 1
        return self._does(lambda: self.patient.waits_for_answer(self.patient.presses(choice.data, choice.message)))

    def _writes(self, words: str) -> bool:
        self.figures["texts"] += 1
        return self._does(lambda: self.patient.sends(words))

    def _choices(self) -> list[Choice]:
        """Every button that carries data, of the newest message first."""
        shown = sorted(self.patient.bot_messages, key=lambda e: (e.message_id in self.news, e.message_id), reverse=True)
        return [
            Choice(number, message, button.text, button.data, read(button.data))
            for number, message in enumerate(shown)
            for row in message.keyboard
            for button in row
            if button.data
        ]

    def _choice(self) -> Choice | None:
        """What was not tapped before, is about files just sent, stands lowest, and is liked best, in that order."""
        liked: list[tuple[tuple[int, int, int], Choice]] = []
        for each in self._choices():
            rank = self.person.rank(each.tap, self.unsent, self.untold)
            number = -1 if each.tap.move in KNOWN["at_once"] else each.number
            if rank is not None:
                liked.append(((self.tapped[each.data], number, rank), each))
        anything = (each for each in self._choices() if each.tap.move not in KNOWN["never"])
        return min(liked, key=lambda each: each[0])[1] if liked else next(anything, None)


def paper(record: str) -> tuple[str, bytes]:
    """The name and the bytes of a report about nobody, a few weeks old."""
    day = datetime.now(UTC) - timedelta(days=20 + list(KNOWN["paper"]).index(record))
    title, *lines = KNOWN["paper"][record].split("\n")
    text = "\n".join((title, "Patient: Jane Doe", f"Date: {day.day} {day:%B %Y}", *lines))
    return f"{record}.pdf", made.a_printed_pdf(text)


def enough() -> list[str]:
    """What it is called that enough is here to begin, whatever is missing: what stands in bold in that message."""
    return re.findall(r"<b>(.*?)</b>", (CONTENT / "en" / "messages" / "enough.html.j2").read_text(encoding="utf-8"))


def walk(person: Person) -> dict[str, Any]:
    """What one meets with a bot of their own."""
    with tempfile.TemporaryDirectory() as folder, RehearsalServer(limits=Limits.none()) as server:
        bot = RunningBot(server, Path(folder) / "data", LOG_LEVEL="ERROR").start()
        try:
            return Walk(person, server.person("Ana"), bot).go()
        finally:
            bot.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="the figures as JSON, without a table")
    parser.add_argument(
        "--write", action="store_true", help="measure nothing: put the saved figures into docs/walks.md"
    )
    asked = parser.parse_args()
    if asked.write:
        write()
    else:
        measured = {title: walk(person) for title, person in PEOPLE.items()}
        print(json.dumps(measured, indent=1, ensure_ascii=False) if asked.json else table(measured))
