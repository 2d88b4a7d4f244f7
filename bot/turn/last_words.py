"""What is said once all of a deleted case is gone, carried by the row of work that erases it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Self

from dialogs.effects import Say


@dataclass(frozen=True, slots=True)
class LastWords:
    """To whom, and which message: nothing of what was there."""

    chat_id: int
    message: str
    for_another: bool = False
    language: str = ""

    def sealed(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def opened(cls, sealed: str) -> Self:
        return cls(**json.loads(sealed))

    @property
    def say(self) -> Say:
        return Say(self.message, quiet=True, for_another=self.for_another)
