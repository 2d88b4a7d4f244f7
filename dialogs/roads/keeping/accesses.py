"""Who opened what, and when: what is noted of it, without a word of what was in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

Kind = Literal["kept", "seen", "packed", "sent", "exported", "letter", "helper", "erased"]
"""A file was kept; its pages were looked at in the chat; all files were bound; a piece of that was sent; a part of
everything was sent; a letter or another page was made; a helper opened the link of an errand; a file was erased."""
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_ACCESSES = 500
"""Of one case; of more the oldest are let go."""
MOST_SHOWN = 15
OF_PAPERS: dict[str, Kind] = {
    "pictures": "seen",
    "packet_piece": "sent",
    "export": "exported",
    **dict.fromkeys(("sheet", "letter", "back", "calendar"), "letter"),
}
"""What it is to send a paper of each kind."""


@dataclass(frozen=True, slots=True)
class Access:
    """One of them; `document` is the file's number, or 0."""

    at: datetime
    kind: Kind
    document: int = 0
