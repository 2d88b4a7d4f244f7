"""All that the database says of one person, as plain as JSON: for themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from bot.storage import accesses
from bot.storage.cases import StoredCase
from bot.storage.tables import cases, documents, errands, outbox, work


def rows_about(connection: Connection, stored: StoredCase) -> dict[str, Any]:
    """The rows of a case beside what was said; of a helper of theirs, whether there is one, not who they are."""
    (row,) = connection.execute(select(cases.c.changed_at, cases.c.acted_at).where(cases.c.id == stored.id)).all()
    ours, theirs = errands.c.case_id == stored.id, errands.c.helper_chat_id == stored.chat_id
    handed_out = select(errands.c.number, errands.c.helper_chat_id, errands.c.expires_at).where(ours)
    return {
        "chat": stored.chat_id,
        "id": stored.id,
        "changed_at": _said(row.changed_at),
        "acted_at": _said(row.acted_at),
        "latest_message": stored.latest_message,
        "topic": stored.topic,
        "accesses": [
            {"at": _said(each.at), "kind": each.kind, "document": each.document}
            for each in accesses.of(connection, stored.id)
        ],
        "errands_handed_out": [
            {"number": each.number, "taken": each.helper_chat_id is not None, "until": _said(each.expires_at)}
            for each in connection.execute(handed_out)
        ],
        "errands_taken_for_others": [
            {"until": _said(until)} for until in connection.scalars(select(errands.c.expires_at).where(theirs))
        ],
        "work": [
            {"kind": each.kind, "due": _said(each.due)}
            for each in connection.execute(select(work.c.kind, work.c.due).where(work.c.case_id == stored.id))
        ],
        "messages_waiting": list(
            connection.scalars(select(outbox.c.name).where(outbox.c.chat_id == stored.chat_id).order_by(outbox.c.id))
        ),
    }


def kept_about(connection: Connection, case_id: str) -> list[dict[str, Any]]:
    """What the vault keeps of a case, in the order in which it came; pieces of its packet too."""
    query = select(documents).where(documents.c.case_id == case_id, documents.c.kept_at.is_not(None))
    return [
        {
            "number": row.number,
            "size": row.size or 0,
            "sha256": row.sha256 or "",
            "kind": row.kind or "",
            "kept_at": _said(row.kept_at),
        }
        for row in connection.execute(query.order_by(documents.c.number))
    ]


def _said(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
