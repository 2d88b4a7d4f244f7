"""The case as it is stored: plain lists and dictionaries, ready for JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dialogs import built
from dialogs.case import Answer, Case, Document, Errand, Former, Question, Reminders
from dialogs.facts import from_plain as facts_from_plain
from dialogs.facts import to_plain as facts_to_plain
from dialogs.requests import from_plain as request_from_plain


def to_plain(case: Case) -> dict[str, Any]:
    """The case as plain lists and dictionaries, ready for JSON."""
    plain = _fields(case)
    plain["answers"] = {record: _fields(answer) for record, answer in case.answers.items()}
    plain["documents"] = [{**_fields(document), "facts": facts_to_plain(document.facts)} for document in case.documents]
    plain["former"] = _fields(case.former) if case.former else None
    plain["questions"] = [_fields(question) for question in case.questions]
    plain["errands"] = [_fields(errand) for errand in case.errands]
    plain["packet"] = built.to_plain(case.packet)
    plain["requests"] = [_fields(request) for request in case.requests]
    plain["heard"] = case.heard.isoformat()
    if reminders := case.reminders:
        plain["reminders"] = {**_fields(reminders), **_moments(reminders)}
    return plain


def _moments(reminders: Reminders) -> dict[str, str | None]:
    moments = {"due": reminders.due, "wanted": reminders.wanted, "last": reminders.last}
    return {name: moment.isoformat() if moment else None for name, moment in moments.items()}


def _fields(record: Any) -> dict[str, Any]:
    # Not `dataclasses.asdict`, which copies deeply what never changes: this runs at every turn.
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def from_plain(plain: Mapping[str, Any]) -> Case:
    """A case read back. Fields that a newer version added take their defaults; fields it dropped are ignored."""
    known = {name: value for name, value in plain.items() if name in Case.__dataclass_fields__}
    if known.get("reminders"):
        known["reminders"] = _reminders(known["reminders"])
    if "heard" in known:
        known["heard"] = datetime.fromisoformat(known["heard"])
    known["requests"] = tuple(map(request_from_plain, known.get("requests", ())))
    known["answers"] = {key: Answer(**answer) for key, answer in known.get("answers", {}).items()}
    known["documents"] = tuple(map(_document, known.get("documents", ())))
    known["questions"] = tuple(Question(**question) for question in known.get("questions", ()))
    known["former"] = Former(**known["former"]) if known.get("former") else None
    known["settled"] = tuple(known.get("settled", ()))
    known["packet"] = built.from_plain(known.get("packet"))
    known["errands"] = tuple(Errand(**errand) for errand in known.get("errands", ()))
    known["returns_to"] = tuple(known.get("returns_to", ()))
    return Case(**known)


def _document(plain: Mapping[str, Any]) -> Document:
    known = {name: value for name, value in plain.items() if name in Document.__dataclass_fields__}
    known["remarks"] = tuple(known.get("remarks", ()))
    known["facts"] = facts_from_plain(known.get("facts", {}))
    return Document(**known)


def _reminders(plain: Mapping[str, Any]) -> Reminders:
    known = {name: value for name, value in plain.items() if name in Reminders.__dataclass_fields__}
    for name in ("due", "wanted", "last"):
        known[name] = datetime.fromisoformat(plain[name]) if plain.get(name) else None
    for name in ("days_off", "stopped"):
        known[name] = tuple(known.get(name, ()))
    return Reminders(**known)
