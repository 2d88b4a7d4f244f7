"""The parameters of a call, however they were sent: in the address, as a form, as JSON, or with files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.rehearsal.telegram.refusals import bad_request


@dataclass(frozen=True)
class Upload:
    """A file sent along with a call."""

    name: str
    data: bytes | Path
    """Its bytes; of a large one, where they lie until the call is over."""
    mime_type: str | None

    @property
    def size(self) -> int:
        """Return how many bytes it has."""
        return self.data.stat().st_size if isinstance(self.data, Path) else len(self.data)


@dataclass(frozen=True)
class Parameters:
    """Named values, and the files among them; a value of the wrong kind is a `Refusal`."""

    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def names(self) -> set[str]:
        """Return the names in use; a file that another parameter points to is not one of its own."""
        texts = [value for value in self.values.values() if isinstance(value, str)]
        attached = {name for name in self.uploads if any(f"attach://{name}" in text for text in texts)}
        return set(self.values) | (set(self.uploads) - attached)

    def text(self, name: str) -> str:
        """Return a text, empty if it was not sent."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, otherwise: int | None = None) -> int:
        """Return a whole number."""
        value = self.values.get(name, otherwise)
        if value is None or value == "":
            raise bad_request(f"{name} is empty")
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"can't parse {name}: a whole number was expected") from None

    def flag(self, name: str) -> bool:
        """Return a yes or no, no if it was not sent."""
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes", "y", "t"}

    def data(self, name: str) -> Any:
        """Return a list or an object, None if it was not sent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def items(self, name: str) -> list[Any] | None:
        """Return a list, None if it was not sent."""
        value = self.data(name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {name}: an Array was expected")
        return value

    def upload(self, name: str) -> Upload | None:
        """Return the file sent for a parameter, in it or attached to it."""
        return self.uploads.get(self.text(name).removeprefix("attach://")) or self.uploads.get(name)

    def let_go(self) -> None:
        """Take away what lies on the disk for this call alone."""
        for upload in self.uploads.values():
            if isinstance(upload.data, Path):
                upload.data.unlink(missing_ok=True)
