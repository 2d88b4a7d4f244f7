"""Our own pages: cover, timeline and contents before the first part, a short cover before the others, dividers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bot.packet.binding import Binding, Bound
from bot.packet.front import Front
from bot.packet.leading import lead
from bot.packet.pdf.copying import Copying, name
from bot.packet.pdf.pages import Placed, copy_own_page
from bot.packet.pdf.part import TREE, Mark
from bot.packet.pdf.stamps import Stamps
from bot.packet.sections import Place, Plan, Section, places_of, sections_of

CONTENTS, OWN_WORDS = "contents", "own-words-0"
"""What book.typ calls the places where the contents and the patient's own words begin."""


def finish(plan: Plan, binding: Binding) -> int:
    """Write our pages of every part and end it; how many pages all parts have together."""
    places = places_of(plan, binding.parts)
    return sum(_finish_part(plan, binding, number, places) for number in range(1, len(binding.parts) + 1))


def _finish_part(plan: Plan, binding: Binding, number: int, places: Mapping[int, Place]) -> int:
    bound, words = binding.parts[number - 1], plan["words"]
    parts = len(binding.parts)
    label = _filled(words["part"], part=number, parts=parts) if parts > 1 else ""
    sections = sections_of(plan, bound)
    divided = [section for section in sections if section.divided]
    front = Front(plan, binding, places, number)
    lists, about_files = front.lists()
    book = {
        **plan["book"],
        "part": number,
        "parts": parts,
        "part_label": label,
        "lists": lists,
        "about_files": about_files,
        "contents": {"heading": words["contents"], "entries": front.contents()},
        "timeline": {
            "heading": words["timeline"],
            "note": words["timeline_note"],
            "entries": [front.entry(each) for each in plan["timeline"]],
        },
        "dividers": [
            {"title": section.title, "entries": [front.entry(report) for report in section.reports]}
            for section in divided
        ],
        "words": {key: words[key] for key in ("part_page", "more")},
    }
    reader = binding.press.book(book)
    first = {file: place["page"] for file, place in places.items() if place["part"] == number}
    copying, own = _own_pages(bound, reader, first)
    ours = len(own) - len(divided)
    pages, marks, dividers = own[:ours], [Mark(words["cover"], own[0].page)], iter(own[ours:])
    if number == 1:
        marks += _own_marks(plan, reader, own)
    for section in sections:
        here = [*([next(dividers)] if section.divided else ()), *section.pages]
        marks.append(Mark(section.title, here[0].page, section.marks(plan)))
        pages += here
    entries = _catalogue(copying, reader)
    bound.part.take(copying)
    tails, of_page = _tails(plan, sections, [each for each in (plan["stamp"], label) if each])
    from_right = bool(plan["book"]["from_right"])
    before, between, after = _around_numbers(words["page_of"])
    stamps = {"from_right": from_right, "around": [before, between], "tails": [f"{after}{tail}" for tail in tails]}
    Stamps(bound.part, binding.press.stamps(stamps), from_right).stamp(pages, of_page)
    bound.part.finish(pages, marks, plan["book"]["title"], entries)
    return len(pages)


def _own_pages(bound: Bound, reader: PdfReader, first: Mapping[int, int]) -> tuple[Copying, list[Placed]]:
    copying = Copying(reader, bound.part.next_number, trusted=True)
    numbers = [copying.new_number() for _ in reader.pages]
    for page, number in zip(reader.pages, numbers, strict=True):
        if page.indirect_reference is not None:
            copying.stands_for(page.indirect_reference, number)
    lead(copying, reader, first)
    own = [copy_own_page(copying, page, number, TREE) for page, number in zip(reader.pages, numbers, strict=True)]
    copying.drain()
    return copying, own


def _own_marks(plan: Plan, reader: PdfReader, own: Sequence[Placed]) -> list[Mark]:
    """The lines of the outline for the pages before the records."""
    marks = [Mark(plan["words"]["contents"], own[_page_of(reader, CONTENTS)].page)]
    own_words = plan["book"]["own_words"]
    if own_words["entries"]:
        marks.append(Mark(own_words["heading"], own[_page_of(reader, OWN_WORDS)].page))
    return marks


def _catalogue(copying: Copying, reader: PdfReader) -> bytes:
    """What makes our pages accessible: their tags, their language, and that the title is shown."""
    root: DictionaryObject = reader.root_object
    entries = b""
    for key in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/ViewerPreferences"):
        if key in root:
            entries += b"%s %s\n" % (name(key), copying.value(root.raw_get(key), key))
    copying.drain()
    return entries


def _tails(plan: Plan, sections: Sequence[Section], always: Sequence[str]) -> tuple[list[str], dict[int, int]]:
    """What stands behind the pages' numbers, and which of it on the pages (their objects' numbers) of each file."""
    tails: dict[tuple[str, ...], int] = {(): 0}
    of_page = {}
    for section in sections:
        for file, placed in section.runs:
            said = tuple(each for each in (section.title, plan["files"][file]["photo"]) if each)
            which = tails.setdefault(said, len(tails))
            of_page.update({page.page: which for page in placed})
    return ["".join(f" · {each}" for each in (*always, *said)) for said in tails], of_page


def _around_numbers(pattern: str) -> tuple[str, str, str]:
    """What stands before, between and behind the two numbers; spaces at their edges stay, which typst would drop."""
    before, _, rest = pattern.replace(" ", "\u00a0").partition("{number}")
    between, _, after = rest.partition("{count}")
    return before, between, after


def _page_of(reader: PdfReader, label: str) -> int:
    """The page, from 0, on which a label of the layout stands."""
    page = reader.get_destination_page_number(reader.named_destinations[label])
    assert page is not None, "the layout has it"
    return page


def _filled(words: str, **values: object) -> str:
    for key, value in values.items():
        words = words.replace(f"{{{key}}}", str(value))
    return words
