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
Run = tuple[int, list[Placed]]
OWN_WORDS = "own-words-0"
"""What book.typ calls the place where the patient's own words begin."""


def finish(plan: Plan, binding: Binding) -> int:
    """Write our pages of every part and end it; how many pages all parts have together."""
    places = _places(plan, binding.parts)
    return sum(_finish_part(plan, binding, number, places) for number in range(1, len(binding.parts) + 1))


def _finish_part(plan: Plan, binding: Binding, number: int, places: Mapping[int, Place]) -> int:
    bound, words = binding.parts[number - 1], plan["words"]
    parts = len(binding.parts)
    label = _filled(words["part"], part=number, parts=parts) if parts > 1 else ""
    sections = _sections(plan, bound)
    own_words = plan["book"]["own_words"]
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
            "entries": [{**each, **_where(plan, binding, each["files"], places)} for each in plan["timeline"]],
        },
        "dividers": [
            {
                "title": record["title"],
                "entries": [_entry(plan, binding, report, places) for report in _bound(record, runs)],
            }
            for record, runs in sections
        ],
        "words": {key: words[key] for key in ("part_page", "more")},
    }
    reader = binding.press.book(book)
    copying, own = _own_pages(bound, reader)
    dividers = len(sections)
    front, own_dividers = own[: len(own) - dividers], own[len(own) - dividers :]
    pages, marks = [*front], [Mark(words["cover"], front[0].page)]
    if number == 1 and own_words["entries"]:
        marks.append(Mark(own_words["heading"], own[_page_of(reader, OWN_WORDS)].page))
    for divider, (record, runs) in zip(own_dividers, sections, strict=True):
        marks.append(Mark(record["title"], divider.page, _marks(plan, record, runs)))
        pages += [divider, *(page for _, placed in runs for page in placed)]
    entries = _catalogue(copying, reader)
    bound.part.take(copying)
    tails, of_page = _tails(plan, bound, [each for each in (label, plan["book"]["name"]) if each])
    Stamps(bound.part, binding.press.stamps(tails)).stamp(pages, of_page)
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


def _sections(plan: Plan, bound: Bound) -> list[tuple[Plan, list[Run]]]:
    """The records of one part, each with its files' pages, in the order of the plan."""
    sections = []
    for record in plan["records"]:
        runs = [(file, placed) for file, placed in bound.runs if file in record["files"]]
        if runs:
            sections.append((record, runs))
    return sections


def _tails(plan: Plan, bound: Bound, always: Sequence[str]) -> tuple[list[str], dict[int, int]]:
    """What stands behind the pages' numbers, and which of it on the pages (their objects' numbers) of each photo."""
    tails: dict[str, int] = {"": 0}
    of_page = {}
    for file, placed in bound.runs:
        which = tails.setdefault(plan["files"][file]["photo"], len(tails))
        of_page.update({page.page: which for page in placed})
    return ["".join(f" · {each}" for each in (photo, *always) if each) for photo in tails], of_page


def _bound(record: Plan, runs: Sequence[Run]) -> list[Plan]:
    """The reports of a record of which there are pages among these."""
    here = {file for file, _ in runs}
    return [report for report in record["reports"] if here & {*report["files"]}]


def _marks(plan: Plan, record: Plan, runs: Sequence[Run]) -> list[Mark]:
    """A line of the outline for each report, and below it one for each photo where there are several."""
    first = {file: placed[0].page for file, placed in runs}
    marks = []
    for report in _bound(record, runs):
        here = [Mark(plan["files"][file]["title"], first[file]) for file in report["files"] if file in first]
        marks.append(Mark(report["title"], here[0].page, here if len(report["files"]) > 1 else ()))
    return marks


def _page_of(reader: PdfReader, label: str) -> int:
    """The page, from 0, on which a label of the layout stands."""
    page = reader.get_destination_page_number(reader.named_destinations[label])
    assert page is not None, "the layout has it"
    return page


def _contents(plan: Plan, binding: Binding, places: Mapping[int, Place]) -> list[Place]:
    own_words, entries = plan["book"]["own_words"], list[Place]()
    if own_words["entries"]:
        entries.append({"kind": "record", "title": own_words["heading"], "note": "", "part": 0, "place": 0})
        for number, each in enumerate(own_words["entries"]):
            entries.append({"kind": "own", "title": each["title"], "number": number})
    for record in plan["records"]:
        entries.append({"kind": "record", "title": record["title"], "note": "", "part": 0, "place": 0})
        for report in record["reports"]:
            entries.append(_entry(plan, binding, report, places))
            if any(file in binding.discs and file in places for file in report["files"]):
                images = {"note": plan["words"]["in_archive"], "part": 0, "place": 0}
                entries.append({"kind": "file", "title": report["title"], **images})
    return entries


def _entry(plan: Plan, binding: Binding, report: Plan, places: Mapping[int, Place]) -> Place:
    return {"title": report["title"], **_where(plan, binding, report["files"], places)}


def _where(plan: Plan, binding: Binding, files: Sequence[int], places: Mapping[int, Place]) -> Place:
    """Where the first of these files begins that has pages; if none has, why."""
    if place := next((places[file] for file in files if file in places), None):
        return {"kind": "file", "note": "", **place}
    reason = binding.left_out.get(files[0], "unreadable")
    note = plan["words"]["in_archive" if reason == "disc" else "left_out"]
    return {"kind": "file", "note": note, "part": 0, "place": 0}


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
