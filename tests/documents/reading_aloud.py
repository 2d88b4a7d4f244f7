"""An examination whose recognition does what its rules say: what it may do wrong, and what it may do right."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents import examination, recognition
from dialogs.case.facts import Facts


def main() -> None:
    recognition.rules_from_plain = lambda plain: plain  # type: ignore[assignment, return-value]
    recognition.facts_of = read  # type: ignore[assignment]
    examination.SECONDS_TO_READ = 1
    examination.main()


def read(pages: Sequence[str], rules: Mapping[str, Any], *_: object) -> Facts:
    match rules["do"]:
        case "repeat":
            return Facts(pointers=tuple(pages))
        case "count":
            return Facts(identifiers=(str(len(pages)), str(len("".join(pages)))))
        case "exaggerate":
            many = tuple(map(str, range(1000)))
            return Facts(patient="x" * 1000, institution="A\nhospital\u202e nowhere", identifiers=many, date="soon")
        case "list":
            lines = tuple("é" * 300 for _ in range(100))
            return Facts(identifiers=lines, pointers=lines)
        case "talk_nonsense":
            return Facts(patient=["Jane"], status="wonderful")  # type: ignore[arg-type]
        case "leave":
            os._exit(3)
        case "take_memory":
            bytearray(1 << 40)
        case "compute":
            while True:
                pass
        case "recurse":
            return read(pages, rules)
    raise LookupError
