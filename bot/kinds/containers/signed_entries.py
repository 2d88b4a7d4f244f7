"""The one thing that was signed by a certificate: a paper, or an e-mail with what was attached to it."""

from __future__ import annotations

from functools import partial

from bot.kinds.archive import Refused
from bot.kinds.containers.entries import Entry, within_limits
from bot.kinds.containers.mail_entries import entries as entries_of_mail
from bot.kinds.containers.signed_content import Torn, content_of_signed
from bot.kinds.findings import Finding
from bot.kinds.kinds import HEAD_BYTES, kinds_of
from bot.kinds.machine_text import mail_kind

_HEADS = 4 << 10


def entries(data: bytes) -> list[Entry]:
    """What was signed; of an e-mail its text as a letter, then everything attached. Raises `Refused`."""
    try:
        content = content_of_signed(data)
    except Torn:
        raise Refused(Finding("unreadable", "signed")) from None
    head = content[:HEAD_BYTES]
    if "mail" in kinds_of(head) and (mail_kind(content[:_HEADS].decode("latin-1")) or _is_part(head)):
        return entries_of_mail(content)
    named = f"signed.{kinds_of(head)[0]}" if len(kinds_of(head)) == 1 else "signed"
    return [Entry("1", named, len(content), partial(within_limits, content), head)] if content else []


def _is_part(head: bytes) -> bool:
    """Whether it begins as the part of an e-mail that is signed: its other heads stay outside (RFC 8551, 3.1)."""
    return head.lstrip()[:13].lower() == b"content-type:"
