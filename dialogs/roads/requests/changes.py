"""Asking and waiting: what a patient has asked for, of whom, and when it should come."""

from __future__ import annotations

from datetime import date

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.request import Request
from dialogs.content.day_words import DayWords
from dialogs.days import asked_lines

MAX_REQUESTS = 24
"""Requests one case may hold; more is a mistake, or a joke."""
MAX_REFERENCE = 60
"""Characters of a reference number."""


def numbered(case: Case, number: int) -> Request | None:
    return next((each for each in case.requests if each.number == number), None)


def asked(case: Case, record: str, whom: str, today: date | None) -> Case:
    """The case with one more request, which becomes the one looked at; the same line twice is one request.

    Whom they asked may be told later than that they asked: the line belongs to the request that is noted already.
    """
    waiting = case.waiting_for(record)
    same = next((each for each in waiting if not whom or each.whom == whom), None)
    unnamed = next((each for each in waiting if not each.whom), None)
    if same is None and unnamed is not None:
        return replace(changed(case, replace(unnamed, whom=whom)), request=unnamed.number)
    if same or len(case.requests) >= MAX_REQUESTS:
        return replace(case, request=same.number if same else 0)
    number = case.requests_seen + 1
    request = Request(number, record, whom, today.isoformat() if today else "")
    return replace(case, requests=(*case.requests, request), requests_seen=number, request=number)


def told(
    case: Case, record: str, line: str, today: date, words: DayWords, when_alone: asked_lines.AskedLine | None = None
) -> Case:
    """The case with a request as the patient's own line tells it: whom they asked, and as far as it is clear when, how
    and for which day it was promised. `when_alone`: what it tells, where it says nothing of whom.
    """
    line, whole = "" if when_alone else line, line
    before = {each.number: each for each in case.requests}
    case = asked(case, record, line, today)
    request = numbered(case, case.request)
    known = before.get(request.number) if request else None
    if request is None or (known == request and not when_alone):
        return case
    since = date.fromisoformat(known.when) if known and known.when else None
    read = asked_lines.read(whole, today, words, since)
    if when_alone and when_alone.says_when:
        read = when_alone
    when = read.asked.isoformat() if read.asked else known.when if known else ""
    promised = read.promised.isoformat() if read.promised else request.promised
    return changed(case, replace(request, when=when, promised=promised, how=read.how or request.how))


def changed(case: Case, request: Request) -> Case:
    return replace(case, requests=tuple(request if each.number == request.number else each for each in case.requests))


def removed(case: Case, number: int) -> Case:
    """Without a request that was noted by mistake; what was asked for by it alone is missing again."""
    request = numbered(case, number)
    case = replace(case, requests=tuple(each for each in case.requests if each.number != number))
    return _if_asked(case, request.record, "missing") if request else case


def arrived(case: Case, request: Request) -> Case:
    return _if_asked(changed(case, replace(request, state="arrived")), request.record, "have")


def refused(case: Case, request: Request) -> Case:
    return _if_asked(changed(case, replace(request, state="refused")), request.record, "cannot_get")


def chased(case: Case, request: Request, today: date) -> Case:
    """Asked again today: what had been promised before no longer counts."""
    day = today.isoformat()
    days = request.chased if day in request.chased else (*request.chased, day)
    return changed(case, replace(request, chased=days[-9:], promised=""))


def caught_up(case: Case) -> Case:
    """Every record that was said to be asked for has a request, also in cases from before there were requests."""
    for record, answer in case.answers.items():
        if answer.standing == "asked" and not case.waiting_for(record):
            case = replace(asked(case, record, answer.note, None), request=case.request)
    return case


def _if_asked(case: Case, record: str, standing: str) -> Case:
    """Change where a record stands, unless another request for it is still open or it was answered otherwise."""
    answer = case.answers.get(record)
    if answer is None or answer.standing != "asked" or case.waiting_for(record):
        return case
    return case.answering(record, standing, answer.note)
