"""Markup as blocks: the elements of HTML, and those of a section's text in C-CDA (HL7 CDA R2, NarrativeBlock)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.kinds.blocks import Block, Heading, Item, Lines, Look, Loss, Pairs, Run, Runs, Text
from bot.kinds.hidden import is_hidden
from bot.kinds.markup_tables import table_of
from bot.kinds.page_tree import tree_of
from bot.kinds.side_by_side import are_apart
from bot.kinds.strict_xml import local

MOST_DEEP = 120
"""Elements within one another that are told apart; what is deeper is read as words alone."""
LEFT_OUT = frozenset(
    {"script", "style", "template", "head", "nav", "noscript", "svg", "math", "object", "embed", "iframe", "audio"}
    | {"video", "canvas", "map", "button", "datalist", "colgroup", "col"}
)
"""What no reader of the page takes for its text."""
_STAND_ALONE = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "blockquote", "address", "fieldset", "form", "body"}
    | {"center", "figure", "figcaption", "legend", "details", "summary", "aside", "dd", "dt", "hr", "html", "paragraph"}
    | {"text", "caption", "button"}
)
_LOOKS: dict[str, Look] = {
    **dict.fromkeys(("s", "strike", "del"), "struck"), "sup": "raised", "sub": "lowered"
}  # fmt: skip
_LISTS = ("ul", "ol", "list", "menu", "dir")
_DIGITS = "123456"

Picture = Callable[[Any], None]


@dataclass
class Markup:
    """Reads one tree; elements are those of lxml or of the standard library."""

    blocks: list[Block] = field(default_factory=list)
    lost: set[Loss] = field(default_factory=set)
    notes: list[Runs] = field(default_factory=list)
    """Footnotes, in their order."""
    picture: Picture | None = None
    """Takes an element that shows a picture; without it, every picture is lost."""
    _runs: list[Run] = field(default_factory=list)
    _heads: int = 0
    """Headings around."""
    _label: Runs = ()
    _marks: list[tuple[str, int]] = field(default_factory=list)
    """Of each list around: "" or the kind of its numbers, and the number of its last item."""

    def read(self, element: Any) -> list[Block]:
        """All that an element says."""
        self._inside(element, "", 0)
        self._end()
        if self.notes:
            self.blocks += [Text((Run(f"[{number}] "), *note)) for number, note in enumerate(self.notes, start=1)]
            self.notes = []
        return self.blocks

    def within(self, element: Any, depth: int) -> list[Block]:
        """What a cell says; footnotes and losses are of the whole."""
        cell = Markup([], self.lost, self.notes, self.picture)
        cell._inside(element, "", depth)
        cell._end()
        return cell.blocks

    def _inside(self, element: Any, look: Look, depth: int) -> None:
        self._say(element.text, look)
        before = None
        for each in element:
            if isinstance(each.tag, str):
                if before is not None and self._runs and are_apart(element, before, each, self._runs[-1].text):
                    self._say(" ", look)
                self._element(each, look, depth + 1)
            self._say(each.tail, look)
            before = each if isinstance(each.tag, str) and not each.tail else None

    def _element(self, element: Any, look: Look, depth: int) -> None:
        name = local(element).lower()
        if depth > MOST_DEEP:
            self._say(" ".join(element.itertext()), look)
        elif name == "iframe" and (page := element.get("srcdoc")):
            self._plain(tree_of(page), "body", look, depth)
        elif name in LEFT_OUT and not (name == "button" and self._opens_something(element)):
            if name in ("svg", "object", "embed", "canvas", "video"):
                self.lost.add("pictures")
            self.lost |= {"parts"} if name == "iframe" and element.get("src") else set()
        elif element.get("revised") == "delete":
            self.lost |= {"changes"} if _says(element) else set()
        elif is_hidden(element):
            self.lost |= {"hidden"} if _says(element) else set()
        else:
            self._shown(element, name, look, depth)

    def _opens_something(self, element: Any) -> bool:
        """Whether a button is the head of what it folds and unfolds, and no tool of the page."""
        return bool(self._heads) or element.get("aria-expanded") is not None

    def _shown(self, element: Any, name: str, look: Look, depth: int) -> None:
        if name == "br":
            self._runs.append(Run("\n", look))
        elif name in ("img", "image", "rendermultimedia"):
            self._take_picture(element)
        elif name in ("input", "textarea", "select", "option"):
            self._say(_filled_in(element, name), look)
        elif name == "pre":
            self._end()
            self._add(Lines(tuple("".join(element.itertext()).strip("\r\n").splitlines())))
        elif name == "table":
            self._end()
            self.blocks += table_of(element, lambda cell: self.within(cell, depth))
        elif name in _LISTS:
            self._list(element, depth)
        elif name in ("li", "item"):
            self._item(element, look, depth)
        elif name[:1] == "h" and name[1:] in _DIGITS and len(name) == 2:
            self._end()
            self._heads += 1
            self._inside(element, look, depth)
            self._heads -= 1
            self._end(int(name[1:]))
        elif name == "footnote":
            inner = self.within(element, depth)
            self.notes.append(tuple(run for block in inner if isinstance(block, Text | Item) for run in block.runs))
            self._say(f"[{len(self.notes)}]", look)
        else:
            struck = "line-through" in (element.get("style") or "")
            self._plain(element, name, "struck" if struck else _LOOKS.get(name, look), depth)

    def _plain(self, element: Any, name: str, look: Look, depth: int) -> None:
        if name not in _STAND_ALONE:
            self._inside(element, look, depth)
            return
        self._end()
        before = len(self.blocks)
        self._inside(element, look, depth)
        self._end()
        if name == "dt" and len(self.blocks) > before and isinstance(last := self.blocks[-1], Text):
            self._label = last.runs
            del self.blocks[-1]
        elif name == "dd" and self._label:
            inner = [block for block in self.blocks[before:] if isinstance(block, Text)]
            if len(inner) == 1 == len(self.blocks) - before:
                self.blocks[before:] = [Pairs(((self._label, inner[0].runs),))]
            else:
                self.blocks[before:before] = [Text(self._label)]
            self._label = ()

    def _list(self, element: Any, depth: int) -> None:
        self._end()
        counted = local(element).lower() == "ol" or element.get("listType") == "ordered"
        start = element.get("start", "1")
        self._marks.append(("1" if counted else "", int(start) - 1 if start.isdigit() and len(start) < 9 else 0))
        self._inside(element, "", depth)
        self._end()
        self._marks.pop()

    def _item(self, element: Any, look: Look, depth: int) -> None:
        self._end()
        kind, number = self._marks[-1] if self._marks else ("", 0)
        if self._marks:
            self._marks[-1] = (kind, number + 1)
        before, level = len(self.blocks), max(0, len(self._marks) - 1)
        self._inside(element, look, depth)
        self._end()
        for place in range(before, len(self.blocks)):  # only the first paragraph of an item has its mark
            if isinstance(block := self.blocks[place], Text):
                mark = ("•" if not kind else f"{number + 1}.") if place == before else ""
                self.blocks[place] = Item(block.runs, mark, level)

    def _take_picture(self, element: Any) -> None:
        if self.picture:
            self.picture(element)
        else:
            self.lost.add("pictures")

    def _say(self, text: str | None, look: Look) -> None:
        if text:
            self._runs.append(Run(text, look))

    def _end(self, level: int = 0) -> None:
        runs, self._runs = tidied(self._runs), []
        if runs:
            self._add(Heading(runs, level) if level else Text(runs))

    def _add(self, block: Block) -> None:
        if self._label and not isinstance(block, Pairs):
            label, self._label = self._label, ()
            self.blocks.append(Text(label))
        self.blocks.append(block)


def tidied(runs: list[Run]) -> Runs:
    """Runs as a browser shows them: white space is one space, and none at the ends of a line."""
    kept: list[Run] = []
    space = True
    for run in runs:
        if run.text == "\n":
            kept.append(run)
            space = True
            continue
        text = " ".join(run.text.split())
        if not text:
            if run.text and not space and kept:
                kept.append(Run(" ", kept[-1].look))
                space = True
            continue
        before = "" if space or not run.text[:1].isspace() else " "
        space = run.text[-1:].isspace()
        text = f"{before}{text}{' ' if space else ''}"
        if kept and kept[-1].look == run.look and kept[-1].text != "\n":
            kept[-1] = Run(kept[-1].text + text, run.look)
        else:
            kept.append(Run(text, run.look))
    while kept and not kept[-1].text.strip():
        kept.pop()
    while kept and not kept[0].text.strip():
        kept.pop(0)
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].look)
    return tuple(kept)


def _says(element: Any) -> bool:
    return any(text.strip() for text in _texts(element))


def _texts(element: Any) -> Iterator[str]:
    for each in element.iter():
        if isinstance(each.tag, str) and local(each).lower() not in LEFT_OUT:
            yield each.text or ""


def _filled_in(element: Any, name: str) -> str:
    """What somebody wrote into a form, or ticked."""
    if name == "textarea":
        return "".join(element.itertext())
    if name == "select":
        chosen = [each for each in element.iter() if each.get("selected") is not None]
        return " ".join("".join(each.itertext()) for each in chosen)
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑ " if element.get("checked") is not None else "☐ "
    return (element.get("value") or "") if kind in ("text", "number", "date", "email", "tel") else ""
