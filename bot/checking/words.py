"""What `python -m bot words` tells an author: how far each translation has come, and who must still read it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dialogs.content.files import ContentError
from dialogs.content.language import FILE, SOURCE, read_language
from dialogs.content.reading import languages
from dialogs.content.translation import Progress, mark, progress

SAID = {
    "missing": "not translated, said in English",
    "stale": "its English has changed since",
    "unmarked": "translated, but nobody noted of which English",
}


def words(folder: Path, marks: str = "", only: Sequence[str] = ()) -> int:
    """Print what every language lacks; or first note that what is translated into `marks` is up to date.

    0, unless content cannot be read, or there is no such language: 2.
    """
    try:
        spoken = languages(folder)
        if marks and (marks not in spoken or marks == SOURCE):
            print(f"{marks} is no language that is translated; there are: {', '.join(spoken[1:])}", file=sys.stderr)
            return 2
        if marks:
            print(f"{marks}: {mark(folder, marks, tuple(only))} pieces are up to date with their English.")
        for line in _lines(folder, spoken):
            print(line)
    except ContentError as mistake:
        print(f"wrong content: {mistake}", file=sys.stderr)
        return 2
    return 0


def _lines(folder: Path, spoken: Sequence[str]) -> Iterator[str]:
    for each in spoken:
        language = read_language(folder / each / FILE)
        state = "unfinished" if language.unfinished else "finished"
        read_by = f"read by {language.reviewed_by}" if language.reviewed_by else "waits for somebody who reads it all"
        yield f"{each} ({language.name}): {state}; {read_by}"
        if each != SOURCE:
            yield from _lacking(progress(folder, each))


def _lacking(found: Progress) -> Iterator[str]:
    for kind, why in SAID.items():
        names: tuple[str, ...] = getattr(found, kind)
        if names:
            yield f"  {len(names)} {why}:"
            yield from (f"    {name}" for name in names)
