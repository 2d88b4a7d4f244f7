"""One whole walk, from /start to the summary, as a script that can be stopped after every act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from tests.makers import made
from tests.system.running import RunningBot, shows, until
from tests.telegram import Patient

Wait = Callable[[Patient, RunningBot], object]


@dataclass(frozen=True)
class Act:
    """Something the patient does, and how to wait for what comes of it."""

    do: Callable[[Patient], object]
    wait: Wait


def press(data: str, then: str) -> Act:
    return Act(lambda person: person.presses(data), lambda person, _: person.waits_for(shows(then)))


def write(text: str, then: str) -> Act:
    return Act(lambda person: person.sends(text), lambda person, _: person.waits_for(shows(then)))


def send(do: Callable[[Patient], object], kept: int) -> Act:
    return Act(do, lambda _, bot: until(lambda: bot.kept() == kept, f"{kept} files kept"))


def photos() -> list[bytes]:
    return [made.a_photo(300 + number, 400) for number in range(3)]


REST = ("staging", "biomarkers", "procedures", "treatment_plan", "medications", "visit_notes")

WALK: tuple[Act, ...] = (
    write("/start", "welcome/begin"),
    press("welcome/begin", "consent/keep_files"),
    press("consent/keep_files", "decision/not_sure"),
    write("Whether to begin the treatment that was offered", "pathology/send"),
    press("pathology/send", "pathology.sending/done"),
    send(lambda person: person.sends_document("report.pdf", made.a_pdf(pages=3)), kept=1),
    send(lambda person: person.sends_album(photos()), kept=4),
    press("pathology.sending/done", "slides/asked"),
    press("slides/asked", "slides.asked/skip"),
    write("The pathology department, on Monday", "imaging_reports/send"),
    send(lambda person: person.sends_document("ct.pdf", made.a_pdf(pages=2)), kept=5),
    press("imaging_reports.sending/done", "imaging_files/asked"),
    press("imaging_files/not_applicable", "labs/send"),
    press("labs/missing", "labs.missing/find"),
    press("labs.missing/cannot_get", "staging/send"),
    *(press(f"{this}/unsure", f"{after}/send") for this, after in pairwise(REST)),
    press("visit_notes/unsure", "questions/add/trial"),
    press("questions/add/trial", "questions/done"),
    write("What would change this advice?", "questions/done"),
    press("questions/done", "review/finish"),
    press("review/finish", "date/not_now"),
    press("date/not_now", "reminders/weekly"),
    press("reminders/weekly", "reminders.zone/skip"),
    press("reminders.zone/skip", "country/other"),
    press("country/other", "aside/sheet"),
    Act(
        lambda person: person.presses("aside/sheet"),
        lambda person, _: person.waits_for(lambda message: message.kind == "document"),
    ),
)


def comparable(case: dict[str, object]) -> dict[str, object]:
    """A case without what differs between two walks: moments, and the names of albums."""
    batches: dict[str, int] = {}
    for document in case["documents"]:  # type: ignore[attr-defined]
        document["batch"] = batches.setdefault(document["batch"], len(batches))
    case["reminders"] |= {"due": "", "wanted": ""}  # type: ignore[operator]
    case["heard"] = case["tapped"] = case["files_day"] = ""
    return case
