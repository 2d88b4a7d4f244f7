"""Settings whose names are misspelt: nothing reads them, so that what an operator wanted would silently not be so.

In `.env` a slip of the keys is refused, and all else that nothing reads is told. In the environment what is
near is told, as it may be another program's; all else there is a machine's own business.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Collection, Iterable

from dotenv.parser import Binding, parse_stream
from dotenv.variables import Variable, parse_variables

OTHERS_IN_FILE = frozenset({"DATABASE_PASSWORD", "STORE_PASSWORD"})
"""What `compose.yaml` reads of the same file."""
_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,39}|[a-z][a-z0-9_]{0,39}")
"""What looks like a name, and not like a secret."""
_OF_SERVICES = "AWS_ENDPOINT_URL_"
SHORTEST, SHORT = 5, 8
"""Names of fewer letters are like too many others; with fewer than the second one slip is taken for one, else two."""


def likely(name: str, known: Collection[str]) -> str:
    """The setting of ours that is meant, by a slip of the keys or a word more or less; empty if none is near."""
    if nearest := _by_a_slip(name, known):
        return nearest
    worded = [each for each in known if _is_worded(name, each)]
    return min(worded, key=len, default="")


def _by_a_slip(name: str, known: Collection[str]) -> str:
    if name.startswith(_OF_SERVICES) and name not in known:  # AWS_ENDPOINT_URL_STS is another service's
        return ""
    slips, nearest = min((_slips(_bare(name), _bare(each)), each) for each in known)
    return nearest if slips <= _most_slips(nearest) else ""


def misspelt_in_environment(names: Iterable[str], known: Collection[str]) -> list[str]:
    """A line for each name that is near to a setting which is not set there itself."""
    there, told = {name.upper() for name in names}, []
    for name in sorted(there.difference(known)):
        slips, nearest = min((_slips(_bare(name), _bare(each)), each) for each in known)
        if slips <= _most_slips(nearest) and nearest not in there and not name.startswith("AWS_"):
            told.append(f"{name} in the environment is no setting, and nothing reads it: did you mean {nearest}?")
    return told


def wrong_in_file(text: str, known: Collection[str]) -> str:
    """The line for what stands in `.env` and cannot be meant so; empty if all is well.

    What is no name is not quoted: it may be a secret in the wrong place.
    """
    last: dict[str, str] = {}
    for binding in parse_stream(io.StringIO(text)):
        line, name = f"line {_line_of(binding)} of .env", (binding.key or "").upper()
        if binding.error or (binding.key and binding.value is None):
            return f"{line} should be NAME=value"
        if not name:
            continue
        if _is_strange(name, known) and (meant := _by_a_slip(name, known)):
            return f"{name} in {line} is none: did you mean {meant}? Rename it, or remove the line"
        if name in known and last.get(name) and not binding.value:
            return f"{name} in {line} is empty, and was set above: remove one of the two"
        if name in known and _is_out_of_nothing(binding.value or "", last):
            return f"{name} in {line} takes a ${{…}} that is not set, and would be read without it: write it out"
        last[name] = last[binding.key or ""] = binding.value or ""
    return ""


def set_twice_in_file(text: str, known: Collection[str]) -> list[str]:
    """A line for each setting in `.env` that says one thing above and another below: the last one holds."""
    told, first = [], dict[str, tuple[int, str]]()
    for binding in parse_stream(io.StringIO(text)):
        name, value, line = (binding.key or "").upper(), binding.value or "", _line_of(binding)
        if name not in known or not value:
            continue
        above, before = first.setdefault(name, (line, value))
        if before != value:
            told.append(f"{name} in line {line} of .env takes the place of line {above}: remove one of the two")
    return told


def unknown_in_file(text: str, known: Collection[str]) -> list[str]:
    """A line for each name in `.env` that nothing of ours reads, and that is no slip for one of ours."""
    found = []
    for binding in parse_stream(io.StringIO(text)):
        name = (binding.key or "").upper()
        if not name or not _is_strange(name, known) or _by_a_slip(name, known):
            continue
        of = f"{name} in line" if _NAME.fullmatch(binding.key or "") else "line"
        meant = "" if name.startswith(_OF_SERVICES) else likely(name, known)
        elsewhere = name.startswith(("AWS_", "OTEL_")) and not meant
        why = "is read from the environment alone: set it there" if elsewhere else "is no setting: nothing reads it"
        asked = f": did you mean {meant}?" if meant else ""
        found.append(f"{of} {_line_of(binding)} of .env {why}{asked}")
    return found


def _is_out_of_nothing(value: str, above: Collection[str]) -> bool:
    """Whether it names a variable as `${NAME}` that neither the environment nor a line above sets."""
    named = (part for part in parse_variables(value) if isinstance(part, Variable) and part.default is None)
    return any(part.name not in os.environ and part.name not in above for part in named)


def _line_of(binding: Binding) -> int:
    """Blank lines before it belong to it."""
    text = binding.original.string
    return binding.original.line + text[: len(text) - len(text.lstrip())].count("\n")


def _is_strange(name: str, known: Collection[str]) -> bool:
    return name not in known and name not in OTHERS_IN_FILE and not name.startswith("COMPOSE_")


def _bare(name: str) -> str:
    return name.upper().replace("_", "").replace("-", "")


def _most_slips(name: str) -> int:
    length = len(_bare(name))
    return 0 if length < SHORTEST else 1 if length < SHORT else 2


def _is_worded(name: str, ours: str) -> bool:
    """Whether one has all the words of the other, and one of ours at least that says much (TELEGRAM_BOT_TOKEN)."""
    theirs, mine = ({*each.upper().replace("-", "_").split("_")} for each in (name, ours))
    return bool(theirs & mine) and (theirs <= mine or (len(mine) > 1 and mine <= theirs))


def _slips(one: str, other: str) -> int:
    """How many letters were left out, added, mistaken or swapped between the two."""
    before, last = list[int](), list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, wanted in enumerate(other, start=1):
            slips = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                slips = min(slips, before[column - 2] + 1)
            line.append(slips)
        before, last = last, line
    return last[-1]
