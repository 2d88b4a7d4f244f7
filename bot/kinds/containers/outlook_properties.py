"""What Outlook calls the things of an e-mail, in every form in which it keeps or sends one ([MS-OXPROPS])."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import compressed_rtf  # type: ignore[import-untyped]  # it brings no types

from bot.kinds import rich_text
from bot.kinds.blocks import sections

SUBJECT, SENDER, SHOWN_TO, BODY, RICH, HTML = 0x0037, 0x0C1A, 0x0E04, 0x1000, 0x1009, 0x1013
DATA, LONG_NAME, NAME, CONTENT_ID, TYPE = 0x3701, 0x3707, 0x3704, 0x3712, 0x370E
SENT, CHARSET, CHARSET_SENT, LANGUAGE, IS_HIDDEN = 0x0039, 0x3FFD, 0x3FDE, 0x3FF1, 0x7FFE
_LARGEST_LOGO = 20_000
"""Bytes of a picture, shown within the text, that is taken for a logo; a photo of a page has more."""
_HEAD_OF_RICH, _LONGEST_RICH = 16, 2 << 20
"""Bytes of packed rich text; longer, it is pictures."""


def is_logo(content_id: str, size: int, kind: str) -> bool:
    """Whether what is attached is a small picture that the text shows."""
    return bool(content_id) and size < _LARGEST_LOGO and kind.startswith("image/")


def day_of(sent: int) -> str:
    """The day of a moment in ten millionths of a second since 1601; empty where there is none."""
    moment = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=min(sent // 10, 10**17)) if sent else None
    return f"{moment:%d %b %Y}" if moment else ""


def words_of_rich(content: bytes) -> str:
    """Of rich text, packed ([MS-OXRTFCP]): many an Outlook keeps nothing else of what was written."""
    if not _HEAD_OF_RICH < len(content) <= _LONGEST_RICH:
        return ""
    try:
        read = rich_text.read(compressed_rtf.decompress(content))
    except Exception:  # it raises nothing narrower at what is damaged
        return ""
    return "\n".join(sections(read.blocks)) if read else ""
