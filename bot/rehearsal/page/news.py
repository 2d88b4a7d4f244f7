"""What the chat page has to show: everything at first, then only what changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from bot.rehearsal.page.controls import Controls
from bot.rehearsal.telegram.messages import Message
from bot.rehearsal.telegram.people import Person
from bot.rehearsal.telegram.seen import seen
from bot.rehearsal.telegram.telegram import Telegram

View = dict[str, Any]
PATIENCE = 25.0
SOON = 1.0


class News:
    """Tells one page about one person's chat; a page says what it knows and waits for more."""

    def __init__(self, telegram: Telegram, controls: Callable[[], Controls], run: str) -> None:
        self._telegram = telegram
        self._controls = controls
        self._run = run

    async def after(self, person_id: int, run: str, revision: int, known: str) -> View:
        """Wait until there is more than the page knows, some seconds at most, and return it."""
        if run != self._run:
            revision, known = 0, ""
        head = self._head(person_id)

        def is_new() -> bool:
            changed = self._telegram.messages.revision > revision or _name(self._head(person_id)) != known
            return changed or self._telegram.closed

        await self._telegram.bell.until(is_new, SOON if head["typing"] else PATIENCE)
        with self._telegram.bell.lock:
            return self._view(person_id, revision)

    def _view(self, person_id: int, revision: int) -> View:
        telegram, head = self._telegram, self._head(person_id)
        answers = telegram.queries.answers(person_id, revision) if revision else []
        return {
            **head,
            "known": _name(head),
            "run": self._run,
            "revision": telegram.messages.revision,
            "all": not revision,
            "now": telegram.clock.unix(),
            "toasts": [{"text": answer.text, "alert": answer.alert} for answer in answers if answer.text],
            "messages": [self._bubble(message) for message in telegram.messages.of(person_id, revision)],
        }

    def _head(self, person_id: int) -> View:
        telegram, controls = self._telegram, self._controls()
        now = telegram.clock.unix()
        person = telegram.people.persons.get(person_id)
        language = (person.language_code if person else None) or ""
        waiting = [update for update in telegram.updates.waiting(now) if update.sender == person_id]
        return {
            "people": [_card(known) for known in telegram.people.present],
            "bot": {"status": controls.status, "starts": controls.starts, "can_restart": controls.can_restart},
            "kept": asdict(controls.kept),
            "ahead": int(telegram.clock.ahead.total_seconds()),
            "menu": telegram.profile.menu(person_id, language),
            "about": telegram.profile.about(language),
            "typing": (bool(waiting) and controls.status == "running") or telegram.typing.get(person_id, 0) > now,
            "unread": [update.body["message_id"] for update in waiting if update.kind == "message"],
            "pressed": [[query.message_id, query.data] for query in telegram.queries.open(person_id, now)],
        }

    def _bubble(self, message: Message) -> View:
        if message.deleted:
            return {"id": message.message_id, "deleted": True}
        shown, body = seen(message, self._telegram.files), message.body
        file = self._telegram.files.find(shown.file_id or "")
        return {
            "id": shown.message_id,
            "from": "bot" if shown.from_bot else "patient",
            "kind": shown.kind,
            "text": shown.text,
            "entities": shown.entities,
            "rows": message.rows,
            "date": body["date"],
            "edited": shown.edited and not (shown.from_bot and "text" not in body),
            "album": body.get("media_group_id"),
            "forwarded": _origin(body),
            "answers": _above(body),
            "asks": message.placeholder,
            "place": body.get("location"),
            "contact": body.get("contact"),
            "picture": {key: body["photo"][-1][key] for key in ("width", "height")} if shown.kind == "photo" else None,
            "file": {"id": file.file_id, "name": shown.file_name, "size": file.size, "type": file.mime_type}
            if file
            else None,
        }


def _card(person: Person) -> View:
    name = " ".join(part for part in (person.first_name, person.last_name) if part)
    return {
        "id": person.id,
        "name": name,
        "language": person.language_code,
        "blocked": person.blocked,
        "started": person.started,
    }


def _above(body: View) -> View | None:
    """What a message is a reply to, as it stands in small above it."""
    above = body.get("reply_to_message")
    if not above:
        return None
    words = above.get("text") or above.get("caption") or above.get("document", {}).get("file_name") or ""
    return {"id": above["message_id"], "from": "bot" if above["from"]["is_bot"] else "patient", "text": words[:120]}


def _origin(body: View) -> str | None:
    origin = body.get("forward_origin")
    if not origin:
        return None
    return str(origin.get("sender_user_name") or origin.get("sender_user", {}).get("first_name", ""))


def _name(head: View) -> str:
    return hashlib.sha256(json.dumps(head, sort_keys=True).encode()).hexdigest()[:16]
