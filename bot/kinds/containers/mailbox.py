"""Several e-mails in one file, as programs for mail export a folder (RFC 4155)."""

from __future__ import annotations

import re

_BEGINS = re.compile(
    rb"(?:\A[\r\n]*|(?<=\n\r\n)|(?<=\n\n))From [^\r\n]*\d\d:\d\d(?::\d\d)?(?: [+\w-]+){0,2} \d{4}(?: [+\w-]+)?\r?\n"
    rb"(?=[!-9;-~]+:|>?From )"
)
"""The line above each: who sent it and when, below an empty one."""
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
"""How a line is written that would look like one."""


def letters_of(data: bytes) -> list[bytes]:
    """Each e-mail as it was sent; a file that is no mailbox is one."""
    if not data.lstrip(b"\r\n").startswith(b"From "):
        return [data]
    starts = [each.start() for each in _BEGINS.finditer(data)]
    if len(starts) < 2:
        return [data]
    return [_QUOTED.sub(rb"\1", data[start:end]) for start, end in zip(starts, [*starts[1:], len(data)], strict=True)]
