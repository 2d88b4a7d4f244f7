"""What is said in a long life of one chat: each message in each of its shapes, in every language side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dialogs.composed.contents import Content
from dialogs.effects import Say
from dialogs.proofreading.life import each_alone, every_bubble

MOST_SHAPES = 12
"""Shapes of one message: more differ only in what a patient wrote."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One message as it is shown, in one language."""

    html: str
    rows: tuple[tuple[str, ...], ...]
    """What stands on its buttons, row by row."""


@dataclass
class Screen:
    """A message, and how it looks: its shapes in their order, each by the short names of languages."""

    name: str
    shapes: list[dict[str, Shape]] = field(default_factory=list)


def screens(spoken: Mapping[str, Content]) -> list[Screen]:
    """Every message in the order in which it is first met."""
    found: dict[str, Screen] = {}
    places: dict[tuple[object, ...], dict[str, Shape]] = {}
    for language, content in spoken.items():
        seen: set[str] = set()
        for say in _said(content):
            shape = _shown(content, say)
            look = re.sub(r"\d+", "#", f"{say.name}{shape.html}{shape.rows}")
            screen, kind = found.setdefault(say.name, Screen(say.name)), _kind(say)
            if kind not in places and look not in seen and len(screen.shapes) < MOST_SHAPES:
                places[kind] = {}
                screen.shapes.append(places[kind])
            if kind in places:
                places[kind].setdefault(language, shape)
            seen.add(look)
    return list(found.values())


def _said(content: Content) -> Iterator[Say]:
    for say in each_alone(every_bubble(content)):
        yield from (say, say.of_another())


def _shown(content: Content, say: Say) -> Shape:
    rows = tuple(tuple(label[0] for label in row) for row in content.wording.keyboard(say))
    return Shape(content.wording.text(say), rows)


def _kind(say: Say) -> tuple[object, ...]:
    """What a message is in any language: its name, its buttons, and those of its values that are not words."""
    buttons = tuple((button.label, button.mark) for row in say.buttons for button in row)
    values = tuple(sorted((key, value) for key, value in say.values.items() if isinstance(value, bool | int)))
    records = str(say.values.get("record", ""))
    return say.name, say.for_another, buttons, values, records
