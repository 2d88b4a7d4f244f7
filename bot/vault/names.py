"""Where a document lies in the vault: the only place where an id becomes part of a path."""

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

_CASE_ID = re.compile(r"[0-9a-f]{32}")
_SEALED = re.compile(r"(0|[1-9][0-9]{0,18})\.sealed")
_SET_ASIDE = re.compile(r"(0|[1-9][0-9]{0,18})\.[0-9a-f]{16}\.sealed")
_PART_SUFFIX = ".part"
_LARGEST_DOCUMENT = 2**63 - 1


@dataclass(frozen=True)
class Address:
    """One document of one case; raises ValueError for anything that is not an opaque token and a plain number."""

    case_id: str
    document: int

    def __post_init__(self) -> None:
        require_case_id(self.case_id)
        if type(self.document) is not int or not 0 <= self.document <= _LARGEST_DOCUMENT:
            raise ValueError("a document's number is a whole number from 0 to 2^63 - 1")

    def path(self, folder: Path) -> Path:
        """Where the document lies once it is kept."""
        return folder / self.case_id / f"{self.document}.sealed"

    def new_part(self, folder: Path) -> Path:
        """A fresh name for a half-written file, so that two attempts at one document never share a file."""
        return folder / self.case_id / f"{self.document}.{secrets.token_hex(8)}{_PART_SUFFIX}"

    def bound_data(self, version: int) -> bytes:
        """What every chunk is bound to: version (1 byte), case (16 bytes), document (8 bytes, big endian)."""
        return bytes([version]) + bytes.fromhex(self.case_id) + self.document.to_bytes(8, "big")


def require_case_id(case_id: str) -> None:
    """Accept 32 lower-case hexadecimal digits and nothing else, so that no path can ever be injected."""
    if not isinstance(case_id, str) or not _CASE_ID.fullmatch(case_id):
        raise ValueError("a case id is 32 lower-case hexadecimal digits")


def is_case(path: Path) -> bool:
    """Whether this is a case's folder, and no link to somewhere else."""
    return bool(_CASE_ID.fullmatch(path.name)) and path.is_dir() and not path.is_symlink()


def is_part(path: Path) -> bool:
    """Whether this is a half-written file."""
    return path.name.endswith(_PART_SUFFIX)


def document_set_aside(path: Path) -> int | None:
    """The document that was set aside in this file, or None if it is none."""
    found = _SET_ASIDE.fullmatch(path.name)
    return int(found[1]) if found else None


def document_at(path: Path) -> int | None:
    """The document kept in this file, or None if it is no kept document."""
    found = _SEALED.fullmatch(path.name)
    return int(found[1]) if found else None
