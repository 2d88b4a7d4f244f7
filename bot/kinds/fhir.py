"""Records as FHIR (STU3 to R5), which portals export for other programs, set as pages that people can read.

What a report brings along as a file of its own is the report: a PDF in it is shown as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.kinds import ccda
from bot.kinds.blocks import Block, Heading, Loss, Manuscript, Pairs, Runs, Text, named, sections, words
from bot.kinds.ccda import in_base64
from bot.kinds.enclosed import MOST, enclosed
from bot.kinds.fhir_facts import facts_of
from bot.kinds.fhir_records import is_summary, record_of_paper
from bot.kinds.fhir_source import Resource, every, resources_in
from bot.kinds.fhir_tables import ELSEWHERE, RESULTS, TABLES, table_of
from bot.kinds.fhir_values import day, first, name_of
from bot.kinds.web_page import contents_of
from bot.kinds.worded import worded
from dialogs.case.facts import Facts

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OF_PROGRAMS = ("OperationOutcome",)
"""What a server says to the program that asked: that something went wrong, or was left out."""
_OF_ITSELF = ("Patient",)
"""Resources that are in the head."""
_ATTACHED = {"DiagnosticReport": "presentedForm", "DocumentReference": "content", "Binary": "", "Media": "content"}


def read(data: bytes) -> Manuscript | None:
    """What the resources of a file say; None if it holds none."""
    resources = [each for each in resources_in(data) or () if each["resourceType"] not in _OF_PROGRAMS]
    if not resources:
        return None
    return _Reading(resources).contents()


@dataclass
class _Reading:
    resources: list[Resource]
    blocks: list[Block] = field(default_factory=list)
    lost: set[Loss] = field(default_factory=set)
    pictures: list[bytes] = field(default_factory=list)
    papers: list[bytes] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    """Observations that stand with their report."""
    records: list[str] = field(default_factory=list)
    """The keys of the records that papers are of which there is something to show."""
    shown: list[Resource] = field(default_factory=list)
    """Papers of which there is something to show."""
    apart: list[str] = field(default_factory=list)
    """What each paper says whose codes leave open what it is."""

    def __post_init__(self) -> None:
        self.by_reference: dict[str, Resource] = {}
        for each in self.resources:
            if name := first(each, "id"):
                self.by_reference.setdefault(name, each)
            for inner in every(each, "contained"):
                if isinstance(inner, dict) and (name := first(inner, "id")):
                    self.by_reference.setdefault(name, inner)

    def find(self, reference: str) -> Resource | None:
        """What "Observation/12", "urn:uuid:12" or "#12" leads to."""
        return self.by_reference.get(re.split(r"[/#:]", reference)[-1])

    def contents(self) -> Manuscript:
        for each in self._of("Composition"):
            self._set(each, self._composition)
        for each in self._of("DiagnosticReport"):
            self._set(each, self._report)
        told: set[str] = {"Composition", "DiagnosticReport", *_OF_ITSELF}
        for each in self._of(*(kind for kind in _ATTACHED if kind != "DiagnosticReport")):
            told.add(each["resourceType"]) if self._set(each, self._document) else None
        self._tables(told)
        shown = set(map(id, self.shown))
        documents = [each for each in self._of("DocumentReference") if id(each) not in shown]
        if "parts" in self.lost and (table := table_of(ELSEWHERE, documents, self.find)):
            self.blocks += [Heading(named(ELSEWHERE.title)), table]
            told.add("DocumentReference")
        self._others(told)
        head = self._head()
        alone = not self.blocks and len(self.papers) == 1
        blocks = () if alone else (*head, *self.blocks)
        rest = (frozenset(self.lost), tuple(self.pictures), tuple(self.papers), self._facts(), tuple(self.apart))
        return Manuscript(blocks, *rest)

    def _set(self, each: Resource, paper: Callable[[Resource], bool]) -> bool:
        """One paper, if there is anything of it to show: it counts for what its codes say, else for what it says."""
        start = len(self.blocks)
        is_shown = paper(each)
        self.shown += [each] if is_shown else []
        if is_shown and (record := record_of_paper(each)):
            self.records.append(record)
        elif is_shown and len(self.blocks) > start:
            self.apart.append("\n".join(sections(self.blocks[start:])))
        return is_shown

    def _of(self, *kinds: str) -> list[Resource]:
        return [each for each in self.resources if each["resourceType"] in kinds]

    def _head(self) -> Iterator[Block]:
        for each in self._of("Patient"):
            told = (("patient", name_of(each)), ("born", day(each, "birthDate")))
            pairs = tuple((named(key), words(value)) for key, value in told if value)
            if pairs:
                yield Pairs(pairs)

    def _facts(self) -> Facts:
        alone = [each for each in self.resources if id(each) not in self.seen]
        return facts_of(self.resources, alone, self.shown, self.records)

    def _composition(self, each: Resource) -> bool:
        told = (("made" if is_summary(each) else "day", day(each, "date")), ("from", first(each, "author")))
        self._title(words(first(each, "title", "type")), told)
        self._sections(each, 2)
        if not every(each, "section"):
            self._narrative(each)
        return True

    def _sections(self, parent: Resource, level: int) -> None:
        for section in every(parent, "section") if level < 6 else ():
            if isinstance(section, dict):
                title = words(first(section, "title", "code"))
                self.blocks += [Heading(title, level)] if title else []
                self._narrative(section)
                self._sections(section, level + 1)

    def _report(self, each: Resource) -> bool:
        found = self._attachments(each, "presentedForm")
        results = [one for one in map(self._result, every(each, "result")) if one]
        told = (
            ("day", day(each, "effective", "issued")),
            ("from", first(each, "performer")),
            ("standing", first(each, "status")),
        )
        conclusion = first(each, "conclusion") or first(each, "conclusionCode", "codedDiagnosis")
        narrative = self._says(each) if not (found or results or conclusion) else None
        is_only_its_paper = found and not results and not conclusion and not any(more.blocks for more in found)
        if not is_only_its_paper:
            self._title(words(first(each, "code", "category")), told)
        if conclusion:
            self.blocks.append(Text(words(conclusion)))
        self._add_all(found)
        if table := table_of(RESULTS, results, self.find):
            self.blocks.append(table)
        if narrative:
            self._add(narrative)
        return bool(found or results or conclusion or narrative)

    def _result(self, reference: Any) -> Resource | None:
        lead = reference.get("reference") if isinstance(reference, dict) else None
        found = self.find(lead) if isinstance(lead, str) else None
        if found and found.get("resourceType") == "Observation":
            self.seen.add(id(found))
            return found
        return None

    def _document(self, each: Resource) -> bool:
        """A document's own files; whether there is anything of it to show."""
        kind = each["resourceType"]
        found = self._attachments(each, _ATTACHED[kind])
        if any(more.blocks for more in found):
            title = words(first(each, "description", "type"))
            self._title(title, (("day", day(each, "date", "created")), ("from", first(each, "author"))))
        self._add_all(found)
        return bool(found)

    def _attachments(self, each: Resource, name: str) -> list[Manuscript]:
        """The files that a resource carries; one that it only leads to is lost, unless another form of it is here."""
        found: list[Manuscript] = []
        holders = every(each, name) if name else [each]
        is_elsewhere = False
        for holder in holders:
            file = holder.get("attachment", holder) if isinstance(holder, dict) else {}
            file = file if isinstance(file, dict) else {}
            content = in_base64(first(file, "data") or self._binary(first(file, "url")))
            contents = enclosed(content, ccda.read) if content and len(self.papers) < MOST else None
            if contents:
                found.append(contents)
            is_elsewhere = is_elsewhere or (not contents and bool(first(file, "url", "data")))
        self.lost |= {"parts"} if is_elsewhere and not found else set()
        return found

    def _binary(self, address: str) -> str:
        found = self.find(address) if address else None
        return first(found, "data", "content") if found and found.get("resourceType") == "Binary" else ""

    def _tables(self, told: set[str]) -> None:
        for kind in dict.fromkeys(TABLES.values()):
            rows = [each for each in self.resources if TABLES.get(each["resourceType"]) == kind]
            told |= {each["resourceType"] for each in rows}
            table = table_of(kind, (each for each in rows if id(each) not in self.seen), self.find)
            if table:
                self.blocks += [Heading(named(kind.title)), table]
                self.apart += sections([table]) if kind is RESULTS else []

    def _others(self, told: set[str]) -> None:
        """What is of no kind that we set: by its own words if it has some, else by its name."""
        silent: Counter[str] = Counter()
        for each in self.resources:
            if (kind := each["resourceType"]) in told:
                continue
            if narrative := self._says(each):
                self.blocks.append(Heading(words(_CAPITAL.sub(" ", kind))))
                self._add(narrative)
            else:
                silent[kind] += 1
        if silent:
            names = ", ".join(f"{_CAPITAL.sub(' ', kind)} ({count})" for kind, count in sorted(silent.items()))
            self.lost.add("entries")
            self.blocks.append(Pairs(((named("others"), words(names)),)))

    def _title(self, title: Runs, told: Iterable[tuple[str, str]]) -> None:
        pairs = tuple((named(key), words(value)) for key, value in told if value)
        self.blocks += [Heading(title)] if title else []
        self.blocks += [Pairs(pairs)] if pairs else []

    def _narrative(self, each: Resource) -> None:
        if narrative := self._says(each):
            self._add(narrative)

    def _says(self, each: Resource) -> Manuscript | None:
        text = each.get("text")
        markup = text.get("div") if isinstance(text, dict) else None
        contents = contents_of(markup) if isinstance(markup, str) and markup.strip() else None
        return contents if contents and contents.blocks else None

    def _add_all(self, found: list[Manuscript]) -> None:
        """The forms of one report: where one has pages, the others say the same again in plain letters."""
        with_pages = [each for each in found if each.papers]
        for each in with_pages or found[:1]:
            self._add(each)

    def _add(self, more: Manuscript) -> None:
        self.blocks += more.blocks
        self.lost |= more.lost
        self.pictures += [each for each in more.pictures if each not in self.pictures]
        self.papers += [each for each in more.papers if each not in self.papers]


KIND = worded("fhir", read)
