"""How words look in an OpenDocument text, as far as it changes what they say: struck out, raised, lowered, hidden."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from bot.kinds.blocks import Look
from bot.kinds.strict_xml import attribute, local


class Styles:
    """The styles of a text by their names (ODF 1.3, part 3, 16.29.5)."""

    def __init__(self, parts: Iterable[Element]) -> None:
        self._looks: dict[str, Look] = {}
        self._hidden: set[str] = set()
        self._parents: dict[str, str] = {}
        for part in parts:
            for style in part.iter():
                if local(style) == "style":
                    self._note(attribute(style, "name"), style)

    def look(self, name: str) -> Look:
        """How words of a style look; a style looks like the one it is made from."""
        for each in self._line(name):
            if each in self._looks:
                return self._looks[each]
        return ""

    def is_hidden(self, name: str) -> bool:
        return any(each in self._hidden for each in self._line(name))

    def _line(self, name: str) -> Iterable[str]:
        for _ in range(20):
            if not name:
                return
            yield name
            name = self._parents.get(name, "")

    def _note(self, name: str, style: Element) -> None:
        self._parents[name] = attribute(style, "parent-style-name")
        for each in style:
            if local(each) != "text-properties":
                continue
            place = attribute(each, "text-position")
            if attribute(each, "text-line-through-style") not in ("", "none"):
                self._looks[name] = "struck"
            elif place.startswith(("super", "sub")) or place[:1] == "-" or place[:1].isdigit():
                is_lowered = place.startswith(("sub", "-"))
                self._looks[name] = "" if place.startswith("0") else "lowered" if is_lowered else "raised"
            if attribute(each, "display") == "none":
                self._hidden.add(name)
