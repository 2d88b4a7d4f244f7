"""The case as it is stored: plain lists and dictionaries, ready for JSON, and back.

A field that still has its first value is left out: of most cases, most have. This runs at every turn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import datetime
from operator import attrgetter
from typing import Any

from dialogs.case import packet as built
from dialogs.case.answer import Answer, Question
from dialogs.case.case import Case
from dialogs.case.document import Document, Former
from dialogs.case.errand import Errand
from dialogs.case.facts import NOTHING_READ
from dialogs.case.facts import from_plain as facts_from_plain
from dialogs.case.facts import to_plain as facts_to_plain
from dialogs.case.reminders import Reminders
from dialogs.case.request import from_plain as request_from_plain
from dialogs.case.text import HeldText


def to_plain(case: Case) -> dict[str, Any]:
    """The case as plain lists and dictionaries, ready for JSON."""
    plain = _of_a_case(case)
    for name, write in _WRITE.items():
        if name in plain:
            plain[name] = write(plain[name])
    return plain


def from_plain(plain: Mapping[str, Any]) -> Case:
    """A case read back. Fields that a newer version added take their defaults; fields it dropped are ignored."""
    known = {name: value for name, value in plain.items() if name in _of_a_case.names}
    if text := plain.get("unplaced_text"):  # held one at a time, before texts had numbers
        known |= {"texts": [{"number": 1, "text": text}], "texts_seen": 1}
    for name, read in _READ.items():
        if name in known:
            known[name] = read(known[name])
    return Case(**known)


def _first_value(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


class _Told:
    """Writes what is told of a record: the fields that no longer have their first value."""

    def __init__(self, of: type[Any]) -> None:
        self.names = tuple(field.name for field in fields(of))
        self._values = attrgetter(*self.names)  # all at once: a case may hold hundreds of documents
        self._first = tuple(_first_value(field) for field in fields(of))

    def __call__(self, record: Any) -> dict[str, Any]:
        told = zip(self.names, self._values(record), self._first, strict=True)
        return {name: value for name, value, first in told if value is not first and value != first}


_of_a_case, _of_a_document = _Told(Case), _Told(Document)


def _fields(record: Any) -> dict[str, Any]:
    # Not `dataclasses.asdict`, which copies deeply what never changes.
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _all_fields(records: tuple[Any, ...]) -> list[dict[str, Any]]:
    return [_fields(record) for record in records]


def _plain_document(document: Document) -> dict[str, Any]:
    plain = _of_a_document(document)
    if document.facts is not NOTHING_READ and "facts" in plain:
        plain["facts"] = facts_to_plain(document.facts)
    return plain


def _plain_reminders(reminders: Reminders) -> dict[str, Any]:
    moments = {"due": reminders.due, "wanted": reminders.wanted, "last": reminders.last}
    return {**_fields(reminders), **{name: each.isoformat() if each else None for name, each in moments.items()}}


def _document(plain: Mapping[str, Any]) -> Document:
    known = {name: value for name, value in plain.items() if name in Document.__dataclass_fields__}
    for name in ("remarks", "drawn"):
        known[name] = tuple(known.get(name, ()))
    known["facts"] = facts_from_plain(known["facts"]) if known.get("facts") else NOTHING_READ
    return Document(**known)


def _reminders(plain: Mapping[str, Any]) -> Reminders:
    known = {name: value for name, value in plain.items() if name in Reminders.__dataclass_fields__}
    for name in ("due", "wanted", "last"):
        known[name] = datetime.fromisoformat(plain[name]) if plain.get(name) else None
    for name in ("days_off", "stopped"):
        known[name] = tuple(known.get(name, ()))
    return Reminders(**known)


_WRITE: Mapping[str, Callable[[Any], Any]] = {
    "answers": lambda answers: {record: _fields(answer) for record, answer in answers.items()},
    "documents": lambda documents: [_plain_document(document) for document in documents],
    "former": _fields,
    "questions": _all_fields,
    "texts": _all_fields,
    "errands": _all_fields,
    "requests": _all_fields,
    "packet": built.to_plain,
    "heard": datetime.isoformat,
    "reminders": _plain_reminders,
}
_READ: Mapping[str, Callable[[Any], Any]] = {
    "returns_to": tuple,
    "settled": tuple,
    "answers": lambda answers: {key: Answer(**answer) for key, answer in answers.items()},
    "documents": lambda documents: tuple(map(_document, documents)),
    "former": lambda former: Former(**former) if former else None,
    # Questions of before they had numbers are numbered as they stand.
    "questions": lambda questions: tuple(Question(**{"number": at, **each}) for at, each in enumerate(questions, 1)),
    "texts": lambda texts: tuple(HeldText(**text) for text in texts),
    "errands": lambda errands: tuple(Errand(**errand) for errand in errands),
    "requests": lambda requests: tuple(map(request_from_plain, requests)),
    "packet": built.from_plain,
    "heard": datetime.fromisoformat,
    "reminders": lambda reminders: _reminders(reminders) if reminders else None,
}
