"""The page itself: one file that needs no network, with a search over all that is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.preview.changes import Change, changes
from bot.preview.screens import screens
from dialogs.composed.reading import read_content
from dialogs.content.files import ContentError
from dialogs.content.folders import languages
from dialogs.diagram import diagram

HERE = Path(__file__).parent


def preview(folder: Path, since: str = "") -> str:
    """All that is said, as HTML. Raises `ContentError`, or `NoVersion`."""
    spoken = {code: read_content(folder, code) for code in languages(folder)}
    changed = changes(folder, since) if since else []
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    first = next(iter(spoken.values()))
    return environment.get_template("page.html.j2").render(
        languages={code: content.language for code, content in spoken.items()},
        screens=screens(spoken),
        changed=_by_message(changed),
        other_changes=[each for each in changed if "/messages/" not in each.file],
        since=since,
        journey=diagram(first.guide),
    )


def _by_message(changed: Sequence[Change]) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for each in changed:
        if "/messages/" in each.file:
            found.setdefault(Path(each.file).name.removesuffix(".html.j2"), []).append(each)
    return found


def write(folder: Path, file: Path, since: str = "") -> str:
    """Write the page; the line that says where it is, or what is wrong. Raises `NoVersion`."""
    try:
        page = preview(folder, since)
    except ContentError as error:
        return f"wrong content: {error}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page, encoding="utf-8")
    return ""
