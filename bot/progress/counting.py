"""One case after another is counted: where it stands, how far it came, and whether it was heard of lately."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dialogs.case.case import Case
from dialogs.case.document import readable
from dialogs.checklist.checklist import checklist
from dialogs.content.guide import Guide
from dialogs.journey.steps import CONSENT, REVIEW, SUMMARY, WELCOME, root
from dialogs.journey.table import ONWARD
from dialogs.roads.walk.path import GATHER, rows

QUIET_AFTER = timedelta(days=7)
ELSEWHERE = "elsewhere"
"""A step that is none of the path's: it was renamed, or is a road of its own."""
STAGES = ("agreed", "sent_files", "half_answered", "all_answered", "summary", "packet", "opinion")
"""How far somebody may come; each is counted by itself, for nobody needs to go through all of them."""


@dataclass
class Progress:
    """The counts so far."""

    guide: Guide
    now: datetime
    quiet: Counter[str] = field(default_factory=Counter)
    """By the step they stand at: who was not heard of for a week or more."""
    active: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)
    gone: int = 0
    """Who blocked the bot or left Telegram."""
    unreadable: int = 0

    def __post_init__(self) -> None:
        on_the_path = [row.to for row in rows(self.guide) if row.source == ONWARD and row.to != SUMMARY]
        self.steps = (WELCOME, CONSENT, GATHER, *on_the_path, REVIEW, SUMMARY, ELSEWHERE)

    def add(self, case: Case) -> None:
        step = root(case.returns_to[0] if case.returns_to else case.step)
        step = step if step in self.steps else ELSEWHERE
        lately = self.now - case.heard < QUIET_AFTER
        (self.active if lately else self.quiet)[step] += 1
        self.reached.update(stage for stage, there in self._reached(case, step).items() if there)
        self.gone += not case.reachable

    def _reached(self, case: Case, step: str) -> dict[str, bool]:
        listed = checklist(self.guide, case)
        return {
            "agreed": case.keeps_files is not None,
            "sent_files": bool(readable(case.documents)),
            "half_answered": 2 * listed.answered >= listed.of,
            "all_answered": listed.answered >= listed.of,
            "summary": step == SUMMARY,
            "packet": case.packet is not None,
            "opinion": case.opinion == "yes",
        }
