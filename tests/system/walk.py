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


BEFORE_THE_IMAGES = ("procedures", "visit_notes", "biomarkers", "imaging_files")
AFTER_THEM = ("labs", "staging", "medications")

WALK: tuple[Act, ...] = (
    write("/start", "welcome/begin"),
    press("welcome/begin", "consent/keep_files"),
    press("consent/keep_files", "gather/go_on"),
    press("gather/go_on", "date/not_now"),
    press("date/not_now", "destination/not_now"),
    write("City Hospital, Dr. Lee", "pathology/send"),
    press("pathology/send", "pathology.sending/done"),
    send(lambda person: person.sends_document("report.pdf", made.a_pdf(pages=3)), kept=1),
    send(lambda person: person.sends_album(photos()), kept=4),
    press("pathology.sending/done", "imaging_reports/send"),
    send(lambda person: person.sends_document("ct.pdf", made.a_pdf(pages=2)), kept=5),
    press("imaging_reports.sending/done", "treatment_plan/send"),
    write("Surgery in May, and tablets for five years", "treatment_plan/said"),
    press("treatment_plan/said", "decision/not_sure"),
    write("Whether to begin the treatment that was offered", "enough/go_on"),
    press("enough/go_on", "slides/asked"),
    write("asked them on Monday, two weeks by mail", "procedures/send"),
    *(press(f"{this}/missing", f"{after}/send") for this, after in pairwise(BEFORE_THE_IMAGES)),
    press("imaging_files/missing", "imaging_files.missing/go_on"),
    press("imaging_files.missing/go_on", "labs/send"),
    *(press(f"{this}/missing", f"{after}/send") for this, after in pairwise(AFTER_THEM)),
    press("medications/more", "medications.more/not_applicable"),
    press("medications.more/not_applicable", "questions/add/complete"),
    press("questions/page/3", "questions/add/trial"),
    press("questions/add/trial", "questions/done"),
    write("Which drug would you start with?", "questions/done"),
    press("questions/done", "reminders/remind_yes"),
    press("reminders/remind_yes", "reminders.zone/skip"),
    press("reminders.zone/skip", "country/other"),
    press("country/other", "aside/sheet"),
    Act(
        lambda person: person.presses("aside/sheet"),
        lambda person, _: person.waits_for(lambda message: message.kind == "document"),
    ),
)


TO_THE_FIRST = WALK[:6]
"""Acts until the first record is asked about."""
TO_SENDING = WALK[:7]
"""Acts until files are asked for there."""
TO_ENOUGH = WALK[:15]
"""Acts until it is said that it is enough to begin: five files, own words and the decision are there."""


def comparable(case: dict[str, object]) -> dict[str, object]:
    """A case without what differs between two walks: moments, numbers of messages, and the names of albums."""
    batches: dict[str, int] = {}
    for document in case["documents"]:  # type: ignore[attr-defined]
        document["album"] = batches.setdefault(document["album"], len(batches))
        document["batch"] = batches.setdefault(document["batch"], len(batches))
        document["burst"] = batches.setdefault(document["burst"], len(batches))
        document["message"] = 0
    case["reminders"] |= {"due": "", "wanted": ""}  # type: ignore[operator]
    case["pile"] = case["heard"] = case["last_file"] = case["tapped"] = case["files_day"] = ""
    return case
