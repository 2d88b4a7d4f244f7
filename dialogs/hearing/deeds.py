"""What a patient did last, found between two cases; and the case as it was before that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.deed import Deed, Filed
from dialogs.case.document import Document
from dialogs.events import Command, Event, Pressed, Wrote
from dialogs.journey.steps import root
from dialogs.receiving.sent import SentFile
from dialogs.receiving.sorting import QUESTIONS

BOOKS = (
    *("heard", "half_said", "keyboard", "asked", "tapped", "texts", "texts_seen", "password_near"),
    *("deed", "reachable", "reminders"),
)
"""What any text changes, whatever it says."""


def as_before(case: Case, deed: Deed) -> Case:
    """The case as it was before what was done last; where they were, if the way there is known."""
    everything = case
    if case.step != deed.step and case.trail and case.trail[-1].step == root(deed.step):
        case = replace(case.gone_back(), step=deed.step)
    elif root(case.step) == root(deed.step):
        case = replace(case, step=deed.step)
    answers = {**case.answers, **deed.answers}
    for each in deed.files:
        if document := case.document(each.number):
            case = case.with_document(replace(document, record=each.record, also=each.also, placed=each.placed))
    return replace(
        case,
        destination=deed.destination,
        destinations=deed.destinations,
        decision=deed.decision,
        date=deed.date,
        pile=deed.pile,
        answers={key: answer for key, answer in answers.items() if answer is not None},
        requests=_put_back(everything.requests, deed.requests, deed.requests_made),
        request=deed.request,
        deliveries=_put_back(case.deliveries, deed.deliveries, deed.deliveries_made),
        questions=tuple(each for each in case.questions if each.number not in deed.questions_made),
        own_words={key: own for key, own in {**case.own_words, **deed.own_words}.items() if own is not None},
        texts=tuple(each for each in case.texts if not deed.own_words or each.number <= deed.texts_seen),
        deed=None,
    )


def with_the_last_deed(before: Case, after: Case, event: Event) -> Case:
    """The case with what was done last in it, after an event."""
    deed = _deed(before, after, event)
    return after if deed == after.deed else replace(after, deed=deed)


def _deed(before: Case, after: Case, event: Event) -> Deed | None:
    if after.keeps_files is None or (before.deed and after.deed is None):
        return None  # nothing is kept, or it was just taken back
    if after.deed and after.deed.spent and after.deed is not before.deed:
        return after.deed
    if len(after.documents) < len(before.documents):
        return None  # what was deleted is gone for good
    done = _done(before, after)
    if isinstance(event, SentFile) and len(after.documents) > len(before.documents):
        return Deed(before.step, sent=(*(before.deed.sent if before.deed else ()), after.documents[-1].number))
    if not isinstance(event, Wrote | Pressed | Command):
        is_asked = after.asked and after.keyboard != before.keyboard
        is_of_files = before.deed is not None and before.deed.sent and after.asked in (*QUESTIONS, "")
        return before.deed if is_of_files or not (done or is_asked) else None
    if done:
        return done
    if isinstance(event, Wrote) and _changed_nothing(before, after):
        return Deed(before.step, stray=True)
    is_there_still = (before.step, before.own_words, before.questions) == (after.step, after.own_words, after.questions)
    return before.deed if is_there_still and not isinstance(event, Wrote) else None


def _done(before: Case, after: Case) -> Deed | None:
    """What can be taken back of what lies between two cases."""
    keys = {*before.answers, *after.answers} if before.answers is not after.answers else ()
    answers = {key: before.answers.get(key) for key in keys if before.answers.get(key) != after.answers.get(key)}
    files = tuple(_sorted(before, after))
    requests, requests_made = _changed(before.requests, after.requests)
    deliveries, deliveries_made = _changed(before.deliveries, after.deliveries)
    _, questions_made = _changed(before.questions, after.questions)
    keys = {*before.own_words, *after.own_words} if before.own_words is not after.own_words else ()
    own = {key: before.own_words.get(key) for key in keys if before.own_words.get(key) != after.own_words.get(key)}
    told = [(each.destination, each.destinations, each.decision, each.date) for each in (before, after)]
    noted = (answers, files, requests, requests_made, deliveries, deliveries_made, questions_made, own)
    if not any(noted) and told[0] == told[1]:
        return None
    return Deed(
        before.step,
        destination=before.destination,
        destinations=before.destinations,
        decision=before.decision,
        date=before.date,
        pile=before.pile,
        answers=answers,
        files=files,
        requests=requests,
        requests_made=requests_made,
        request=before.request,
        deliveries=deliveries,
        deliveries_made=deliveries_made,
        questions_made=questions_made,
        own_words=own,
        texts_seen=before.texts_seen,
        asked=after.asked,
    )


class _Numbered(Protocol):
    @property
    def number(self) -> int: ...


N = TypeVar("N", bound=_Numbered)


def _changed(before: tuple[N, ...], after: tuple[N, ...]) -> tuple[tuple[N, ...], tuple[int, ...]]:
    """As they were, those that are changed or gone; and the numbers of the new ones."""
    if before is after:
        return (), ()
    now, was = {each.number: each for each in after}, {each.number for each in before}
    changed = tuple(each for each in before if now.get(each.number) != each)
    return changed, tuple(each.number for each in after if each.number not in was)


def _put_back(now: tuple[N, ...], were: tuple[N, ...], made: tuple[int, ...]) -> tuple[N, ...]:
    """With those that were changed as they were, and without those that were made."""
    every = {each.number: each for each in (*now, *were) if each.number not in made}
    return tuple(every[number] for number in sorted(every))


def _sorted(before: Case, after: Case) -> Iterator[Filed]:
    """The files that were sorted."""
    if before.documents is after.documents:
        return
    known = {each.number: each for each in before.documents}
    for each in after.documents:
        was = known.get(each.number)
        if was is not None and was is not each and _place(was) != _place(each):
            yield Filed(was.number, *_place(was))


def _place(document: Document) -> tuple[str, tuple[str, ...], bool]:
    return document.record, document.also, document.placed


def _changed_nothing(before: Case, after: Case) -> bool:
    books = {name: getattr(before, name) for name in BOOKS}
    return replace(after, **books) == before
