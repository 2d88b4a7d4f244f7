""" "What are slides?": a record is explained wherever that is asked, and nobody has to ask a doctor for it."""

from __future__ import annotations

from dialogs.effects import Say, Turn, aside
from dialogs.hearing.written import Written
from dialogs.journey.steps import root
from dialogs.ways import button_to


def explained(written: Written) -> Turn | None:
    """What that record is and why it matters, and the ways to it and back; None if nothing of the kind is asked."""
    case, presses, guide = written.case, written.presses, written.screens.guide
    kinds = [record.key for record in guide.records]
    asked = (each.topics.asked_what(written.text, kinds) for each in (presses, *presses.others))
    is_question_for_the_doctor = written.takes == "question" and not case.asked
    key = "" if case.keeps_files is None or is_question_for_the_doctor else next(filter(None, asked), "")
    if not key:
        return None
    there = () if root(case.step) == key else ((button_to(guide, case, key),),)
    return Turn(case, (Say("record_explained", {"record": key}, (*there, (aside("continue"),))),))
