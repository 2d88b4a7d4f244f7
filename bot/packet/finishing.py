"""Our own pages: cover, contents and timeline before the first part, a short cover before the others, dividers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bot.packet.binding import Binding, Bound
from bot.packet.pdf.copying import Copying, name
from bot.packet.pdf.pages import Placed, copy_own_page
from bot.packet.pdf.part import TREE, Mark
from bot.packet.pdf.stamps import Stamps

Plan = Mapping[str, Any]
Place = dict[str, Any]


def finish(plan: Plan, binding: Binding) -> int:
    """Write our pages of every part and end it; how many pages all parts have together."""
    places = _places(plan, binding.parts)
    return sum(_finish_part(plan, binding, number, places) for number in range(1, len(binding.parts) + 1))


def _finish_part(plan: Plan, binding: Binding, number: int, places: Mapping[int, Place]) -> int:
    bound, words = binding.parts[number - 1], plan["words"]
    parts = len(binding.parts)
    label = _filled(words["part"], part=number, parts=parts) if parts > 1 else ""
    sections = _sections(plan, bound)
    book = {
        **plan["book"],
        "part": number,
        "parts": parts,
        "part_label": label,
        "lists": _lists(plan, binding),
        "contents": {"heading": words["contents"], "entries": _contents(plan, binding, places)},
        "timeline": {
            "heading": words["timeline"],
            "note": words["timeline_note"],
            "entries": [{**each, **_where(plan, binding, each["file"], places)} for each in plan["timeline"]],
        },
        "dividers": [
            {"title": title, "entries": [_entry(plan, binding, file, places) for file, _ in runs]}
            for title, runs in sections
        ],
        "words": {key: words[key] for key in ("part_page", "more")},
    }
    reader = binding.press.book(book)
    copying, own = _own_pages(bound, reader)
    dividers = len(sections)
    front, own_dividers = own[: len(own) - dividers], own[len(own) - dividers :]
    pages, marks = [*front], [Mark(words["cover"], front[0].page)]
    for divider, (title, runs) in zip(own_dividers, sections, strict=True):
        below = [Mark(plan["files"][file]["title"], placed[0].page) for file, placed in runs]
        marks.append(Mark(title, divider.page, below))
        pages += [divider, *(page for _, placed in runs for page in placed)]
    entries = _catalogue(copying, reader)
    bound.part.take(copying)
    tail = " · ".join(each for each in (label, plan["book"]["name"]) if each)
    Stamps(bound.part, binding.press.stamps(f" · {tail}" if tail else "")).stamp(pages)
    bound.part.finish(pages, marks, plan["book"]["title"], entries)
    return len(pages)


def _own_pages(bound: Bound, reader: PdfReader) -> tuple[Copying, list[Placed]]:
    copying = Copying(reader, bound.part.next_number, trusted=True)
    numbers = [copying.new_number() for _ in reader.pages]
    for page, number in zip(reader.pages, numbers, strict=True):
        if page.indirect_reference is not None:
            copying.stands_for(page.indirect_reference, number)
    own = [copy_own_page(copying, page, number, TREE) for page, number in zip(reader.pages, numbers, strict=True)]
    copying.drain()
    return copying, own


def _catalogue(copying: Copying, reader: PdfReader) -> bytes:
    """What makes our pages accessible: their tags, their language, and that the title is shown."""
    root: DictionaryObject = reader.root_object
    entries = b""
    for key in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/ViewerPreferences"):
        if key in root:
            entries += b"%s %s\n" % (name(key), copying.value(root.raw_get(key), key))
    copying.drain()
    return entries


def _places(plan: Plan, parts: Sequence[Bound]) -> dict[int, Place]:
    """Where each file begins: its part, and its page counted from the first one after the front pages."""
    places: dict[int, Place] = {}
    for number, bound in enumerate(parts, start=1):
        at = 1
        for _, runs in _sections(plan, bound):
            at += 1  # its divider
            for file, placed in runs:
                places.setdefault(file, {"part": number, "place": at})
                at += len(placed)
    return places


def _sections(plan: Plan, bound: Bound) -> list[tuple[str, list[tuple[int, list[Placed]]]]]:
    """The records of one part, each with its files' pages, in the order of the plan."""
    sections = []
    for record in plan["records"]:
        runs = [(file, placed) for file, placed in bound.runs if file in record["files"]]
        if runs:
            sections.append((record["title"], runs))
    return sections


def _contents(plan: Plan, binding: Binding, places: Mapping[int, Place]) -> list[Place]:
    entries: list[Place] = []
    for record in plan["records"]:
        entries.append({"kind": "record", "title": record["title"], "note": "", "part": 0, "place": 0})
        for file in record["files"]:
            entries.append({"kind": "file", **_entry(plan, binding, file, places)})
            if file in binding.discs and file in places:
                images = {"note": plan["words"]["in_archive"], "part": 0, "place": 0}
                entries.append({"kind": "file", "title": plan["files"][file]["title"], **images})
    return entries


def _entry(plan: Plan, binding: Binding, file: int, places: Mapping[int, Place]) -> Place:
    return {"title": plan["files"][file]["title"], **_where(plan, binding, file, places)}


def _where(plan: Plan, binding: Binding, file: int, places: Mapping[int, Place]) -> Place:
    if place := places.get(file):
        return {"note": "", **place}
    reason = binding.left_out.get(file, "unreadable")
    return {"note": plan["words"]["in_archive" if reason == "disc" else "left_out"], "part": 0, "place": 0}


def _lists(plan: Plan, binding: Binding) -> list[Mapping[str, Any]]:
    """The lists on the cover: what could not be packed and why, which pages are pictures, what is missing."""
    reasons, files = plan["words"]["reason"], plan["files"]
    left_out = [
        {"title": files[number]["title"], "note": reasons[reason]}
        for number, reason in sorted(binding.left_out.items())
        if reason != "disc"
    ]
    left_out += plan["refused"]
    lists = list(plan["lists"])
    drawn = [
        {"title": files[number]["title"], "note": _filled(plan["words"]["drawn_pages"], pages=_ranges(pages))}
        for number, pages in sorted(binding.drawn.items())
        if pages and number not in binding.left_out
    ]
    if drawn:
        lists.insert(0, {"heading": plan["words"]["drawn_heading"], "items": drawn, "empty": ""})
    if left_out:
        lists.insert(0, {"heading": plan["words"]["left_out_heading"], "items": left_out, "empty": ""})
    return lists


def _ranges(pages: Iterable[int]) -> str:
    """Pages counted from 0, as a reader counts them: "1–3, 7"."""
    ranges: list[list[int]] = []
    for page in sorted(pages):
        if ranges and page == ranges[-1][1]:
            ranges[-1][1] = page + 1
        else:
            ranges.append([page + 1, page + 1])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)


def _filled(words: str, **values: object) -> str:
    for key, value in values.items():
        words = words.replace(f"{{{key}}}", str(value))
    return words
