"""A conversation as a test writes it: what the patient does, what the bot says. No wording, no Telegram, no clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dialogs.case.stored import from_json, to_json
from dialogs.checklist.checklist import checklist
from dialogs.content.day_words import read_days
from dialogs.content.guide import Guide, Record
from dialogs.content.said import Said
from dialogs.content.said_file import read_said
from dialogs.days.zones import read_places
from dialogs.dialogue import Dialogue
from dialogs.effects import Erase, Fetch, Forget, SendPaper, Unlock, Unsay
from dialogs.events import Event, Pressed
from dialogs.proofreading.chat import A_MORNING as A_MORNING
from dialogs.proofreading.chat import Chat as Played
from dialogs.proofreading.chat import names_of
from dialogs.receiving.quotas import Quotas
from dialogs.understanding.safety import Ears
from dialogs.words.messages import MESSAGES

NO_UPLOAD = ("elsewhere", "asked", "missing", "not_applicable", "unsure")
SMALL_GUIDE = Guide(
    records=(
        Record("report", lead_days=30, right_of_access=True),
        Record("slides", lead_days=35, answers=NO_UPLOAD, follows="report", numbered=False, letter="slides", loan=True),
        Record("scans", right_of_access=True),
        Record("discs", lead_days=21, answers=NO_UPLOAD, follows="scans", letter="disc"),
        Record("plan", said=True),
    ),
    most_important="report",
    start_with=("report", "scans", "plan"),
    example_questions=("complete", "trial"),
    bring_forward=("benefits",),
    recent=("scans",),
    scan_reports="scans",
    legal_days={"us": (10, 25, 30)},
)
ENGLISH = Path(__file__).resolve().parents[1] / "content" / "en"
DAYS, PLACES = read_days(ENGLISH / "days.toml"), read_places(ENGLISH / "places.toml")
SAID = read_said(ENGLISH / "said.toml")
DEAF = Ears()
_made: dict[tuple[int, int, bool, int, Quotas], Dialogue] = {}


def dialogue(guide: Guide, ears: Ears, reads_print: bool, said: Said, quotas: Quotas) -> Dialogue:
    """The dialogue over these, made once: it holds nobody's state, and each test has a chat of its own."""
    known = (id(guide), id(ears), reads_print, id(said), quotas)
    if known not in _made:  # what is made holds what it was made of: no id is used twice
        _made[known] = Dialogue(
            guide, ears=ears, days=DAYS, places=PLACES, reads_print=reads_print, said=said, quotas=quotas
        )
    return _made[known]


@dataclass(kw_only=True)
class Chat(Played):
    """One patient's chat with the dialogue. Every turn is made twice, and every case goes through JSON."""

    dialogue: Dialogue = field(init=False)
    guide: Guide = SMALL_GUIDE
    ears: Ears = DEAF
    plain_words: Said = SAID
    forgotten: bool = False
    reads_print: bool = False
    quotas: Quotas = field(default_factory=Quotas)

    def __post_init__(self) -> None:
        self.dialogue = dialogue(self.guide, self.ears, self.reads_print, self.plain_words, self.quotas)

    def happens(self, event: Event) -> None:
        assert not isinstance(event, Pressed) or len(event.data.encode()) <= 64, "Telegram takes 64 bytes"
        before = self.case
        super().happens(event)
        assert self.turn == self.dialogue.respond(before, event), "the same event gave two different turns"
        self.case = from_json(to_json(self.turn.case))
        assert self.case == self.turn.case, "the case did not survive being stored"
        for say in self.said_now():
            assert set(say.values) <= MESSAGES[say.name], f"{say.name} has values its template does not know"
        self.forgotten = any(isinstance(effect, Forget) for effect in self.turn.effects)

    # What the bot did

    def bot_says(self, *names: str) -> None:
        said = [say.name for say in self.said_now()]
        for name in names:
            assert name in said, f"{name} was not said, but {said}"

    def bot_says_nothing(self) -> None:
        assert not self.said_now()

    def bot_does_not_say(self, name: str) -> None:
        assert name not in [say.name for say in self.said_now()]

    def bot_offers(self, *names: str) -> None:
        offered = self.buttons()
        for name in names:
            assert name in offered, f"{name} is not offered, but {sorted(offered)}"

    def bot_does_not_offer(self, *names: str) -> None:
        assert not set(names) & self.buttons()

    def buttons(self) -> set[str]:
        return {
            name for say in self.said_now() for row in say.buttons for b in row if b.data for name in names_of(b.data)
        }

    def patient_is_at(self, step: str) -> None:
        assert self.case.step == step

    def bot_keeps(self, **records: int) -> None:
        """How many readable files are kept for each record named."""
        for record, count in records.items():
            kept = [each for each in self.case.documents_of(record) if each.state == "readable"]
            assert len(kept) == count, f"{record}: {len(kept)} kept"

    def bot_keeps_nothing(self) -> None:
        assert not [each for each in self.case.documents if each.state == "readable"]

    def bot_fetches_nothing(self) -> None:
        assert not [effect for effect in self.turn.effects if isinstance(effect, Fetch)]

    def bot_sends_a_paper(self, kind: str) -> None:
        assert kind in [effect.kind for effect in self.turn.effects if isinstance(effect, SendPaper)]

    def bot_erases(self, *documents: int) -> None:
        assert [effect.document for effect in self.turn.effects if isinstance(effect, Erase)] == list(documents)

    def bot_tries_the_password(self, document: int, password: str) -> None:
        assert [effect for effect in self.turn.effects if isinstance(effect, Unlock)] == [Unlock(document, password)]

    def bot_takes_the_message_away(self) -> None:
        assert Unsay() in self.turn.effects

    def hints(self) -> list[str]:
        """The kinds of suggestions in the last turn."""
        return [say.name.removeprefix("hint_") for say in self.said_now() if say.name.startswith("hint_")]

    def names_in_order(self, record: str) -> list[str]:
        return [each.title or each.name for each in self.case.documents_of(record)]

    def checklist_says(self, **standings: str) -> None:
        lines = {line.record: line.standing for line in checklist(self.guide, self.case).lines}
        for record, standing in standings.items():
            assert lines[record] == standing, f"{record} stands at {lines[record]}"

    def group_of(self, record: str) -> str:
        lines = {line.record: line.group for line in checklist(self.guide, self.case).lines}
        return lines[record]
