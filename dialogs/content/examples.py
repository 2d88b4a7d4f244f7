"""What people write who mean it, and who do not: the examples that the model of what must not wait is learned from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogs.content.ears import EXAMPLES, RULES, TABLE, WORDS, read_model
from dialogs.content.files import ContentError, Mistakes, Reading, read_toml, unless_changed
from dialogs.content.shapes import Place, choice, read, several, table, tables, text
from dialogs.understanding.safety.heard import URGENT, Kind


@dataclass(frozen=True, slots=True)
class Example:
    """A text, what it needs, and what it is about."""

    text: str
    kind: Kind
    about: str
    language: str

    @property
    def looks_alike(self) -> bool:
        """It has the words of something urgent, and is nothing of the kind."""
        return self.kind is Kind.NONE and not self.about.startswith("ordinary")


def read_examples(file: Path) -> tuple[Example, ...]:
    """Read and check a file of examples: `[[group]]` with `kind`, `about`, `source` where it is a sign, and `says`."""
    known = read(file, _EXAMPLES)
    mistakes, kinds = Mistakes(file), dict[str, tuple[int, str]]()
    for number, group in enumerate(known["group"], start=1):
        for said in group["says"]:
            first, kind = kinds.setdefault(said.casefold(), (number, group["kind"]))
            if kind != group["kind"]:
                mistakes.note(f"group {number}.says", f"{said!r} stands in group {first} as {kind} too")
    mistakes.settle()
    return tuple(_examples(known))


def check_learned(folder: Path) -> None:
    """Raise `ContentError` for mistakes in examples, and where the table was learned from others than stand there."""
    reading = Reading()
    for file in sorted(folder.glob(f"*/{EXAMPLES}")):
        reading.of(_check_examples, file)
    model = reading.of(read_model, folder / TABLE)
    reading.settle()
    if (model.learned_from if model else "") != mark(folder):
        problem = "was learned from other examples, words or rules than stand there now: `make safety` learns it anew"
        raise ContentError(folder / TABLE, "learned_from", problem)


@unless_changed
def _check_examples(file: Path) -> None:
    """Raise `ContentError` for mistakes. That there are none is all that is remembered of so many examples."""
    read_examples(file)


def mark(folder: Path) -> str:
    """What tells the examples, words and rules of a content folder from others, whoever signed them and why."""
    files = sorted(each for name in (RULES, WORDS, EXAMPLES) for each in folder.glob(f"*/{name}"))
    return hashlib.sha256(f"[{', '.join(map(_said_in, files))}]".encode()).hexdigest()


@unless_changed
def _said_in(file: Path) -> str:
    """What is learned from a file, as JSON."""
    return json.dumps([file.parent.parent.name, file.name, _without_signatures(read_toml(file))], sort_keys=True)


def _without_signatures(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {
            key: _without_signatures(each) for key, each in value.items() if key not in ("signed_by", "source", "line")
        }
    return [_without_signatures(each) for each in value] if isinstance(value, list) else value


def _examples(known: Mapping[str, Any]) -> Iterator[Example]:
    for group in known["group"]:
        for said in dict.fromkeys(group["says"]):
            yield Example(said, Kind(group["kind"]), group["about"], known["language"])


def _group(place: Place, value: Any) -> Any:
    found = _GROUP(place, value)
    if isinstance(value, Mapping) and value.get("kind") in URGENT and not value.get("source"):
        place.at("source").wrong("is missing: a sign names the page it is from")
    return found


_GROUP = table(
    {"kind": choice(*Kind), "about": text(), "says": several(text(lines=True), least=1)},
    {"source": text(empty=True), "signed_by": text(empty=True)},
)
_EXAMPLES = table({"language": text(), "signed_by": text(empty=True), "group": tables(_group, "group")})
